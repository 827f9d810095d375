"""A question of the grammar becomes words that a reader would use."""

from offramp.futures import Answer, Findings, Forecast
from offramp.questions import DEEDS
from offramp.report._ladder import ladder_of, rung_name
from offramp.report._text import NBSP, chance, number, sentence_case, short

MAIN_DAYS = 30
QUIET_DAYS = 60


def side_name(forecast: Forecast, key: str | None) -> str:
    """Return who a key stands for: a side, both, or nobody."""
    names = {side.key: short(side.name, 60) for side in forecast.sides}
    others = {"either": "either side", "mutual": "both in a clash", "none": "nobody"}
    return names.get(key or "either") or others.get(key or "either", key or "either side")


def within(days: int | None) -> str:
    """Write a horizon."""
    return "" if days is None else f"within {days}{NBSP}day{'' if days == 1 else 's'}"


def above_shadow(forecast: Forecast) -> str:
    """Write which acts count, where the pair has a shadow war."""
    return " outside the shadow war" if forecast.usual_rung else ""


def question(findings: Findings, answer: Answer) -> str:
    """Write an answer's question in words."""
    asked, rest = question_parts(findings, answer)
    return f"{asked}, {rest}" if rest else asked


def question_parts(findings: Findings, answer: Answer) -> tuple[str, str]:
    """Write an answer's question in words: what is asked, and its rider and horizon."""
    forecast = findings.forecast
    who = side_name(forecast, answer.side)
    days = within(answer.within)
    if answer.topic == "rung" and answer.rung is not None:
        top = answer.rung == forecast.highest.rungs[-1]
        if top and answer.side in (None, "either"):
            return sentence_case(rung_name(findings, answer.rung)), days
        words = DEEDS.get(answer.rung, f"reaches {rung_name(findings, answer.rung)}")
        return sentence_case(f"{who} {words}"), days if top else f"or goes higher, {days}"
    if answer.topic == "quiet":
        every = "quiet all" in answer.ask
        span = f"for {answer.within}{NBSP}days" if answer.within else ""
        return (
            f"Quiet {span}".strip(),
            "no act at all" if every else f"no act{above_shadow(forecast)}",
        )
    if answer.topic == "next":
        return ("Nobody acts" if answer.side == "none" else f"The next act is by {who}"), days
    if answer.topic == "delay":
        return f"Days until the next act by {who}", days
    return "The highest rung reached", days


def answer_text(findings: Findings, answer: Answer) -> str:
    """Write an answer with its interval."""
    if answer.probability is not None:
        return chance(answer.probability, answer.low, answer.high)
    if answer.unit == "rung" and answer.value is not None:
        names = [_rung_at(findings, value) for value in (answer.value, answer.low, answer.high)]
        return f"{names[0]} ({names[1]} to {names[2]})"
    last = findings.forecast.horizon_days
    middle, low, high = (_days(value, last) for value in (answer.value, answer.low, answer.high))
    return f"{middle}{NBSP}{answer.unit} ({low}–{high})"


def baseline_text(findings: Findings, answer: Answer) -> str:
    """Write the base rate of an answer, in its own unit."""
    if answer.baseline is None:
        return "none"
    if answer.probability is not None:
        return f"{number(answer.baseline * 100, 0)}{NBSP}%"
    if answer.unit == "rung":
        return _rung_at(findings, answer.baseline)
    return f"{_days(answer.baseline, findings.forecast.horizon_days)}{NBSP}{answer.unit}"


def _days(value: float | None, horizon: int) -> str:
    """Write days; what lies beyond the horizon was not simulated."""
    return f"over {horizon}" if value is not None and value > horizon else number(value, 0)


def error_text(answer: Answer) -> str:
    """Write the simulation's own error in the answer's unit."""
    if answer.probability is not None:
        return f"±{number(answer.mc_error * 100, 1)}"
    return f"±{number(answer.mc_error, 2)}"


def _rung_at(findings: Findings, value: float) -> str:
    """Return the name of the rung nearest to a value on the ladder's scale."""
    nearest = min(ladder_of(findings).rungs, key=lambda rung: abs(rung.order - value))
    return nearest.name.lower()


def find(
    forecast: Forecast,
    topic: str,
    side: str | None = None,
    rung: str | None = None,
    within_days: int | None = None,
) -> Answer | None:
    """Return the forecast's answer to a question; None where it was not asked."""
    for answer in forecast.answers:
        same_who = answer.side == side or (side == "either" and answer.side is None)
        same_when = within_days is None or answer.within == within_days
        if answer.topic == topic and answer.rung == rung and same_who and same_when:
            return answer
    return None


def main_answers(forecast: Forecast) -> tuple[Answer, ...]:
    """Pick the answers that a reader wants first; the page lists all of them below.

    For each side a strike at home and abroad within 30 days, for both together a
    campaign and war, and quiet for 60 days; whatever of these was asked.
    """
    wanted = [
        *_by_side(forecast, "strike-home"),
        *_by_side(forecast, "strike-abroad"),
        find(forecast, "rung", "either", "campaign", MAIN_DAYS),
        find(forecast, "rung", "either", "war", MAIN_DAYS),
        find(forecast, "rung", "either", "war", 90),
        quiet(forecast),
    ]
    found = tuple(answer for answer in wanted if answer is not None)
    return found or tuple(a for a in forecast.answers if a.probability is not None)[:8]


def _by_side(forecast: Forecast, rung: str) -> list[Answer]:
    """Return each side's answer about a rung within 30 days, the likelier first."""
    answers = [find(forecast, "rung", side.key, rung, MAIN_DAYS) for side in forecast.sides]
    found = [answer for answer in answers if answer is not None]
    return sorted(found, key=lambda answer: -(answer.probability or 0))


def quiet(forecast: Forecast) -> Answer | None:
    """Return the chance of quiet for 60 days, or for whatever span was asked."""
    asked = [a for a in forecast.answers if a.topic == "quiet" and "quiet all" not in a.ask]
    wanted = [a for a in asked if a.within == QUIET_DAYS]
    return next(iter(wanted or asked), None)
