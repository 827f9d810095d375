"""The chart of a verdict over two dials."""

import json
from typing import Any

import vl_convert

from offramp.claims import Axis, Surface
from offramp.report.charts import _surface

VALUES = tuple(float(x) for x in range(-3, 4))
FIRST = Axis("fear", "fear of the answer", VALUES, 0.0, -1.0, 1.0)
SECOND = Axis("vow", "vows", VALUES, 0.0, -2.0, 2.0)
MEANS = tuple(tuple(0.01 * (i + j - 6) for j in range(7)) for i in range(7))
SIGNS = tuple(tuple((i + j > 9) - (i + j < 3) for j in range(7)) for i in range(7))
FOUND = Surface("quiet for 30d without raid", FIRST, SECOND, MEANS, SIGNS, "", 0.01)


def test_it_has_the_shape_of_all_charts() -> None:
    header, rows = _surface.table(FOUND)
    assert _surface.NAME == "surface"
    assert _surface.caption(FOUND).endswith(".")
    assert "49 points" in _surface.alt(FOUND)
    assert {len(row) for row in rows} == {len(header)} == {8}
    assert rows[0][1].endswith("*")
    assert not rows[3][4].endswith("*")


def test_it_draws_every_point_and_frames_what_is_believed() -> None:
    drawn: dict[str, Any] = _surface.spec(FOUND)
    assert len(drawn["data"]["values"]) == 49
    assert len(drawn["layer"][2]["data"]["values"]) == 3 * 5
    svg = vl_convert.vegalite_to_svg(json.dumps(drawn))
    assert svg.count("−") >= 6


def test_nothing_evil_becomes_markup() -> None:
    evil = "\"');evil()//<script>\u202e"
    found = Surface(evil, FIRST, SECOND, MEANS, SIGNS, "", 0.01, evil)
    assert "<script>" not in json.dumps(_surface.spec(found))
