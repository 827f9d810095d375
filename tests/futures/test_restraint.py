"""Holding one side back never makes the other act first: future by future, with shared luck.

Each side's clock has luck of its own. Until somebody acts, a future with restraint and the
same one without differ only in the clocks of the side held back and of what takes both. So
nothing comes sooner, whoever was first without restraint and is not held back is first with
it at the same moment, and the other side comes newly first only where, without restraint, one
that is held back would have been there before it. A softmax over who acts would hand the
share of the one to the other and break the last.
"""

from collections.abc import Callable

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, SAID, act, invent, plain, signal
from offramp.futures import Futures
from offramp.history import FIRST, MUTUAL, SECOND, from_record
from offramp.model import Parameters
from offramp.record import Record

Run = Callable[..., Futures]
PARTY = {"north": "northland", "south": "southland"}


def first_acts(futures: Futures) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give day, actor and rung of each future's first act; the day past the end for none."""
    acts = futures.mark[..., 0] >= 0
    day = np.where(acts.any(1), acts.argmax(1), futures.days)
    at = np.minimum(day, futures.days - 1)
    rows = np.arange(futures.count)
    actor = np.where(day < futures.days, futures.mark[rows, at, 0] // 3, -1)
    return day, actor, np.where(actor >= 0, futures.rung[rows, at, 0], -1)


def check(loose: Futures, tight: Futures, held: int) -> None:
    """Check, future by future, what holding a side back may change of the first acts."""
    other = 1 - held
    day, actor, rung = first_acts(loose)
    now, who, how_high = first_acts(tight)
    assert (now >= day).all(), "no first act comes sooner"
    was_other = actor == other
    assert was_other.sum() > 20
    assert (now[was_other] == day[was_other]).all()
    assert (who[was_other] == other).all()
    assert (how_high[was_other] == rung[was_other]).all()
    newly = (who == other) & ~was_other
    assert np.isin(actor[newly], (held, MUTUAL)).all()
    assert (day[newly] <= now[newly]).all()
    assert (who == held).sum() < (actor == held).sum()


@pytest.mark.parametrize("side", ["north", "south"])
def test_a_third_party_that_withholds(run: Run, parameters: Parameters, side: str) -> None:
    strong = parameters.replace("restraint.force", -2.5)
    said = [*SAID[:3], signal("hold", 13, "stance", "neighbour", PARTY[side], stance="withholds")]
    loose = from_record(invent(CRISIS, SAID[:3]), AS_OF)
    tight = from_record(invent(CRISIS, said), AS_OF)
    check(run(loose, parameters=strong), run(tight, parameters=strong), loose.sides.index(side))


@pytest.mark.parametrize("side", ["north", "south"])
def test_a_dial_that_is_turned_down(run: Run, parameters: Parameters, side: str) -> None:
    said = [signal("hold", 13, "stance", "neighbour", PARTY[side], stance="withholds")]
    history = from_record(invent(CRISIS, said), AS_OF)
    loose, tight = (
        run(history, parameters=parameters.replace("restraint.force", value))
        for value in (0.0, -2.5)
    )
    check(loose, tight, history.sides.index(side))


@pytest.mark.parametrize(("side", "party"), [("iran", "iran"), ("israel", "israel")])
def test_in_the_shipped_crisis(
    run: Run, parameters: Parameters, shipped: Record, side: str, party: str
) -> None:
    from datetime import date

    as_of = date(2024, 4, 14)
    outside = (p for p in shipped.parties if shipped.side_of(p.id, as_of) is None)
    third = next(party.id for party in outside if party.kind == "state")
    raw = plain(shipped)
    raw["signals"].append(
        {"id": "hold", "date": as_of.isoformat(), "kind": "stance", "from": third,
         "to": [party], "stance": "restrains"}
    )  # fmt: skip
    strong = parameters.replace("restraint.force", -2.5)
    loose, tight = (from_record(r, as_of) for r in (shipped, Record.model_validate(raw)))
    check(run(loose, parameters=strong), run(tight, parameters=strong), loose.sides.index(side))


def test_the_other_does_not_gain_what_the_one_loses(run: Run, parameters: Parameters) -> None:
    """The other is next on day 1 more often only by what the one no longer forestalls."""
    history = from_record(
        invent(
            CRISIS, [signal("hold", 13, "stance", "neighbour", "northland", stance="withholds")]
        ),
        AS_OF,
    )
    assert history.sides[FIRST] == "north"
    loose, tight = (
        run(history, parameters=parameters.replace("restraint.force", value), draws=25_000)
        for value in (0.0, -3.0)
    )
    (day, actor, _), (now, who, _) = first_acts(loose), first_acts(tight)
    lost = ((day == 0) & (actor == FIRST)).mean() - ((now == 0) & (who == FIRST)).mean()
    gained = ((now == 0) & (who == SECOND)).mean() - ((day == 0) & (actor == SECOND)).mean()
    assert lost > 0.01
    assert 0 <= gained < 0.1 * lost


def test_who_is_restrained_is_read_from_the_record() -> None:
    loud = act("x", 13, "southland", "display")
    found = from_record(invent([*CRISIS, loud], SAID), AS_OF).signals
    assert found.side[(found.valid > 0) & (found.kind == 8)].tolist() == [SECOND]
