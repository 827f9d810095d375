"""Competing hypotheses: which acts speak for and against each posture of each side."""

from collections.abc import Sequence

from offramp.hypotheses import FAINT, STRONG, Cell, Hypothesis, Matrix, Row
from offramp.report._text import NBSP, brief_day, finite, percent, sentence_case, short, signed
from offramp.report.charts._shape import GROUPS, INK, PAPER, SCHEMA, Key, Spec, Table, fit

NAME: str = "hypotheses"
TITLE: str = "Acts against competing hypotheses"

MOST = 14


def caption(matrix: Matrix) -> str:
    """Say what the chart shows and how to read it."""
    silent = sum(bool(row.why) for row in matrix.rows)
    return (
        "How much likelier each act is if a side is disposed so than if it is disposed "
        "otherwise, the most discriminating first. CC and II: by a factor of 3 or more, for and "
        "against; C and I: by 1.25 or more; N: neither. "
        f"{silent} further acts and signals say nothing by construction: the model gives "
        "postures no likelihood of signals, nor of the shadow war’s acts."
    )


def alt(matrix: Matrix) -> str:
    """Tell the chart to someone who cannot see it."""
    told: list[str] = []
    for row in shown(matrix)[:3]:
        cells = zip(_columns(matrix), row.cells, strict=False)
        best = max(cells, key=lambda pair: pair[1].log_bayes_factor)
        told.append(f"{short(row.title, 60)}: most for {best[0].key}")
    return f"The most telling acts. {'; '.join(told) or 'None'}."


def legend(_matrix: Matrix) -> Sequence[Key]:
    """Name the colours."""
    return [("group-learned", "speaks for it"), ("group-dial", "speaks against it")]


def table(matrix: Matrix) -> Table:
    """Give the grade and the log Bayes factor of every act that says something."""
    rows = [row for row in matrix.rows if not row.why]
    header = ("Day", "Act", *(short(h.key, 40) for h in matrix.hypotheses))
    if not rows:
        return header, []
    chances = [
        ("", name, *(percent(getattr(h, when)) for h in matrix.hypotheses))
        for name, when in (("Chance before", "before"), ("Chance now", "now"))
    ]
    return header, [
        *(
            (brief_day(row.date), short(row.title, 80), *map(_told, row.cells))
            for row in rows
        ),
        *chances,
    ]  # fmt: skip


def spec(matrix: Matrix) -> Spec:
    """Return the Vega-Lite specification."""
    columns = _columns(matrix)
    rows = [
        {
            "act": label, "side": hypothesis.side,
            "posture": hypothesis.key.partition(": ")[2], "b": finite(cell.log_bayes_factor),
            "grade": cell.grade,
            "tip": f"{short(row.title, 80)}\n{brief_day(row.date)}\n{short(hypothesis.says, 80)}: "
            f"{_told(cell)} ({signed(cell.low)} to {signed(cell.high)})",
        }
        for row, label in zip(shown(matrix), _labels(shown(matrix)), strict=True)
        for hypothesis, cell in zip(columns, row.cells, strict=False)
    ]  # fmt: skip
    encoding: Spec = {
        "x": {
            "field": "posture",
            "type": "nominal",
            "sort": list(dict.fromkeys(row["posture"] for row in rows)),
            "axis": {"title": None, "ticks": False, "domain": False, "labelAngle": 0},
        },
        "y": {
            "field": "act",
            "type": "nominal",
            "sort": list(dict.fromkeys(row["act"] for row in rows)),
            "axis": {"title": None, "ticks": False, "domain": False},
        },
    }
    return {
        "$schema": SCHEMA,
        "usermeta": fit(250, narrow=150, least=180, most=2),
        "data": {"values": rows},
        "facet": {
            "field": "side",
            "type": "nominal",
            "sort": list(dict.fromkeys(h.side for h in columns)),
            "header": {"title": None},
        },
        "columns": 2,
        "spec": {
            "height": {"step": 22},
            "layer": [
                {
                    "mark": {"type": "rect", "stroke": PAPER},
                    "encoding": {
                        **encoding,
                        "color": {
                            "field": "b",
                            "type": "quantitative",
                            "scale": {
                                "type": "threshold",
                                "domain": [-FAINT, FAINT],
                                "range": [GROUPS["dial"], PAPER, GROUPS["learned"]],
                            },
                            "legend": None,
                        },
                        "opacity": {
                            "condition": {"test": f"abs(datum.b) >= {STRONG:.4f}", "value": 0.9},
                            "value": 0.45,
                        },
                        "tooltip": {"field": "tip"},
                    },
                },
                {
                    "mark": {"type": "text", "color": INK, "fontSize": 11},
                    "encoding": {**encoding, "text": {"field": "grade"}},
                },
            ],
        },
    }


def shown(matrix: Matrix) -> list[Row]:
    """List the rows that are drawn: the most discriminating."""
    return [row for row in matrix.rows if not row.why][:MOST]


def _columns(matrix: Matrix) -> list[Hypothesis]:
    return [h for h in matrix.hypotheses if h.claim is None]


def _labels(rows: Sequence[Row]) -> list[str]:
    """Label rows by day and title; rows that would read alike are numbered."""
    found: list[str] = []
    for row in rows:
        when = brief_day(row.date).rpartition(NBSP)[0]
        label = f"{when} {short(sentence_case(row.title), 38)}"
        alike = sum(each.partition(" (")[0] == label for each in found)
        found.append(f"{label} ({alike + 1})" if alike else label)
    return found


def _told(cell: Cell) -> str:
    return f"{cell.grade} {signed(cell.log_bayes_factor)}"
