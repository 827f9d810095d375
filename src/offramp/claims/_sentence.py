"""A verdict in a sentence."""

from offramp.answers import Contrast, Reply


def sentence(verdict: str, answer: Reply | Contrast, expect: str) -> str:
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
        return f"It expects {expect}; {found}{_against(answer)}."
    gap = answer.difference
    one, two = _level(answer.factual), _level(answer.counterfactual)
    agree = gap.chance_lower if expect == "lower" else 1 - gap.chance_lower
    found = f"with the change {two}, as it was {one}; {100 * agree:.0f} % of the draws agree"
    if verdict == "not decided" and (agree >= 0.95 or agree <= 0.05):
        found += ", but the sign hangs on how much of its momentum an act causes, or the size is "
        found += "too small to see"
    return f"It expects {expect}; {found}."


def _against(answer: Reply) -> str:
    return "" if answer.baseline is None else f", the base rate {_percent(answer.baseline)} %"


def _level(reply: Reply) -> str:
    if reply.probability is not None:
        return f"{_percent(reply.probability)} %"
    return f"{reply.value:.2f}"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.0f}"
