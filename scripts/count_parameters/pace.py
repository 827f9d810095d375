"""Entries on what moves the tempo beyond the regimes: recent acts, last mark, early days."""

from typing import Any

import numpy as np
from hazards import TINY, log_hazards
from histories import BIN_LABELS, BIN_WIDTHS, KINDS, N_BINS, Floats, Histories, Points
from momentum import ALL, CAP, HALF_LIVES, RIDGE, stocks
from regimes import Chains, Regimes, chains, predicted_shares
from resample import entry, kish, spread

Entries = dict[str, dict[str, Any]]
BIN_MIDDLES = np.array([0, 1, 2.5, 5.5, 11, 22.5, 60.5, 135.5])
FEATURES = ["all_15", "all_120"]
TABLE_RIDGE = 50 / 10_000
ROUNDS = 4
# a uniform share from 0 to 1 has mean a half and this sd
SHARE_SD = 12**-0.5


def activity(h: Histories, p: Points) -> Floats:
    """Log(1 + decayed count of all events) at the middle of each bin, (points, 8, 2)."""
    now = stocks(h)[p.row, ALL][:, None, :]
    return np.minimum(np.log1p(now * np.exp2(-BIN_MIDDLES[:, None] / HALF_LIVES)), CAP)


def fit_cloglog(
    inputs: Floats, offset: Floats, hit: Floats, weight: Floats, ridge: Floats
) -> Floats:
    """Ridge coefficients of log hazards; rows are points at risk in a bin."""
    beta = np.zeros(inputs.shape[1])
    for _ in range(10):
        mean = np.exp(np.clip(offset + inputs @ beta, -30, 5))
        odds = mean / np.maximum(np.expm1(mean), TINY)
        slope = weight * (hit * odds - (1 - hit) * mean)
        bend = weight * ((1 - hit) * mean - hit * odds * np.minimum(1 - mean - odds, 0))
        hessian = (inputs.T * bend) @ inputs + np.diag(ridge)
        beta = beta + np.linalg.solve(hessian, inputs.T @ slope - ridge * beta)
    return beta


def _rows(p: Points) -> tuple[Any, Any]:
    """Point and bin of every row at risk."""
    return np.nonzero(np.arange(N_BINS) <= p.bin[:, None])


def _recent(
    h: Histories, p: Points, draws: Floats, pooled: Floats, last: Floats
) -> tuple[Floats, Floats]:
    """Coefficients of the two features beyond pooled hazard and last mark, and their means."""
    point, b = _rows(p)
    seen = activity(h, p)[point, b]
    offset = (pooled + np.log(BIN_WIDTHS))[b] + last[h.kind[p.row]][point, b]
    hit = (p.bin[point] == b).astype(float)
    share = draws[0, point] / draws[0, point].sum()
    mean = share @ seen
    scale = np.sqrt(share @ (seen - mean) ** 2)
    inputs = np.column_stack([np.ones(len(seen)), (seen - mean) / scale])
    fits = []
    for weight in draws:
        ridge = np.array([0.0, 1, 1]) * RIDGE * weight.sum()
        fits.append(fit_cloglog(inputs, offset, hit, weight[point], ridge)[1:] / scale)
    return np.stack(fits), mean


def _joint_inputs(h: Histories, p: Points, scale: Floats) -> Floats:
    """Level, early, two features, last mark x bin: (points, 8, 44)."""
    out = np.zeros((p.n, N_BINS, 4 + len(KINDS) * N_BINS))
    out[..., 0] = 1
    out[..., 1] = (h.spell_k[p.row] <= 2)[:, None]
    out[..., 2:4] = activity(h, p) / scale
    for b in range(N_BINS):
        out[np.arange(p.n), b, 4 + h.kind[p.row] * N_BINS + b] = 1
    return out


def _joint(
    h: Histories, p: Points, draws: Floats, model: Regimes
) -> tuple[Floats, dict[str, float]]:
    """All terms at once beside the regimes, whose filter hears them too: (R, 44)."""
    at: Chains = chains(h, p)
    one = model.take([0])
    point, b = _rows(p)
    scale = np.sqrt(np.average((activity(h, p) - 1) ** 2, axis=(0, 1)))
    inputs = _joint_inputs(h, p, scale)
    rows, hit = inputs[point, b], (p.bin[point] == b).astype(float)
    widths = np.log(BIN_WIDTHS)[b]
    unit = np.r_[0.0, TABLE_RIDGE, RIDGE, RIDGE, np.full(inputs.shape[2] - 4, TABLE_RIDGE)]
    beta = np.zeros(inputs.shape[2])
    shares = predicted_shares(at, one, inputs @ beta)
    before = _loss(shares, p, draws[0])
    offset = np.zeros(len(point))
    for _ in range(ROUNDS):
        shift = inputs @ beta
        shares = predicted_shares(at, one, shift)
        offset = (log_hazards(shares) - shift)[point, b] + widths
        beta = fit_cloglog(rows, offset, hit, draws[0, point], unit * draws[0].sum())
    after = _loss(predicted_shares(at, one, inputs @ beta), p, draws[0])
    others = [fit_cloglog(rows, offset, hit, w[point], unit * w.sum()) for w in draws[1:]]
    fits = np.vstack([beta, *others])
    fits[:, 2:4] /= scale
    return fits, {"regimes alone": before, "with these": after}


def _loss(shares: Floats, p: Points, weight: Floats) -> float:
    seen = np.maximum(shares[np.arange(p.n), p.bin], TINY)
    return float(-(weight * np.log(seen)).sum() / weight.sum())


def pace_entries(
    h: Histories, p: Points, draws: Floats, *, model: Regimes, pooled: Floats, last: Floats
) -> Entries:
    """Recent activity as a halved effect, and every tempo term fitted beside the regimes.

    `last` is the table of `tempo_last_level`, (5, 8).
    """
    fits, mean = _recent(h, p, draws, pooled[0], last)
    halved = fits[0] / 2
    wide = np.sqrt((spread(fits) / 2) ** 2 + (SHARE_SD * fits[0]) ** 2)
    count = (
        f"log(1 + decayed count of all events), half-lives 15 and 120 days, capped at {CAP:g},"
        " at the middle of the bin"
    )
    joint, loss = _joint(h, p, draws, model)
    basis = (
        "One ridge person-bin regression of all four tempo_beside terms with the filtered"
        " regime hazard as offset, the filter hearing the terms; to be added to tempo_hazard"
        " all four together. Penalties 50 per 10,000 points on tables, 300 on scaled features; the"
        " sd is that of the penalised fit with regimes and filter held, so it is rather small."
    )
    size = kish(draws[0])
    bins, kinds = ("bin", BIN_LABELS), ("last", KINDS)
    table = joint[:, 4:].reshape(len(joint), len(KINDS), N_BINS)
    return {
        "rate_momentum": entry(
            halved, wide, [("feature", FEATURES)],
            f"Half the weight of {count}, in a person-bin regression of the log hazard beyond"
            " tempo_pooled and tempo_last_level; the regimes carry the other part, so the share"
            " left is taken as uniform from 0 to 1 and the sd holds that. Centre the features.",
            size, centre=mean, unhalved=fits[0],
        ),
        "tempo_beside_level": entry(
            joint[0, 0], spread(joint)[0], [], "Constant. " + basis, size, loss_in_sample=loss
        ),
        "tempo_beside_early": entry(
            joint[0, 1], spread(joint)[1], [], "First two events of a spell. " + basis, size
        ),
        "tempo_beside_momentum": entry(
            joint[0, 2:4], spread(joint)[2:4], [("feature", FEATURES)],
            f"Weight of {count}, not centred. " + basis, size,
        ),
        "tempo_beside_last_level": entry(
            table[0], spread(table), [kinds, bins], "Last mark by bin. " + basis, size
        ),
    }  # fmt: skip
