"""Count base rates from published events, with what else the program measures itself against.

Usage: python scripts/count_base_rates MIE ICB [--out FILE] [--replicates N]

MIE and ICB are the published files of acts and of crisis actors, with ``crisis-clusters.csv``
beside them. None of their rows goes into the output, which carries aggregates alone.
"""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from base_rates import base_rates
from dead import dead
from dial_inputs import dial_inputs
from reply_lag import reply_lag
from resample import Entry, cluster_draws

from offramp._files import write_atomic
from offramp.datasets import open_dataset
from offramp.history import Confrontations, Points, standing_points

FIRST, LAST = 1946, 2002
RECENT = 10
SEED = 1946
DEFAULT_OUT = Path(__file__).parents[2] / "src" / "offramp" / "model" / "data" / "counted.json"


def points_between(events: Confrontations, first: int, last: int) -> Points:
    """Take the standing points of some years whose windows closed within them."""
    points = standing_points(events).closed_before(date(last + 1, 1, 1))
    return points.where(points.year >= first)


def count(
    mie: Confrontations, icb: Confrontations, years: tuple[int, int], replicates: int
) -> dict[str, Any]:
    """Count every entry, and say what it was counted from."""
    first, last = years
    points = points_between(mie, first, last)
    # A confrontation's weight is spread over all its points, and not over its evenings alone.
    weights = points.weights()[points.ends_day]
    evenings = points.where(points.ends_day)
    draws = cluster_draws(evenings.cluster, weights, replicates, SEED)
    windows = {f"{since}-{last}": since for since in (first, last + 1 - RECENT)}
    entries: dict[str, Entry] = {
        **base_rates(evenings, draws, windows),
        "reply_lag": reply_lag(icb, years, replicates, SEED),
        "dial_inputs": dial_inputs(evenings, draws),
        "dead": dead(mie, years, replicates, SEED),
    }
    meta = {
        "source": "Militarized Interstate Events 1.0 (Gibler and Miller); reply_lag: ICB version 15"
        " (Brecher and Wilkenfeld)",
        "weights": "a standing point weighs n^-1/2 by the n points of its confrontation; sd by"
        " cluster bootstrap over linked crises; n_effective is Kish's",
        "years": [first, last],
        "n_confrontations": len(np.unique(points.confrontation)),
        "n_histories": len(np.unique(points.history)),
        "n_clusters": len(np.unique(points.cluster)),
        "n_points": points.count,
        "n_points_that_end_their_day": evenings.count,
        "replicates": replicates,
        "seed": SEED,
        "script": "scripts/count_base_rates",
    }
    return {"meta": meta, "entries": entries}


def main() -> None:
    """Read the command line, count, and write."""
    parser = argparse.ArgumentParser(description="Count base rates from published events.")
    parser.add_argument("mie", type=Path, help="the published file of MIE")
    parser.add_argument("icb", type=Path, help="the published file of ICB's crisis actors")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    parser.add_argument("--replicates", type=int, default=100)
    given = parser.parse_args()
    mie, icb = open_dataset(given.mie), open_dataset(given.icb)
    counted = count(mie, icb, (FIRST, LAST), given.replicates)
    write_atomic(given.out, json.dumps(counted, indent=1) + "\n")


if __name__ == "__main__":
    main()
