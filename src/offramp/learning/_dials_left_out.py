"""How much likelier a crisis becomes by the dials that others taught: one left out at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t as student

from offramp.learning._from_records import (
    DialPosterior,
    dials_in_marks,
    likeliest,
    posterior_of,
    predictive,
)
from offramp.learning._told import Told
from offramp.model import SEED, Parameters

Floats = NDArray[np.float64]

TEACHERS = {"library": ("library",), "icbe": ("icbe",), "both": ("library", "icbe")}
"""Whose crises teach."""


@dataclass(frozen=True)
class Case:
    """A crisis that teaches, and that is left out in its turn.

    Attributes
    ----------
    told : Told
    source : str
        ``library`` or ``icbe``.
    cluster : str
        What is left out with it: other crises between the same parties, as one.
    year : int
        In which it began.
    learned : Parameters
        What was learned from events without it, by which it is scored.
    """

    told: Told
    source: str
    cluster: str
    year: int
    learned: Parameters


@dataclass(frozen=True)
class Gain:
    """What one crisis left out gained, in nats, over the priors.

    Attributes
    ----------
    case : Case
    before : float
        Its log-likelihood under the priors.
    by : dict of str to float
        The gain, by who taught; see `TEACHERS`.
    """

    case: Case
    before: float
    by: dict[str, float]


def left_out(
    cases: Sequence[Case], curvature: Floats, start: Mapping[str, Floats], draws: int,
    tell: Callable[[Gain], None] | None = None,
) -> list[Gain]:  # fmt: skip
    """Score each crisis by what the others taught, with its cluster left out among them.

    Parameters
    ----------
    cases : sequence of Case
        In one shape. Those with fewer than two acts since the opening teach and gain nothing,
        and are not scored.
    curvature : array (cases, dials, dials)
        Of each crisis at the top of all: the widths of what the others taught are put together
        from these, and not computed anew for each crisis left out.
    start : dict of str to array (dials,)
        Where each fit begins, by who teaches.
    draws : int
        Of the dials, over which a prediction is averaged; the priors' and the posterior's share
        their luck.
    tell : callable, optional
        Called with each crisis's gain.

    Returns
    -------
    list of Gain
    """
    fits: dict[Any, DialPosterior] = {}
    found: list[Gain] = []
    for case in cases:
        if case.told.acts < 2:
            continue
        priors = dials_in_marks(case.learned)
        prior = posterior_of(
            np.array([float(p.mean) for p in priors]), np.zeros((len(priors),) * 2), case.learned
        )
        before = predictive(case.told, prior.draws(draws, SEED), case.learned)
        by: dict[str, float] = {}
        for teacher, sources in TEACHERS.items():
            kept = [n for n, each in enumerate(cases)
                    if each.source in sources and each.cluster != case.cluster]  # fmt: skip
            key = tuple(kept), id(case.learned)
            if key not in fits:
                top = likeliest([cases[n].told for n in kept], case.learned, start[teacher])
                fits[key] = posterior_of(top, curvature[kept].sum(0), case.learned)
            drawn = fits[key].draws(draws, SEED)
            by[teacher] = predictive(case.told, drawn, case.learned) - before
        found.append(Gain(case, before, by))
        if tell:
            tell(found[-1])
    return found


@dataclass(frozen=True)
class Mean:
    """A mean gain a crisis, with two 90 % intervals and how many crises gained."""

    mean: float
    drawn: tuple[float, float]
    """Over clusters drawn again."""
    student: tuple[float, float]
    """By Student's distribution, over the clusters' means."""
    better: int
    count: int


def mean_gain(gains: Sequence[Gain], teacher: str, times: int = 10_000) -> Mean:
    """Average gains over crises, with intervals over clusters.

    Parameters
    ----------
    gains : sequence of Gain
        Of two clusters or more.
    teacher : str
        One of `TEACHERS`.
    times : int
        How often clusters are drawn again.

    Returns
    -------
    Mean
    """
    each = np.array([gain.by[teacher] for gain in gains])
    _, cluster = np.unique([gain.case.cluster for gain in gains], return_inverse=True)
    sums, counts = np.bincount(cluster, each), np.bincount(cluster)
    size = len(sums)
    drawn = np.random.Generator(np.random.Philox(SEED)).integers(0, size, (times, size))
    again = sums[drawn].sum(1) / counts[drawn].sum(1)
    low, high = np.quantile(again, [0.05, 0.95])
    means = sums / counts
    half = float(student.ppf(0.95, size - 1)) * float(means.std(ddof=1)) / size**0.5
    middle = float(means.mean())
    return Mean(
        float(each.mean()), (float(low), float(high)), (middle - half, middle + half),
        int((each > 0).sum()), len(each),
    )  # fmt: skip
