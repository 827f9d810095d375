"""Both lists of rivalries come out alike."""

from pathlib import Path

import pytest

from datasets._made import td, tss, write
from offramp.datasets import DatasetError, open_dataset

COLUMNS = [
    "number", "name", "ccode1", "ccode2", "start", "end",
    "positional", "spatial", "ideological", "interventionary",
]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "rows", "about"),
    [
        ("rivalries-tss", [tss(2), tss(1, spatial="")], [["interventionary"],
                                                         ["spatial", "interventionary"]]),
        ("rivalries-td", [td(2), td(1, type1="ideological", type2="")], [["ideological"],
                                                          ["positional", "spatial"]]),
    ],
)  # fmt: skip
def test_each_kind_of_rivalry_is_a_column(
    key: str, rows: list[dict[str, object]], about: list[list[str]], tmp_path: Path
) -> None:
    found = open_dataset(write(tmp_path, key, rows))
    assert found.column_names == COLUMNS
    table = found.to_pylist()
    assert [row["number"] for row in table] == [1, 2]
    assert [[kind for kind in COLUMNS[6:] if row[kind]] for row in table] == about
    assert (table[0]["ccode1"], table[0]["start"]) == (901, 1950)


def test_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match='type1 is "commercial"'):
        open_dataset(write(tmp_path, "rivalries-td", [td(type1="commercial")]))


@pytest.mark.parametrize(("name", "count"), [("tss", 264), ("td", 197)])
def test_the_published_files_are_read(name: str, count: int, shared: Path) -> None:
    assert open_dataset(shared / f"rivalries-{name}.csv").num_rows == count
