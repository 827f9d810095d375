"""Claims: test what analysts wrote, and say what one must believe for a verdict to hold."""

from offramp.claims._calibrate import Case, cases
from offramp.claims._calibration import MOST_FALSE, Calibration, Row, calibration, count_verdicts
from offramp.claims._judge import DRAWS, judge
from offramp.claims._judged import what_is_judged
from offramp.claims._rerun import rerun
from offramp.claims._results import ClaimAnswer, Claims
from offramp.claims._surface import Axis, Surface, surface
from offramp.claims._turns import MustBelieve, Rerun, Turn, must_believe, turnable
from offramp.claims._verdict import Verdict, verdict

__all__ = [
    "DRAWS", "MOST_FALSE", "Axis", "Calibration", "Case", "ClaimAnswer", "Claims", "MustBelieve",
    "Rerun", "Row", "Surface", "Turn", "Verdict", "calibration", "cases", "count_verdicts", "judge",
    "must_believe", "rerun", "surface", "turnable", "verdict", "what_is_judged",
]  # fmt: skip
