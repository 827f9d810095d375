"""A chart laid out as a page's figure, and the page's own files."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from offramp.report._embed import safe_json
from offramp.report._text import clean


def figure(chart: Any, findings: Any) -> dict[str, Any] | None:
    """Lay out one chart of what it draws; None where it has nothing to draw."""
    header, rows = chart.table(findings)
    if not rows:
        return None
    # The ladder's table is the list of all acts and signals, with their quotes and links.
    shown: Sequence[Sequence[str]] = () if chart.NAME == "ladder" else rows
    return {
        "name": chart.NAME,
        "title": chart.TITLE,
        "caption": chart.caption(findings),
        "alt": clean(chart.alt(findings), 900),
        "legend": chart.legend(findings),
        "header": header,
        "rows": shown,
        "spec": Markup(safe_json(chart.spec(findings))),
    }


def asset(name: str) -> str:
    """Read a file of the page's own."""
    return files("offramp.report").joinpath("assets", name).read_text("utf-8")
