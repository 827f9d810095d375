"""A three-state hidden Markov model of the gaps, fitted to many weightings at once."""

from dataclasses import dataclass

import numpy as np
from hazards import hazard_shares, log_hazards
from histories import HORIZON, N_BINS, Floats, Histories, Ints, Points

STATES = 3
OUTCOMES = N_BINS + 1
PSEUDO = 2.0


@dataclass(frozen=True)
class Regimes:
    """Parameters for each of R weightings: shapes (R, 3), (R, 3, 3), (R, 3, 9)."""

    initial: Floats
    transition: Floats
    emission: Floats

    def take(self, rows: Ints | list[int]) -> "Regimes":
        """Only the given weightings."""
        return Regimes(self.initial[rows], self.transition[rows], self.emission[rows])


@dataclass(frozen=True)
class Chains:
    """Standing points laid out step by step, the longest chain first.

    `order` lists point indices: all first points, then all second points, and so on;
    `offset` says where each step begins in it.
    """

    order: Ints
    offset: Ints
    seen: Ints


def chains(h: Histories, p: Points) -> Chains:
    """Cut the points into chains: a chain ends with its history or with quiet."""
    begins = np.r_[True, (h.start[p.row[1:]] != h.start[p.row[:-1]]) | ~p.has_next[:-1]]
    begins[1:] |= np.diff(p.row) != 1
    number = np.cumsum(begins) - 1
    first = np.flatnonzero(begins)
    length = np.bincount(number)
    step = np.arange(p.n) - first[number]
    order = np.lexsort((number, -length[number], step))
    offset = np.r_[0, np.cumsum(np.bincount(step))]
    return Chains(order=order, offset=offset, seen=p.bin[order])


def _forward(c: Chains, m: Regimes, emitted: Floats) -> tuple[Floats, Floats, Floats]:
    size = len(c.order)
    before = np.empty((m.initial.shape[0], size, STATES))
    after, scale = np.empty_like(before), np.empty(before.shape[:2])
    for step in range(len(c.offset) - 1):
        low, high = c.offset[step], c.offset[step + 1]
        if step == 0:
            before[:, low:high] = m.initial[:, None, :]
        else:
            last = c.offset[step - 1]
            before[:, low:high] = after[:, last : last + high - low] @ m.transition
        joint = before[:, low:high] * emitted[:, low:high]
        scale[:, low:high] = joint.sum(axis=2)
        after[:, low:high] = joint / scale[:, low:high, None]
    return before, after, scale


def predicted_shares(c: Chains, m: Regimes, shift: Floats) -> Floats:
    """Outcome shares at each point before its gap is seen, by the filtered regimes.

    `shift` (points, 8) is added to every regime's log hazard; the result is (points, 9).
    """
    bare = log_hazards(m.emission[0])
    shares = hazard_shares(bare[None] + shift[c.order][:, None, :])
    seen = np.take_along_axis(shares, c.seen[:, None, None], axis=2)[None, :, :, 0]
    before, _, _ = _forward(c, m, seen)
    out = np.empty((len(c.order), OUTCOMES))
    out[c.order] = (before[0][:, :, None] * shares).sum(axis=1)
    return out


def _maximise(c: Chains, m: Regimes, weight: Floats, prior: Floats) -> tuple[Regimes, Floats]:
    """One Baum-Welch step for every weighting; weights are in chain order."""
    emitted = np.swapaxes(m.emission, 1, 2)[:, c.seen]
    _, after, scale = _forward(c, m, emitted)
    back = np.ones_like(after)
    moves = np.zeros_like(m.transition)
    for step in range(len(c.offset) - 2, 0, -1):
        low, high = c.offset[step], c.offset[step + 1]
        past = slice(c.offset[step - 1], c.offset[step - 1] + high - low)
        ahead = emitted[:, low:high] * back[:, low:high] / scale[:, low:high, None]
        back[:, past] = ahead @ np.swapaxes(m.transition, 1, 2)
        weighed = after[:, past] * weight[:, low:high, None]
        moves += np.swapaxes(weighed, 1, 2) @ ahead
    moves *= m.transition
    state = after * back * weight[:, :, None]
    first = state[:, : c.offset[1]].sum(axis=1)
    hot = np.eye(OUTCOMES)[c.seen]
    shown = np.swapaxes(state, 1, 2) @ hot + PSEUDO * prior
    moves += PSEUDO / STATES
    first += PSEUDO / STATES
    fitted = Regimes(
        first / first.sum(axis=1, keepdims=True),
        moves / moves.sum(axis=2, keepdims=True),
        shown / shown.sum(axis=2, keepdims=True),
    )
    return fitted, (weight * np.log(scale)).sum(axis=1)


def _start(overall: Floats, starts: int, seed: int) -> Regimes:
    """Starting values: the overall shares tilted to short, middle and long gaps."""
    rng = np.random.default_rng(seed)
    place = np.linspace(-1, 1, OUTCOMES)
    emission = np.empty((starts, STATES, OUTCOMES))
    for row in range(starts):
        tilt = np.sort(rng.normal(np.array([-2.0, 0.0, 2.0]), 0.7))
        shape = overall * np.exp(tilt[:, None] * place + rng.normal(0, 0.3, (STATES, OUTCOMES)))
        emission[row] = shape / shape.sum(axis=1, keepdims=True)
    stay = 0.7 * np.eye(STATES) + 0.1
    return Regimes(np.full((starts, STATES), 1 / STATES), np.tile(stay, (starts, 1, 1)), emission)


def fit_regimes(c: Chains, draws: Floats, seed: int, starts: int = 6) -> tuple[Regimes, Floats]:
    """Fit row 0 of `draws` from several starts, then every row from its best fit.

    Returns the fits, regimes in order of their mean gap bin, and the log-likelihoods
    that the starts of row 0 reached.
    """
    weight = draws[:, c.order]
    overall = np.bincount(c.seen, weights=weight[0], minlength=OUTCOMES)
    overall /= overall.sum()
    model = _start(overall, starts, seed)
    reached = np.zeros(starts)
    for _ in range(200):
        model, reached = _maximise(c, model, np.repeat(weight[:1], starts, axis=0), overall)
    best = model.take([int(np.argmax(reached))])
    for _ in range(200):
        best, _ = _maximise(c, best, weight[:1], overall)
    rank = np.argsort((best.emission[0] * np.arange(OUTCOMES)).sum(axis=1))
    best = Regimes(
        best.initial[:, rank], best.transition[:, rank][:, :, rank], best.emission[:, rank]
    )
    rest = best.take([0] * (len(draws) - 1))
    for _ in range(40):
        rest, _ = _maximise(c, rest, weight[1:], overall)
    fits = Regimes(
        np.concatenate([best.initial, rest.initial]),
        np.concatenate([best.transition, rest.transition]),
        np.concatenate([best.emission, rest.emission]),
    )
    return fits, reached


def median_gap(shares: Floats, starts: Ints) -> float:
    """Median gap in days of shares over the 9 outcomes; `HORIZON` + 1 when quiet."""
    total = np.cumsum(shares)
    at = int(np.searchsorted(total, 0.5))
    if at >= N_BINS:
        return float(HORIZON + 1)
    below = total[at - 1] if at else 0.0
    return float(starts[at] + (starts[at + 1] - starts[at]) * (0.5 - below) / shares[at])
