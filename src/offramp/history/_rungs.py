"""From level to rung: what each side has done before, with a little of what others do."""

import numpy as np

from offramp.history._arrays import SHADOW
from offramp.history._deeds import deed_of_rung
from offramp.history._history import Rungs
from offramp.history._pair_act import PairAct
from offramp.history._usual import Custom
from offramp.ladder import Ladder

PRIOR_WEIGHT = 2.0
"""How many acts the general shares weigh against a side's own past."""

FORCE_SHARES = {"seizure": 0.30, "shadow-attack": 0.10, "strike-abroad": 0.30, "strike-home": 0.30}
"""Shares of level 4 where a side's past is silent: seizure against attack is counted from MIE
1946-94 (.30 to .70); how attacks divide is judgement, since no dataset at hand says."""

CLASH_RUNG = "strike-abroad"
"""A clash that neither side began is a fight where their forces meet, not a strike on a home."""

CHANNELS = ("direct", "proxy", "covert")
CHANNEL_PRIOR = (1.6, 0.2, 0.2)
"""Acts outside the shadow war are a side's own and open, save where it has done otherwise;
judgement, worth two acts."""


def tabulate(
    ladder: Ladder,
    deeds: list[PairAct],
    stream: list[int],
    sides: tuple[str, str],
    custom: Custom | None,
) -> Rungs:
    """Tabulate what each side does at each level.

    Acts of the shadow war are counted in their own stream: here, rungs on which acts are
    customary keep only what a side has done there beyond custom.

    Parameters
    ----------
    ladder : Ladder
        The rungs.
    deeds : list of PairAct
        The acts between the sides.
    stream : list of int
        `MAIN` or `SHADOW`, for each.
    sides : (str, str)
        The sides, in the order of the arrays.
    custom : Custom or None
        What force is customary.

    Returns
    -------
    Rungs
    """
    keys = tuple(rung.key for rung in ladder.rungs)
    index = {key: position for position, key in enumerate(keys)}
    order = tuple(rung.order for rung in ladder.rungs)
    level = tuple(rung.level for rung in ladder.rungs)
    campaign = index.get("campaign", max(i for i, at in enumerate(level) if at == 4))
    war = max(range(len(keys)), key=lambda i: order[i])
    home = home_order(ladder)
    weights = np.zeros((3, 4, len(keys)), np.float32)
    general = np.stack([_general(ladder, level, index, custom, campaign) for level in (2, 3, 4, 5)])
    weights[:] = PRIOR_WEIGHT * general
    if CLASH_RUNG in index:
        weights[2, 2] = 0.0
        weights[2, 2, index[CLASH_RUNG]] = PRIOR_WEIGHT
    channels = np.tile(np.array(CHANNEL_PRIOR, np.float32), (2, 1))
    for deed, where in zip(deeds, stream, strict=True):
        if where == SHADOW or deed.maker is None:
            continue
        side, row = sides.index(deed.maker), min(deed.level, 4) - 2
        at = index[deed.act.act]
        # A campaign is a run of force: the run makes it, not a single draw.
        if at not in (campaign, war):
            weights[side, row, at] += 1.0
        channels[side, CHANNELS.index(deed.act.channel)] += 1.0
    return Rungs(
        keys=keys,
        order=order,
        level=level,
        home=np.array([float(rung.order >= home) for rung in ladder.rungs], np.float32),
        deed=np.array(
            [deed_of_rung(rung.key, rung.level, False) for rung in ladder.rungs], np.int32
        ),
        weights=weights,
        general=general,
        channels=channels,
        campaign=campaign,
        war=war,
        usual=None if custom is None else order.index(custom.order),
    )


def shadow_kinds(ladder: Ladder, recent: list[PairAct], sides: tuple[str, str]) -> np.ndarray:
    """Tabulate on which rungs and through which channels each side fights the shadow war.

    Parameters
    ----------
    ladder : Ladder
    recent : list of PairAct
        The shadow acts of the recent past.
    sides : (str, str)
        The sides, in the order of the arrays.

    Returns
    -------
    array (2, rungs, 3)
        Shares by rung and channel, summing to one for each side; for a side that has no such
        acts, those of both.
    """
    keys = [rung.key for rung in ladder.rungs]
    counts = np.zeros((2, len(keys), len(CHANNELS)), np.float32)
    for deed in recent:
        if deed.maker is not None:
            at = keys.index(deed.act.act), CHANNELS.index(deed.act.channel)
            counts[(sides.index(deed.maker), *at)] += 1.0
    both = counts.sum(0)
    shares = np.where(counts.sum((1, 2), keepdims=True) > 0, counts, both[None])
    return shares / np.maximum(shares.sum((1, 2), keepdims=True), 1.0)


def home_order(ladder: Ladder) -> int:
    """Give the order from which acts strike the home soil: one past the top where none do.

    Examples
    --------
    >>> from offramp.ladder import load_ladder
    >>> home_order(load_ladder())
    8
    """
    orders = [rung.order for rung in ladder.rungs if rung.key == "strike-home"]
    return orders[0] if orders else max(rung.order for rung in ladder.rungs) + 1


def _general(
    ladder: Ladder, level: int, index: dict[str, int], custom: Custom | None, campaign: int
) -> np.ndarray:
    """Give the general shares of the rungs of a level; sums to one."""
    shares = np.zeros(len(ladder.rungs), np.float32)
    if level == 4 and all(key in index for key in FORCE_SHARES):
        for key, share in FORCE_SHARES.items():
            beyond = custom is None or not custom.reaches(ladder.rung(key).order)
            shares[index[key]] = share if beyond else 0.0
    if not shares.any():
        for position, rung in enumerate(ladder.rungs):
            shares[position] = float(rung.level == level and position != campaign)
    if not shares.any():
        shares[campaign] = 1.0
    return shares / shares.sum()
