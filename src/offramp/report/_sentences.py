"""The situation in five plain sentences, from the answers and nothing else."""

from offramp.futures import Answer, Findings, LedgerTerm, NextAct
from offramp.report._account import account_of
from offramp.report._items import Item
from offramp.report._labels import above_shadow, find, quiet, side_name, within
from offramp.report._text import NBSP, chance, day, history, listing, sentence_case, signed

STANDS_ON = {
    "base": "base rate",
    "learned": "from history",
    "dial": "a dial, that is a prior",
}


def summary_sentences(findings: Findings) -> tuple[str, ...]:
    """Tell the situation in five sentences with numbers and ICD-203 words.

    Parameters
    ----------
    findings : Findings

    Returns
    -------
    tuple of str
        Five sentences of plain text: the last act, who acts next, a strike at home by
        either side, quiet and war, and what weighs most.
    """
    return (
        _last_act(findings),
        _next(findings),
        _strikes(findings),
        _quiet(findings),
        _why(findings),
    )


def last_act(findings: Findings) -> Item | None:
    """Return the latest act done outside the shadow war, else the latest act, else None."""
    done = [act for act in account_of(findings).acts if act.status == "done"]
    main = [act for act in done if act.id == findings.forecast.last_act]
    return next(reversed(main or done), None)


def _last_act(findings: Findings) -> str:
    forecast = findings.forecast
    opening = f"As of {day(forecast.as_of)}"
    act = last_act(findings)
    if act is None:
        return f"{opening}, the record holds no act."
    above = above_shadow(forecast) if act.id == forecast.last_act else ""
    under_way = any(one.under_way and one.act == act.id for one in forecast.exchanges)
    ending = ", and what became of it is not known yet" if under_way else ""
    ago = _ago((forecast.as_of - act.last).days)
    opens = account_of(findings).opens
    since = [one for one in account_of(findings).acts if one.last >= opens]
    top = max(since, key=lambda one: (one.level, one.last), default=act)
    higher = (
        f"; the highest since {day(opens)} was “{top.title}” ({_told(top)}, {top.when})"
        if top.level > act.level
        else ""
    )
    return (
        f"{opening}, the last act{above} was “{act.title}” ({ago}; {_told(act)}){ending}{higher}."
    )


def _told(act: Item) -> str:
    whom = f" against {act.whom}" if act.whom else ""
    owned = "" if act.admitted == "admitted" else f", {act.admitted}"
    return f"{act.what.lower()} by {act.who}{whom}{owned}"


def _ago(days: int) -> str:
    if days <= 0:
        return "the same day"
    return f"{days}{NBSP}day{'' if days == 1 else 's'} before"


def _next(findings: Findings) -> str:
    forecast = findings.forecast
    ways = sorted(forecast.next_acts, key=lambda way: -way.probability)
    if not ways:
        return "Who acts next was not asked."
    first, *rest = ways
    told = f"{chance(first.probability, first.low, first.high)}, {history(first.baseline)}"
    others = listing(_way(findings, way) for way in rest)
    return (
        f"What comes next{above_shadow(forecast)}: {_whose(findings, first)} has the largest "
        f"chance, {told}" + (f"; then {others}." if others else ".")
    )


def _way(findings: Findings, way: NextAct) -> str:
    return f"{_whose(findings, way)} {chance(way.probability, way.low, way.high)}"


def _whose(findings: Findings, way: NextAct) -> str:
    forecast = findings.forecast
    if way.actor == "none":
        return f"no act within {forecast.horizon_days}{NBSP}days"
    if way.actor == "mutual":
        return "a clash of both"
    return f"an act by {side_name(forecast, way.actor)}"


def _strikes(findings: Findings) -> str:
    forecast = findings.forecast
    answers = [
        answer
        for side in forecast.sides
        if (answer := find(forecast, "rung", side.key, "strike-home", 30)) is not None
    ]
    if not answers:
        return "The chance of a strike on either side’s home soil was not asked."
    parts = [
        f"from {side_name(forecast, answer.side)} {_said(answer)}"
        for answer in sorted(answers, key=lambda one: -(one.probability or 0))
    ]
    asked = f"A strike on the other’s home soil, or a campaign or battle anywhere, {within(30)}"
    return f"{asked}: {'; '.join(parts)}."


def _quiet(findings: Findings) -> str:
    forecast = findings.forecast
    calm = quiet(forecast)
    wars = [
        answer
        for days in (90, 30, 7)
        if (answer := find(forecast, "rung", "either", "war", days)) is not None
    ]
    parts: list[str] = []
    if calm is not None:
        span = f"{calm.within}{NBSP}days of quiet" if calm.within else "quiet"
        parts.append(f"{span} (no act{above_shadow(forecast)}): {_said(calm)}")
    if wars:
        parts.append(f"war {within(wars[0].within)}: {_said(wars[0])}")
    return sentence_case("; ".join(parts)) + "." if parts else "Quiet and war were not asked."


def _said(answer: Answer) -> str:
    words = f"{answer.words}, " if answer.words else ""
    numbers = chance(answer.probability, answer.low, answer.high)
    return f"{words}{numbers}, {history(answer.baseline)}"


def _why(findings: Findings) -> str:
    forecast = findings.forecast
    sides = [side.key for side in forecast.sides]
    moving = [way for way in forecast.next_acts if way.actor in sides]
    side = max(moving, key=lambda way: way.probability).actor if moving else sides[0]
    terms = [term for term in findings.ledger.terms if term.side == side and term.mean]
    weighing = [term for term in terms if term.group != "base"]
    if not weighing:
        return "No ledger was kept of why either side would act or hold."
    push = max(weighing, key=lambda term: term.mean[-1])
    hold = min(weighing, key=lambda term: term.mean[-1])
    name = side_name(forecast, side)
    parts = [
        f"what pushes {name} most is {_term(push)}" if push.mean[-1] > 0 else "",
        f"what holds it most is {_term(hold)}" if hold.mean[-1] < 0 else "",
    ]
    dials = sum(term.group == "dial" for term in terms)
    telling = " and ".join(part for part in parts if part) or f"nothing moves {name} much"
    return (
        f"{sentence_case(telling)}; {dials} of the {len(terms)} terms in its ledger are dials, "
        "priors that the record does not test."
    )


def _term(term: LedgerTerm) -> str:
    return f"{term.label} ({signed(term.mean[-1])} in log-odds, {STANDS_ON[term.group]})"
