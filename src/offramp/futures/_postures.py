"""How each side has been disposed to answer, and when that shifted."""

from datetime import date, timedelta
from math import log

import numpy as np
from numpy.typing import NDArray

from offramp.futures._look_back import LookBack, look_back
from offramp.futures._results import PosturePath
from offramp.history import MAIN, History
from offramp.model import POSTURES, PRIOR_SHARES, Parameters

Floats = NDArray[np.float64]

DECISIVE = log(3.0)
"""A Bayes factor below three, either way, leaves the answer to the prior."""


def postures(
    history: History, parameters: Parameters, back: LookBack
) -> tuple[PosturePath, PosturePath]:
    """Follow each side's posture through time.

    Parameters
    ----------
    history : History
    parameters : Parameters
    back : LookBack
        Beliefs at the end of the days to show.

    Returns
    -------
    tuple of two PosturePath
        In the order of the history's sides.
    """
    events = history.events
    main = (events.valid > 0) & (events.stream == MAIN)
    acts = np.unique(events.day[main & (events.day >= back.days.min())])
    at_acts = look_back(history, parameters, [int(day) for day in acts])
    days = tuple(history.as_of + timedelta(days=int(day)) for day in back.days)
    stay = float(np.median(parameters.values["posture.days"]))
    found: list[PosturePath] = []
    for side, key in enumerate(history.sides):
        seen = _marginal(at_acts, side)
        shown = _marginal(back, side)
        path = _shift(seen, acts.astype(float), stay)
        found.append(
            PosturePath(
                side=key,
                days=days,
                postures=POSTURES,
                shares=tuple(tuple(map(float, row / row.sum())) for row in shown),
                shift_chance=path.chance,
                shift_date=_day(history.as_of, path.likeliest),
                shift_from=_day(history.as_of, path.low),
                shift_to=_day(history.as_of, path.high),
                log_bayes_factor=path.log_bayes_factor,
                driven_by="evidence" if abs(path.log_bayes_factor) >= DECISIVE else "prior",
            )
        )
    return found[0], found[1]


class _Shift:
    """When a posture shifted, if it did; days counted from the as-of date."""

    def __init__(
        self, chance: float, likeliest: float | None, low: float | None, high: float | None,
        log_bayes_factor: float,
    ) -> None:  # fmt: skip
        self.chance, self.likeliest, self.low, self.high = chance, likeliest, low, high
        self.log_bayes_factor = log_bayes_factor


def _marginal(back: LookBack, side: int) -> Floats:
    """Give one side's beliefs, (days, postures), averaged over the parameter draws."""
    joint = np.asarray(back.beliefs.posture, float).mean(-1)
    return joint.sum(2 if side == 0 else 1)


def _shift(seen: Floats, days: Floats, stay: float) -> _Shift:
    """Find the chance of a shift between the first act and the last, and its day.

    `seen` holds the filtered beliefs after each day with acts. What a day's acts say is
    what they changed in the beliefs; a small chain over the days then gives the chance
    that no shift came, and where the first one lies.
    """
    if len(days) < 2:
        return _Shift(0.0, None, None, None, 0.0)
    prior = np.array(PRIOR_SHARES)
    gaps = np.diff(days, prepend=days[0])
    moves = -np.expm1(-gaps / stay)
    before = np.vstack([prior, seen[:-1]])
    before = (1 - moves)[:, None] * before + moves[:, None] * prior
    says = seen / np.maximum(before, 1e-12)
    still = prior * says[0]
    expected_still = prior.copy()
    ahead = _messages(says, moves, prior)
    first_shift = np.zeros(len(days))
    for step in range(1, len(days)):
        # A redraw that lands on the same posture is no shift.
        from_others = (still.sum() - still) * prior
        first_shift[step] = moves[step] * (from_others * says[step] * ahead[step]).sum()
        stays = 1 - moves[step] + moves[step] * prior
        still = still * stays * says[step]
        expected_still = expected_still * stays
    whole = still.sum() + first_shift.sum()
    none_before = expected_still.sum()
    if first_shift.sum() <= 0 or none_before >= 1:
        return _Shift(0.0, None, None, None, 0.0)
    prior_odds = (1 - none_before) / none_before
    factor = float(np.log(first_shift.sum() / still.sum()) - np.log(prior_odds))
    share = np.cumsum(first_shift) / first_shift.sum()
    likeliest = days[first_shift.argmax()]
    first, final = (int(np.searchsorted(share, at)) for at in (0.1, 0.9))
    # A shift shows at an act; it lies between that act and the one before.
    low, high = days[max(first - 1, 0)], days[final]
    # With several peaks, the likeliest day may lie outside the middle four fifths.
    return _Shift(
        float(first_shift.sum() / whole), float(likeliest), float(min(low, likeliest)),
        float(max(high, likeliest)), factor,
    )  # fmt: skip


def _messages(says: Floats, moves: Floats, prior: Floats) -> Floats:
    """Give, after each day, how likely the later days are from each posture."""
    ahead = np.ones_like(says)
    for step in range(len(says) - 1, 0, -1):
        later = says[step] * ahead[step]
        ahead[step - 1] = (1 - moves[step]) * later + moves[step] * (prior * later).sum()
    return ahead


def _day(as_of: date, days: float | None) -> date | None:
    return None if days is None else as_of + timedelta(days=int(days))
