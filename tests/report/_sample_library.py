"""An invented track record over the library."""

from datetime import date

from offramp.scoring import Interval, Intervals, Mean
from offramp.scoring.library import (
    CrisisLine,
    LibraryRecord,
    Miss,
    ShortRun,
    ShortScores,
    Source,
)


def both(mean: float, low: float, high: float) -> Intervals:
    """The same interval per event and per crisis."""
    return Intervals(Interval(mean, low, high), Interval(mean, low, high))


def sample_library(title: str = "Two rivals") -> LibraryRecord:
    """Better than Markov, level with the base rate, worse than logistic; one crisis seen."""
    pool = ShortScores(
        "pooled", "yes-no", 1800, 117, 13,
        {"brier": {"offramp": Mean(0.2, 0.19), "base_rate": Mean(0.21, 0.2),
                   "markov": Mean(0.3, 0.29), "logistic": Mean(0.15, 0.14)}},
        {"brier": {"base_rate": both(-0.01, -0.03, 0.02), "markov": both(-0.1, -0.15, -0.05),
                   "logistic": both(0.05, 0.02, 0.08)}},
        both(0.27, 0.2, 0.34), both(0.41, 0.3, 0.5), both(0.14, 0.05, 0.25),
        Interval(0.03, 0.01, 0.09), {},
    )  # fmt: skip
    wait = ShortScores(
        "wait-30", "order", 111, 111, 13,
        {"log": {"offramp": Mean(1.9, 1.8), "logistic": Mean(2.0, 1.9)}},
        {"log": {"logistic": both(-0.1, -0.2, 0.1)}}, None, None, None, None,
        {"0.9": both(0.86, 0.8, 0.9)},
    )  # fmt: skip
    misses = tuple(
        Miss(f"rivals-{n}", f"{title} {n}", date(1995, 1, 20 + n), "an act",
             "Northland strikes the home soil of the other, or more, within 7 days",
             0.004 * n, True, f"1995-01-29: Northland strikes ({n})", 5.4 - n, {"markov": 0.07})
        for n in range(1, 6)
    )  # fmt: skip
    line = CrisisLine(
        "rivals-1", f"{title} 1", 12, 180, {"offramp": 0.34, "markov": 0.4}, 0.3, 0.63
    )
    source = Source("rivals-1", f"{title} 1", "forward", "Made up.", date(1994, 6, 1), False, True)
    scores = {"pooled": pool, "wait-30": wait}
    run = ShortRun("forward", misses, scores, (line,), (source,), {"drawn": scores})
    return LibraryRecord((run,), ("Thirteen crises are few.",))
