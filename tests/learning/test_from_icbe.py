import os
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from learning._icbe_rows import CRISIS, ONE, OPENS, THIRD, TWO, deed, said
from offramp.datasets import open_dataset
from offramp.history import MARKS, MUTUAL, SIGNAL_KINDS
from offramp.learning._from_icbe import (
    SINCE,
    acts_of,
    rows_by_crisis,
    same_crisis,
    told_by_icbe,
    told_of,
)
from offramp.learning._icbe_codes import SIDES
from offramp.learning._icbe_days import Row, days_of, span_of
from offramp.record import library, open_record

CLOSES = date(1996, 9, 30)


def acts(*rows: Row) -> list[tuple[int, int, int]]:
    dated = days_of(rows, OPENS)
    return [(act.day.day, act.maker, act.level) for act in acts_of(dated, SIDES[CRISIS])]


def test_acts_between_the_sides_count_and_others_do_not() -> None:
    found = acts(
        deed(1, 1, ONE, TWO, "deployment to area"), deed(2, 3, TWO, ONE, "bombard"),
        deed(3, 4, ONE, THIRD, "attack"), deed(4, 5, THIRD, TWO, "attack"),
        deed(5, 6, ONE, TWO, "annex"),
    )  # fmt: skip
    assert found == [(1, 0, 3), (3, 1, 4)]


def test_a_side_acts_once_a_sentence_on_the_highest_level_and_once_a_day_on_each() -> None:
    found = acts(
        deed(1, 1, ONE, TWO, "mobilization"), deed(1, 1, ONE, TWO, "attack"),
        deed(2, 1, ONE, TWO, "bombard"), deed(3, 1, ONE, TWO, "fortify"),
    )  # fmt: skip
    assert found == [(1, 0, 4), (1, 0, 3)]


def test_a_fight_of_both_in_one_sentence_is_a_clash_and_with_many_dead_a_battle() -> None:
    both = deed(1, 1, ONE, TWO, "battle/clash"), deed(1, 1, TWO, ONE, "battle/clash")
    assert acts(*both) == [(1, MUTUAL, 4)]
    assert acts(*both[:1]) == [(1, 0, 4)]
    many = [{**each, "interact_fatalities": "hundreds"} for each in both]
    assert acts(*many) == [(1, MUTUAL, 5)]
    together = deed(1, 1, f"{ONE};{TWO}", f"{ONE};{TWO}", "battle/clash")
    assert acts(together) == [(1, MUTUAL, 4)]


def test_an_ultimatum_is_an_act_besides_and_a_threat_only_with_a_condition() -> None:
    force = {"do_actor_a": ONE, "do_actor_b": TWO, "do_interact_kind": "escalatory"}
    ultimatum = said(1, 1, ONE, TWO, "ultimatum", **force)
    assert acts(ultimatum) == [(1, 0, 2)]
    threat = said(1, 1, ONE, TWO, "threaten", **force)
    assert acts(threat) == []
    assert acts({**threat, "condition": "happens"}) == [(1, 0, 2)]
    elsewhere = {**force, "do_actor_b": THIRD}
    assert acts(said(1, 1, ONE, THIRD, "ultimatum", **elsewhere)) == []


def test_a_crisis_is_laid_out_from_its_start() -> None:
    rows = [
        deed(1, 1, TWO, ONE, "mobilization"),
        said(2, 12, ONE, TWO, "demand"),
        deed(3, 14, ONE, TWO, "attack", interact_fatalities="tens", interact_location="target"),
        deed(4, 20, TWO, ONE, "bombard"),
    ]
    one = told_of(CRISIS, rows, date(1996, 9, 10), CLOSES)
    assert one is not None
    count = int(one.events.valid.sum())
    marks = [MARKS[mark] for mark in one.events.mark[:count]]
    # The side that acts first after the start stands first.
    assert marks == [(1, 3), (0, 4), (1, 4)]
    assert (one.before, one.acts) == (0, 2)
    assert one.events.day[:count].tolist() == [-29, -16, -10]
    assert one.events.renews[:count].tolist() == [1, 1, 0]
    assert one.events.log_dead[1] == pytest.approx(np.log1p(30))
    assert one.events.sovereign[:count].tolist() == [0, 1, 0]
    assert one.traits.nuclear.tolist() == [0, 1]
    assert SIGNAL_KINDS[one.signals.kind[0]] == "demand"
    assert told_of(CRISIS, rows, date(1996, 9, 25), CLOSES) is None


def test_swapping_what_the_two_do_swaps_only_their_traits() -> None:
    def told(one: str, two: str) -> Any:
        rows = [
            deed(1, 1, one, two, "mobilization"), said(2, 2, two, one, "demand"),
            deed(3, 4, two, one, "attack"),
        ]  # fmt: skip
        return told_of(CRISIS, rows, OPENS, CLOSES)

    here, there = told(ONE, TWO), told(TWO, ONE)
    for a, b in zip((*here.events, *here.signals), (*there.events, *there.signals), strict=True):
        np.testing.assert_array_equal(a, b)
    np.testing.assert_array_equal(here.traits.nuclear, there.traits.nuclear[::-1])


def test_a_record_is_known_by_its_pair_and_its_time() -> None:
    imia = open_record(library()["imia-1996"])
    span = date(1996, 1, 26), date(1996, 1, 31)
    assert same_crisis(imia, 417, span)
    assert not same_crisis(imia, 417, (date(1998, 1, 1), date(1998, 2, 1)))
    assert not same_crisis(imia, 438, span)


def test_the_published_file_holds_crises_of_these_years_alone() -> None:
    told = os.environ.get("OFFRAMP_SHARED_DATA")
    folder = Path(told) if told else Path(__file__).parents[3] / "shared" / "data"
    file = folder / "icbe-1.1-events.csv"
    if not file.exists():
        pytest.skip("the shared data are not here")
    table = open_dataset(file)
    records = [open_record(path) for path in library().values()]
    crises = told_by_icbe(table, records)
    every = told_by_icbe(table, [])
    assert len(every) > 20
    assert crises
    assert {one.crisis for one in crises} < {one.crisis for one in every}
    rows = rows_by_crisis(table, SIDES)
    for one in crises:
        span = span_of(rows[int(one.crisis.removeprefix("icb-"))])
        assert span is not None
        assert span[0] >= SINCE
        assert span[0].year <= 2002
        assert one.acts >= 1
    assert not {"icb-413", "icb-415", "icb-417", "icb-424", "icb-431"} & {
        one.crisis for one in crises
    }
