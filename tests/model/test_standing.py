"""How acts and days change where a confrontation stands."""

from collections.abc import Callable

import jax.numpy as jnp
import numpy as np
import pytest

from offramp.history import DEEDS, FIRST, MARKS, MUTUAL, SECOND
from offramp.model import (
    NO_GAP,
    Draw,
    Standing,
    at_peace,
    happen,
    opens_anew,
    pass_days,
    stocks_now,
    suffer,
)
from offramp.model._standing import HALF_LIVES, LEAKAGE_PRIOR, SALVO_WEIGHT

from .conftest import deed

After = Callable[..., Standing]


def test_at_peace_nobody_has_acted() -> None:
    peace = at_peace((200,))
    assert peace.stocks.shape == (8, len(HALF_LIVES), 200)
    assert (np.asarray(peace.gaps) == NO_GAP).all()
    assert int(peace.last_actor[0]) == int(peace.opener[0]) == MUTUAL
    assert float(peace.stocks.sum()) == float(peace.sting.sum()) == 0.0


@pytest.mark.parametrize("mark", range(8))
def test_an_act_is_laid_on_the_side_that_suffers_it(centre: Draw, mark: int) -> None:
    who = MARKS[mark][0]
    now = happen(centre, at_peace(), deed(mark))
    for stock in (now.sting, now.grievance, now.pressure):
        if who == MUTUAL:
            assert float(stock[0]) == float(stock[1]) > 0
        else:
            assert float(stock[who]) == 0.0 < float(stock[1 - who])
    assert int(now.last_actor) == int(now.opener) == who
    assert int(now.k) == 1
    assert np.asarray(now.stocks)[mark].tolist() == [1.0, 1.0, 1.0]
    assert float(now.stocks.sum()) == 3.0


@pytest.mark.parametrize(
    ("mark", "acted"),
    [(0, (0, 0)), (1, (0, 0)), (2, (1, 0)), (5, (0, 1)), (6, (1, 1)), (7, (1, 1))],
)
def test_only_force_makes_a_vow_good(centre: Draw, mark: int, acted: tuple[int, int]) -> None:
    assert happen(centre, at_peace(), deed(mark)).acted.tolist() == list(acted)


@pytest.mark.parametrize("mark", range(8))
def test_the_last_kind_tells_level_and_mutuality(centre: Draw, mark: int) -> None:
    kinds = {0: 0, 1: 1, 2: 2, 3: 0, 4: 1, 5: 2, 6: 3, 7: 4}
    assert int(happen(centre, at_peace(), deed(mark)).last_kind) == kinds[mark]


def test_relabelling_the_sides_swaps_every_stock(after: After) -> None:
    one, other = after(2, 4, 5, 6, 0), after(5, 1, 2, 6, 3)
    for name in ("sting", "grievance", "pressure", "acted", "non_state", "leakage"):
        assert np.array_equal(getattr(one, name), getattr(other, name)[::-1])
    assert np.array_equal(one.stocks, other.stocks[jnp.array([3, 4, 5, 0, 1, 2, 6, 7])])
    assert int(one.opener) == 1 - int(other.opener)


def test_the_opener_stays(after: After) -> None:
    assert int(after(5, 2, 2, 6).opener) == SECOND


@pytest.mark.parametrize(("days", "share"), [(15, 0.5), (30, 0.25)])
def test_stocks_fade_by_their_half_lives(centre: Draw, days: int, share: float) -> None:
    before = happen(centre, at_peace(), deed(2))
    now = pass_days(before, jnp.float32(days))
    for span, half_life in enumerate(HALF_LIVES):
        assert float(stocks_now(now)[2, span]) == pytest.approx(2 ** (-days / half_life))
    assert np.array_equal(now.stocks, before.stocks), "as they stood after the last act"
    assert float(now.sting[SECOND]) == pytest.approx(share)
    assert float(now.grievance[SECOND]) == pytest.approx(2 ** (-days / 120))
    assert int(now.since) == days
    assert int(now.k) == 1


def test_days_that_pass_in_parts_pass_alike(after: After) -> None:
    parts = after(2, 4, 5)
    for days in (3, 10, 17):
        parts = pass_days(parts, jnp.float32(days))
    for name, whole in after(2, 4, 5, days=30)._asdict().items():
        assert np.allclose(getattr(parts, name), whole, rtol=1e-5), name


def test_an_answer_in_proportion_takes_pressure_off(after: After) -> None:
    struck, answered, hinted = after(2), after(2, 5), after(2, 3)
    assert float(answered.pressure[SECOND]) == pytest.approx(0.0, abs=0.01)
    assert float(answered.pressure[SECOND]) < float(hinted.pressure[SECOND])
    assert float(hinted.pressure[SECOND]) < float(struck.pressure[SECOND])
    assert float(answered.grievance[SECOND]) > 0.9, "grievance counts answered ones too"


def test_the_sting_is_that_of_the_worst_and_does_not_add_up(after: After) -> None:
    assert float(after(2, 2, 2).sting[SECOND]) <= 1.0
    assert float(after(2, 2, 2).grievance[SECOND]) > 2.5


def test_acts_of_the_shadow_war_leave_tempo_and_momentum_alone(centre: Draw, after: After) -> None:
    before = after(1, 3)
    now = suffer(centre, before, deed(2))
    left_alone = (
        "last_kind", "last_actor", "last_deed", "last_dead", "since", "age", "k", "opener", "gaps",
        "stocks", "acted",
    )  # fmt: skip
    for name in left_alone:
        assert np.array_equal(getattr(now, name), getattr(before, name)), name
    assert float(now.grievance[SECOND]) > float(before.grievance[SECOND])


def test_an_exchange_teaches_what_gets_through(centre: Draw) -> None:
    now = happen(centre, at_peace(), deed(2, exposed=0.1))
    through, stopped = LEAKAGE_PRIOR
    assert now.leakage[FIRST].tolist() == pytest.approx(
        [through + 0.1 * SALVO_WEIGHT, stopped + 0.9 * SALVO_WEIGHT]
    )
    assert now.leakage[SECOND].tolist() == [through, stopped]
    unknown = happen(centre, at_peace(), deed(2, exposed=-1.0))
    assert unknown.leakage[FIRST].tolist() == [through, stopped]


def test_a_clash_teaches_nothing_of_salvoes(centre: Draw) -> None:
    assert np.array_equal(
        happen(centre, at_peace(), deed(6, exposed=0.5)).leakage, at_peace().leakage
    )


def test_what_was_struck_is_remembered_by_the_side_that_suffered(centre: Draw) -> None:
    struck = happen(centre, at_peace(), deed(5, non_state=1.0))
    assert struck.non_state.tolist() == [1.0, 0.0]
    assert happen(centre, struck, deed(5)).non_state.tolist() == [0.0, 0.0]
    assert happen(centre, struck, deed(2)).non_state.tolist() == [1.0, 0.0]


ATTACK, BLOCKADE = DEEDS.index("attack"), DEEDS.index("blockade")


def test_the_last_deed_and_its_dead_are_remembered_until_the_next(centre: Draw) -> None:
    struck = happen(centre, at_peace(), deed(2, ATTACK, log_dead=1.5))
    assert (int(struck.last_deed), float(struck.last_dead)) == (ATTACK, 1.5)
    after_days = pass_days(struck, jnp.float32(40))
    assert (int(after_days.last_deed), float(after_days.last_dead)) == (ATTACK, 1.5)
    blocked = happen(centre, after_days, deed(5, BLOCKADE))
    assert (int(blocked.last_deed), float(blocked.last_dead)) == (BLOCKADE, 0.0)


def test_the_last_three_gaps_are_kept_the_latest_first(centre: Draw) -> None:
    standing, seen = at_peace(), []
    for days in (5, 0, 3, 100, 181, 20):
        standing = happen(centre, pass_days(standing, jnp.float32(days)), deed(2))
        seen.append(standing.gaps.tolist())
    # Bins: 0 days 0, 3 days 2, 100 days 7, more than the window none, 20 days 5.
    assert seen == [
        [NO_GAP, NO_GAP, NO_GAP], [0, NO_GAP, NO_GAP], [2, 0, NO_GAP], [7, 2, 0],
        [NO_GAP, 7, 2], [5, NO_GAP, 7],
    ]  # fmt: skip


def test_the_age_runs_from_the_opening_to_the_last_act(centre: Draw) -> None:
    standing = happen(centre, pass_days(at_peace(), jnp.float32(70)), deed(2))
    assert int(standing.age) == 0, "what was before the opening counts for nothing"
    for days, age in ((4, 4), (10, 14)):
        standing = happen(centre, pass_days(standing, jnp.float32(days)), deed(5))
        assert int(standing.age) == age
    assert int(pass_days(standing, jnp.float32(9)).age) == 14


def test_what_opens_anew_forgets_its_count_and_rhythm_and_keeps_what_fades(after: After) -> None:
    before = after(2, 5, 6, 2, days=200)
    now = opens_anew(before)
    assert (int(now.k), int(now.age), now.gaps.tolist()) == (0, 0, [NO_GAP] * 3)
    for name in before._fields:
        if name not in ("k", "age", "gaps"):
            assert np.array_equal(getattr(now, name), getattr(before, name)), name


@pytest.mark.parametrize("counts", [0.0, 0.3])
def test_an_act_that_counts_less_leaves_less_momentum_and_nothing_else(
    centre: Draw, counts: float
) -> None:
    whole, part = (happen(centre, at_peace(), deed(2, counts=c)) for c in (1.0, counts))
    assert np.allclose(part.stocks, counts * whole.stocks)
    for name in whole._fields:
        if name != "stocks":
            assert np.array_equal(getattr(part, name), getattr(whole, name)), name
