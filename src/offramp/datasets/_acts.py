"""From dyadic acts, one row each, to confrontations."""

from typing import NamedTuple

import numpy as np

from offramp.datasets._columns import Bools, Floats, Ints
from offramp.history import BATTLE, CLASH, FIRST, LEVELS, SECOND, Confrontations

OPENER, OTHER, BOTH = 0, 1, 2
"""Who acts: the side that opened the confrontation, the other, or both."""

THREAT, DISPLAY, FORCE, WAR = 2, 3, 4, 5
LEVEL_OF_ACTION = np.array(
    [1, *[THREAT] * 6, *[DISPLAY] * 6, *[FORCE] * 7, WAR, WAR, WAR], dtype=np.int64
)
"""The one hostility level of each action code of MIE and MIDI, as their codebooks have it."""


class Acts(NamedTuple):
    """Acts of one dyad each, in any order; all arrays have shape (acts,).

    `confrontation` and `number` are those of the dataset, `opener` and `other` the codes of
    the dyad's states, by side; `actor` is `OPENER`, `OTHER` or `BOTH`.
    """

    confrontation: Ints
    number: Ints
    opener: Ints
    other: Ints
    actor: Ints
    level: Ints
    action: Ints
    day: Ints
    vague: Bools
    dead: Floats


def joined(*parts: Acts) -> Acts:
    """Put several lots of acts one after the other."""
    return Acts(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def confrontations(
    dataset: str, acts: Acts, cluster: Ints, until: int, apart: Ints | None = None
) -> Confrontations:
    """Put acts in order of history, day and number, one history a dyad.

    Acts of one day and number keep their order.

    Parameters
    ----------
    dataset : str
        Name and version, such as ``mie-1.0``.
    acts : Acts
        The acts.
    cluster : array (acts,)
        Which crisis each act's confrontation belongs to.
    until : int
        Ordinal of the last day that the data observe.
    apart : array (acts,), optional
        Holds histories of one dyad in one confrontation apart.

    Returns
    -------
    Confrontations
        A dyad whose rows disagree on who opened (a state that changed sides) keeps the marks
        of its rows, and takes its sides from the larger part of them, the earlier in a tie.
    """
    low, high = np.minimum(acts.opener, acts.other), np.maximum(acts.opener, acts.other)
    split = np.zeros_like(low) if apart is None else apart
    order = np.lexsort((acts.number, acts.day, split, high, low, acts.confrontation))
    keys = np.column_stack([acts.confrontation, low, high, split])[order]
    starts = np.ones(len(keys), dtype=bool)
    starts[1:] = (keys[1:] != keys[:-1]).any(axis=1)
    history = np.cumsum(starts) - 1
    first = np.flatnonzero(starts)
    lower_opens = (acts.opener <= acts.other)[order]
    agree = np.bincount(history, weights=np.where(lower_opens, 1, -1), minlength=len(first))
    opens = np.where(agree == 0, lower_opens[first], agree > 0)
    pair = keys[first][:, 1:3].astype(np.str_)
    return Confrontations(
        dataset=dataset,
        history=history.astype(np.int64),
        day=acts.day[order],
        mark=marks(acts.actor, acts.level)[order],
        action=acts.action[order],
        log_dead=np.log1p(acts.dead)[order],
        vague=acts.vague[order],
        confrontation=keys[first, 0],
        cluster=cluster[order][first],
        sides=np.where(opens[:, None], pair, pair[:, ::-1]),
        until=until,
    )


def marks(actor: Ints, level: Ints) -> Ints:
    """Give the index in `offramp.history.MARKS` of each act.

    Examples
    --------
    >>> marks(np.array([OPENER, OTHER, BOTH, BOTH]), np.array([2, 4, 4, 5])).tolist()
    [0, 5, 6, 7]
    """
    side = np.where(actor == OPENER, FIRST, SECOND)
    alone = side * len(LEVELS) + np.minimum(level, LEVELS[-1]) - LEVELS[0]
    both = np.where(level > LEVELS[-1], BATTLE, CLASH)
    return np.where(actor == BOTH, both, alone).astype(np.int64)
