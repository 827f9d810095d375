"""Each side's ledger as one HTML page, and what one act changed in it."""

import json
from pathlib import Path

from markupsafe import Markup

from offramp._files import write_atomic
from offramp._version import __version__
from offramp.answers import ActEffect
from offramp.futures import Findings
from offramp.report._account import account_of
from offramp.report._bundle import packed, vega_bundle
from offramp.report._dossier_act import act_part
from offramp.report._embed import content_policy, safe_json
from offramp.report._environment import environment
from offramp.report._figure import asset, figure
from offramp.report._text import day
from offramp.report.charts import CHARTS
from offramp.report.charts import _effect as effect_chart

LEDGER = ("ledger-today", "ledger-days", "ledger-terms")


def render_ledger(findings: Findings, effect: ActEffect | None = None) -> str:
    """Draw each side's ledger as a self-contained HTML document.

    Parameters
    ----------
    findings : Findings
        Their ledger is drawn.
    effect : ActEffect, optional
        What one act changed, which comes first where it is given.

    Returns
    -------
    str
        HTML with its own scripts and data; its policy forbids every request.
    """
    bundle, script, style = vega_bundle(), asset("report.js"), asset("report.css")
    act = None
    if effect is not None:
        act = {**act_part(effect, findings.record), "chart": figure(effect_chart, effect)}
    return environment().get_template("ledger.html").render(
        policy=content_policy([bundle, script], [style]), style=Markup(style),
        script=Markup(script), bundle=Markup(packed(bundle)),
        config=Markup(safe_json(json.loads(asset("config.json")))),
        title=account_of(findings).title, as_of=day(findings.forecast.as_of), act=act,
        charts=[one for name in LEDGER if (one := figure(CHARTS[name], findings)) is not None],
        run=findings.forecast.run, version=__version__,
    )  # fmt: skip


def write_ledger(findings: Findings, path: Path, effect: ActEffect | None = None) -> Path:
    """Write the page, whole or not at all.

    Raises
    ------
    OfframpError
        When it cannot be written; an older file then stays as it was.
    """
    write_atomic(path, render_ledger(findings, effect))
    return path
