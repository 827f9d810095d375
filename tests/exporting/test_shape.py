import csv
import io
from datetime import date

from offramp.exporting import Column, Table
from offramp.record import Record, new_record, parse_record

RECORD = parse_record(new_record("two-rivals"))


def table(value: object) -> Table:
    def one(record: Record) -> list[dict[str, object]]:
        return [{"crisis": record.id, "value": value}]

    columns = (
        Column("crisis", "string", "The record.", needed=True),
        Column("value", "string", "A value.", among=("a", "b")),
    )
    return Table("made", "Made", "Made up.", columns, one, ("crisis",))


def cell(value: object) -> str:
    (row,) = csv.DictReader(io.StringIO(table(value).csv([RECORD]), newline=""))
    return row["value"]


def test_cells_are_written_as_their_types_have_them() -> None:
    assert cell(None) == ""
    assert cell(()) == ""
    assert cell(date(2001, 2, 3)) == "2001-02-03"
    assert cell(("a", "b")) == "a;b"
    assert cell(-1.5) == "-1.5"
    assert cell(0) == "0"


def test_text_is_kept_whole_unless_a_spreadsheet_would_run_it() -> None:
    assert cell('two\nlines, "quoted"') == 'two\nlines, "quoted"'
    assert cell("-1 day") == "'-1 day"
    assert cell(("=1+1", "a")) == "'=1+1;a"


def test_the_schema_says_what_must_hold() -> None:
    made = table("a").schema()
    assert made["primaryKey"] == ["crisis"]
    assert [field.get("constraints") for field in made["fields"]] == [
        {"required": True},
        {"enum": ["a", "b"]},
    ]
    assert "foreignKeys" not in made
