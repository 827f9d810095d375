"""From an answer to a verdict: supported, contradicted, or not decided by this evidence."""

from typing import Literal

import numpy as np

from offramp.answers import Contrast, Difference, Reply

Verdict = Literal["supported", "contradicted", "not decided", "not testable"]

SURE = 0.95
"""Share of the parameter draws that must agree."""

LEAST_LOG_ODDS = 0.1
"""A difference smaller than this is none that anybody would see: of chances, in log-odds; of a
term, in log-odds; of the highest rung, in rungs; of the dead, in log(1 + dead)."""

LEAST_CHANCE = 0.005
"""Nor is one of chances that is smaller than this."""

LEAST_PART = 0.05
"""Nor is one of a stock that is a smaller part of what it was."""

LEAST_BAYES_FACTOR = 3.0
"""Evidence that makes one of two things less than so many times likelier is not worth more than a
bare mention (Kass and Raftery, JASA 90, 1995)."""

SETTLED = 0.1
"""A forecast whose interval lies as near to certainty as this is one, whatever history says."""

CLOSE = 0.05
"""An end of an interval that lies as near to even moves across it with the seed."""

CLOSE_AGREEMENT = 0.03
"""So does a share of agreeing draws as near to `SURE`: two standard errors at 200 draws."""

ADDITIVE = ("log-odds", "rung", "log(1 + dead)")


def verdict(answer: Reply | Contrast, expect: str) -> Verdict:
    """Judge what a claim expects by an answer.

    A contrast is decided only where `SURE` of the draws agree on its sign, where the same sign
    stands wherever in its range the state-dependence share lies, and where it is large enough
    to be seen. A plain forecast is decided where its whole interval lies on one side of even,
    unless history says the same without looking, and says it more clearly.

    Parameters
    ----------
    answer : Reply or Contrast
    expect : str
        ``higher`` or ``lower`` for a contrast; ``yes`` or ``no`` for a chance.

    Returns
    -------
    str

    Examples
    --------
    >>> sure = Reply("a", "forecast", 0.9, None, "", 0.8, 0.95, 0.0, None, "very likely", "")
    >>> verdict(sure, "yes"), verdict(sure, "no")
    ('supported', 'contradicted')
    """
    if isinstance(answer, Contrast):
        return _worded(_sign(answer) * {"higher": 1, "lower": -1}[expect])
    sign = 0 if says_less_than_history(answer) else _side_of_even(answer)
    return _worded(sign * {"yes": 1, "no": -1}[expect])


def says_less_than_history(answer: Reply) -> bool:
    """Say whether the base rate lies on the same side of even, and further out.

    Then that it is likely, or unlikely, is no news, and what was looked at speaks against it. What
    is all but settled, with its whole interval within `SETTLED` of certainty, stays so.

    Examples
    --------
    >>> rare = Reply("a", "forecast", 0.16, None, "", 0.01, 0.4, 0.0, 0.09, "very unlikely", "")
    >>> says_less_than_history(rare), verdict(rare, "no")
    (True, 'not decided')
    """
    sign = _side_of_even(answer)
    open_end = 1 - answer.low if sign > 0 else answer.high
    return bool(sign) and open_end > SETTLED and _history_lies_further(answer)


def is_close(answer: Reply | Contrast) -> bool:
    """Say whether other luck may carry an answer across the line at which it is decided.

    Examples
    --------
    >>> near = Reply("a", "forecast", 0.68, None, "", 0.52, 0.83, 0.0, None, "likely", "")
    >>> is_close(near)
    True
    """
    if isinstance(answer, Contrast):
        lower = answer.difference.chance_lower
        return abs(max(lower, 1 - lower) - SURE) < CLOSE_AGREEMENT
    near = answer.low if (answer.probability or 0.0) > 0.5 else answer.high
    return abs(near - 0.5) < CLOSE and not _history_lies_further(answer)


def is_weak(bayes_factor: float | None) -> bool:
    """Say whether what an act tells of a side's posture is hardly worth a mention."""
    if bayes_factor is None:
        return False
    return 1 / LEAST_BAYES_FACTOR < bayes_factor < LEAST_BAYES_FACTOR


def _history_lies_further(answer: Reply) -> bool:
    """Say whether the base rate lies on the same side of even as the forecast, and further out."""
    if answer.baseline is None or answer.probability is None:
        return False
    sign = 1 if answer.probability > 0.5 else -1
    return (answer.baseline - 0.5) * sign > 0 and (answer.baseline - answer.probability) * sign > 0


def _side_of_even(answer: Reply) -> int:
    return (answer.low > 0.5) - (answer.high < 0.5)


def would_be_sure(chance_lower: float) -> int:
    """Give the sign on which enough of the parameter draws agree; 0 where they do not."""
    return (chance_lower <= 1 - SURE) - (chance_lower >= SURE)


def holds_at_all_shares(difference: Difference, sign: int) -> bool:
    """Say whether a sign stands wherever in its range the state-dependence share lies."""
    return all(each.mean * sign > 0 for each in difference.by_share)


def is_seen(answer: Contrast) -> bool:
    """Say whether a difference is large enough that anybody would see it."""
    found = answer.difference
    if abs(found.mean) < least_seen(answer):
        return False
    if not _is_share(answer):
        return True
    # A chance of which no future was seen may be small, and is not nothing.
    before = _before(answer)
    ends = np.clip([before, before + found.mean], 1e-4, 1 - 1e-4)
    return abs(float(np.diff(np.log(ends / (1 - ends)))[0])) >= LEAST_LOG_ODDS


def least_seen(answer: Contrast) -> float:
    """Give the least difference that anybody would see, about, in its own unit."""
    if answer.difference.unit in ADDITIVE:
        return LEAST_LOG_ODDS
    if _is_share(answer):
        return LEAST_CHANCE
    return LEAST_PART * abs(_before(answer))


def _is_share(answer: Contrast) -> bool:
    return answer.difference.unit in ("", "share")


def _before(answer: Contrast) -> float:
    one = answer.factual
    return float((one.probability if one.value is None else one.value) or 0.0)


def _sign(answer: Contrast) -> int:
    found = answer.difference
    sign = would_be_sure(found.chance_lower)
    return sign if sign and holds_at_all_shares(found, sign) and is_seen(answer) else 0


def _worded(sign: int) -> Verdict:
    if sign == 0:
        return "not decided"
    return "supported" if sign > 0 else "contradicted"
