"""Fit the dials to the library's records and to ICBe, and write docs/reference/dials.md.

    python scripts/fit_dials.py DATA FOLDS

DATA is a folder with ``icbe-1.1-events.csv``, ``icb2v15.csv`` and ``crisis-clusters.csv``; FOLDS is
what ``offramp learn --library`` wrote. Run from the project's folder; some ten minutes on two
cores.
"""

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from dials_page import Counts, Traits, page
from scipy.optimize import minimize
from scipy.special import expit

from offramp._files import write_atomic
from offramp.cli._compiler import set_up_compiler
from offramp.datasets import open_dataset
from offramp.history import SIGNAL_KINDS
from offramp.learning._dials_left_out import TEACHERS, Case, Gain, left_out
from offramp.learning._from_icbe import rows_by_crisis, same_crisis, told_by_icbe
from offramp.learning._from_records import (
    LIBRARY,
    WITH_ICBE,
    DialPosterior,
    curvatures,
    likeliest,
    posterior_of,
)
from offramp.learning._icbe_codes import SIDES
from offramp.learning._icbe_days import span_of
from offramp.learning._told import in_one_shape, told_by
from offramp.model import Parameters, load_parameters, shipped_parameters
from offramp.record import Record, library, open_record

PAGE = Path("docs/reference/dials.md")
DATA = Path("src/offramp/learning/data/dials.json")
LEFT_OUT = "iran-israel-2024"
DRAWS = 200
FIRST_ICBE = date(1995, 2, 1)
"""No crisis of ICBe that is used began before; what was learned before it has seen none."""


def main(data: Path, folds: Path) -> None:
    """Fit, leave one out, write the page."""
    set_up_compiler()
    parameters = shipped_parameters("mie")
    records = [open_record(path) for name, path in library().items() if name != LEFT_OUT]
    table = open_dataset(data / "icbe-1.1-events.csv")
    cases = cases_of(records, table, data, folds)
    told = [case.told for case in cases]
    top = likeliest(told, parameters)
    curvature = curvatures(told, top, parameters)
    found: dict[str, DialPosterior] = {}
    for teacher, sources in TEACHERS.items():
        kept = [n for n, case in enumerate(cases) if case.source in sources]
        mean = likeliest([told[n] for n in kept], parameters, top)
        found[teacher] = posterior_of(mean, curvature[kept].sum(0), parameters)
    tops = {teacher: each.mean for teacher, each in found.items()}
    gains = left_out(cases, curvature, tops, DRAWS, tell)
    counts = {source: sum(case.source == source for case in cases) for source in TEACHERS}
    kept = {
        LIBRARY: written(found["library"], counts["library"], 0),
        WITH_ICBE: written(found["both"], counts["library"], counts["icbe"]),
    }
    write_atomic(DATA, json.dumps(kept) + "\n")
    traits = replies(data / "icb2v15.csv", parameters)
    few = unused(table, cases, records)
    write_atomic(PAGE, page(found, gains, cases, signals_in(cases), traits, few))


def cases_of(records: Sequence[Record], table: object, data: Path, folds: Path) -> list[Case]:
    """Lay out every crisis, with the parameters that were learned without it."""
    clusters = clusters_by_crisis(data / "crisis-clusters.csv")
    rows = rows_by_crisis(table, SIDES)
    spans = {number: span for number in SIDES if (span := span_of(rows[number]))}
    told = told_by(records)
    icbe = told_by_icbe(table, records)
    every = in_one_shape([*told, *icbe])
    found: list[Case] = []
    for record, one in zip(records, every[: len(told)], strict=True):
        same = [n for n, span in spans.items() if same_crisis(record, n, span)]
        cluster = clusters[same[0]] if same else record.id
        learned = without(record.id, record.opens, folds)
        found.append(Case(one, "library", cluster, record.opens.year, learned))
    ahead = latest_before(FIRST_ICBE, folds)
    for one in every[len(told) :]:
        number = int(one.crisis.removeprefix("icb-"))
        year = spans[number][0].year
        found.append(Case(one, "icbe", clusters[number], year, ahead))
    return found


def without(crisis: str, opens: date, folds: Path) -> Parameters:
    """Load what was learned without a crisis; where nobody did, from the years before it."""
    folder = folds / "without" / crisis
    if folder.is_dir():
        return load_parameters(folder)
    return latest_before(opens, folds)


def latest_before(day: date, folds: Path) -> Parameters:
    """Load what was learned from the years before the last crisis that opened by a day."""
    opened: dict[date, Path] = {}
    for manifest in sorted((folds / "forward").glob("*/manifest.json")):
        told = json.loads(manifest.read_text("utf-8"))
        opened[date.fromisoformat(told["fold"]["opens"])] = manifest.parent
    last = max((each for each in opened if each <= day), default=min(opened))
    return load_parameters(opened[last])


def clusters_by_crisis(path: Path) -> dict[int, str]:
    """Give each ICB crisis its cluster."""
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "c"]
    return {int(float(row["id"])): f"cluster {row['cluster']}" for row in rows}


def written(found: DialPosterior, records: int, icbe: int) -> dict[str, object]:
    """Give what `library_dials` reads."""
    return {
        "records": records,
        "icbe": icbe,
        "names": [prior.name for prior in found.priors],
        "mean": [round(float(value), 4) for value in found.mean],
        "covariance": [[round(float(value), 6) for value in row] for row in found.covariance],
    }


def signals_in(cases: Sequence[Case]) -> Counts:
    """Count signals since the opening, by source and kind."""
    found: Counts = {
        source: {str(kind): 0 for kind in SIGNAL_KINDS} for source in ("library", "icbe")
    }
    for case in cases:
        events, signals = case.told.events, case.told.signals
        since = int(np.asarray(events.day)[case.told.before + 1])
        there = (np.asarray(signals.valid) > 0) & (np.asarray(signals.day) >= since)
        for kind in np.asarray(signals.kind)[there].tolist():
            found[case.source][SIGNAL_KINDS[kind]] += 1
    return found


def unused(table: object, cases: Sequence[Case], records: Sequence[Record]) -> list[str]:
    """Number the crises of ICBe that are no records and in which the pair acts once or never."""
    acts = {case.told.crisis: case.told.acts for case in cases}
    few = [n for n in SIDES if acts.get(f"icb-{n}", 0) < 2]
    spans = {n: span_of(rows) for n, rows in rows_by_crisis(table, few).items()}
    return [
        str(n) for n, span in spans.items()
        if span and not any(same_crisis(record, n, span) for record in records)
    ]  # fmt: skip


def replies(path: Path, parameters: Parameters) -> Traits:
    """Compare ICB's crisis actors of 1995-2002 by trait: a logit of a violent major response.

    The priors of the two traits are the dials'; that of a violent trigger is the one that the
    project counted up to 1994, the others are wide. Actors of one crisis share a weight.
    """
    with path.open(encoding="latin-1") as file:
        rows = [row for row in csv.DictReader(file) if 1995 <= int(float(row["yrtrig"])) <= 2002]
    violent = np.array([row["majres"] in ("8", "9") for row in rows], float)
    inputs = np.array(
        [[1.0, row["triggr"] == "9", row["triggr"] == "8", row["nuclear"] in ("3", "4"),
          row["regime"] == "1"] for row in rows], float,
    )  # fmt: skip
    crisis = [row["crisno"] for row in rows]
    weight = np.array([crisis.count(each) ** -0.5 for each in crisis])
    dials = {prior.name: prior for prior in parameters.priors}
    nuclear, democracy = dials["traits.nuclear"], dials["traits.democracy"]
    mean = np.array([0.0, 1.2, 0.6, float(nuclear.mean), float(democracy.mean)])
    sd = np.array([2.5, 0.4, 0.5, float(nuclear.sd), float(democracy.sd)])

    def loss(beta: np.ndarray) -> float:
        score = inputs @ beta
        fit = float((weight * (violent * score - np.logaddexp(0.0, score))).sum())
        return 0.5 * float((((beta - mean) / sd) ** 2).sum()) - fit

    beta = minimize(loss, mean).x
    chance = expit(inputs @ beta)
    bent = inputs.T @ ((weight * chance * (1 - chance))[:, None] * inputs)
    width = np.sqrt(np.diag(np.linalg.inv(bent + np.diag(sd**-2))))
    return Traits(
        len(rows), len(set(crisis)),
        {p.name: (p, float(beta[n]), float(width[n])) for n, p in ((3, nuclear), (4, democracy))},
    )  # fmt: skip


def tell(gain: Gain) -> None:
    """Say how far it has come."""
    told = gain.case.told
    by = " ".join(f"{name} {value:+.3f}" for name, value in gain.by.items())
    print(told.crisis, told.acts, round(gain.before, 2), by, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
