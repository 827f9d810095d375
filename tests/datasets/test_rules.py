"""Days that exist, keys that stand once, columns that differ."""

from pathlib import Path

import pytest

from datasets._made import cluster, icb2, mie, write, write_icb
from offramp.datasets import DatasetError, open_dataset


def problems(path: Path) -> list[str]:
    with pytest.raises(DatasetError) as caught:
        open_dataset(path)
    return [f"{p.line}:{p.column} {p.what} {p.right}" for p in caught.value.problems]


@pytest.mark.parametrize(
    ("year", "month", "day", "length"),
    [(1990, 4, 31, 30), (1990, 2, 29, 28), (1900, 2, 29, 28), (1990, 3, -1, 31)],
)
def test_days_that_do_not_exist(
    year: int, month: int, day: int, length: int, tmp_path: Path
) -> None:
    path = write(tmp_path, "mie", [mie(1, 1), mie(1, 2, styear=year, stmon=month, stday=day)])
    assert problems(path) == [
        f"3:6 styear, stmon, stday: there is no day {year}-{month:02d}-{day:02d}. "
        f"That month has {length} days; -9 stands for an unknown one."
    ]


@pytest.mark.parametrize("day", [-9, 0, 29])
def test_unknown_days_and_leap_days_are_right(day: int, tmp_path: Path) -> None:
    assert open_dataset(write(tmp_path, "mie", [mie(styear=2000, stmon=2, stday=day)])).count == 1


def test_parts_of_a_month_are_right_where_the_codebook_has_them(tmp_path: Path) -> None:
    assert open_dataset(write_icb(tmp_path, [icb2(datrig=88, dayres=77)])).count == 2
    assert problems(write(tmp_path, "mie", [mie(stday=31, stmon=6)]))


def test_a_row_that_stands_twice(tmp_path: Path) -> None:
    path = write(tmp_path, "clusters", [cluster(), cluster(number=2), cluster("c"), cluster()])
    assert problems(path) == ["5:2 The row stands here twice by kind and id. Keep one of the two."]


def test_a_pair_of_one(tmp_path: Path) -> None:
    path = write(tmp_path, "mie", [mie(ccode1=902)])
    assert problems(path) == ["2:4 ccode1 and ccode2 are the same. They must differ."]
