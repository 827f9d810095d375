import numpy as np
import pytest

from _invented import AS_OF
from offramp.answers import Run, read_question, stand
from offramp.claims import Case, cases
from offramp.claims._calibrate import PUSH_DAYS, PUSH_STRENGTH, _claim, _truth
from offramp.history import MARKS, SIGNAL_KINDS
from offramp.model import signals_on
from offramp.record import Record


def force(record: Record, act: str, size: float) -> tuple[float, float]:
    """Give the days of force in 30, by the other side and by the act's own, in simulated truths."""
    world = stand(record, AS_OF)
    other = world.side(_claim(world, act).observable.who)  # type: ignore[union-attr]
    mark = _truth(world, act, size).run(Run(30, 5_000, 1)).mark
    actor, level = (np.array(column)[mark] for column in zip(*MARKS, strict=True))
    hits = (mark >= 0) & (level == 4)
    return tuple(float((hits & (actor == side)).mean()) for side in (other, 1 - other))  # type: ignore[return-value]


def test_a_true_effect_is_of_its_size_and_on_the_other_side(invented: Record) -> None:
    none, half, whole = (force(invented, "salvo", size) for size in (0.0, 0.5, 1.0))
    assert none[0] < half[0] < whole[0]
    assert np.log(half[0] / none[0]) == pytest.approx(0.5, abs=0.35)
    assert half[0] / none[0] > half[1] / none[1]


def test_the_push_keeps_its_strength(invented: Record) -> None:
    history = stand(invented, AS_OF).say("backing", 0, PUSH_DAYS).history
    kind = SIGNAL_KINDS.index("backing")
    strength = [float(signals_on(np.int32(d), *history.signals)[kind, 0]) for d in range(1, 31)]
    assert np.mean(strength) == pytest.approx(PUSH_STRENGTH, abs=0.01)
    assert min(strength) > 0.85


def test_an_act_that_is_supposed_away_is_gone_from_the_truth(invented: Record) -> None:
    world = stand(invented, AS_OF)
    gone = _truth(world, "salvo", 0.0).history
    assert gone.events.change[gone.acts.index("salvo")] == -1
    assert world.history.events.change[gone.acts.index("salvo")] == 0


def test_a_claim_asks_for_force_above_what_is_customary(invented: Record) -> None:
    asked = _claim(stand(invented, AS_OF), "salvo")
    assert asked == read_question(invented, asked.ask, AS_OF)
    assert asked.ask.startswith("south >= ")
    assert asked.ask.endswith(" against north within 30d without salvo")
    assert "shadow-attack" not in asked.ask


@pytest.mark.slow
def test_cases_are_the_same_for_the_same_seed(invented: Record) -> None:
    one, two = (list(cases(invented, 1, acts=1, truths=1)) for _ in range(2))
    assert one == two
    assert [(case.size, case.after) for case in one] == [(None, 0), (0, 14), (0.5, 14), (1, 14)]
    assert all(isinstance(case, Case) and 0 <= case.lower <= 1 for case in one)
