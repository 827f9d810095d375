"""A verdict in a sentence, and what of it is true by construction."""

from offramp.answers import Contrast, Reply
from offramp.claims._verdict import (
    LEAST_BAYES_FACTOR,
    SURE,
    holds_at_all_shares,
    is_close,
    is_seen,
    is_weak,
    says_less_than_history,
    would_be_sure,
)
from offramp.questions import Hold, Question


def sentence(
    verdict: str, answer: Reply | Contrast, expect: str, bayes_factor: float | None = None
) -> str:
    """Say why a verdict is what it is.

    Examples
    --------
    >>> sure = Reply("a", "forecast", 0.9, None, "", 0.8, 0.95, 0.0, None, "very likely", "")
    >>> sentence("supported", sure, "yes")
    'It expects yes; the chance is 90 % (80 to 95).'
    """
    if isinstance(answer, Reply):
        found = f"the chance is {_percent(answer.probability)} % "
        found += f"({_percent(answer.low)} to {_percent(answer.high)})"
        found += _against(answer)
        if says_less_than_history(answer):
            found += ", which says so more clearly: what is known here does not speak for it"
        elif is_close(answer):
            found += ", so near to even that another seed may say otherwise"
        return f"It expects {expect}; {found}."
    one, two, lower = answer.factual, answer.counterfactual, answer.difference.chance_lower
    agree = lower if expect == "lower" else 1 - lower
    found = f"with the change {_level(two)}, as it was {_level(one)}; {100 * agree:.0f} % of the "
    found += "draws agree"
    sign = would_be_sure(lower)
    if verdict == "not decided" and sign:
        if not holds_at_all_shares(answer.difference, sign):
            found += ", but the sign hangs on how much of its momentum an act causes"
        elif not is_seen(answer):
            found += ", but the difference is too small for anybody to see"
        elif is_weak(bayes_factor):
            found += f", but below {LEAST_BAYES_FACTOR:g} a Bayes factor is hardly worth a mention"
    elif is_close(answer):
        found += f", so near to the {100 * SURE:.0f} % asked for that another seed may "
        found += "say otherwise"
    return f"It expects {expect}; {found}."


def by_construction(question: Question) -> str | None:
    """Say what of an answer is so because a side is held, whatever the model says.

    Examples
    --------
    >>> from offramp.questions import parse_question
    >>> by_construction(parse_question("quiet for 60d given hold a for 30d"))
    'A hold is quiet by construction for its days: a does nothing on 30 of the 60 days asked about.'
    """
    within = getattr(question.observable, "within", None)
    holds = [edit for edit in question.given if isinstance(edit, Hold)]
    if not holds or not within:
        return None
    told = [
        f"{hold.side} does nothing on {min(hold.days, within)} of the {within} days asked about"
        for hold in holds
    ]
    return f"A hold is quiet by construction for its days: {'; '.join(told)}."


def _against(answer: Reply) -> str:
    return "" if answer.baseline is None else f", the base rate {_percent(answer.baseline)} %"


def _level(reply: Reply) -> str:
    if reply.probability is not None:
        return f"{_percent(reply.probability)} %"
    unit = {"share": "", "rung": "rungs"}.get(reply.unit, reply.unit)
    return f"{reply.value:.2f} {unit}".rstrip()


def _percent(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{100 * value:.1f}" if 0 < value < 0.1 else f"{100 * value:.0f}"
