"""Findings become one HTML document that needs nothing but itself."""

import json
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from offramp._files import write_atomic
from offramp.dossier import Dossier
from offramp.futures import Findings
from offramp.report import _cards as cards
from offramp.report import _page as page
from offramp.report._account import account_of, later_than
from offramp.report._bundle import packed, vega_bundle
from offramp.report._dossier import SECTIONS, parts
from offramp.report._embed import content_policy, safe_json
from offramp.report._environment import environment
from offramp.report._figure import asset, figure
from offramp.report._headline import headlines
from offramp.report._items import Item
from offramp.report._library import library_shown
from offramp.report._sentences import summary_sentences
from offramp.report._track_record import shown
from offramp.report.charts import CHARTS
from offramp.report.charts._ladder import named_acts

# The page stays under 1.5 MB: what its charts and tables leave is for the acts and signals.
LARGEST = 1_485_000


def render_html(findings: Findings, dossier: Dossier | None = None) -> str:
    """Draw findings as one self-contained HTML document.

    The document holds its own scripts, styles and data, and its policy forbids every
    request. Whatever text the record holds is shown as text.

    Parameters
    ----------
    findings : Findings
        Answers about one crisis as of one date, and the record as it stood on it.
    dossier : Dossier, optional
        What else was asked of it; its sections are left out where there is none.

    Returns
    -------
    str
        HTML, some 0.9 MB, of which the charts' script takes 0.4.
    """
    bundle, script, style = vega_bundle(), asset("report.js"), asset("report.css")
    drawn = {name: figure(chart, findings) for name, chart in CHARTS.items()}
    has = {name for name, one in drawn.items() if one is not None}
    answers, bases = page.answer_rows(findings)
    more = parts(dossier or Dossier(), findings.record, figure)
    # A record keeps the sources of its claims, which may be written later than the day.
    later = later_than(findings.record, findings.forecast.as_of)
    claims = dossier.claims if dossier else None
    claimed = {claim.by for claim in claims.claims} if claims else set[str]()
    context = {
        "policy": content_policy([bundle, script], [style]),
        "style": Markup(style),
        "script": Markup(script),
        "bundle": Markup(packed(bundle)),
        "config": Markup(safe_json(json.loads(asset("config.json")))),
        "account": account_of(findings),
        "headlines": headlines(findings),
        "sentences": summary_sentences(findings),
        "main_answers": page.main_rows(findings),
        "all_answers": answers,
        "bases": bases,
        "charts": drawn,
        "first_entry": next((act.key for act in named_acts(account_of(findings))), ""),
        "postures": cards.posture_cards(findings),
        "exchanges": cards.exchange_cards(findings),
        "exchange_basis": cards.exchange_basis(findings),
        "firsts": page.first_lines(findings),
        "reveals": page.reveal_rows(findings),
        "track": page.track(shown()),
        "library": library_shown(findings.record.id, bool(findings.reveals)),
        "notes": findings.forecast.notes,
        "dossier": {key: more.get(key) for key, _ in SECTIONS},
        "sources": [row for row in account_of(findings).sources if row.id not in later - claimed],
        "later_claims": bool(later & claimed),
        "parameters": page.parameter_rows(findings),
    }
    template = environment().get_template("report.html")

    def rendered(entries: Sequence[Markup], unlisted: int) -> str:
        outline = page.outline(findings, has, more, unlisted)
        return template.render(context, entries=entries, page=outline)

    room = LARGEST - len(rendered([], 0).encode())
    return rendered(*_listed(page.entries(findings), room))


def _listed(items: Sequence[Item], room: int) -> tuple[list[Markup], int]:
    """Draw entries for as long as there is room, in bytes; say how many are left out."""
    template = environment().get_template("entry.html")
    listed: list[Markup] = []
    for item in items:
        row = Markup(template.render(item=item))
        room -= len(row.encode()) + 1
        if room < 0:
            break
        listed.append(row)
    return listed, len(items) - len(listed)


def write_report(findings: Findings, path: Path, dossier: Dossier | None = None) -> Path:
    """Write findings as an HTML file, whole or not at all.

    Parameters
    ----------
    findings : Findings
    path : Path
        The file to write; its folder must exist.
    dossier : Dossier, optional

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    OfframpError
        When it cannot be written; an older file then stays as it was.
    """
    write_atomic(path, render_html(findings, dossier))
    return path
