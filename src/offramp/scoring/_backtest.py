"""Score forecasters on confrontations that began after all that they were fitted to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from offramp._extras import need
from offramp.history import Confrontations, Points
from offramp.scoring._base_rate import fit_base_rate, fit_recent_base_rate
from offramp.scoring._beforehand import Beforehand
from offramp.scoring._boosting import fit_boosting
from offramp.scoring._bootstrap import DRAWS, Bootstrap
from offramp.scoring._card import Card, card_of
from offramp.scoring._differences import Differences, differences
from offramp.scoring._logistic import fit_logistic
from offramp.scoring._losses import losses
from offramp.scoring._markov import fit_markov
from offramp.scoring._notes import notes_on
from offramp.scoring._pool import EQUAL, best_share, pooled
from offramp.scoring._predictions import Fit, Predictions, checked
from offramp.scoring._recalibration import Recalibration, fit_recalibration
from offramp.scoring._sample import Split, default_year, inner_split, split
from offramp.scoring._sized import Sized
from offramp.scoring._worst import Miss, worst

Progress = Callable[[str, int, int], None]

OURS, POOLED, CHALLENGER = "offramp", "pooled", "boosting"

BASELINES: Mapping[str, Fit] = {
    "base_rate": fit_base_rate,
    "recent_base_rate": fit_recent_base_rate,
    "markov": fit_markov,
    "logistic": fit_logistic,
    CHALLENGER: fit_boosting,
}
"""What Offramp has to beat, from the plainest to the hardest."""


@dataclass(frozen=True)
class Backtest:
    """All that a backtest found.

    Attributes
    ----------
    dataset : str
    year : int
        What is scored began in this year or later.
    fitted, scored : Sized
        What the forecasters were fitted to, and what they were scored on.
    inner_year : int or None
        The forecasts on which the pool's share and the recalibrations were learned began in
        this year or later, and were made by forecasters fitted before it; None where the data
        were too short for that.
    share : float
        Weight of Offramp in the pool; the rest is boosting's.
    cards : dict of str to Card
        Score cards of ``offramp``, ``pooled`` and each baseline.
    recalibrated : dict of str to Card
        The same after recalibration, for those for which one was learned.
    recalibrations : dict of str to Recalibration
        What was learned.
    differences : dict of str to dict of str to Differences
        Losses of ``offramp`` and ``pooled`` less those of each baseline; below zero is better.
    worst : tuple of Miss
        Offramp's worst forecasts.
    notes : tuple of str
        What a reader has to know beside the figures.
    """

    dataset: str
    year: int
    fitted: Sized
    scored: Sized
    inner_year: int | None
    share: float
    cards: dict[str, Card]
    recalibrated: dict[str, Card]
    recalibrations: dict[str, Recalibration]
    differences: dict[str, dict[str, Differences]]
    worst: tuple[Miss, ...]
    notes: tuple[str, ...]


def backtest(
    events: Confrontations, ours: Fit, year: int | None = None, *,
    beforehand: Beforehand | None = None, baselines: Mapping[str, Fit] = BASELINES,
    draws: int = DRAWS, seed: int = 0, progress: Progress | None = None,
) -> Backtest:  # fmt: skip
    """Fit forecasters to what had closed before a year, and score them on what began after.

    Parameters
    ----------
    events : Confrontations
        What is fitted to and scored.
    ours : callable
        Fits the forecaster in question to `Points`; `offramp.scoring.fit_offramp` for the model.
    year : int, optional
        The first year that is scored; the first of the last eight where left out.
    beforehand : Beforehand, optional
        What `ours` was fitted to where it does not look at the points that it is given, as with
        the parameters that ship. No share in the pool and no recalibration is learned then.
    baselines : mapping of str to callable
        What to beat; the challenger ``boosting`` has to be among them.
    draws, seed : int
        Draws of the bootstrap, and their luck.
    progress : callable, optional
        Called with what is done, and how many steps of how many.

    Returns
    -------
    Backtest

    Raises
    ------
    UsageError
        When there is nothing to score from that year on, or too little to fit to before it.
    OfframpError
        When there is one confrontation only, or the extra ``score`` is not installed.
    """
    need("score")
    outer = split(events, default_year(events) if year is None else year)
    inner = inner_split(outer)
    fits = {**baselines, OURS: ours}
    said = _forecasts(fits, outer, progress)
    share, learned = EQUAL, dict[str, Recalibration]()
    if inner:
        honest = {name: fit for name, fit in fits.items() if not (beforehand and name == OURS)}
        past = _forecasts(honest, inner, progress)
        if OURS in past:
            share = best_share(past[OURS], past[CHALLENGER], inner.test)
            past[POOLED] = pooled(past[OURS], past[CHALLENGER], inner.test, share)
        learned = {name: fit_recalibration(one, inner.test) for name, one in past.items()}
    said[POOLED] = pooled(said[OURS], said[CHALLENGER], outer.test, share)

    test, bootstrap = outer.test, Bootstrap(outer.test, draws, seed)
    lost = {name: losses(one, test) for name, one in said.items()}
    return Backtest(
        events.dataset, outer.year, _size(outer.train), _size(test),
        inner.year if inner else None, share,
        cards={name: card_of(said[name], test, bootstrap) for name in (OURS, POOLED, *baselines)},
        recalibrated={
            name: card_of(one.applied(said[name]), test, bootstrap) for name, one in learned.items()
        },
        recalibrations=learned,
        differences={
            name: {
                other: differences(lost[name], lost[other], test, bootstrap) for other in baselines
            }
            for name in (OURS, POOLED)
        },
        worst=worst(said[OURS], test),
        notes=notes_on(outer, inner, beforehand),
    )  # fmt: skip


def _forecasts(
    fits: Mapping[str, Fit], over: Split, progress: Progress | None
) -> dict[str, Predictions]:
    step = f"fitted before {over.year}"
    said: dict[str, Predictions] = {}
    for done, (name, fit) in enumerate(fits.items()):
        if progress:
            progress(step, done, len(fits))
        said[name] = checked(fit(over.train).predict(over.test), over.test, name)
    if progress:
        progress(step, len(fits), len(fits))
    return said


def _size(points: Points) -> Sized:
    crises, confrontations = (
        len(np.unique(numbers)) for numbers in (points.cluster, points.confrontation)
    )
    return Sized(crises, confrontations, points.count)
