"""Entries on the shape of exchanges: how kinds order, and how uneven nights are."""

from pathlib import Path
from typing import Any

import numpy as np
from histories import Floats
from resample import cluster_draws, entry, spread
from scipy.optimize import minimize
from scipy.special import betaln, expit

from offramp.datasets import MUNITIONS, open_dataset

Entries = dict[str, dict[str, Any]]
WEAPONS = list(MUNITIONS)
MEAN_PRIOR = (0.0, 2.0)
SPREAD_PRIOR = (-1.0, 1.0)


def _read(path: Path) -> tuple[Floats, Floats, Floats, Floats]:
    salvos = open_dataset(path)
    columns = ("kind", "month", "launched", "stopped")
    kind, month, launched, stopped = (salvos.column(name).to_numpy() for name in columns)
    return kind, month, launched, stopped


def _fit(sent: Floats, down: Floats, weight: Floats, start: Floats) -> Floats:
    """Logit mean and logit overdispersion of a beta-binomial, with weak priors."""

    def loss(at: Floats) -> float:
        mean, rho = expit(at[0]), expit(at[1])
        size = (1 - rho) / rho
        one, two = mean * size, (1 - mean) * size
        likely = betaln(down + one, sent - down + two) - betaln(one, two)
        prior = ((at[0] - MEAN_PRIOR[0]) / MEAN_PRIOR[1]) ** 2
        prior += ((at[1] - SPREAD_PRIOR[0]) / SPREAD_PRIOR[1]) ** 2
        return float(prior / 2 - (weight * likely).sum())

    return minimize(loss, start, method="L-BFGS-B", bounds=[(-7, 7), (-6, 4)]).x


def exchange_entries(data: Path, replicates: int, seed: int) -> Entries:
    """Differences of logit stopped shares between kinds, and overdispersion by kind."""
    kind, month, sent, down = _read(data / "ukraine-strikes.csv")
    draws = cluster_draws(month.astype(np.int64), np.ones(len(kind)), replicates, seed)
    fits = np.zeros((len(draws), len(WEAPONS), 2))
    for which in range(len(WEAPONS)):
        at = kind == which
        start = np.array([0.0, -1.0])
        for row, weight in enumerate(draws[:, at]):
            fits[row, which] = _fit(sent[at], down[at], weight, start)
            start = fits[0, which]
    gap = fits[:, :, 0] - fits[:, :1, 0]
    rho = expit(fits[:, :, 1])
    rows = np.bincount(kind.astype(np.int64), minlength=len(WEAPONS))
    basis = (
        "Beta-binomial on national air force reports of single weapon types, Ukraine to mid"
        " 2025, months resampled; weak priors N(0, 2²) on the logit mean and N(-1, 1²) on the"
        " logit overdispersion. 'Stopped' is the defender's claim. Levels do not carry over to"
        " another defender (a level is the analyst's prior): only the order of kinds and the"
        " dispersion do. Reconnaissance and unnamed drones are left out, since only those"
        " brought down were counted; most ballistic and rocket rows were undefended targets."
    )
    axes = [("kind", WEAPONS)]
    return {
        "exchange_order": entry(
            gap[0], spread(gap), axes, "Logit stopped share relative to drones. " + basis, rows
        ),
        "exchange_overdispersion": entry(
            rho[0], spread(rho), axes, "Correlation rho within a row. " + basis, rows,
            logit=fits[0, :, 1], logit_sd=spread(fits[:, :, 1]),
        ),
        "exchange_level": entry(
            expit(fits[0, :, 0]), spread(expit(fits[:, :, 0])), axes,
            "Mean stopped share, for the record and not for use. " + basis, rows,
            munitions=[float(sent[kind == which].sum()) for which in range(len(WEAPONS))],
        ),
    }  # fmt: skip
