"""Find out why forecasts on the library come out too calm; print what was found as JSON.

    python scripts/why_calm.py MIE.csv CLUSTERS.csv FOLDER > CALM.json

MIE.csv are the published Militarized Interstate Events, CLUSTERS.csv says which of their crises are
crises of ICB too (``kind`` is c), and FOLDER is what ``offramp learn --library`` wrote. The result
goes to ``scripts/write_track_record.py RUN.json CALM.json``. It takes some minutes.

Three things are looked at, none of which is fitted to the library. How violent are crises in the
sense of ICB beside all militarized disputes? Is the model too calm on them, where it has not seen
them? And do the library's records tell of more force than MIE does of the same crises?
"""

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from offramp.datasets import open_dataset
from offramp.history import MARKS, Confrontations, Points, Target, standing_points
from offramp.learning import Shipped, clusters_of_record
from offramp.model import load_parameters
from offramp.record import Record, library, open_record
from offramp.scoring import fit_offramp
from offramp.scoring._highest import RUNGS, highest_rung
from offramp.scoring._pit import spread
from offramp.scoring._sample import split
from offramp.scoring.library import Came, moments_of, outcomes
from offramp.scoring.library._questions import QUIET_DAYS

LEVELS = np.array([level for _, level in MARKS])
SINCE, YEAR = 1946, 1985
WITHIN = 30
ASKED = f"force-either-{WITHIN}"
CENTRAL = 0.9

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


def main(mie: Path, clusters: Path, folder: Path) -> None:
    """Look at all three, and print them."""
    events = open_dataset(mie)
    assert isinstance(events, Confrontations)
    with clusters.open(encoding="utf-8", newline="") as file:
        crises = [int(row["cluster"]) for row in csv.DictReader(file) if row["kind"] == "c"]
    linked = np.isin(events.cluster, crises)
    print(
        json.dumps(
            {
                "since": SINCE, "fitted_before": YEAR, "within": WITHIN, "central": CENTRAL,
                "rates": rates(events, linked), "held_out": held_out(events, crises),
                "same": [*same(events, folder)],
            }, indent=1,
        )
    )  # fmt: skip


def evenings(points: Points) -> Bools:
    """Pick the last act of each day that was a display or a use of force."""
    return points.ends_day & (LEVELS[points.confrontations.mark[points.row]] >= 3)


def rates(events: Confrontations, linked: Bools) -> dict[str, Any]:
    """Give how often force by either side followed, in crises of ICB and in all other disputes."""
    points = standing_points(events)
    begun = points.confrontations.begins >= date(SINCE, 1, 1).toordinal()
    history = points.confrontations.history[points.row]
    found: dict[str, Any] = {}
    for name, which in (("crises", linked), ("others", ~linked)):
        rows = evenings(points) & (which & begun)[history]
        came, weights = points.outcome("force_30")[rows], points.weights()[rows]
        found[name] = {
            "histories": int((which & begun).sum()), "evenings": int(rows.sum()),
            "came": float(came.mean()), "came_weighed": float(np.average(came, weights=weights)),
        }  # fmt: skip
    return found


def held_out(events: Confrontations, crises: list[int]) -> dict[str, Any]:
    """Fit to what had closed before a year; say what was said and came of what began after."""
    parts = split(events, YEAR)
    points = parts.test
    fitted = fit_offramp(parts.train)
    said = fitted.predict(points)
    assert said.highest is not None
    cluster = points.confrontations.cluster[points.confrontations.history[points.row]]
    linked = np.isin(cluster, crises)
    reached = spread(said.highest, highest_rung(points)).covered(CENTRAL)
    found: dict[str, Any] = {"rungs": list(RUNGS)}
    for name, which in (("crises", linked), ("others", ~linked)):
        rows = evenings(points) & which
        found[name] = {
            "evenings": int(rows.sum()), "said": float(said.targets["force_30"][rows].mean()),
            "came": float(points.outcome("force_30")[rows].mean()),
            "highest_covered": float(reached[rows].mean()),
        }  # fmt: skip
    return found


def same(events: Confrontations, folder: Path) -> Iterator[dict[str, Any]]:
    """Tell, of each crisis, what was said and came on the evenings of MIE and of the record."""
    for name in library():
        record = open_record(name)
        own = folder / "forward" / name
        history = densest(record, events)
        if history is None or not (own / "parameters.npz").exists():
            continue
        keep = np.zeros(len(events.confrontation), bool)
        keep[history] = True
        points = standing_points(events.where(keep))
        day = points.confrontations.day[points.row]
        stood = evenings(points) & (day >= record.opens.toordinal())
        rows = stood & (day + WITHIN <= last(record))
        if not rows.any():
            continue
        said = Shipped(load_parameters(own)).predict(points).targets
        quiet = stood & (day + QUIET_DAYS <= last(record))
        came = [*map(outcomes, moments_of(record))]
        yield {
            "crisis": name, "title": record.title,
            **told("force_30", points, said, rows),
            **of_record(ASKED, came),
            "quiet": {
                **told("quiet_60", points, said, quiet), **of_record(f"quiet-{QUIET_DAYS}", came)
            },
        }  # fmt: skip


def told(
    target: Target, points: Points, said: Mapping[Target, Floats], rows: Bools
) -> dict[str, Any]:
    """Give how much was said on some evenings of MIE, and how much came."""
    if not rows.any():
        return {"evenings": 0, "said": None, "came": None}
    came = points.outcome(target)[rows]
    return {
        "evenings": int(rows.sum()), "said": float(said[target][rows].mean()),
        "came": float(came.mean()),
    }  # fmt: skip


def of_record(key: str, came: Sequence[Mapping[str, Came]]) -> dict[str, Any]:
    """Give how much came by a record, on the evenings on which one would have seen a no."""
    found = [one[key].outcome for one in came if key in one]
    return {
        "record_evenings": len(found), "record_came": float(np.mean(found)) if found else None
    }  # fmt: skip


def densest(record: Record, events: Confrontations) -> int | None:
    """Find the history of a record's crisis that has the most acts while it ran."""
    ran = (events.day >= record.opens.toordinal()) & (events.day <= last(record))
    acts = np.bincount(events.history[ran], minlength=len(events.confrontation))
    acts[~np.isin(events.cluster, clusters_of_record(record, events))] = 0
    return int(acts.argmax()) if acts.any() else None


def last(record: Record) -> int:
    """Give the last day that a record watches."""
    return (record.closes or max(act.span.last for act in record.acts)).toordinal()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
