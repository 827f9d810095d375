"""Claims: test what analysts wrote, and say what one must believe for a verdict to hold."""

from offramp.claims._judge import DRAWS, judge, what_is_judged
from offramp.claims._results import ClaimAnswer, Claims
from offramp.claims._turns import MustBelieve, Turn, must_believe, turnable
from offramp.claims._verdict import Verdict, verdict

__all__ = [
    "DRAWS", "ClaimAnswer", "Claims", "MustBelieve", "Turn", "Verdict", "judge", "must_believe",
    "turnable", "verdict", "what_is_judged",
]  # fmt: skip
