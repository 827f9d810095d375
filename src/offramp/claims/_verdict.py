"""From an answer to a verdict: supported, contradicted, or not decided by this evidence."""

from typing import Literal

from offramp.answers import Contrast, Difference, Reply

Verdict = Literal["supported", "contradicted", "not decided", "not testable"]

SURE = 0.95
"""Share of the parameter draws that must agree."""

LEAST_LOG_ODDS = 0.1
"""A difference of chances smaller than this, in log-odds, is none that anybody would see."""


def verdict(answer: Reply | Contrast, expect: str) -> Verdict:
    """Judge what a claim expects by an answer.

    A contrast is decided only where `SURE` of the draws agree on its sign, where the same sign
    stands wherever in its range the state-dependence share lies, and where it is large enough
    to be seen. A plain forecast is decided where its whole interval lies on one side of even.

    Parameters
    ----------
    answer : Reply or Contrast
    expect : str
        ``higher`` or ``lower`` for a contrast; ``yes`` or ``no`` for a chance.

    Returns
    -------
    str
    """
    if isinstance(answer, Contrast):
        sign = _sign(answer.difference)
        wanted = {"higher": 1, "lower": -1}[expect]
        return _worded(sign * wanted)
    sign = (answer.low > 0.5) - (answer.high < 0.5)
    return _worded(sign * {"yes": 1, "no": -1}[expect])


def _sign(difference: Difference) -> int:
    lower = difference.chance_lower
    sign = (lower <= 1 - SURE) - (lower >= SURE)
    if sign and all(each.mean * sign > 0 for each in difference.by_share):
        seen = difference.log_odds is None or abs(difference.log_odds) >= LEAST_LOG_ODDS
        return sign if seen else 0
    return 0


def _worded(sign: int) -> Verdict:
    if sign == 0:
        return "not decided"
    return "supported" if sign > 0 else "contradicted"
