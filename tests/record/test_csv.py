import pytest

from offramp.record import check_content
from offramp.record._csv import MAX_CSV_BYTES, read_acts
from offramp.record._places import Places

from .conftest import SEEDS


def read(text: str) -> tuple[list[dict[str, object]], list[tuple[int, int, str]]]:
    acts, problems = read_acts(text.encode(), "acts.csv", Places("crisis.yaml"), 0)
    return acts, [(p.line, p.column, p.what) for p in problems]


def test_columns_become_fields() -> None:
    acts, problems = read(
        "id,by,killed,target.kind,target.leaders,sources,exchange.launched.air-launched\n"
        'a,x; y,7..16,military,A|senior;B|minister,"s|one, two;t",3\n\nb,,,,,,\n'
    )
    assert problems == []
    assert acts == [
        {
            "id": "a",
            "by": ["x", "y"],
            "killed": "7..16",
            "target": {
                "kind": "military",
                "leaders": [{"name": "A", "rank": "senior"}, {"name": "B", "rank": "minister"}],
            },
            "sources": [{"id": "s", "quote": "one, two"}, {"id": "t"}],
            "exchange": {"launched": {"air-launched": "3"}},
        },
        {"id": "b"},
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ("", 1, 1, "empty"),
        ("id,dat\nx,y", 1, 2, 'no column "dat"'),
        ("id,id\nx,y", 1, 2, "twice"),
        ("id,by\nx,y,z", 2, 1, "3 cells"),
        ('id,by\n"x\ny",z\na', 4, 1, "1 cells"),
        ('id\n"x', 2, 1, "cannot be read"),
        ("id\nx\x00", 2, 2, "control character"),
    ],
)
def test_bad_tables(text: str, line: int, column: int, what: str) -> None:
    _, problems = read(text)
    assert problems[0][:2] == (line, column)
    assert what in problems[0][2]


def test_too_large() -> None:
    _, problems = read_acts(b"x" * (MAX_CSV_BYTES + 1), "acts.csv", Places("f"), 0)
    assert "larger than 20 MB" in problems[0].what


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("offramp.record._csv.MAX_ROWS", 2)
    assert read("id\na\nb\n")[1] == []
    assert read("id\na\nb\nc\n")[1] == [(4, 1, "There are more than 2 acts.")]


def test_rows_join_the_record_and_keep_their_lines(small: str) -> None:
    table = (SEEDS / "long.csv").read_text(encoding="utf-8")
    record = check_content(small.encode(), table.encode()).record
    assert record is not None
    assert [act.id for act in record.acts] == ["post", "salvo", "x1", "x2"]
    assert record.act("x1").sources[0].quote == "they said, twice"
    result = check_content(small.encode(), table.replace("display", "dispaly").encode())
    assert [(p.file, p.line, p.column) for p in result.errors] == [("acts.csv", 3, 5)]
