"""The charts of what to watch, of hinges and of hypotheses: each draws a result of its own."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import vl_convert

from offramp.hypotheses import Cell, Hypothesis, Matrix, Row
from offramp.report.charts import _hinges, _hypotheses, _watch
from offramp.sensitivity import Hinge, Hinges, Observation, Watch

DAY = date(2001, 5, 6)
SEEN = Observation("north uses force", "force", "north", 14, 0.2, 0.3, 0.6, 0.2, 0.05, 0.1, 0.01,
                   True)  # fmt: skip
WATCH = Watch(
    "rivals", DAY, "quiet for 30d", 30, (7, 14), 0, 400, "run", "The program's.",
    (SEEN, replace(SEEN, what="south uses force", side="south", bits=0.04),
     replace(SEEN, by=7, bits=0.02), replace(SEEN, what="a clash", bits=0.0, tells=False),
     replace(SEEN, what="never seen", chance=0.0, if_seen=None, bits=0.0, tells=False)),
)  # fmt: skip
HINGE = Hinge("fear", "fear of the answer", "dial", 0.5, 0.1, 0.2, 0.4, -0.5, 0.5, "judgement")
HINGES = Hinges(
    "rivals", DAY, "quiet for 30d", 0.3, "", 0.2, 0.1, 0, 400, "run", "The program's.",
    (HINGE, Hinge("tempo", "tempo", "base", 0.2, 0.1, None, None, None, None, "learned"),
     Hinge("counted", "rungs", "counted", 0.1, 0.05, None, None, None, None, "the record"),
     Hinge("blur", "no more than blur", "learned", 0.02, 0.05, None, None, None, None, "")),
    (replace(HINGE, group="all-dials", label="all dials"),
     replace(HINGE, group="all-learned", label="all that was learned", kind="learned")),
)  # fmt: skip
HYPOTHESES = tuple(
    Hypothesis(f"{side}: {posture}", side, f"{side} is {posture}", None, 0.3, 0.4)
    for side in ("north", "south")
    for posture in ("patient", "in kind", "assertive")
)
CELLS = tuple(Cell(b, b - 0.1, b + 0.1, g) for b, g in ((1.2, "CC"), (-0.5, "I"), (0.0, "N")) * 2)
ROW = Row("raid", DAY, "act", "A raid over the river", CELLS, 1.7, "")
MATRIX = Matrix(
    "rivals", DAY, "run", "The program's.", HYPOTHESES,
    (ROW, replace(ROW, id="raid-2"), replace(ROW, id="vow", kind="signal", why="a signal")),
)  # fmt: skip

CASES: list[tuple[Any, Any]] = [(_watch, WATCH), (_hinges, HINGES), (_hypotheses, MATRIX)]
EVIL = "\"');evil()//<script>\u202e"


@pytest.mark.parametrize(("chart", "found"), CASES)
def test_every_chart_has_the_shape(chart: Any, found: Any) -> None:
    header, rows = chart.table(found)
    assert chart.__name__.rpartition("._")[2] == chart.NAME
    assert chart.caption(found).endswith(".")
    assert len(chart.alt(found)) > 40
    assert chart.legend(found)
    assert rows
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.parametrize(("chart", "found"), CASES)
def test_vega_draws_every_spec(chart: Any, found: Any) -> None:
    svg = vl_convert.vegalite_to_svg(chart.spec(found))
    assert len(re.findall(r"<path|<text|<line", svg)) > 20


@pytest.mark.parametrize(("chart", "found"), CASES)
def test_no_spec_asks_for_anything(chart: Any, found: Any) -> None:
    spec = json.dumps(chart.spec(found))
    assert '"url"' not in spec
    assert set(re.findall(r"https?://[^\"]+", spec)) == {
        "https://vega.github.io/schema/vega-lite/v6.json"
    }


@pytest.mark.parametrize(
    ("chart", "found"),
    [
        (_watch, replace(WATCH, observations=(replace(SEEN, what=EVIL),))),
        (_hinges, replace(HINGES, ask=EVIL, hinges=(replace(HINGE, label=EVIL),))),
        (_hypotheses, replace(MATRIX, rows=(replace(ROW, title=EVIL, id=EVIL),))),
    ],
)
def test_no_text_reaches_an_expression_nor_keeps_unseen_characters(chart: Any, found: Any) -> None:
    def expressions(value: Any) -> list[str]:
        keys = ("labelExpr", "filter", "test", "calculate", "expr", "signal")
        if isinstance(value, dict):
            own = [value[key] for key in keys if isinstance(value.get(key), str)]
            return own + [text for item in value.values() for text in expressions(item)]
        if isinstance(value, list):
            return [text for item in value for text in expressions(item)]
        return []

    spec = chart.spec(found)
    assert "evil" in json.dumps(spec)
    assert not any("evil" in text for text in expressions(spec))
    told = (chart.caption(found), chart.alt(found), *map(str, chart.table(found)[1]))
    assert "\u202e" not in json.dumps([spec, *told], ensure_ascii=False)


@pytest.mark.parametrize(
    ("chart", "found"),
    [
        (_watch, replace(WATCH, observations=())),
        (_hinges, replace(HINGES, hinges=())),
        (_hypotheses, replace(MATRIX, rows=())),
    ],
)
def test_nothing_to_draw_is_an_empty_table(chart: Any, found: Any) -> None:
    assert chart.table(found)[1] == []


def test_only_what_tells_is_drawn() -> None:
    assert [each.what for each in _watch.shown(WATCH)] == ["north uses force", "south uses force"]
    assert [each.group for each in _hinges.shown(HINGES)] == ["fear", "tempo", "counted"]
    assert [row.id for row in _hypotheses.shown(MATRIX)] == ["raid", "raid-2"]


def test_acts_that_read_alike_keep_their_rows() -> None:
    rows = _hypotheses.spec(MATRIX)["data"]["values"]
    assert len(rows) == 12
    assert len({row["act"] for row in rows}) == 2


def test_the_table_says_what_a_grade_rests_on() -> None:
    rows = _hypotheses.table(MATRIX)[1]
    assert rows[0][2] == "CC +1.20"
    assert rows[-1][1] == "Chance now"
