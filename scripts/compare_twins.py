"""Score the model beside twins of itself that lack one of its hidden states.

Run ``python scripts/compare_twins.py DATASET --from YEAR [--json]``, with a name from ``offramp
data list`` or the path of a published file. The model and its twins are fitted alike to what had
closed before the year and scored on the confrontations that began after: without tempo regimes,
and without postures. Less is better; a difference below zero says that the hidden state helps.
"""

import argparse
import json
import sys
from typing import Any

from offramp._errors import OfframpError
from offramp.cli._say import plain
from offramp.datasets import open_dataset
from offramp.history import Confrontations
from offramp.learning import prepare
from offramp.scoring import Bootstrap, Predictions
from offramp.scoring._log_score import what_loss, when_loss
from offramp.scoring._means import mean_of
from offramp.scoring._sample import split

TWINS = {
    "without tempo regimes": ("tempo.regime", "tempo.initial", "tempo.transition"),
    "without postures": ("posture.level", "posture.answer", "posture.clash"),
}
MEASURES = ("when", "what")


def compared(dataset: str, year: int) -> dict[str, Any]:
    """Fit the model and each twin, and give their log scores with the differences.

    Parameters
    ----------
    dataset : str
    year : int
        What is scored began in this year or later.
    """
    events = open_dataset(dataset)
    if not isinstance(events, Confrontations):
        raise OfframpError(f"{dataset} holds no acts to forecast. Give mie, midi or icb.")
    parts = split(events, year)
    test, bootstrap = parts.test, Bootstrap(parts.test)
    keep = {"when": None, "what": test.comes}

    def losses(name: str, tied: tuple[str, ...]) -> dict[str, Any]:
        print(f"Fitting the model {name}.", file=sys.stderr)
        said = prepare(parts.train, tied=tied).fit().predict(test, draws=0)
        told = Predictions(said.when, said.what, {})
        return {"when": when_loss(told, test), "what": what_loss(told, test)}

    whole = losses("as it is", ())
    found: dict[str, Any] = {
        "dataset": events.dataset,
        "from": year,
        "confrontations": len(set(test.confrontation.tolist())),
        "events": test.count,
        "offramp": {name: mean_of(whole[name], test, keep[name]) for name in MEASURES},
        "twins": {},
    }
    for name, tied in TWINS.items():
        twin = losses(name, tied)
        found["twins"][name] = {
            "tied": tied,
            **{part: mean_of(twin[part], test, keep[part]) for part in MEASURES},
            "differences": {
                part: bootstrap.intervals(whole[part] - twin[part], keep[part]) for part in MEASURES
            },
        }
    return plain(found)


def as_text(found: dict[str, Any]) -> str:
    """Lay out the scores for a reader; each figure per event and per confrontation."""
    lines = [
        f"{found['dataset']}, from {found['from']}: {found['events']:,} events of "
        f"{found['confrontations']:,} confrontations. Log scores, per event / per confrontation.",
        "offramp: " + ", ".join(f"{part} {_pair(found['offramp'][part])}" for part in MEASURES),
    ]
    for name, twin in found["twins"].items():
        lines.append(f"{name}: " + ", ".join(f"{part} {_pair(twin[part])}" for part in MEASURES))
        for part in MEASURES:
            gaps = twin["differences"][part]
            told = " / ".join(_gap(gaps[unit]) for unit in ("event", "confrontation"))
            lines.append(f"  offramp less the twin, {part}: {told}")
    return "\n".join(lines)


def _pair(mean: dict[str, float]) -> str:
    return f"{mean['event']:.4f} / {mean['confrontation']:.4f}"


def _gap(gap: dict[str, float]) -> str:
    return f"{gap['mean']:+.4f} ({gap['low']:+.4f} to {gap['high']:+.4f})"


def main() -> None:
    """Read the command line, and print what was found."""
    told = argparse.ArgumentParser(description="Score the model beside its twins.")
    told.add_argument("dataset")
    told.add_argument("--from", dest="year", type=int, required=True)
    told.add_argument("--json", action="store_true")
    asked = told.parse_args()
    try:
        found = compared(asked.dataset, asked.year)
    except OfframpError as error:
        sys.exit(str(error))
    print(json.dumps(found, indent=1) if asked.json else as_text(found))


if __name__ == "__main__":
    main()
