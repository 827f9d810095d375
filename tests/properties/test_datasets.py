"""What may not matter to how events become histories, and what must turn with them."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datasets._made import icb2, midi, midip, mie, target, write, write_icb, write_midi
from offramp.datasets import open_dataset
from offramp.history import CLASH, Confrontations

Rows = list[dict[str, Any]]
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
STATES = (901, 902, 903)
SWAPPED = np.array([3, 4, 5, 0, 1, 2, 6, 7])


@st.composite
def mie_rows(draw: st.DrawFn) -> Rows:
    """Events of two confrontations between 901 and those that stand against it."""
    found: Rows = []
    for event in range(draw(st.integers(1, 12))):
        action, level = draw(st.sampled_from([(1, 2), (7, 3), (16, 4), (17, 4), (22, 5)]))
        other = draw(st.sampled_from(STATES[1:]))
        opener = draw(st.booleans())
        mutual = action in (17, 22)
        one, two = (901, other) if opener or mutual else (other, 901)
        found.append(
            mie(draw(st.integers(1, 2)), event + 1, ccode1=one, ccode2=two,
                sidea1=int(opener or mutual), action=action, hostlev=level,
                stmon=draw(st.integers(1, 12)), stday=draw(st.sampled_from([-9, 1, 2, 15, 28])),
                fatalmax2=draw(st.integers(0, 9)))
        )  # fmt: skip
    return found


def events(folder: Path, rows: Rows) -> Confrontations:
    return open_dataset(write(folder, "mie", rows))


def incidents(folder: Path, rows: Rows) -> Confrontations:
    """The same events as MID incidents, as far as these have such."""
    of: Rows = []
    for number, row in enumerate(rows, start=1):
        incident = 1000 * row["micnum"] + number
        day = {"stmon": row["stmon"], "stday": row["stday"]}
        action = {17: 17, 22: 20}.get(row["action"], row["action"])
        opener = int(row["ccode1"] == 901)
        of += [
            midip(incident, row["ccode1"], sidea=opener, action=action,
                  hostlev=row["hostlev"], **day),
            target(incident, row["ccode2"], sidea=1 - opener, **day),
        ]  # fmt: skip
    numbers = sorted({one["incidnum"] for one in of})
    return open_dataset(write_midi(folder, [midi(number) for number in numbers], of))


def same(one: Confrontations, other: Confrontations) -> bool:
    return all(np.array_equal(value, getattr(other, name)) for name, value in vars(one).items())


@given(rows=mie_rows(), data=st.data())
@QUICK
def test_the_order_of_rows_and_columns_does_not_matter(
    rows: Rows, data: st.DataObject, tmp_path: Path
) -> None:
    names = data.draw(st.permutations(list(rows[0])))
    mixed = [{name: row[name] for name in names} for row in data.draw(st.permutations(rows))]
    assert same(events(tmp_path, rows), events(tmp_path, mixed))


@given(rows=mie_rows())
@QUICK
def test_the_other_side_as_opener_swaps_the_marks(rows: Rows, tmp_path: Path) -> None:
    turned = [row | {"sidea1": 1 - row["sidea1"]} for row in rows]
    one, other = events(tmp_path, rows), events(tmp_path, turned)
    assert other.mark.tolist() == SWAPPED[one.mark].tolist()
    assert other.sides.tolist() == one.sides[:, ::-1].tolist()
    assert other.day.tolist() == one.day.tolist()


@given(rows=mie_rows())
@QUICK
def test_names_change_nothing_but_names(rows: Rows, tmp_path: Path) -> None:
    renamed = [row | {"ccode1": row["ccode1"] - 800, "ccode2": row["ccode2"] - 800} for row in rows]
    one, other = events(tmp_path, rows), events(tmp_path, renamed)
    assert other.mark.tolist() == one.mark.tolist()
    assert (other.sides.astype(int) + 800).tolist() == one.sides.astype(int).tolist()


@given(rows=mie_rows())
@QUICK
def test_the_same_events_are_the_same_in_both_datasets(rows: Rows, tmp_path: Path) -> None:
    one, other = events(tmp_path, rows), incidents(tmp_path, rows)
    years = date(1995, 1, 1) - date(1990, 1, 1)
    assert (other.day - years.days).tolist() == one.day.tolist()
    assert other.mark.tolist() == one.mark.tolist()
    assert other.sides.tolist() == one.sides.tolist()


@given(rows=mie_rows())
@QUICK
def test_histories_are_in_order_and_none_is_empty(rows: Rows, tmp_path: Path) -> None:
    found = events(tmp_path, rows)
    assert found.count == len(rows)
    steps = np.diff(found.history)
    assert found.history[0] == 0
    assert set(steps.tolist()) <= {0, 1}
    assert found.history[-1] == len(found.confrontation) - 1
    within = steps == 0
    assert (np.diff(found.day)[within] >= 0).all()
    assert (found.until >= found.day).all()
    assert (found.log_dead >= 0).all()
    assert (found.sides[:, 0] != found.sides[:, 1]).all()
    assert ((found.mark >= CLASH) == np.isin(found.action, (17, 22))).all()


@given(kinds=st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=9))
@QUICK
def test_a_crisis_actor_has_one_act_or_two(kinds: list[tuple[int, int]], tmp_path: Path) -> None:
    rows = [icb2(n + 2, n + 2, triggr=t, majres=r) for n, (t, r) in enumerate(kinds)]
    found = open_dataset(write_icb(tmp_path, [icb2(), *rows]))
    for history in range(len(found.confrontation)):
        marks = found.mark[found.history == history]
        assert len(marks) in (1, 2)
        assert marks[0] < 3, "the trigger is the adversary's"
        assert (marks[1:] >= 3).all(), "the response is the actor's"
