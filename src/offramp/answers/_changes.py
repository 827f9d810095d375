"""What one act changed in each term of each side's reasons, as of one evening."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from offramp.answers._contrast import SHARES
from offramp.answers._edits import without
from offramp.answers._results import AtShare
from offramp.answers._stocks import ledger_terms
from offramp.answers._world import World
from offramp.model import TERMS

LEAST = 0.005
"""Changes of a log-hazard that are smaller than this are not shown."""

SHARE_LABEL = "share of force among all kinds of act"


@dataclass(frozen=True)
class TermChange:
    """What an act changed in one term of a side's log-hazard of force.

    Attributes
    ----------
    side, name, label, group : str
        `group` is ``base``, ``learned`` or ``dial``.
    mean, low, high : float
        With the act less without it, in log-odds, and its 90 % interval.
    by_share : tuple of AtShare
        The same if acts cause none, half or all of the momentum that follows them; empty where
        that makes no difference.
    """

    side: str
    name: str
    label: str
    group: str
    mean: float
    low: float
    high: float
    by_share: tuple[AtShare, ...] = ()


@dataclass(frozen=True)
class Moment:
    """An act's effects as of one day.

    Attributes
    ----------
    as_of : datetime.date
    terms : tuple of TermChange
        The largest first, for each side; what is nothing is left out.
    totals : tuple of TermChange
        The whole log-hazard of force, for each side.
    """

    as_of: date
    terms: tuple[TermChange, ...]
    totals: tuple[TermChange, ...]


def changes(world: World, name: str) -> dict[str, NDArray[np.float64]]:
    """Give what an act changed in each term, by side and draw.

    Parameters
    ----------
    world : World
    name : str
        The act's id.

    Returns
    -------
    dict of str to array (2, draws)
        With the act less without it and what answers or speaks about it, in log-odds.
    """
    return _less(ledger_terms(world), world, name)


def _less(
    with_it: Mapping[str, NDArray[np.float32]], world: World, name: str
) -> dict[str, NDArray[np.float64]]:
    gone = ledger_terms(without(world, (name,)))
    return {term: np.asarray(with_it[term], float) - np.asarray(gone[term], float) for term in gone}


def moment(world: World, name: str) -> Moment:
    """Say what an act changed in each term, as of the evening on which the world stands."""
    # With the act nothing is taken out or put in: no share bears on that arm.
    with_it = ledger_terms(world)
    found = _less(with_it, world, name)
    at_shares = [_less(with_it, world.at_share(share), name) for share in SHARES]
    labels = {term.name: (term.label, term.group) for term in TERMS}
    rows: list[TermChange] = []
    totals: list[TermChange] = []
    for at, side in enumerate(world.history.sides):
        own = [
            _row(
                (side, term, *labels.get(term, (SHARE_LABEL, "base"))), values[at],
                [each[term][at] for each in at_shares],
            )
            for term, values in found.items()
        ]  # fmt: skip
        rows += sorted((row for row in own if _shows(row)), key=lambda row: -abs(row.mean))
        totals.append(
            _row(
                (side, "total", "log-hazard of force", "base"), _sum(found, at),
                [_sum(each, at) for each in at_shares],
            )
        )  # fmt: skip
    return Moment(world.history.as_of, tuple(rows), tuple(totals))


def _sum(terms: dict[str, NDArray[np.float64]], at: int) -> NDArray[np.float64]:
    return np.sum([values[at] for values in terms.values()], axis=0)


def _row(
    named: tuple[str, str, str, str], values: NDArray[np.float64],
    at_shares: list[NDArray[np.float64]],
) -> TermChange:  # fmt: skip
    moves = max(np.abs(each - at_shares[0]).max() for each in at_shares) >= LEAST
    by_share = zip(SHARES, at_shares, strict=True) if moves else ()
    return TermChange(
        *named, *_spread(values), tuple(AtShare(share, *_spread(each)) for share, each in by_share)
    )


def _spread(values: NDArray[np.float64]) -> tuple[float, float, float]:
    low, high = np.quantile(values, [0.05, 0.95])
    return float(values.mean()), float(low), float(high)


def _shows(row: TermChange) -> bool:
    return max(abs(row.mean), abs(row.low), abs(row.high)) >= LEAST
