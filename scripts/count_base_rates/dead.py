"""How many are killed in a use of force, a clash and a battle."""

import numpy as np
from resample import Entry, Floats, cluster_draws, entry, kish, means

from offramp.history import BATTLE, CLASH, Confrontations

KINDS = {"force": (2, 5), "clash": (CLASH,), "battle": (BATTLE,)}


def dead(events: Confrontations, years: tuple[int, int], replicates: int, seed: int) -> Entry:
    """Take the share of acts that kill, and mean and sd of log(dead) where they do."""
    ordinals = [np.datetime64(f"{year}-01-01").astype("datetime64[D]").astype(int) + 719163
                for year in (years[0], years[1] + 1)]  # fmt: skip
    inside = (events.day >= ordinals[0]) & (events.day < ordinals[1])
    rows, sizes = [], []
    for marks in KINDS.values():
        at = np.flatnonzero(inside & np.isin(events.mark, marks))
        cluster = events.cluster[events.history[at]]
        _, group, counts = np.unique(cluster, return_inverse=True, return_counts=True)
        weights = counts[group] ** -0.5
        draws: Floats = cluster_draws(cluster, weights, replicates, seed)
        count = np.expm1(events.log_dead[at])
        kills = count >= 0.5
        share = means(draws, kills.astype(float))
        logs = np.log(np.maximum(count, 1.0))
        of_kills = draws * kills
        mean = means(of_kills, logs)
        sd = np.sqrt(np.maximum(means(of_kills, logs**2) - mean**2, 0.0))
        rows.append(np.stack([share, mean, sd], axis=-1))
        sizes.append(kish(draws[0]))
    return entry(
        np.stack(rows, axis=1),
        {"kind": list(KINDS), "moment": ["share", "mean", "sd"]},
        "Share of acts in which somebody is killed, and mean and sd of log(dead) in those, both"
        " sides' dead from the middle of the range given; an act weighs n^-1/2 by the n of its"
        " kind in its crisis.",
        sizes,
    )
