import json
import re
from dataclasses import replace

import pytest
import vl_convert

from offramp.futures import Findings
from offramp.report.charts import CHARTS

from ._sample import sample_findings

NAMES = list(CHARTS)


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_has_the_shape(name: str, findings: Findings) -> None:
    chart = CHARTS[name]
    header, rows = chart.table(findings)
    assert name == chart.NAME
    assert chart.TITLE
    assert chart.caption(findings).endswith(".")
    assert len(chart.alt(findings)) > 40
    assert chart.legend(findings)
    assert rows
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.parametrize("name", NAMES)
def test_vega_draws_every_spec(name: str, findings: Findings) -> None:
    svg = vl_convert.vegalite_to_svg(CHARTS[name].spec(findings))
    assert len(re.findall(r"<path|<text|<line", svg)) > 20


@pytest.mark.parametrize("name", NAMES)
def test_no_spec_asks_for_anything(name: str, findings: Findings) -> None:
    spec = json.dumps(CHARTS[name].spec(findings))
    assert '"url"' not in spec
    assert set(re.findall(r"https?://[^\"]+", spec)) == {
        "https://vega.github.io/schema/vega-lite/v6.json"
    }


def test_no_name_of_the_record_reaches_an_expression(findings: Findings) -> None:
    sides = findings.forecast.sides
    named = replace(
        findings,
        forecast=replace(
            findings.forecast,
            sides=(replace(sides[0], name="datum.evil"), replace(sides[1], name="evil()")),
        ),
    )
    keys = ("labelExpr", "filter", "test", "calculate", "expr", "signal")

    def expressions(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value[key] for key in keys if isinstance(value.get(key), str)]
            return own + [text for item in value.values() for text in expressions(item)]
        if isinstance(value, list):
            return [text for item in value for text in expressions(item)]
        return []

    for chart in CHARTS.values():
        for text in expressions(chart.spec(named)):
            assert "evil" not in text


def test_the_ladder_draws_every_act_and_signal(findings: Findings) -> None:
    views = CHARTS["ladder"].spec(findings)["vconcat"]
    record = findings.record
    assert len(views[0]["data"]["values"]) == len(record.acts)  # type: ignore[attr-defined]
    assert len(views[1]["data"]["values"]) == len(record.signals)  # type: ignore[attr-defined]


def test_an_uncertain_date_is_a_span_and_an_exact_one_is_not(findings: Findings) -> None:
    rows = CHARTS["ladder"].spec(findings)["vconcat"][0]["data"]["values"]
    spans = {row["tip"].partition("\n")[0] for row in rows if "t0" in row}
    assert "A rail bridge is sabotaged" in spans
    assert "Operation Plain Answer" not in spans


def test_hollow_is_what_nobody_admits(findings: Findings) -> None:
    rows = CHARTS["ladder"].spec(findings)["vconcat"][0]["data"]["values"]
    hollow = {row["tip"].partition("\n")[0] for row in rows if row.get("hollow")}
    assert "The legation in Corvale is hit" in hollow
    assert "Operation Plain Answer" not in hollow


def test_swapped_sides_swap_their_colours(findings: Findings) -> None:
    sides = findings.forecast.sides
    swapped = replace(findings, forecast=replace(findings.forecast, sides=(sides[1], sides[0])))
    other = {"a": "b", "b": "a", "both": "both", "other": "other"}
    before = CHARTS["ladder"].spec(findings)["vconcat"][0]["data"]["values"]
    after = CHARTS["ladder"].spec(swapped)["vconcat"][0]["data"]["values"]
    assert [row["tone"] for row in after] == [other[row["tone"]] for row in before]


def test_a_chart_with_nothing_to_draw_has_an_empty_table() -> None:
    bare = sample_findings()
    forecast = replace(bare.forecast, exchanges=(), delays=(), curves=(), next_acts=(), answers=())
    bare = replace(
        bare,
        forecast=forecast,
        postures=(),
        ledger=replace(bare.ledger, days=(), terms=(), totals=()),
        odds=replace(bare.odds, days=(), lines=()),
    )
    empty = {name for name, chart in CHARTS.items() if not chart.table(bare)[1]}
    assert empty == set(NAMES) - {"ladder", "highest", "skill"}
