"""Crises of ICB: what was known at their triggers, and what followed."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from datasets._made import icb2
from likeness._world import IMIA, crisis, imia, view
from offramp.likeness._crises import CASES, KNOWN, Actors, actors_of, from_crises, traits_at
from offramp.likeness._results import Elsewhere

pa = pytest.importorskip("pyarrow")


def row(number: int = 1, **more: Any) -> dict[str, Any]:
    """State 902 is attacked by 901, answers after four days; it ends in agreement in June."""
    plain = {
        "crisname": f"RIVER {number}", "iwc": 1, "nuclear": 1, "powsta": 2, "regime": 3, "viol": 3,
        "outfor": 1, "outesr": 2, "yrterm": 1985, "moterm": 6, "daterm": 5,
    }  # fmt: skip
    return icb2(number, number, **{**plain, **more})


def read(*rows: dict[str, Any]) -> Actors:
    texts = [{key: str(value) for key, value in one.items()} for one in rows]
    return actors_of(pa.Table.from_pylist(texts))


def found(*rows: dict[str, Any], later: bool = False, own: bool = False) -> Elsewhere:
    record, seen = (imia(), view(real=True)) if own else (crisis(), view())
    return from_crises(read(*rows), record, seen.world.history, seen, later)


def features(actors: Actors, at: int) -> dict[str, float]:
    return dict(zip(KNOWN, traits_at(actors, at), strict=True))


def test_an_unknown_day_is_the_last_that_it_can_be() -> None:
    actors = read(
        row(datrig="", daterm=66.0), row(2, datrig=88.0, moterm=""), row(3, daterm=31, moterm=6),
        row(4, yrterm=""),
    )  # fmt: skip
    ends = [date.fromordinal(day) for day in actors.ends[:3].tolist()]
    assert date.fromordinal(int(actors.begins[0])) == date(1985, 3, 31)
    assert ends == [date(1985, 6, 10), date(1985, 12, 31), date(1985, 6, 30)]
    assert actors.ends[3] == -1


def test_what_came_of_a_crisis_is_no_feature() -> None:
    """Outcomes, the response and whatever came after the trigger move nothing."""
    plain = read(row(), row(2, yrtrig=1990, yrterm=1990))
    other = read(
        row(viol=4, outfor=9, outesr=1, majres=1, trgresra="", yrterm=1986),
        row(2, yrtrig=1990, yrterm=1991, viol=1, majres=3),
        row(3, yrtrig=1995, yrterm=1996, nuclear=4, powsta=4, cracid=901, trigent=902),
    )
    for at in (0, 1):
        np.testing.assert_array_equal(traits_at(plain, at), traits_at(other, at))


def test_the_other_sides_traits_are_what_was_last_known_of_it() -> None:
    actors = read(
        row(1, cracid=901, trigent=903, yrtrig=1970, nuclear=3, powsta=4, regime=1),
        row(2),
        row(3, yrtrig=1990, nuclear=4),
    )
    seen = features(actors, 1)
    assert seen["the adversary has nuclear weapons"] == 1.0
    assert seen["power of the adversary"] == 4.0
    assert seen["the adversary is a democracy"] == 1.0
    assert seen["earlier crises of the two"] == 0.0
    assert features(actors, 2)["earlier crises of the two"] == pytest.approx(np.log(2))
    assert np.isnan(features(actors, 0)["power of the adversary"])


def test_crises_that_were_not_over_are_not_compared() -> None:
    early = row(yrtrig=1994, yrterm=1995)
    late, endless = row(2, yrtrig=1996, yrterm=1997), row(3, yrterm="")
    assert [case.number for case in found(early, late, endless, own=True).cases] == [1]
    assert len(found(early, late, endless, own=True, later=True).cases) == 3
    assert "No crisis in it was over" in found(late, own=True).note


def test_the_crisis_itself_is_passed_over_with_all_its_actors() -> None:
    same = {"yrtrig": 1996, "motrig": 1, "yrterm": 1996, "moterm": 2}
    rows = (
        row(1, cracid=350, trigent=640, **same), {**row(2, cracid=2, **same), "crisno": 1},
        row(3, cracid=640, trigent=350), row(4),
    )  # fmt: skip
    there = found(*rows, own=True, later=True)
    assert {case.number for case in there.cases} == {3, 4}
    assert there.left_out == 1


def test_shares_count_what_followed() -> None:
    there = found(
        row(), row(2, majres=6, trgresra=3), row(3, majres=1, trgresra=1), row(4, trgresra="")
    )
    shares = {share.what: share for share in there.shares}
    force = shares["the other side answers by force within 30 days"]
    assert (force.share, force.count) == (pytest.approx(1 / 3), 3)
    silent = shares["the other side does nothing of a military kind within 30 days"]
    assert silent.share == pytest.approx(1 / 3)
    assert silent.probability == view().silence_of_other(30).mean
    assert shares["it came back within five years"].count == 4
    assert shares["full-scale war before it ended"].probability is None


def test_whether_it_came_back_is_told_only_where_that_was_known() -> None:
    there = found(row(yrtrig=1990, yrterm=1992), row(2, yrtrig=1980, yrterm=1985), own=True)
    back = next(share for share in there.shares if "came back" in share.what)
    assert (len(there.cases), back.count) == (2, 1)


def test_the_day_of_the_trigger_counts_as_the_first() -> None:
    case = found(row(trgresra=5)).cases[0]
    assert [(one.days, one.by, one.level) for one in case.course] == [(4, "other", 4)]
    assert "serious clashes; ended by a formal agreement" in case.told
    assert found(row(majres=1)).cases[0].course == ()


def test_the_order_of_rows_changes_nothing() -> None:
    rows = [row(n, triggr=1 + n % 9, yrtrig=1960 + n, yrterm=1961 + n) for n in range(1, 30)]
    there, back = found(*rows), found(*reversed(rows))
    assert [case.number for case in there.cases] == [case.number for case in back.cases]
    assert there.shares == back.shares


def test_published_crises_are_searched(shared: Path) -> None:
    pacsv = pytest.importorskip("pyarrow.csv")
    actors = actors_of(pacsv.read_csv(shared / "icb2v15.csv"))
    seen = view(real=True)
    there = from_crises(actors, imia(), seen.world.history, seen, later=False)
    assert len(there.cases) == CASES
    assert all(case.day < IMIA for case in there.cases)
    hindsight = from_crises(actors, imia(), seen.world.history, seen, later=True)
    assert hindsight.left_out == 1
