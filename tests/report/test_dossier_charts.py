"""The charts of a dossier: each draws one of its parts."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import vl_convert

from offramp.report.charts import (
    _contrasts,
    _effect,
    _hypotheses,
    _pareto,
    _questions,
    _surface,
    _waiting,
)

from ._sample_dossier import ASKED, CLAIMS, EFFECT, MATRIX, OFFRAMPS, REPLY, SURFACE, contrast

CASES: list[tuple[Any, Any]] = [
    (_questions, ASKED), (_contrasts, CLAIMS), (_effect, EFFECT), (_pareto, OFFRAMPS),
    (_waiting, OFFRAMPS),
]  # fmt: skip
EVIL = "\"');evil()//<script>\u202e"
BARE_MOMENT = replace(EFFECT.at_once, terms=(), totals=())
BARE: list[tuple[Any, Any]] = [
    (_questions, replace(ASKED, answers=())),
    (_contrasts, replace(CLAIMS, claims=CLAIMS.claims[-1:])),
    (_effect, replace(EFFECT, at_once=BARE_MOMENT, later=None)),
    (_pareto, replace(OFFRAMPS, offramps=())),
    (_waiting, replace(OFFRAMPS, waiting=())),
]


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


@pytest.mark.parametrize(("chart", "found"), BARE)
def test_nothing_to_draw_is_an_empty_table(chart: Any, found: Any) -> None:
    assert not chart.table(found)[1]


@pytest.mark.parametrize(
    ("chart", "found"),
    [
        (_questions, replace(ASKED, answers=(replace(REPLY, plain=EVIL),))),
        (_contrasts, replace(CLAIMS, claims=(replace(CLAIMS.claims[0], id=EVIL, quote=EVIL),))),
        (_effect, replace(EFFECT, act=EVIL, at_once=replace(
            EFFECT.at_once, terms=(replace(EFFECT.at_once.terms[0], label=EVIL, side=EVIL),),
            totals=(replace(EFFECT.at_once.totals[0], side=EVIL),)))),
        (_pareto, replace(OFFRAMPS, offramps=(replace(OFFRAMPS.offramps[0], moves=(EVIL,)),))),
    ],
)  # fmt: skip
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


def test_a_contrast_has_both_arms_and_a_forecast_one() -> None:
    rows = _questions.spec(ASKED)["data"]["values"]
    assert [row["arm"] for row in rows] == ["forecast", "forecast", "as it was", "supposed"]


def test_a_long_question_is_folded_and_stays_whole_in_its_tip() -> None:
    ask = f"{REPLY.plain}, supposing that Bland does nothing for 30 days"
    (row,) = _questions.spec(replace(ASKED, answers=(replace(REPLY, plain=ask),)))["data"]["values"]
    assert 1 < len(row["what"].split("\n")) <= _questions.LINES
    assert row["tip"].startswith(ask)


@pytest.mark.parametrize("expect", ["higher", "lower"])
def test_right_of_nothing_is_what_the_claim_expects(expect: str) -> None:
    one = replace(CLAIMS.claims[0], expect=expect, answer=contrast(0.2, 0.1, 0.3))
    (leaning,) = _contrasts.leanings(replace(CLAIMS, claims=(one,)))
    assert (leaning.mean > 0) == (expect == "higher")
    assert leaning.low <= leaning.mean <= leaning.high


def test_what_the_record_says_for_certain_is_not_drawn() -> None:
    drawn = {one.claim.id for one in _contrasts.leanings(CLAIMS)}
    assert drawn == {claim.id for claim in CLAIMS.claims} - {"a-first", "hopes"}


def test_only_chances_share_the_picture() -> None:
    panels = {row["panel"] for row in _contrasts.spec(CLAIMS)["data"]["values"]}
    assert panels == {_contrasts.CHANCES, _contrasts.FORECASTS}


def test_the_plans_that_no_other_beats_are_marked() -> None:
    rows = _pareto.spec(OFFRAMPS)["data"]["values"]
    assert [row["rank"] for row in rows if row["best"]] == ["1", "2", "4"]


def test_waiting_shows_each_delay() -> None:
    assert [row["day"] for row in _waiting.spec(OFFRAMPS)["data"]["values"]] == [0, 3, 7, 14, 30]


@pytest.mark.parametrize(("chart", "found"), [*CASES, (_surface, SURFACE), (_hypotheses, MATRIX)])
def test_no_scale_mixes_colours_that_the_page_names(chart: Any, found: Any) -> None:
    # A browser cannot mix two of them, and would draw black.
    def scales(value: Any) -> list[dict[str, Any]]:
        if isinstance(value, dict):
            own = [value] if "var(" in json.dumps(value.get("scale", "")) else []
            return own + [each for item in value.values() for each in scales(item)]
        if isinstance(value, list):
            return [each for item in value for each in scales(item)]
        return []

    for channel in scales(chart.spec(found)):
        assert channel["type"] == "nominal" or channel["scale"]["type"] == "threshold"
