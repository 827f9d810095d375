"""Each term, by itself: turning its dial moves what it should, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, field

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from offramp.history import BATTLE, CLASH, DEEDS, FIRST, SECOND
from offramp.model import (
    NO_GAP,
    TERMS,
    Draw,
    Setting,
    Standing,
    choice,
    contributions,
    dials,
    rate,
)
from offramp.model._parameters import prior_parameters

from .conftest import as_judged, deed, hidden, setting, turned

held, chances, pace, apart = map(jax.jit, (dials, choice, rate, contributions))
After = Callable[..., Standing]

FIRST_ONLY, SECOND_ONLY, EITHER, NOBODY = (
    {2, CLASH, BATTLE}, {5, CLASH, BATTLE}, {2, 5, CLASH, BATTLE}, set[int](),
)  # fmt: skip
RAID = 5
"""A use of force by the second side, which the first suffers."""


@dataclass(frozen=True)
class Case:
    """A parameter, a scene in which it speaks, and the marks that it moves there."""

    name: str
    moves: set[int]
    signals: dict[str, tuple[float, float]] = field(default_factory=dict)
    acts: tuple = (RAID,)
    traits: dict[str, tuple[int, int]] = field(default_factory=dict)
    acted: tuple[int, int] = (0, 0)

    def __str__(self) -> str:
        told = [*self.signals, *self.traits] + ["acted"] * any(self.acted)
        return f"{self.name} {' '.join(told) or 'silence'}"


BY_FIRST = (0.5, 0.0)
STRUCK_OTHERS = (deed(RAID, non_state=1.0),)
CASES = [
    Case("vow.weight", FIRST_ONLY, {"vow": BY_FIRST}),
    Case("vow.weight", SECOND_ONLY, {"threat": (0.0, 0.5)}),
    Case("vow.weight", NOBODY, {"vow": BY_FIRST}, acted=(1, 0)),
    Case("vow.weight", NOBODY, {"limit": BY_FIRST, "demand": BY_FIRST}),
    Case("limit.own", FIRST_ONLY, {"limit": BY_FIRST}),
    Case("limit.own", NOBODY, {"limit": BY_FIRST}, acted=(1, 0)),
    Case("limit.own", FIRST_ONLY, {"limit": BY_FIRST}, acted=(0, 1)),
    Case("limit.other", SECOND_ONLY, {"limit": BY_FIRST}),
    Case("limit.other", NOBODY, {"limit": BY_FIRST}, acted=(1, 0)),
    Case("notice.other", SECOND_ONLY, {"notice": BY_FIRST}),
    Case("notice.other", NOBODY, {"vow": BY_FIRST}),
    Case("demand.either", EITHER, {"demand": BY_FIRST}),
    Case("demand.either", NOBODY),
    Case("ceasefire.either", EITHER, {"ceasefire": BY_FIRST}),
    Case("ceasefire.either", NOBODY, {"withdrawal": BY_FIRST}),
    Case("withdrawal.either", EITHER, {"withdrawal": (0.0, 0.5)}),
    Case("mediation.force", FIRST_ONLY, {"mediation": BY_FIRST}),
    Case("mediation.force", EITHER, {"mediation": (0.5, 0.5)}),
    Case("restraint.force", FIRST_ONLY, {"restraint": BY_FIRST}),
    Case("restraint.force", NOBODY, {"backing": BY_FIRST}),
    Case("backing.force", SECOND_ONLY, {"backing": (0.0, 0.5)}),
    Case("traits.nuclear", FIRST_ONLY, traits={"nuclear": (1, 1)}),
    Case("traits.nuclear", NOBODY, acts=(), traits={"nuclear": (1, 1)}),
    Case("traits.democracy", FIRST_ONLY, traits={"democracy": (1, 0)}),
    Case("traits.democracy", NOBODY, traits={"democracy": (0, 1)}),
    Case("target.non-state", FIRST_ONLY, acts=STRUCK_OTHERS),
    Case("target.non-state", NOBODY),
    Case("withheld.other", SECOND_ONLY, {"withheld": BY_FIRST}),
    Case("withheld.other", NOBODY, {"restraint": BY_FIRST}),
]

BY_DIRECTION = {"grievance.weight", "pressure.weight", "fear.weight", "exhaustion.weight"}
"""Their inputs are measured against what is usual, so that they speak for both sides."""


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_dial_moves_the_force_that_it_is_about(case: Case, centre: Draw, after: After) -> None:
    standing = after(*case.acts)
    acted = standing.acted.at[:].set(np.array(case.acted, np.float32))
    scene = (standing._replace(acted=acted), hidden(), setting(**case.traits, **case.signals))
    off, on = (held(turned(centre, case.name, value), *scene) for value in (0.0, 1.0))
    gain = np.asarray(on - off)
    assert set(np.flatnonzero(np.abs(gain) > 1e-6)) == case.moves
    assert (gain >= 0).all(), "a dial turned up pushes, turned down holds"


def test_every_dial_is_put_to_the_test() -> None:
    dialled = {p.name for term in TERMS if term.part == "dial" for p in term.priors}
    assert dialled == {case.name for case in CASES} | BY_DIRECTION


def push(centre: Draw, name: str, standing: Standing, given: Setting | None = None) -> np.ndarray:
    """Give what one more of a dial adds to each side's force."""
    scene = (standing, hidden(), given or setting())
    off, on = (held(turned(centre, name, value), *scene) for value in (0.0, 1.0))
    return np.asarray(on - off)[[2, 5]]


def test_grievance_pushes_the_side_that_has_suffered_more(centre: Draw, after: After) -> None:
    once, often = (push(centre, "grievance.weight", after(*acts)) for acts in ([5], [5, 5, 5]))
    assert often[FIRST] > once[FIRST] > once[SECOND]
    assert often[SECOND] == pytest.approx(once[SECOND], abs=1e-5)


def test_pressure_rises_with_vows_and_falls_with_answers_and_framing(
    centre: Draw, after: After
) -> None:
    def of(*acts: int, **said: tuple[float, float]) -> np.ndarray:
        return push(centre, "pressure.weight", after(*acts), setting(**said))

    struck = of(4, 4)
    assert struck[FIRST] > struck[SECOND]
    assert of(4, 4, vow=(0.9, 0.0))[FIRST] > struck[FIRST]
    assert of(4, 4, framing=(0.9, 0.0))[FIRST] < struck[FIRST]
    assert of(4, 4, 1)[FIRST] < struck[FIRST]
    assert of(4, 4, vow=(0.0, 0.9))[FIRST] == pytest.approx(struck[FIRST], abs=1e-6)


def test_fear_weighs_the_answer_that_a_side_must_expect(centre: Draw, after: After) -> None:
    def of(resolve: tuple[float, float], *acts: object) -> np.ndarray:
        return push(centre, "fear.weight", after(*acts), setting(resolve=resolve))

    plain = of((0.5, 0.5))
    sure = of((0.5, 0.7))
    assert sure[FIRST] > plain[FIRST]
    assert sure[SECOND] == pytest.approx(plain[SECOND], abs=1e-6)
    leaky, tight = (of((0.5, 0.5), deed(RAID, exposed=share)) for share in (0.9, 0.0))
    assert leaky[FIRST] > tight[FIRST]
    assert leaky[SECOND] == pytest.approx(tight[SECOND], abs=1e-6)


def test_exhaustion_counts_ones_own_force(centre: Draw, after: After) -> None:
    little, much = (push(centre, "exhaustion.weight", after(*acts)) for acts in ([5], [5, 5, 5]))
    assert much[SECOND] > little[SECOND] > little[FIRST]
    assert much[FIRST] == pytest.approx(little[FIRST], abs=1e-5)
    clash = push(centre, "exhaustion.weight", after(5, CLASH, BATTLE))
    assert clash[FIRST] > little[FIRST]
    shown = push(centre, "exhaustion.weight", after(4, 4, 4))
    assert shown[SECOND] <= little[FIRST] + 1e-6


def kinds(found: np.ndarray) -> np.ndarray:
    """Give chances from log chances."""
    return np.exp(np.asarray(found))


@pytest.mark.parametrize("term", [t for t in TERMS if t.part == "rate"], ids=lambda t: t.name)
def test_terms_of_the_rate_leave_the_choice_alone(term, centre: Draw, after: After) -> None:
    scene = (after(2, 5, 2), hidden(), setting())
    for prior in term.priors:
        changed = turned(centre, prior.name, 0.37)
        assert np.array_equal(chances(changed, *scene), chances(centre, *scene))
        assert np.array_equal(held(changed, *scene), held(centre, *scene))


@pytest.mark.parametrize("term", [t for t in TERMS if t.part == "choice"], ids=lambda t: t.name)
def test_terms_of_the_choice_leave_rate_and_dials_alone(term, centre: Draw, after: After) -> None:
    scene = (after(2, 5, 2), hidden(), setting(vow=(0.5, 0.5)))
    for prior in term.priors:
        changed = turned(centre, prior.name, 0.37)
        assert np.array_equal(pace(changed, *scene), pace(centre, *scene))
        assert np.array_equal(held(changed, *scene), held(centre, *scene))


def test_early_acts_have_a_pace_of_their_own(centre: Draw, after: After) -> None:
    fast = turned(centre, "early.ratio", 1.0)
    slow = turned(centre, "early.ratio", 0.0)
    for acts, gain in (((2,), 1.0), ((2, 5), 1.0), ((2, 5, 2), 0.0)):
        scene = (after(*acts), hidden(), setting())
        assert float(pace(fast, *scene) - pace(slow, *scene)) == pytest.approx(gain, abs=1e-5)


def test_much_of_late_brings_the_next_sooner_where_its_weight_is_positive(
    centre: Draw, after: After
) -> None:
    def gain(*acts: int) -> float:
        scene = (after(*acts), hidden(), setting())
        none, some = (pace(turned(centre, "activity.weight", w), *scene) for w in (0.0, 0.5))
        return float(some - none)

    assert gain(2, 5, 2, 5, 2, 5, 2) > gain(2, 5, 2)


def test_the_hazard_follows_the_tempo_regime_and_the_days_since(centre: Draw, after: After) -> None:
    judged = as_judged(centre, "tempo")

    def of(regime: int, days: int) -> float:
        return float(apart(judged, after(2, days=days), hidden(regime), setting())["tempo"][0])

    assert of(0, 0) > of(1, 0) > of(2, 0), "bursts are faster than a slow tempo"
    assert of(1, 0) > of(1, 100)


def test_opening_it_moves_ones_share_against_the_others(centre: Draw, after: After) -> None:
    scene = (after(2, 5, 2, 5), hidden(), setting())
    off, on = (kinds(chances(turned(centre, "opener.weight", w), *scene)) for w in (0.0, 1.0))
    assert np.log(on[2] / on[5]) - np.log(off[2] / off[5]) == pytest.approx(1.0, abs=1e-4)
    assert np.log(on[0] / on[2]) == pytest.approx(np.log(off[0] / off[2]), abs=1e-4)


OWN_FORCE, OTHERS_FORCE = 2, 5


def weighed(centre: Draw, row: int, by: float) -> Draw:
    """Weigh one of the rows of momentum on force, at every half-life, and none of the others."""
    none = jnp.zeros_like(centre["momentum.side"])
    return {
        **turned(centre, "momentum.mutual", 0.0), "momentum.side": none.at[2, row].set(by),
    }  # fmt: skip


def test_momentum_brings_more_of_ones_own(centre: Draw, after: After) -> None:
    """Where one's own force weighs on one's own force, a run of it brings more of it."""

    def odds(draw: Draw, *acts: int, days: int = 0) -> float:
        found = chances(draw, after(*acts, days=days), hidden(), setting())
        return float(found[2] - found[5])

    def gain(row: int, *acts: int, days: int = 0) -> float:
        on, off = (weighed(centre, row, by) for by in (0.3, 0.0))
        return odds(on, *acts, days=days) - odds(off, *acts, days=days)

    assert gain(OWN_FORCE, 5, 2, 2, 2, 2) > gain(OWN_FORCE, 5, 2) > gain(OWN_FORCE, 5, 5, 5, 5, 2)
    assert gain(OTHERS_FORCE, 5, 5, 5, 5, 2) > gain(OTHERS_FORCE, 5, 2, 2, 2, 2)
    assert gain(OWN_FORCE, 5, 2, 2, 2, 2, days=200) < gain(OWN_FORCE, 5, 2, 2, 2, 2), "it fades"


def test_momentum_of_the_sides_acts_leaves_clashes_to_their_own_weights(
    centre: Draw, after: After
) -> None:
    scene = (after(5, 2, 2, CLASH), hidden(), setting())
    on, off = (chances(weighed(centre, OWN_FORCE, by), *scene) for by in (0.3, 0.0))
    kept = [CLASH, BATTLE, 0, 1, 3, 4]
    assert np.ptp(np.asarray(on - off)[kept]) < 1e-5, "they give up shares alike"


def test_a_posture_moves_its_own_sides_force(centre: Draw, after: After) -> None:
    """An assertive side uses force more than a patient one, and leaves the other's kinds alone."""
    judged, standing = as_judged(centre, "posture"), after(1, 4)
    patient, assertive = (
        kinds(chances(judged, standing, hidden(1, first, 1), setting())) for first in (0, 2)
    )
    assert assertive[2] > patient[2]
    ratio = assertive[3:6] / patient[3:6]
    assert ratio == pytest.approx(np.full(3, ratio[0]), rel=1e-4)


def test_answering_in_kind_is_an_answer_to_a_provocation(centre: Draw, after: After) -> None:
    judged = as_judged(centre, "posture")

    def gain(*acts: int) -> float:
        calm, kind = (
            kinds(chances(judged, after(*acts), hidden(1, 1, second), setting()))
            for second in (0, 1)
        )
        return float(np.log(kind[5] / kind[3]) - np.log(calm[5] / calm[3]))

    assert gain(2) > gain(1)


# Rhythm, the last deed, the same day.


def gained(
    centre: Draw, name: str, at: tuple[int, ...], standing: Standing, by: float = 1.0
) -> float:
    """Give what one entry of a table of the rate adds to it."""
    raised = {**centre, name: centre[name].at[at].add(by)}
    scene = (standing, hidden(), setting())
    return float(pace(raised, *scene) - pace(centre, *scene))


def test_rhythm_speaks_where_the_last_gap_and_the_days_since_are_those_of_its_entry(
    centre: Draw, after: After
) -> None:
    # Acts are a day apart, so the latest gap lies in bin 1; two days on, in bin 2.
    standing = after(2, 5, 2, days=1)
    for back, gap, since, gain in (
        (0, 1, 2, 1.0), (0, 1, 3, 0.0), (0, 2, 2, 0.0), (1, 1, 2, 1.0), (1, 0, 2, 0.0),
        (2, NO_GAP, 2, 1.0), (2, 1, 2, 0.0),
    ):  # fmt: skip
        assert gained(centre, "rhythm.ratio", (back, gap, since), standing) == pytest.approx(
            gain, abs=1e-5
        ), (back, gap, since)


def test_after_a_first_act_there_is_no_rhythm_yet(centre: Draw, after: After) -> None:
    for back in range(3):
        for gap in range(NO_GAP + 1):
            gain = gained(centre, "rhythm.ratio", (back, gap, 1), after(2))
            assert gain == pytest.approx(float(gap == NO_GAP), abs=1e-5)


ATTACK, ALERT, SEIZURE = (DEEDS.index(name) for name in ("attack", "alert", "seizure"))


def test_the_last_deed_moves_the_pace_after_it_and_after_no_other(
    centre: Draw, after: After
) -> None:
    for kind in (ATTACK, ALERT):
        standing = after(deed(5, SEIZURE), deed(2, kind))
        for other in range(len(DEEDS)):
            gain = gained(centre, "last-deed.ratio", (other,), standing)
            assert gain == pytest.approx(float(other == kind), abs=1e-5)


def test_an_act_on_the_same_day_has_a_pace_of_its_own(centre: Draw, after: After) -> None:
    slow, fast = (turned(centre, "same-day.ratio", value) for value in (0.0, 1.0))
    today = after(2)._replace(since=jnp.int32(0))
    for standing, gain in ((today, 1.0), (after(2), 0.0), (after(2, days=40), 0.0)):
        scene = (standing, hidden(), setting())
        assert float(pace(fast, *scene) - pace(slow, *scene)) == pytest.approx(gain, abs=1e-5)


# What is answered.


def answered(centre: Draw, who: str, kind: int, column: int, *acts: object, after: After) -> set:
    """Tell which marks an entry of a table of answers raises against the others."""
    name = f"answer.{who}"
    raised = {**centre, name: centre[name].at[kind, column].add(1.0)}
    scene = (after(*acts), hidden(), setting())
    terms = (apart(draw, *scene)["answer"] for draw in (raised, centre))
    gain = np.subtract(*(np.asarray(term) for term in terms))
    return {(int(mark), round(float(gain[mark]), 4)) for mark in np.flatnonzero(abs(gain) > 1e-5)}


BY_FIRST_ATTACK = deed(2, ATTACK)
MUTUAL_CLASH = deed(CLASH, DEEDS.index("clash"))


@pytest.mark.parametrize(
    ("who", "column", "moves"),
    [
        ("own", 0, {(0, 1.0)}), ("own", 2, {(2, 1.0)}), ("other", 0, {(3, 1.0)}),
        ("other", 2, {(5, 1.0)}), ("both", 0, {(CLASH, 1.0)}), ("both", 1, {(BATTLE, 1.0)}),
    ],
)  # fmt: skip
def test_a_deed_moves_what_its_maker_and_its_sufferer_do_next(
    who: str, column: int, moves: set, centre: Draw, after: After
) -> None:
    """The first side's attack: its own goings-on, the second side's answer, or both's."""
    assert answered(centre, who, ATTACK, column, 5, BY_FIRST_ATTACK, after=after) == moves
    for other in (SEIZURE, 0):
        assert answered(centre, who, other, column, 5, BY_FIRST_ATTACK, after=after) == set()


def test_the_same_deed_by_the_other_side_moves_the_other_marks(centre: Draw, after: After) -> None:
    by_second = deed(5, ATTACK)
    assert answered(centre, "own", ATTACK, 2, 2, by_second, after=after) == {(5, 1.0)}
    assert answered(centre, "other", ATTACK, 2, 2, by_second, after=after) == {(2, 1.0)}


@pytest.mark.parametrize("who", ["own", "other"])
def test_after_a_mutual_act_both_sides_are_maker_and_sufferer_alike(
    who: str, centre: Draw, after: After
) -> None:
    kind = int(MUTUAL_CLASH.deed)
    found = answered(centre, who, kind, 2, 2, MUTUAL_CLASH, after=after)
    assert found == {(2, 0.5), (5, 0.5)}


@pytest.mark.parametrize("name", ["last-deed.ratio", "answer.own", "answer.other", "answer.both"])
def test_a_deed_that_nobody_states_moves_nothing(name: str, draws: Draw) -> None:
    """Whatever is learned: its entry is held at nought by a prior without spread."""
    assert float(jnp.abs(draws[name][0]).max()) == 0.0
    assert np.abs(prior_parameters(20).values[name][:, 0]).max() == 0.0
    assert float(jnp.abs(draws[name][1:]).max()) > 0.0
