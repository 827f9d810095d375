"""What a dossier puts on the page: its charts, its tables and the sentences over them."""

from collections.abc import Callable, Mapping
from typing import Any

from offramp.answers import ActEffect, Asked, Contrast, Reply
from offramp.claims import ClaimAnswer, Claims
from offramp.dossier import Dossier
from offramp.offramps import Offramps
from offramp.record import Record
from offramp.report._text import NBSP, NOTHING, number, percent, sentence_case, short
from offramp.report.charts import _contrasts as contrasts
from offramp.report.charts import _effect as effect_chart
from offramp.report.charts import _hinges as hinges_chart
from offramp.report.charts import _hypotheses as hypotheses_chart
from offramp.report.charts import _pareto as pareto
from offramp.report.charts import _waiting as waiting
from offramp.report.charts import _watch as watch_chart
from offramp.report.charts._pareto import points

SECTIONS = (
    ("act", "What the last act changed"),
    ("questions", "Questions asked"),
    ("claims", "Claims put to the test"),
    ("hypotheses", "Competing hypotheses"),
    ("offramps", "Off-ramps"),
    ("watch", "What to watch, and what it hinges on"),
)

Draw = Callable[[Any, Any], dict[str, Any] | None]


def parts(dossier: Dossier, record: Record, draw: Draw) -> Mapping[str, Any]:
    """Lay out every part that a dossier holds.

    Parameters
    ----------
    dossier : Dossier
    record : Record
    draw : callable
        Lays out a chart of what is given to it.

    Returns
    -------
    mapping
        By section; a section that is not there has no part.
    """
    found: dict[str, Any] = {}
    if dossier.effect is not None:
        chart = draw(effect_chart, dossier.effect)
        found["act"] = {"chart": chart, **_act(dossier.effect, record)}
    if dossier.asked is not None:
        found["questions"] = {"header": ASKED, "rows": asked_rows(dossier.asked)}
    if dossier.claims is not None:
        told = [claim_card(claim) for claim in dossier.claims.claims]
        chart = draw(contrasts, dossier.claims)
        found["claims"] = {"cards": told, "chart": chart, "count": counted(dossier.claims)}
    if dossier.hypotheses is not None and dossier.hypotheses.rows:
        found["hypotheses"] = {"chart": draw(hypotheses_chart, dossier.hypotheses)}
    if dossier.offramps is not None:
        found["offramps"] = _offramps(dossier.offramps, draw)
    if dossier.watch is not None or dossier.hinges is not None:
        charts = [
            draw(chart, held)
            for chart, held in ((watch_chart, dossier.watch), (hinges_chart, dossier.hinges))
            if held is not None
        ]
        found["watch"] = {"charts": [chart for chart in charts if chart is not None]}
    return {name: part for name, part in found.items() if part.get("chart", part) is not None}


ASKED = ("Question", "Kind", "Answer (90 %)", "In words", "History", "Difference")


def asked_rows(asked: Asked) -> list[tuple[str, ...]]:
    """Lay out the record's questions; a contrast gives its second arm and the difference."""
    rows: list[tuple[str, ...]] = []
    for each in asked.answers:
        reply = each if isinstance(each, Reply) else each.counterfactual
        gap = NOTHING
        if isinstance(each, Contrast):
            change = each.difference
            gap = f"{change.mean:+.3f} ({change.low:+.3f} to {change.high:+.3f})"
        rows.append(
            (short(each.ask, 160), each.kind, _answer(reply), reply.words or NOTHING,
             percent(reply.baseline), gap)
        )  # fmt: skip
    return rows


def _answer(reply: Reply) -> str:
    if reply.probability is not None:
        told = f"{percent(reply.probability)} ({percent(reply.low)} to {percent(reply.high)})"
    else:
        told = f"{number(reply.value, 1)} ({number(reply.low, 1)} to {number(reply.high, 1)})"
        told += f"{NBSP}{short(reply.unit, 30)}"
    if reply.shares and "%" not in reply.shares[0][0]:
        told += "; " + ", ".join(f"{name} {percent(share)}" for name, share in reply.shares)
    return told


def claim_card(claim: ClaimAnswer) -> dict[str, Any]:
    """Lay out one claim: the sentence, the verdict, why, and what one must believe."""
    return {
        "quote": short(claim.quote, 400),
        "by": f"{claim.id}, by {claim.by}",
        "verdict": claim.verdict,
        "loud": claim.verdict in ("supported", "contradicted"),
        "why": short(claim.why, 400),
        "test": f"{short(claim.ask, 240)}, as of {claim.as_of}" if claim.ask else "",
        "believe": _believe(claim),
    }


def _believe(claim: ClaimAnswer) -> str:
    if claim.must_believe is None:
        return ""
    what = "To decide it" if claim.verdict == "not decided" else "To flip it"
    if not claim.must_believe.turns:
        return f"{what}, no single dial would do within six standard deviations."
    turn = claim.must_believe.turns[0]
    return (
        f"{what}, {turn.label} would have to stand at {number(turn.needed, 2)}, where "
        f"{number(turn.now, 2)} is believed: {number(abs(turn.sds), 1)} standard deviations away."
    )


def counted(claims: Claims) -> str:
    """Say how many claims came out how.

    Examples
    --------
    >>> from datetime import date
    >>> counted(Claims("a", date(2024, 1, 1), 0, 9, "r", "The program's.", ()))
    '0 claims.'
    """
    names = ("supported", "contradicted", "not decided", "not testable")
    counts = {name: sum(c.verdict == name for c in claims.claims) for name in names}
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f"{len(claims.claims)} claims{': ' + told if told else ''}."


def _act(effect: ActEffect, record: Record) -> dict[str, Any]:
    act = record.act(effect.act)
    told = f"“{short(act.title or act.act, 160)}”, {act.span.last}. "
    told += f"{sentence_case(effect.follows)}."
    if effect.deterrence is None:
        return {"lead": told, "deterrence": "It answers no act on record.", "rows": []}
    found = effect.deterrence
    sure = found.contrasts[0].difference.chance_lower
    name = record.party(record.sides[found.by][0]).name
    line = (
        f"Was deterrence restored? It answers “{short(found.provocation, 60)}”. "
        f"{short(name, 60)} was made less likely to repeat that under {percent(1 - sure)} of the "
        "parameter draws."
    )
    if found.custom:
        line += f" {found.custom}"
    rows = [
        (
            short(contrast.ask.split(" without")[0], 120),
            percent(contrast.factual.probability), percent(contrast.counterfactual.probability),
            f"{-100 * contrast.difference.mean:+.1f} ({-100 * contrast.difference.high:+.1f} to "
            f"{-100 * contrast.difference.low:+.1f})",
        )
        for contrast in found.contrasts
    ]  # fmt: skip
    return {"lead": told, "deterrence": line, "rows": rows}


def _offramps(found: Offramps, draw: Draw) -> dict[str, Any]:
    days = f"{found.horizon_days}{NBSP}days"
    if not found.offramps:
        lead = "No move on the list lowers the risk, as far as the model can tell."
        return {"lead": lead, "more": "", "charts": []}
    best = found.offramps[0]
    lead = (
        f"If nothing more is done, blood is shed within {days} with a chance of "
        f"{percent(found.bloodshed)}, in a long cycle with {percent(found.cycle)}. Best: "
        f"{short('; '.join(best.moves), 240)} ({points(best.bloodshed.mean)} points if carried "
        f"out; kept with a chance of {percent(best.kept)})."
    )
    tied = [each.rank for each in found.offramps if each.tied and each.rank <= 3]
    if tied:
        lead += f" Places up to {max(tied)} are tied, as far as simulation tells."
    joint = ""
    if found.best_joint:
        plan = found.offramps[found.best_joint - 1]
        joint = f"The best plan in which both sides take part: {short('; '.join(plan.moves), 240)}."
    more = (
        f"{found.searched} plans of a closed list, none of it violent, were run; {found.rejected} "
        f"do not lower the risk and are not shown. {joint} What moves do rests on the dials’ "
        "priors. Columns with a star are driven by priors alone: history shows no skill there."
    )
    charts = [draw(chart, found) for chart in (pareto, waiting)]
    return {"lead": lead, "more": more, "charts": [c for c in charts if c is not None]}


def summary_lines(dossier: Dossier) -> list[str]:
    """Tell a dossier in a line for each of its parts that a terminal has room for.

    Examples
    --------
    >>> summary_lines(Dossier())
    []
    """
    lines: list[str] = []
    if dossier.claims is not None:
        lines.append(f"Of what analysts claimed: {counted(dossier.claims)}")
    if dossier.offramps is not None and dossier.offramps.offramps:
        best = dossier.offramps.offramps[0]
        change = best.bloodshed
        lines.append(
            f"The best off-ramp found: {short('; '.join(best.moves), 200)}. Bloodshed within "
            f"{dossier.offramps.horizon_days} days {points(change.mean)} points "
            f"({points(change.low)} to {points(change.high)}) from "
            f"{percent(dossier.offramps.bloodshed)}; kept with a chance of {percent(best.kept)}. "
            "It rests on the dials' priors."
        )
    return lines
