"""Measure whether near means something: do neighbours in MIE foretell force within 30 days?

Each evening of level 3 or more of a confrontation that began in or after a year is set beside
the moments whose windows had closed by that day, its own crisis left out, just as `offramp like`
does it. The share of the nearest that saw force within 30 days is scored as a forecast, beside the
share of all of them. Prints one JSON object.

    python scripts/measure_likeness.py PATH/mie-1.0.csv --from 1980
"""

import argparse
import json
from datetime import date
from pathlib import Path

import numpy as np

from offramp.datasets import open_dataset
from offramp.history import HORIZON, Points
from offramp.likeness._events import CASES, KNOWN, Acts, moments_in, neighbours
from offramp.scoring import Bootstrap
from offramp.scoring._logistic import fit_logistic
from offramp.scoring._means import mean_of

TARGET = "force_30"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--from", dest="year", type=int, default=1980)
    asked = parser.parse_args()
    every = moments_in(Acts(open_dataset(asked.path)), since=0)
    points = every.points
    begins = points.confrontations.begins[points.history]
    scored = np.flatnonzero(begins >= date(asked.year, 1, 1).toordinal())
    came = points.outcome(TARGET)
    said = np.zeros((len(scored), 3))
    for at, here in enumerate(scored):
        closed = points.day + HORIZON <= points.day[here]
        usable = np.flatnonzero(closed & (points.cluster != points.cluster[here]))
        # In the same order: a mask keeps rows in place.
        mask = np.zeros(points.count, bool)
        mask[usable] = True
        _, near = neighbours(every.where(mask), every.values[here])
        happened = came[usable]
        said[at] = happened[near].mean(), happened.mean(), _equal(happened, points, usable)
    only = np.zeros(points.count, bool)
    only[scored] = True
    test = points.where(only)
    train = points.closed_before(date(asked.year, 1, 1))
    forecasts = {
        f"nearest {CASES}": said[:, 0],
        "base rate": said[:, 1],
        "base rate, each confrontation alike": said[:, 2],
        "logistic, fitted before": fit_logistic(train).predict(test).targets[TARGET],
    }
    bootstrap = Bootstrap(test)
    loss = {name: (chance - came[scored]) ** 2 for name, chance in forecasts.items()}
    first = next(iter(loss))
    print(json.dumps({
        "from": asked.year, "target": TARGET, "features": KNOWN,
        "moments": test.count, "confrontations": len(np.unique(test.confrontation)),
        "crises": len(np.unique(test.cluster)), "came": float(came[scored].mean()),
        "mean said": {name: float(chance.mean()) for name, chance in forecasts.items()},
        "brier": {name: vars(mean_of(one, test)) for name, one in loss.items()},
        f"{first} less": {
            name: {
                key: vars(interval)
                for key, interval in vars(bootstrap.intervals(loss[first] - one)).items()
            }
            for name, one in loss.items() if name != first
        },
    }, indent=1))  # fmt: skip


def _equal(happened: np.ndarray, points: Points, usable: np.ndarray) -> float:
    _, group, counts = np.unique(
        points.confrontation[usable],
        return_inverse=True,
        return_counts=True,
    )
    weight = 1.0 / counts[group]
    return float(happened @ weight / weight.sum())


if __name__ == "__main__":
    main()
