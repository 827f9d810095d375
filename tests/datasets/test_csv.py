"""A CSV file as it may come out of a spreadsheet, an archive or an editor."""

from pathlib import Path

import pytest

from datasets._made import mie, text_of
from offramp._errors import UsageError
from offramp.datasets import DatasetError, open_dataset
from offramp.datasets._csv import read_header, read_sheet

ROWS = [mie(1, 1), mie(1, 2)]
TEXT = text_of(ROWS)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "table.csv"
    path.write_bytes(content)
    return path


def refused(folder: Path, content: bytes) -> DatasetError:
    with pytest.raises(DatasetError) as caught:
        open_dataset(written(folder, content))
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode(),
        text_of(ROWS, end="\r\n").encode(),
        b"\xef\xbb\xbf" + text_of(ROWS, end="\r\n").encode(),
        text_of(ROWS, end="\r").encode(),
        TEXT.rstrip("\n").encode(),
        TEXT.replace("\n", "\n\n").encode(),
        TEXT.replace(",", " , ").encode(),
        TEXT.replace(",901,", ',"901",').encode(),
        TEXT.replace(",901,902,", ",901.0,902.,").encode(),
    ],
    ids=[
        "bom",
        "two-boms",
        "crlf",
        "bom-crlf",
        "cr",
        "no-end",
        "blank-lines",
        "spaces",
        "quotes",
        "floats",
    ],
)
def test_what_does_not_matter_changes_nothing(content: bytes, tmp_path: Path) -> None:
    plain = open_dataset(written(tmp_path, TEXT.encode()))
    other = open_dataset(written(tmp_path, content))
    assert other.day.tolist() == plain.day.tolist()
    assert other.mark.tolist() == plain.mark.tolist() == [2, 2]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf\n \n", "The file is empty."),
        (TEXT.splitlines()[0].encode(), "The table has a header and no rows."),
        (text_of(ROWS, ";").encode(), "separated by semicolons. Save it as"),
        (text_of(ROWS, "\t").encode(), "separated by tabs."),
        (TEXT.encode("utf-16"), "This is UTF-16 text, not CSV."),
        (b"PK\x03\x04 and so on", "This is a zip archive or a workbook, not CSV."),
        (b"PAR1 and so on", "This is a parquet file"),
        (b"a,b\n1,2\n", "No dataset that Offramp reads has these columns."),
        (TEXT.replace("eventnum", "micnum").encode(), 'The column "micnum" stands here twice.'),
    ],
)
def test_what_is_no_such_table_is_said_plainly(content: bytes, told: str, tmp_path: Path) -> None:
    assert told in str(refused(tmp_path, content))


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    content = text_of([mie(1, 1), mie(1, 2) | {"version": "Köln"}]).encode("latin-1")
    (problem,) = refused(tmp_path, content).problems
    assert problem.line == 3
    assert "byte 0xf6 in this line is not UTF-8" in problem.what


def test_a_null_byte_is_told_with_its_line(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, TEXT.replace("16", "1\0").encode()).problems
    assert (problem.line, problem.what) == (2, "There is a null byte in this line.")


def test_rows_of_another_width_are_told_with_their_lines(tmp_path: Path) -> None:
    lines = text_of([mie(1, n) for n in range(1, 20)]).splitlines()
    for at in range(2, 16):
        lines[at] += ",7"
    lines[17] = "1,2,3"
    error = refused(tmp_path, "\n".join(lines).encode())
    assert [problem.line for problem in error.problems] == list(range(3, 13))
    assert error.problems[0].what == "The row has 19 cells, and there are 18 columns."
    assert error.more == 5
    assert str(error).endswith("5 more problems like these.")


def test_lines_are_counted_through_blank_lines_and_quoted_line_ends(tmp_path: Path) -> None:
    rows = [mie(1, 1) | {"note": "two\nlines"}, mie(1, 2) | {"note": ""}]
    bad = mie(1, 3, action=99) | {"note": ""}
    text = text_of([*rows, bad]).replace("\n1,2,", "\n\n\n1,2,")
    (problem,) = refused(tmp_path, text.encode()).problems
    assert problem.line == text[: text.index("\n1,3,") + 1].count("\n") + 1 == 7


def test_a_quote_that_is_not_closed_is_told_with_its_line(tmp_path: Path) -> None:
    text = text_of([mie(1, n) for n in range(1, 9)])
    at = text.index("\n1,4,") + 3
    (problem,) = refused(tmp_path, (text[:at] + '"' + text[at:]).encode()).problems
    assert problem.line == 5
    assert problem.what.startswith("A quote is opened in the row that begins here")


def test_a_quote_inside_a_cell_is_a_quote(tmp_path: Path) -> None:
    table = written(tmp_path, b'a,b\n5" gun,1\nx,2\n')
    assert read_sheet(table).rows.to_pydict() == {"a": ['5" gun', "x"], "b": ["1", "2"]}


def test_what_is_no_file_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no file"):
        read_sheet(tmp_path / "none.csv")
    with pytest.raises(UsageError, match=r"is a folder\. Name the CSV file in it"):
        read_header(tmp_path)


def test_a_sheet_holds_text_without_space_round_it(tmp_path: Path) -> None:
    sheet = read_sheet(written(tmp_path, b" a , b\n 1, \n"))
    assert sheet.header == ("a", "b")
    assert sheet.rows.to_pydict() == {"a": ["1"], "b": [""]}
    assert sheet.line(0) == 2
