import numpy as np
import pytest

from _invented import AS_OF, SAID, crisis, signal
from offramp import UsageError
from offramp.model import Parameters
from offramp.record import Record
from offramp.sensitivity import Hinge, Hinges, hinges
from offramp.sensitivity._hinges import _order

pytestmark = pytest.mark.slow

FEW = 400
"""Two futures for each of the 200 parameter draws."""

VOWED = crisis(signals=(*SAID, signal("oath", 13, "vow", "southland", "northland")))

ROUNDING = 1e-6
"""What single precision may leave of nothing."""


def by_group(found: Hinges) -> dict[str, Hinge]:
    return {hinge.group: hinge for hinge in found.hinges}


@pytest.fixture(scope="module")
def sworn() -> tuple[Hinges, list[tuple[str, int, int]]]:
    """A term that one dial makes: a vow by the south that is still open."""
    told: list[tuple[str, int, int]] = []
    found = hinges(
        VOWED, AS_OF, "term(south, vow)", draws=FEW,
        progress=lambda step, done, whole: told.append((step, done, whole)),
    )  # fmt: skip
    return found, told


Sworn = tuple[Hinges, list[tuple[str, int, int]]]


def test_a_term_that_one_dial_makes_hinges_on_it_alone(sworn: Sworn) -> None:
    """Nothing is simulated: the dial carries all, and each other group nothing."""
    found, _ = sworn
    groups = by_group(found)
    assert found.hinges[0].group == "vow"
    assert groups["vow"].share == pytest.approx(1.0, abs=0.25)
    assert all(hinge.share < ROUNDING for name, hinge in groups.items() if name != "vow")
    assert found.noise == 0.0


@pytest.mark.slow
def test_one_seed_gives_one_answer(sworn: Sworn) -> None:
    assert hinges(VOWED, AS_OF, "term(south, vow)", draws=FEW) == sworn[0]


def test_a_term_moves_with_its_dial(sworn: Sworn) -> None:
    vow = by_group(sworn[0])["vow"]
    assert vow.low is not None
    assert vow.high is not None
    assert vow.at_low is not None
    assert vow.at_high is not None
    assert vow.low < vow.high
    # A vow in force adds the dial itself to the log-hazard, fading with time.
    assert vow.at_low < vow.at_high
    assert vow.at_high / vow.at_low == pytest.approx(vow.high / vow.low, rel=1e-3)


def test_progress_ends_where_it_said(sworn: Sworn) -> None:
    _, told = sworn
    assert told[-1][1] == told[-1][2]
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_what_becomes_of_a_salvo_hinges_on_exchanges_alone(invented: Record) -> None:
    found = hinges(invented, AS_OF, "stopped(salvo)", draws=FEW)
    groups = by_group(found)
    assert groups["exchange"].share > 0.5
    assert all(hinge.share < ROUNDING for name, hinge in groups.items() if name != "exchange")


def test_a_forecast_hinges_on_what_it_uses(invented: Record) -> None:
    found = hinges(invented, AS_OF, "either >= strike-home within 10d", draws=1000)
    groups = by_group(found)
    assert groups["exchange"].share == groups["state-dependence-share"].share == 0.0
    assert groups["ceasefire-either"].share == 0.0
    shares = [hinge.share for hinge in found.hinges]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.05
    assert 0 < found.answer < 1
    assert found.unit == ""


def test_learned_terms_carry_no_more_than_they_do_as_one(invented: Record) -> None:
    found = hinges(invented, AS_OF, "quiet for 20d", draws=1000)
    dials, learned = found.together
    terms = [h for h in found.hinges if h.kind in ("base", "learned") and h.group != "exchange"]
    assert sum(hinge.share for hinge in terms) <= learned.share + ROUNDING
    assert learned.share > 0
    assert dials.share > 0


@pytest.mark.slow
def test_a_contrast_hinges_on_what_an_act_causes(invented: Record) -> None:
    found = hinges(invented, AS_OF, "term(north, momentum) without raid", draws=FEW)
    assert by_group(found)["state-dependence-share"].share > 0.0
    assert found.unit
    assert by_group(found)["grievance"].share < ROUNDING


def test_a_dial_that_is_held_carries_nothing(invented: Record, parameters: Parameters) -> None:
    sure = parameters.replace("grievance.weight", 0.3)
    found = hinges(invented, AS_OF, "quiet for 5d", draws=FEW, parameters=sure)
    assert by_group(found)["grievance"].share == 0.0


def test_no_draw_keeps_its_place() -> None:
    for count in (2, 7, 200):
        order = _order(count)
        assert sorted(order) == list(range(count))
        assert (order != np.arange(count)).all()


@pytest.mark.parametrize(
    ("question", "draws", "told"),
    [
        ("quiet for 5d", 399, "--draws 400 or more"),
        ("next within 5d", FEW, "ask next = <side>"),
        ("term(north, hope)", FEW, "hope"),
    ],
)
def test_what_cannot_be_answered_is_told(
    invented: Record, question: str, draws: int, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        hinges(invented, AS_OF, question, draws=draws)
