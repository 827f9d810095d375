"""Entries on when the next event comes: regimes, last mark, early days, era."""

from typing import Any

import numpy as np
from hazards import hazard_ratio, log_hazards, outcomes, split_counts
from histories import (
    BIN_LABELS,
    BIN_STARTS,
    BIN_WIDTHS,
    KINDS,
    N_BINS,
    Floats,
    Histories,
    Points,
)
from regimes import STATES, Regimes, chains, fit_regimes, median_gap
from resample import entry, matched_n, shrink, spread

Entries = dict[str, dict[str, Any]]
REGIMES = ["bursts", "days", "slow"]
BINS = ("bin", BIN_LABELS)
LAST = ("last", KINDS)
LOG_WIDTHS = np.log(BIN_WIDTHS)
RECENT = 1985
PRIOR_EARLY = 0.5
WALK_BLOCK = 7


def pooled_hazard(p: Points, draws: Floats) -> Floats:
    """One-regime log hazard for every weighting, shape (R, 8)."""
    counts = draws @ outcomes(p) + 1 / (N_BINS + 1)
    return log_hazards(counts / counts.sum(axis=1, keepdims=True))


def _by_last(h: Histories, p: Points, draws: Floats, log_hazard: Floats) -> Floats:
    """Log ratio by last kind and bin to the pooled hazard, (R, 5, 8)."""
    kinds = np.eye(len(KINDS))[h.kind[p.row]]
    cells = (kinds[:, :, None] * outcomes(p)[:, None, :]).reshape(p.n, -1)
    events, survivors = split_counts((draws @ cells).reshape(len(draws), len(KINDS), -1))
    base = (log_hazard + LOG_WIDTHS)[:, None, :, None]
    return hazard_ratio(events[..., None], survivors[..., None], base)


def _normal(draws: Floats, prior: float) -> tuple[float, float]:
    """Value and sd after a N(0, prior²) prior."""
    var = float(np.var(draws[1:], ddof=1))
    share = prior**2 / (prior**2 + var)
    return float(draws[0]) * share, float(np.sqrt(share * var))


def _walk(yearly: Floats) -> tuple[float, float, int]:
    """Walk sd by moments from yearly log ratios (R, years), with its jackknife sd."""
    steps = np.diff(yearly, axis=1)
    noise = np.var(steps[1:], axis=0, ddof=1)
    weight = 1 / (noise + np.median(noise))
    excess = steps[0] ** 2 - noise

    def value(keep: Floats) -> float:
        moment = float((weight * excess * keep).sum() / (weight * keep).sum())
        return float(np.sqrt(max(moment, 0.0)))

    size = len(excess)
    block = np.arange(size) // WALK_BLOCK
    left = np.array([value((block != b).astype(float)) for b in range(int(block.max()) + 1)])
    sd = np.sqrt((len(left) - 1) * np.var(left)) if len(left) > 1 else 0.0
    return value(np.ones(size)), float(sd), size


def _era(h: Histories, p: Points, draws: Floats, pooled: Floats) -> dict[str, Any]:
    year = h.year[p.row]
    first = int(year.min())
    spans = np.eye(int(year.max()) - first + 1)[year - first]
    groups = np.column_stack([spans, year >= RECENT])
    cells = (groups[:, :, None] * outcomes(p)[:, None, :]).reshape(p.n, -1)
    counts = (draws @ cells).reshape(len(draws), groups.shape[1], -1)
    events, survivors = split_counts(counts)
    ratio = hazard_ratio(events, survivors, (pooled + LOG_WIDTHS)[:, None, :])
    walk, walk_sd, steps = _walk(ratio[:, :-1])
    return entry(
        {"level": ratio[0, -1], "walk_sd": walk},
        {"level": spread(ratio)[-1], "walk_sd": walk_sd},
        [],
        "Log ratio of the event hazard in 1985-94 to that of 1946-94, by the pooled hazards of"
        " each bin; walk_sd from the squares of yearly steps less their bootstrap variance,"
        " its sd by leaving out blocks of seven years.",
        {"level": float(draws[0, year >= RECENT].sum()), "walk_sd": steps},
    )


def tempo_entries(
    h: Histories, p: Points, draws: Floats, seed: int
) -> tuple[Entries, Regimes, Floats]:
    """The tempo entries, the fitted regimes, and the pooled log hazard (R, 8)."""
    model, _ = fit_regimes(chains(h, p), draws, seed)
    pooled = pooled_hazard(p, draws)
    hazard = log_hazards(model.emission)
    size = float(draws[0].sum())
    # a regime's row is never seen bare, so its size is read off the bootstrap
    row_n = [matched_n(model.emission[0, s], model.emission[:, s]) for s in range(STATES)]
    move_n = [matched_n(model.transition[0, s], model.transition[:, s]) for s in range(STATES)]
    regimes = ("regime", REGIMES)
    hmm = (
        "Three-state hidden Markov model of gap bins, one transition an event, chains cut at"
        " 180 quiet days, Baum-Welch with n^-1/2 weights; regimes in order of their gaps."
    )
    out: Entries = {
        "tempo_hazard": entry(
            hazard[0], spread(hazard), [regimes, BINS], "Log hazard per day. " + hmm, row_n,
            median_gap_days=[median_gap(model.emission[0, s], BIN_STARTS) for s in range(STATES)],
            quiet_share=model.emission[0, :, -1],
        ),
        "tempo_initial": entry(
            model.initial[0], spread(model.initial), [regimes], hmm,
            matched_n(model.initial[0], model.initial),
        ),
        "tempo_transition": entry(
            model.transition[0], spread(model.transition),
            [("from", REGIMES), ("to", REGIMES)], hmm, move_n,
        ),
        "tempo_pooled": entry(
            pooled[0], spread(pooled), [BINS],
            "Log hazard per day in one regime, weighted shares of the gap bins.", size,
        ),
    }  # fmt: skip
    value, sd, between = shrink(_by_last(h, p, draws, pooled))
    out["tempo_last_level"] = entry(
        value,
        sd,
        [LAST, BINS],
        "Log ratio of the hazard, given the last mark and the bin, to tempo_pooled, shrunk to 0"
        " by empirical Bayes (Paule-Mandel spread with mean 0).",
        np.bincount(h.kind[p.row], weights=draws[0], minlength=len(KINDS)),
        between_sd=between,
    )
    early = h.spell_k[p.row] <= 2
    counts = np.stack(
        [draws[:, early] @ outcomes(p)[early], draws[:, ~early] @ outcomes(p)[~early]]
    )
    events, survivors = split_counts(counts)
    ratio = hazard_ratio(events, survivors, pooled + LOG_WIDTHS)
    value, sd = _normal(ratio[0] - ratio[1], PRIOR_EARLY)
    out["tempo_early"] = entry(
        value, sd, [],
        "Log hazard ratio of the first two events since the opening (or since 180 quiet days)"
        f" to the later ones, by the pooled hazards, after a N(0, {PRIOR_EARLY}²) prior; the"
        " regimes carry all of it (see tempo_beside_early), so never add it to tempo_hazard.",
        float(draws[0, early].sum()),
    )  # fmt: skip
    return out | {"tempo_era": _era(h, p, draws, pooled)}, model, pooled
