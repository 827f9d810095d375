"""What a reader of a backtest has to know beside its figures."""

import numpy as np

from offramp.history import Points
from offramp.scoring._beforehand import Beforehand
from offramp.scoring._sample import Split

HEAVY = 0.1
"""Share of the events from which on one confrontation is named."""

RARE = 10
"""Confrontations below which an outcome is called rare."""


def notes_on(outer: Split, inner: Split | None, beforehand: Beforehand | None) -> tuple[str, ...]:
    """List, in plain sentences, what weakens the figures of a backtest."""
    found = (
        _heaviest(outer.test), _battles(outer.test), _shared(outer), _short(inner),
        _beforehand(outer, beforehand), _watched(outer.test),
    )  # fmt: skip
    return tuple(note for note in found if note)


def _heaviest(test: Points) -> str:
    numbers, counts = np.unique(test.confrontation, return_counts=True)
    share = counts.max() / test.count
    if share < HEAVY:
        return ""
    number = numbers[np.argmax(counts)]
    return (
        f"Confrontation {number} holds {share:.0%} of the events: read the figures per "
        "confrontation first."
    )


def _battles(test: Points) -> str:
    came = len(np.unique(test.confrontation[test.outcome("battle_90") > 0]))
    if came >= RARE:
        return ""
    return (
        f"A battle within 90 days came in {came} confrontation{'s' * (came != 1)}: that says "
        "next to nothing of who can foresee one."
    )


def _shared(outer: Split) -> str:
    shared = np.isin(outer.test.cluster, outer.train.cluster)
    if not shared.any():
        return ""
    crises = len(np.unique(outer.test.cluster[shared]))
    return (
        f"{shared.sum()} events belong to {crises} cris{'i' if crises == 1 else 'e'}s of which an "
        "earlier confrontation was fitted to."
    )


def _short(inner: Split | None) -> str:
    if inner:
        return ""
    return (
        "The years before are too few to learn the pool's share and a recalibration from: the "
        "pool is half and half, and nothing is recalibrated."
    )


def _beforehand(outer: Split, beforehand: Beforehand | None) -> str:
    if beforehand is None:
        return ""
    seen = (
        f" That reaches to {beforehand.until}, into the years that are scored: Offramp's figures "
        "flatter it, and so do those of the pool."
        if beforehand.until.year >= outer.year
        else ""
    )
    return (
        f"Offramp was not fitted anew; its share in the pool is one half, and nothing is "
        f"recalibrated for it. {beforehand.basis}{seen}"
    )


def _watched(test: Points) -> str:
    watched = test.confrontations.watched
    if watched is None or watched.all():
        return ""
    return (
        f"{test.confrontations.dataset} does not watch what follows {(~watched).sum():,} of its "
        "acts: no forecast is made after those, and what it does not hold counts as quiet."
    )
