"""Entry on how long a crisis actor takes to its major response, from ICB."""

import csv
from pathlib import Path
from typing import Any

import numpy as np
from histories import FIRST_YEAR, LAST_YEAR, read_clusters
from resample import cluster_draws, entry, spread

Entries = dict[str, dict[str, Any]]
VIOLENT, INDIRECT, DISPLAY = 9, 8, 7
VIOLENT_REPLIES = (8, 9)
TERMS = ["base", "violent", "indirect", "display", "violent_reply"]
DESIGN = {
    "base": 2.14, "violent": -0.77, "indirect": -0.55, "display": -0.59,
    "violent_reply": 0.42, "sd": 1.34,
}  # fmt: skip


def reply_entries(data: Path, replicates: int, seed: int) -> Entries:
    """Regress log(1 + days to the major response) on the trigger and the reply."""
    clusters = read_clusters(data / "crisis-clusters.csv", "c")
    x, y, cluster = [], [], []
    with (data / "icb2v15.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if not (row["yrtrig"] and row["triggr"] and row["majres"] and row["trgresra"]):
                continue
            if not FIRST_YEAR <= float(row["yrtrig"]) <= LAST_YEAR:
                continue
            trigger, reply = int(float(row["triggr"])), int(float(row["majres"]))
            violent = float(reply in VIOLENT_REPLIES)
            x.append([1.0, *(float(trigger == t) for t in (VIOLENT, INDIRECT, DISPLAY)), violent])
            # the day of the trigger counts as day 1
            y.append(np.log1p(max(float(row["trgresra"]) - 1, 0.0)))
            crisis = int(float(row["crisno"]))
            cluster.append(clusters.get(crisis, -crisis))
    inputs, log_days = np.array(x), np.array(y)
    draws = cluster_draws(np.array(cluster), np.ones(len(y)), replicates, seed)
    fits = np.stack([_fit(inputs, log_days, weight) for weight in draws])
    names = [*TERMS, "sd"]
    basis = (
        "Least squares of log(1 + days from trigger to major response) for ICB actors whose"
        f" trigger fell in {FIRST_YEAR}-{LAST_YEAR}; other triggers and non-violent replies are"
        " the base. A check on the tempo, not a second prior; `design` has the earlier figures."
    )
    value = dict(zip(names, fits[0], strict=True))
    sd = dict(zip(names, spread(fits), strict=True))
    return {"reply_lag": entry(value, sd, [], basis, len(y), design=DESIGN)}


def _fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    bend = (x.T * weight) @ x + 1e-6 * np.eye(x.shape[1])
    beta = np.linalg.solve(bend, x.T @ (weight * y))
    spare = max(weight.sum() - x.shape[1], 1.0)
    return np.append(beta, np.sqrt((weight * (y - x @ beta) ** 2).sum() / spare))
