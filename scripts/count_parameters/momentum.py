"""Entries on how recent acts carry on: in the choice of mark, and in the tempo."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from histories import BATTLE, CLASH, MUTUAL, Floats, Histories, Ints, Points
from resample import entry, kish, spread

Entries = dict[str, dict[str, Any]]
HALF_LIVES = np.array([15.0, 120.0])
CAP = 4.0
RIDGE = 300 / 10_000
OPENER, OTHER, CLASHES, BATTLES, ALL = range(5)
LEVELS = ["level 2", "level 3", "level 4"]
SIDE_FEATURES = ["own_force_15", "own_force_120", "opp_force_15", "mutual_120"]
MUTUAL_FEATURES = ["clash_120", "battle_120", "force_15"]
N_SIDE = len(LEVELS) * len(SIDE_FEATURES)


def stocks(h: Histories) -> Floats:
    """Decayed counts just after each event, itself included: (events, 5, 2 half-lives).

    Rows of the middle axis: force (levels 3 and 4) by the opener, by the other side,
    clashes, battles, all events.
    """
    force = (h.kind == 1) | (h.kind == 2)
    marks = np.column_stack(
        [force & (h.actor == 0), force & (h.actor == 1), h.kind == CLASH, h.kind == BATTLE,
         np.ones(h.n)]
    ).astype(float)  # fmt: skip
    out = np.repeat(marks[:, :, None], 2, axis=2)
    # the day runs backwards only between histories, where nothing is carried over
    fade = np.exp2(-np.maximum(np.diff(h.day), 0)[:, None] / HALF_LIVES)
    for row in range(1, h.n):
        if h.start[row] != row:
            out[row] += out[row - 1] * fade[row - 1]
    return out


def _log_count(count: Floats) -> Floats:
    return np.minimum(np.log1p(count), CAP)


@dataclass(frozen=True)
class ChoiceData:
    """Points with a next mark: inputs per relative mark, offsets, and the mark made.

    `inputs` is (points, 8, 18): each mark's features stand in the columns of its own
    coefficients, zeros elsewhere.
    """

    at: Ints
    inputs: Floats
    offset: Floats
    made: Ints


def choice_data(h: Histories, p: Points, tables: dict[str, Any]) -> ChoiceData:
    """Lay out the inputs of the next mark; after a mutual mark "same" is the opener."""
    at = np.flatnonzero(p.has_next)
    row, gap = p.row[at], p.gap[at]
    now = stocks(h)[row] * np.exp2(-gap[:, None, None] / HALF_LIVES)
    same = np.where(h.actor[row] == 1, 1, 0)
    pick = np.arange(len(at))
    force = {0: now[pick, same], 1: now[pick, 1 - same]}
    mutual = _log_count(now[:, CLASHES, 1] + now[:, BATTLES, 1])
    inputs = np.zeros((len(at), 8, N_SIDE + 2 * len(MUTUAL_FEATURES)))
    for side in (0, 1):
        own, opp = _log_count(force[side]), _log_count(force[1 - side])
        side_inputs = np.column_stack([own[:, 0], own[:, 1], opp[:, 0], mutual])
        for level in range(3):
            inputs[:, 3 * side + level, 4 * level : 4 * level + 4] = side_inputs
    both = _log_count(
        np.column_stack([now[:, CLASHES, 1], now[:, BATTLES, 1], force[0][:, 0] + force[1][:, 0]])
    )
    inputs[:, 6, N_SIDE : N_SIDE + 3] = both
    inputs[:, 7, N_SIDE + 3 :] = both
    time = tables["time"][p.bin[at]]
    edge = tables["opener"] / 2 * np.where(same == 0, 1.0, -1.0)[:, None]
    bare = np.log(tables["markov"][h.kind[row]])
    extra = [time[:, :3] + edge, time[:, :3] - edge, time[:, 3:]]
    nxt = row + 1
    shift = np.where(h.actor[nxt] == same, 0, 3)
    made = np.where(h.actor[nxt] == MUTUAL, h.kind[nxt] + 3, h.kind[nxt] + shift)
    return ChoiceData(at, inputs, bare + np.concatenate(extra, axis=1), made)


def fit_softmax(data: ChoiceData, weight: Floats, ridge: Floats, steps: int = 8) -> Floats:
    """Ridge softmax coefficients by Newton steps; `ridge` is a penalty per coefficient."""
    marks, width = data.inputs.shape[1:]
    flat = data.inputs.reshape(-1, width)
    beta = np.zeros(width)
    hot = np.eye(marks)[data.made]
    for _ in range(steps):
        logits = data.offset + data.inputs @ beta
        chance = np.exp(logits - logits.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        slope = flat.T @ (weight[:, None] * (hot - chance)).ravel() - ridge * beta
        mean = (data.inputs * chance[:, :, None]).sum(axis=1)
        bend = (flat.T * (weight[:, None] * chance).ravel()) @ flat
        bend -= (mean.T * weight) @ mean
        beta = beta + np.linalg.solve(bend + np.diag(ridge), slope)
    return beta


def softmax_loss(data: ChoiceData, weight: Floats, beta: Floats) -> float:
    """Weighted mean loss in nats per event."""
    logits = data.offset + data.inputs @ beta
    top = logits.max(axis=1)
    total = np.log(np.exp(logits - top[:, None]).sum(axis=1)) + top
    loss = total - logits[np.arange(len(total)), data.made]
    return float((weight * loss).sum() / weight.sum())


def _scales(data: ChoiceData, weight: Floats) -> Floats:
    """Weighted sd of each input over the marks that it bears on."""
    scale = np.zeros(data.inputs.shape[2])
    for column in range(len(scale)):
        level, kind = column // len(SIDE_FEATURES), (column - N_SIDE) // len(MUTUAL_FEATURES)
        marks = [level, level + 3] if column < N_SIDE else [6 + kind]
        seen = data.inputs[:, marks, column]
        share = weight / weight.sum() / len(marks)
        mean = (share[:, None] * seen).sum()
        scale[column] = np.sqrt((share[:, None] * (seen - mean) ** 2).sum())
    return np.maximum(scale, 1e-3)


def momentum_entries(h: Histories, p: Points, draws: Floats, tables: dict[str, Any]) -> Entries:
    """Coefficients of the features, for a side's marks by level and for mutual marks."""
    data = choice_data(h, p, tables)
    weights = draws[:, data.at]
    scale = _scales(data, weights[0])
    fits = np.stack([fit_softmax(data, w, RIDGE * w.sum() * scale**2) for w in weights])
    nothing = np.zeros(data.inputs.shape[2])
    basis = (
        "Ridge softmax on the next mark, the same for both sides, beyond log choice_markov +"
        " choice_time + half of choice_opener; features are log(1 + decayed count), capped at"
        f" {CAP:g}, neither centred nor scaled, on the day of the next event; penalty"
        " 300 per 10,000 events on standardised features; sd over"
        f" {len(draws) - 1} cluster-bootstrap fits with those tables held."
    )
    size = kish(weights[0])
    side, mutual = fits[:, :N_SIDE].reshape(-1, 3, 4), fits[:, N_SIDE:].reshape(-1, 2, 3)
    loss = {
        "before": softmax_loss(data, weights[0], nothing),
        "after": softmax_loss(data, weights[0], fits[0]),
    }
    return {
        "momentum_side": entry(
            side[0], spread(side), [("level", LEVELS), ("feature", SIDE_FEATURES)], basis, size,
            loss_in_sample=loss,
        ),
        "momentum_mutual": entry(
            mutual[0], spread(mutual),
            [("kind", ["clash", "battle"]), ("feature", MUTUAL_FEATURES)], basis, size,
        ),
    }  # fmt: skip
