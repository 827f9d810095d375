import csv
import io
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from _invented import AS_OF
from offramp.hypotheses import Cell, Hypothesis, Matrix, Row, matrix, to_csv
from offramp.record import Record

RUN_BY_SPREADSHEETS = "=+-@\t\r\n＝＋－＠"


def lines(text: str) -> list[list[Any]]:
    return list(csv.reader(io.StringIO(text), quoting=csv.QUOTE_NONNUMERIC))


def one_row(title: str, name: str = "a") -> Matrix:
    hypothesis = Hypothesis(title, "north", "", None, 0.5, 0.5)
    row = Row(name, date(2001, 1, 1), "act", title, (Cell(-1.2, -2.0, 0.0, "II"),), 1.2, "")
    return Matrix("a", date(2001, 1, 1), "r", "", (hypothesis,), (row,))


def test_every_row_and_hypothesis_is_there(invented: Record) -> None:
    found = matrix(invented, AS_OF)
    header, *rows = lines(to_csv(found))
    assert len(rows) == len(found.rows)
    assert header[4::2][:6] == [hypothesis.key for hypothesis in found.hypotheses]
    for line, row in zip(rows, found.rows, strict=True):
        assert line[:3] == [row.id, row.date.isoformat(), row.kind]
        assert line[4:16:2] == [cell.grade for cell in row.cells]
        assert line[5:16:2] == [round(cell.log_bayes_factor, 3) for cell in row.cells]


def test_numbers_stay_numbers() -> None:
    assert '"II",-1.2,1.2,""' in to_csv(one_row("plain"))


@given(st.text(min_size=1, max_size=40))
def test_no_text_is_run_by_a_spreadsheet(text: str) -> None:
    for line in lines(to_csv(one_row(text.replace("\x00", ""), text.replace("\x00", "")))):
        for cell in line:
            if isinstance(cell, str):
                assert not cell.lstrip(" ").startswith(tuple(RUN_BY_SPREADSHEETS))


def test_a_formula_is_shown_as_text() -> None:
    told = to_csv(one_row('=HYPERLINK("http://evil.example","x")'))
    assert "\"'=HYPERLINK(" in told
