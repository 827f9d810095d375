"""Count the model's starting values from history and write them as one JSON file.

Usage: python scripts/count_parameters DATA_DIR [--out FILE] [--replicates N]

DATA_DIR holds the published tables; none of their rows goes into the output, which
carries aggregates alone.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
from choice import choice_entries, level4_entry
from climatology import climatology_entries
from dials import dial_entries
from exchanges import exchange_entries
from histories import FIRST_YEAR, LAST_YEAR, read_histories, standing_points
from momentum import momentum_entries
from pace import pace_entries
from replies import reply_entries
from resample import cluster_draws, point_weights
from summary import print_summary
from tempo import tempo_entries

from offramp._files import write_atomic

SEED = 1946
FEW = 30
DEFAULT_OUT = Path(__file__).parents[2] / "src" / "offramp" / "model" / "data" / "counted.json"


def count(data: Path, replicates: int) -> dict[str, Any]:
    """Every entry, with what it was counted from."""
    h = read_histories(data)
    p = standing_points(h)
    draws = cluster_draws(h.cluster[p.row], point_weights(h, p), replicates, SEED)
    few = draws[: min(FEW, replicates) + 1]
    tempo, model, pooled = tempo_entries(h, p, draws, SEED)
    last = np.array(tempo["tempo_last_level"]["value"])
    choice, tables = choice_entries(h, p, draws)
    entries = (
        tempo
        | choice
        | momentum_entries(h, p, few, tables)
        | pace_entries(h, p, few, model=model, pooled=pooled, last=last)
        | dial_entries(h, p, draws)
        | level4_entry(h, replicates, SEED)
        | climatology_entries(h, p, draws)
        | reply_entries(data, replicates, SEED)
        | exchange_entries(data, replicates, SEED)
    )
    meta = {
        "source": "Militarized Interstate Events 1.0 (Gibler and Miller); reply_lag: ICB version 15"
        " (Brecher and Wilkenfeld); exchange entries: Massive Missile Attacks on Ukraine"
        " (petroivaniuk)",
        "weights": "a standing point weighs n^-1/2 by the n events of its confrontation, scaled"
        " to sum to Kish's effective n; sd by cluster bootstrap over linked crises",
        "years": [FIRST_YEAR, LAST_YEAR],
        "n_confrontations": len(np.unique(h.confrontation)),
        "n_histories": len(np.unique(h.start)),
        "n_clusters": len(np.unique(h.cluster)),
        "n_events": h.n,
        "n_points": p.n,
        "replicates": replicates,
        "seed": SEED,
        "script": "scripts/count_parameters",
    }
    return {"meta": meta, "entries": entries}


def main() -> None:
    """Read the command line, count, write, and print a summary."""
    parser = argparse.ArgumentParser(description="Count the model's starting values.")
    parser.add_argument("data", type=Path, help="folder with the published tables")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    parser.add_argument("--replicates", type=int, default=100)
    given = parser.parse_args()
    began = time.perf_counter()
    counted = count(given.data, given.replicates)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(given.out, json.dumps(counted, indent=1) + "\n")
    print_summary(counted)
    print(f"wrote {given.out.name} in {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
