"""Every row against the contract, and the first ten problems in full."""

from pathlib import Path
from typing import Any

import pytest

from datasets._made import mie, text_of, write
from offramp.datasets import DatasetError, open_dataset
from offramp.datasets._check import check_sheet
from offramp.datasets._contract import Column, Contract
from offramp.datasets._csv import read_sheet


def checked(folder: Path, text: str, *columns: Column, version: tuple[str, str] = ("", "")) -> Any:
    path = folder / "table.csv"
    path.write_text(text, "utf-8")
    return check_sheet(read_sheet(path), Contract("The table", columns, version=version))


def told(folder: Path, text: str, *columns: Column) -> list[str]:
    with pytest.raises(DatasetError) as caught:
        checked(folder, text, *columns)
    return [f"{p.line}:{p.column} {p.what} {p.right}".strip() for p in caught.value.problems]


def test_columns_get_their_types_and_others_stay_text(tmp_path: Path) -> None:
    columns = (Column("n"), Column("x", "number", empty=True), Column("t", "text"))
    table = checked(tmp_path, "o,n,x,t\n7,-9,1.5e1,a\n08,2.0,,b\n", *columns)
    assert table.to_pydict() == {
        "n": [-9, 2], "x": [15.0, None], "t": ["a", "b"], "o": ["7", "08"],
    }  # fmt: skip


@pytest.mark.parametrize(
    "cell", ["x", "1e3", "2.5", "--1", "1,", "１", "0x1", "nan", "inf", "9999999999", "1_0", "+1"]
)
def test_what_is_no_whole_number_is_none(cell: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, f'n\n"{cell}"\n', Column("n"))
    assert problem == f'2:1 n is "{cell}". It must be a whole number.'


@pytest.mark.parametrize("cell", ["x", "nan", "inf", "1e", "1e9999", ".", "1.2.3"])
def test_what_is_no_number_is_none(cell: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, f"n\n{cell}\n", Column("n", "number"))
    assert problem == f'2:1 n is "{cell}". It must be a number.'


def test_ranges_codes_and_shapes_are_told(tmp_path: Path) -> None:
    columns = (
        Column("a", low=1, high=12),
        Column("b", "number", low=0),
        Column("c", codes=frozenset({1, 2})),
        Column("d", "text", codes=frozenset({"m", "c"})),
        Column("e", "text", pattern="^[0-9]{4}$", like="1990"),
        Column("f", "text"),
    )
    assert told(tmp_path, "a,b,c,d,e,f\n13,-1,3,x,90,\n", *columns) == [
        '2:1 a is "13". It must be a whole number from 1 to 12.',
        '2:2 b is "-1". It must be a number of 0 or more.',
        '2:3 c is "3". Allowed: 1, 2.',
        '2:4 d is "x". Allowed: c, m.',
        '2:5 e is "90". It must look like 1990.',
        "2:6 f is empty. It must not be empty.",
    ]


def test_the_first_ten_are_told_by_line_and_the_rest_counted(tmp_path: Path) -> None:
    rows = [mie(1, number, action=99 if number % 2 else 16) for number in range(1, 31)]
    rows[28] |= {"hostlev": 9}
    with pytest.raises(DatasetError) as caught:
        open_dataset(write(tmp_path, "mie", rows))
    assert [problem.line for problem in caught.value.problems] == list(range(2, 22, 2))
    assert caught.value.more == 6
    assert caught.value.exit_code == 3


def test_missing_columns_are_told_with_what_is_near(tmp_path: Path) -> None:
    text = text_of([mie()]).replace("sidea1", "SideA1", 1).replace(",hostlev,", ",level,", 1)
    path = tmp_path / "mie-1.0.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(DatasetError) as caught:
        open_dataset(path)
    assert [f"{p.what} {p.right}" for p in caught.value.problems] == [
        'MIE 1.0 lacks the column "hostlev". Take the published file.',
        'MIE 1.0 lacks the column "sidea1". Is it the column "SideA1"? Name it "sidea1".',
    ]


def test_the_version_is_told_before_anything_else(tmp_path: Path) -> None:
    version = ("v", "5")
    columns = (Column("v", "text"), Column("n"))
    assert checked(tmp_path, "v,n\n5,1\n5.0,2\n", *columns, version=version).num_rows == 2
    with pytest.raises(DatasetError) as caught:
        checked(tmp_path, "v,n\n5,1\n4.3,x\n", *columns, version=version)
    (problem,) = caught.value.problems
    assert problem.line == 3
    assert problem.right == 'Offramp reads version "5".'
