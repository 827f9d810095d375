"""An invented track record, so that no test of the report hangs on what ships."""

from offramp.history import TARGETS, Target
from offramp.scoring import (
    MEASURES,
    Interval,
    Intervals,
    Mean,
    Measure,
    ShortCard,
    ShortTarget,
    Sized,
    TrackRecord,
)

BRIER: dict[str, tuple[float, float, float, float]] = {
    "offramp": (0.131, 0.092, 0.209, 0.051),
    "pooled": (0.125, 0.09, 0.204, 0.05),
    "recent_base_rate": (0.145, 0.099, 0.25, 0.047),
    "boosting": (0.117, 0.089, 0.209, 0.052),
}
JOINT = {"offramp": 1.98, "pooled": 1.96, "recent_base_rate": 2.67, "boosting": 2.01}
BASELINES = ("recent_base_rate", "boosting")


def sample_track_record() -> TrackRecord:
    """Offramp far below the base rate, beaten by boosting at force, near it elsewhere."""
    return TrackRecord(
        "invented-1.0", 1995, Sized(700, 1200, 12_000), Sized(80, 91, 1_540), 0.5,
        {name: _card(name) for name in BRIER},
        {ours: {name: _gaps(ours, name) for name in BASELINES} for ours in ("offramp", "pooled")},
    )  # fmt: skip


def _card(name: str) -> ShortCard:
    targets: dict[Target, ShortTarget] = {
        target: ShortTarget(Mean(brier + 0.02, brier), Mean(0.27, 0.24), Mean(0.21, 0.18))
        for target, brier in zip(TARGETS, BRIER[name], strict=True)
    }
    covered = {share: _even(float(share), 0.04) for share in ("0.5", "0.8", "0.9")}
    joint = JOINT[name]
    return ShortCard(
        Mean(joint + 1.2, joint), Mean(1.9, 1.4), Mean(1.4, joint - 1.4), targets, covered, covered
    )


def _gaps(ours: str, name: str) -> dict[Measure, Intervals]:
    whole = [JOINT[ours] - JOINT[name], 0.0, 0.0]
    questions = [mine - its for mine, its in zip(BRIER[ours], BRIER[name], strict=True)]
    widths = [0.1] * 3 + [0.006] * 4
    return {
        measure: _even(gap, width)
        for measure, gap, width in zip(MEASURES, whole + questions, widths, strict=True)
    }


def _even(mean: float, width: float) -> Intervals:
    one = Interval(mean, mean - width, mean + width)
    return Intervals(one, one)
