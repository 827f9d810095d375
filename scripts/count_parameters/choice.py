"""Entries on who does what next: Markov table, opener, time since the last event."""

from typing import Any

import numpy as np
from histories import (
    BIN_LABELS,
    CLASH,
    KINDS,
    MUTUAL,
    N_BINS,
    SEIZURES,
    Floats,
    Histories,
    Points,
    relative_next,
)
from resample import cluster_draws, entry, kish, matched_n, shrink, spread

Entries = dict[str, dict[str, Any]]
NEXT = [f"{who} {kind}" for who in ("same", "other") for kind in KINDS[:CLASH]] + KINDS[CLASH:]


def markov_draws(h: Histories, p: Points, draws: Floats) -> tuple[Floats, Floats]:
    """Smoothed shares of the next mark by last kind, (R, 5, 8), and row totals (5,)."""
    nxt, last = relative_next(h, p), np.eye(len(KINDS))[h.kind[p.row]]
    cells = (last[:, :, None] * nxt[:, None, :]).reshape(p.n, -1)
    counts = (draws @ cells).reshape(len(draws), len(KINDS), -1)
    overall = counts.sum(axis=1, keepdims=True)
    overall = overall / overall.sum(axis=2, keepdims=True)
    smooth = counts + overall
    return smooth / smooth.sum(axis=2, keepdims=True), counts[0].sum(axis=1)


def _fold(shares: Floats, last: int) -> Floats:
    """Columns with variance of their own: after mutual marks same and other are one."""
    if last < CLASH:
        return shares
    return np.concatenate([shares[:, :3] + shares[:, 3:6], shares[:, 6:]], axis=1)


def _opener(h: Histories, p: Points, draws: Floats) -> Floats:
    """Log odds of opener to other, beyond a same-side term per last kind, shape (R,)."""
    nxt = np.minimum(p.row + 1, h.n - 1)
    at = np.flatnonzero(p.has_next & (h.actor[nxt] != MUTUAL))
    before, kind = h.actor[p.row[at]], h.kind[p.row[at]]
    sign = np.where(before == MUTUAL, 0.0, 1.0 - 2.0 * before)
    x = np.column_stack([np.ones(len(at)), sign[:, None] * np.eye(CLASH + 2)[kind][:, :CLASH]])
    y = (h.actor[nxt[at]] == 0).astype(float)
    out = np.zeros(len(draws))
    for row, weight in enumerate(draws[:, at]):
        beta = np.zeros(x.shape[1])
        for _ in range(12):
            fit = 1 / (1 + np.exp(-x @ beta))
            bend = (x.T * (weight * fit * (1 - fit))) @ x + 1e-3 * np.eye(len(beta))
            beta += np.linalg.solve(bend, x.T @ (weight * (y - fit)) - 1e-3 * beta)
        out[row] = beta[0]
    return out


def _by_time(h: Histories, p: Points, draws: Floats) -> Floats:
    """Log ratio of a kind's share in each bin to its overall share, (R, 8, 5)."""
    at = np.flatnonzero(p.has_next)
    kinds = np.eye(len(KINDS))[h.kind[p.row[at] + 1]]
    cells = (np.eye(N_BINS)[p.bin[at]][:, :, None] * kinds[:, None, :]).reshape(len(at), -1)
    counts = (draws[:, at] @ cells).reshape(len(draws), N_BINS, -1)
    overall = counts.sum(axis=1, keepdims=True) + 0.2
    overall = overall / overall.sum(axis=2, keepdims=True)
    smooth = counts + overall
    return np.log(smooth / smooth.sum(axis=2, keepdims=True) / overall)


def choice_entries(h: Histories, p: Points, draws: Floats) -> tuple[Entries, dict[str, Floats]]:
    """The choice entries, and the tables that the momentum fit stands on."""
    markov, rows = markov_draws(h, p, draws)
    sizes = [
        matched_n(_fold(markov[:1, last], last)[0], _fold(markov[:, last], last))
        for last in range(len(KINDS))
    ]
    opener = _opener(h, p, draws)
    time, time_sd, between = shrink(_by_time(h, p, draws))
    at = np.flatnonzero(p.has_next)
    arrived = np.bincount(p.bin[at], weights=draws[0, at], minlength=N_BINS)
    out: Entries = {
        "choice_markov": entry(
            markov[0], spread(markov), [("last", KINDS), ("next", NEXT)],
            "Weighted shares of the next mark within 180 days, relative to who acted last"
            " (after a mutual mark a side's acts are split evenly), with one pseudo-count"
            " spread by the overall shares; n_effective is the size of the Dirichlet whose"
            " total variance equals the cluster bootstrap's, n_weighted Kish's.",
            sizes, n_weighted=rows,
        ),
        "choice_opener": entry(
            opener[0], spread(opener), [],
            "Log odds that a one-sided event is the opener's and not the other's, in a logit"
            " that also holds a same-side term for each kind of last mark; put half of it on"
            " the opener's marks and minus half on the other's.",
            kish(draws[0, at]),
        ),
        "choice_time": entry(
            time, time_sd, [("bin", BIN_LABELS), ("kind", KINDS)],
            "Log ratio of the kind's share among events that arrive in the bin to its share"
            " overall, shrunk to 0 by empirical Bayes (Paule-Mandel spread with mean 0).",
            arrived, between_sd=between,
        ),
    }  # fmt: skip
    return out, {"markov": markov[0], "time": time, "opener": opener[0]}


def level4_entry(h: Histories, replicates: int, seed: int) -> Entries:
    """Shares of seizure-like and attack acts among directed acts of level 4."""
    at = np.flatnonzero(h.kind == 2)
    _, index, counts = np.unique(h.confrontation, return_inverse=True, return_counts=True)
    raw = counts[index][at] ** -0.5
    weight = raw * kish(raw) / raw.sum()
    draws = cluster_draws(h.cluster[at], weight, replicates, seed)
    part = (draws @ np.isin(h.action[at], SEIZURES)) / draws.sum(axis=1)
    shares = np.column_stack([part, 1 - part])
    basis = (
        "Weighted shares among directed level-4 events of blockade, occupation and seizure"
        " (13, 14, 15) against attack (16, 19)."
    )
    axes = [("act", ["seizure", "attack"])]
    size = matched_n(shares[0], shares)
    return {"level4_kinds": entry(shares[0], spread(shares), axes, basis, size)}
