import pytest

from _invented import AS_OF
from offramp.answers import answer, read_question, stand
from offramp.claims import what_is_judged
from offramp.record import Record


@pytest.mark.parametrize(
    ("ask", "less"),
    [("quiet for 20d", 0.5), ("quiet for 20d without salvo", 0.0), ("posture(north)", 0.5)],
)
def test_its_mean_is_the_answers(invented: Record, ask: str, less: float) -> None:
    world, question = stand(invented, AS_OF), read_question(invented, ask, AS_OF)
    by_draw, found = what_is_judged(world, question, 1_000, 0), answer(world, question, 1_000, 0)
    assert by_draw.shape == (world.parameters.count,)
    mean = found.difference.mean if found.kind == "counterfactual" else found.probability
    assert by_draw.mean() == pytest.approx(mean - less, abs=1e-9)
