"""What a dossier puts on the page: each part with its charts, its tables and its sentences."""

from collections.abc import Mapping
from typing import Any

from offramp.dossier import Dossier
from offramp.record import Record
from offramp.report._account import later_than
from offramp.report._dossier_act import act_part
from offramp.report._dossier_alike import alike_part
from offramp.report._dossier_claims import Draw, claim_groups, counted, surface_figures
from offramp.report._dossier_offramps import best_line, offramps_part
from offramp.report._text import percent
from offramp.report.charts import _contrasts as contrasts
from offramp.report.charts import _effect as effect
from offramp.report.charts import _hinges as hinges
from offramp.report.charts import _hypotheses as hypotheses
from offramp.report.charts import _pareto as pareto
from offramp.report.charts import _questions as questions
from offramp.report.charts import _waiting as waiting
from offramp.report.charts import _watch as watch

SECTIONS = (
    ("act", "What the last act changed"),
    ("questions", "Questions asked"),
    ("claims", "Claims put to the test"),
    ("hypotheses", "Competing hypotheses"),
    ("offramps", "Off-ramps"),
    ("watch", "What to watch, and what it hinges on"),
    ("alike", "Crises like this one"),
)


def parts(dossier: Dossier, record: Record, draw: Draw) -> Mapping[str, Any]:
    """Lay out every part that a dossier holds.

    Parameters
    ----------
    dossier : Dossier
    record : Record
    draw : callable
        Lays out a chart of what is given to it; None where there is nothing to draw.

    Returns
    -------
    mapping
        By section: its charts, and what its template shows besides. A section that would be
        empty is not there.
    """

    def drawn(*pairs: tuple[Any, Any]) -> list[dict[str, Any]]:
        figures = (draw(chart, held) for chart, held in pairs if held is not None)
        return [figure for figure in figures if figure is not None]

    found: dict[str, Any] = {}
    if dossier.effect is not None:
        charts = drawn((effect, dossier.effect))
        found["act"] = {"charts": charts, **act_part(dossier.effect, record)}
    found["questions"] = {"charts": drawn((questions, dossier.asked))}
    if dossier.claims is not None and dossier.claims.claims:
        charts = [*drawn((contrasts, dossier.claims)), *surface_figures(dossier.claims, draw)]
        names = later_than(record, dossier.claims.as_of)
        later = {one.id: one.date or "" for one in record.sources if one.id in names}
        groups, count = claim_groups(dossier.claims, later), counted(dossier.claims)
        tested = dossier.claims.calibration
        found["claims"] = {
            "charts": charts,
            "groups": groups,
            "count": count,
            "calibration": tested,
        }
    found["hypotheses"] = {"charts": drawn((hypotheses, dossier.hypotheses))}
    if dossier.offramps is not None:
        charts = drawn((pareto, dossier.offramps), (waiting, dossier.offramps))
        found["offramps"] = {"charts": charts, **offramps_part(dossier.offramps)}
    found["watch"] = {"charts": drawn((watch, dossier.watch), (hinges, dossier.hinges))}
    if dossier.likeness is not None:
        found["alike"] = {"charts": [], **alike_part(dossier.likeness)}
    return {name: part for name, part in found.items() if part["charts"] or len(part) > 1}


def summary_lines(dossier: Dossier) -> list[str]:
    """Tell a dossier in a line for each of its parts that a terminal has room for.

    Examples
    --------
    >>> summary_lines(Dossier())
    []
    """
    lines: list[str] = []
    if dossier.claims is not None and dossier.claims.claims:
        lines.append(counted(dossier.claims))
    if dossier.offramps is not None and dossier.offramps.offramps:
        found = dossier.offramps
        single = all(len(plan.moves) == 1 for plan in found.offramps)
        lines.append(
            f"The best {'single move' if single else 'off-ramp'} found, where bloodshed within "
            f"{found.horizon_days} days has a chance of {percent(found.bloodshed)}: "
            f"{best_line(found)} It rests on the dials’ priors."
        )
    return lines
