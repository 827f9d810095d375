"""Write the model card and the track record from what was measured.

Run ``python scripts/write_model_card.py FOLDER``, where FOLDER holds ``mie.json``, ``midi.json``
and ``icb.json`` (``offramp backtest DATASET --from YEAR --json``), ``twins.json``
(``scripts/compare_twins.py ... --json``) and ``salvos.txt`` (a plain table of the exchange's
scores). MIE's is needed; of the others the card says where one is missing. It writes
docs/reference/model-card.md and the track record that the package carries.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import offramp
from offramp._errors import OfframpError
from offramp._files import write_atomic
from offramp.datasets import KNOWN
from offramp.history import TARGETS
from offramp.model import SHIPPED, TERMS
from offramp.scoring import read_track_record, write_track_record
from offramp.scoring._bootstrap import DRAWS

HOME = Path(__file__).parents[1]
CARD = HOME / "docs" / "reference" / "model-card.md"
RECORD = HOME / "src" / "offramp" / "scoring" / "data" / "track_record.json"
PARAMETERS = HOME / "src" / "offramp" / "model" / "data"

UNITS = ("event", "confrontation")
OURS = ("offramp", "pooled")
NAMES = {
    "offramp": "Offramp",
    "pooled": "Pooled",
    "base_rate": "Base rate",
    "recent_base_rate": "Ten-year base rate",
    "markov": "Markov",
    "logistic": "Logistic",
    "boosting": "Boosting",
}
MEASURES = {
    "joint": "the next act (joint)",
    "when": "when",
    "what": "who and what",
    "force_30": "force within 30 days",
    "other_force_30": "force by the other side within 30 days",
    "quiet_60": "quiet for 60 days",
    "battle_90": "a battle within 90 days",
}
TITLES = {"mie": "MIE", "midi": "MID incidents", "icb": "ICB"}
USES = {
    "mie": "learning (the set `mie`), base rates, scores",
    "midi": "learning (the set `open`), scores",
    "icb": "learning (the set `open`), scores, the check on the pace, priors of dials up to 1994",
    "icbe": "priors of dials, associations up to 1994",
    "ukraine": "the exchange: order of kinds, and spread between nights",
    "clusters": "linking the same crisis across datasets, for splits",
}
SOUGHT = ("grievance", "fear", "pressure", "exhaustion")
"""Dials that were looked for in MIE; the card tells of them apart."""

MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp|opt|home|root)\b")

Json = dict[str, Any]


def main(folder: Path) -> None:
    """Read what was measured, and write the card and the track record."""
    record = read_track_record(folder / "mie.json")
    runs = {name: _json(folder / f"{name}.json") for name in TITLES}
    twins = _json(folder / "twins.json")
    salvos = folder / "salvos.txt"
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        autoescape=False,
    )  # fmt: skip
    text = environment.get_template("model_card.md.jinja").render(
        version=offramp.__version__,
        draws=f"{DRAWS:,}",
        backtests=[_backtest(TITLES[name], run) for name, run in runs.items() if run],
        missing=[TITLES[name] for name, run in runs.items() if not run],
        data=[(known, USES[known.name]) for known in KNOWN if known.name in USES],
        manifests=[(name, _manifest(PARAMETERS / f"{name}.npz")) for name in SHIPPED],
        twins=_twins(twins) if twins else None,
        salvos=salvos.read_text("utf-8").strip() if salvos.exists() else "",
        dials=[term for term in TERMS if term.group == "dial" and term.name not in SOUGHT],
    )
    if MACHINE.search(text):
        raise OfframpError("The card would hold a path of this machine; mend what it is made of.")
    RECORD.parent.mkdir(exist_ok=True)
    write_track_record(record, RECORD)
    write_atomic(CARD, re.sub(r"\n{3,}", "\n\n", text))
    for path in (CARD, RECORD):
        print(f"Wrote {path.relative_to(HOME)}: {path.stat().st_size:,} bytes")


def _json(path: Path) -> Json:
    """Read a JSON file; nothing where there is none.

    Raises
    ------
    OfframpError
        When it was not written to its end.
    """
    if not path.exists():
        return {}
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise OfframpError(f"{path} is no JSON that can be read: {error}.") from error


def _manifest(path: Path) -> Json:
    if not path.exists():
        return {}
    with np.load(path, allow_pickle=False) as held:
        return json.loads(str(held["manifest"]))


def _backtest(title: str, run: Json) -> Json:
    tables = [
        ("Log score, nats, per event / per confrontation", _logs(run)),
        ("The same before any battle", _logs({n: run[n]["before_battle"] for n in _names(run)})),
        *((f"{NAMES[ours]} less each baseline, per {unit} (95 %)", _gaps(run, ours, unit))
          for ours in OURS for unit in UNITS),
        *((_asked(run, target), _target(run, target)) for target in TARGETS),
        ("Recalibration: the shift and the power of the log-odds that were learned", _maps(run)),
        ("How often what came lay in the central interval (95 %), per event / per confrontation",
         _coverage(run)),
    ]  # fmt: skip
    return {
        "title": title,
        "since": run["from"],
        "confrontations": f"{run['confrontations']:,}",
        "wins": [_won(run, ours) for ours in OURS],
        "scored": _size(run),
        "fitted": _size(run["fitted"]),
        "pool": f"The pool is {run['pool']['offramp']:.0%} Offramp, the rest boosting.",
        "notes": run["notes"],
        "tables": [(name, table) for name, table in tables if table],
    }


def _names(run: Json) -> list[str]:
    return [name for name in NAMES if name in run]


def _size(sized: Json) -> str:
    return (
        f"{sized['events']:,} events of {sized['confrontations']:,} confrontations in "
        f"{sized['crises']:,} crises"
    )


def _won(run: Json, ours: str) -> str:
    """Say which baselines do better than ours at what, beyond the interval and within it."""
    sure, leaning = dict[str, list[str]](), dict[str, list[str]]()
    for name, gaps in run["differences"][ours].items():
        for measure, words in MEASURES.items():
            for found, better in ((sure, _surely_worse), (leaning, _worse)):
                units = [unit for unit in UNITS if better(gaps[measure][unit])]
                if units:
                    where = "" if len(units) == len(UNITS) else f" (per {units[0]})"
                    found.setdefault(NAMES[name], []).append(words + where)
    told = _by_name(sure) or "no baseline is better by more than its interval"
    close = _by_name(leaning)
    within = f" Ahead, within the interval: {close}." if close else ""
    return f"Better than {NAMES[ours]}: {told}.{within}"


def _surely_worse(gap: Json) -> bool:
    return gap["low"] is not None and gap["low"] > 0


def _worse(gap: Json) -> bool:
    return gap["mean"] is not None and gap["mean"] > 0 and not _surely_worse(gap)


def _by_name(found: Mapping[str, list[str]]) -> str:
    return "; ".join(f"*{name}* at {', '.join(words)}" for name, words in found.items())


def _logs(run: Json) -> str:
    def row(name: str) -> Iterator[str]:
        yield NAMES[name]
        for part in ("joint", "when", "what"):
            yield _pair(*(run[name][part][unit] for unit in UNITS))

    header = ("Forecaster", "Joint", "When", "Who and what, given when")
    return _table(header, (tuple(row(name)) for name in _names(run)))


def _gaps(run: Json, ours: str, unit: str) -> str:
    differences = run["differences"][ours]
    rows = (
        (words, *(_gap(gaps[measure][unit]) for gaps in differences.values()))
        for measure, words in MEASURES.items()
    )
    return _table(("Score", *(NAMES[name] for name in differences)), rows)


def _asked(run: Json, target: str) -> str:
    rate = _pair(*(run["offramp"][target][f"rate{end}"] for end in ("", "_confrontation")))
    words = MEASURES[target]
    return f"{words[0].upper()}{words[1:]}: it came at a rate of {rate}"


def _target(run: Json, target: str) -> str:
    def cells(one: Json | None) -> tuple[str, str]:
        if one is None:
            return "", ""
        brier = _pair(one["brier_event"], one["brier_confrontation"])
        return brier, _pair(one["mean"], one["mean_confrontation"])

    def row(name: str) -> tuple[str, ...]:
        raw = run[name][target]
        parts = (raw["reliability_event"], raw["reliability_confrontation"])
        return (
            NAMES[name], *cells(raw),
            _pair(*(part["miscalibration"] for part in parts)),
            _pair(*(part["discrimination"] for part in parts)),
            *cells(run["recalibrated"].get(name, {}).get(target)),
        )  # fmt: skip

    header = ("Forecaster", "Brier", "Said", "Miscalibration", "Discrimination",
              "Recalibrated: Brier", "said")  # fmt: skip
    return _table(header, map(row, _names(run)))


def _maps(run: Json) -> str:
    learned = run["recalibrations"]
    rows = (
        (
            NAMES[name],
            *(f"{shift:+.2f}, {power:.2f}" for shift, power in (
                learned[name]["targets"][target] for target in TARGETS)),
            f"{learned[name]['quiet']:+.2f}, {learned[name]['power']:.2f}",
        )
        for name in _names(run)
        if name in learned
    )  # fmt: skip
    header = ("Forecaster", *(MEASURES[target] for target in TARGETS), "when (quiet, power)")
    return _table(header, rows) if learned else ""


def _coverage(run: Json) -> str:
    def row(name: str, part: str, what: str) -> tuple[str, ...]:
        covered = run[name][part]["coverage"].values()
        return (
            NAMES[name], what,
            *(" / ".join(_band(found[unit]) for unit in UNITS) for found in covered),
        )  # fmt: skip

    shares = run["offramp"]["time_to_next_act"]["coverage"]
    rows = (
        row(name, part, what)
        for part, what in (("time_to_next_act", "days to the next act"),
                           ("highest_rung", "highest level in 90 days"))
        for name in _names(run)
        if run[name][part]
    )  # fmt: skip
    return _table(("Forecaster", "Of", *(f"{float(share):.0%}" for share in shares)), rows)


def _twins(found: Json) -> Json:
    def row(name: str, twin: Json) -> tuple[str, ...]:
        gaps = (
            " / ".join(_gap(twin["differences"][part][unit], 4) for unit in UNITS)
            for part in ("when", "what")
        )
        return (name, *_scores(twin), *gaps)

    def gains(twin: Json) -> str:
        helps = [
            f"{MEASURES[part]} per {unit}"
            for part in ("when", "what") for unit in UNITS
            if (twin["differences"][part][unit]["high"] or 0) < 0
        ]  # fmt: skip
        hurts = [
            f"{MEASURES[part]} per {unit}"
            for part in ("when", "what") for unit in UNITS
            if _surely_worse(twin["differences"][part][unit])
        ]  # fmt: skip
        gain = f"a gain at {', '.join(helps)}" if helps else "no gain that can be told from none"
        return gain + (f"; a loss at {', '.join(hurts)}" if hurts else "")

    header = ("Model", "When", "Who and what", "When: difference", "Who and what: difference")
    rows = [
        ("as it is", *_scores(found["offramp"]), "", ""),
        *(row(name, twin) for name, twin in found["twins"].items()),
    ]
    return {
        "dataset": found["dataset"],
        "since": found["from"],
        "events": f"{found['events']:,}",
        "confrontations": f"{found['confrontations']:,}",
        "table": _table(header, rows),
        "verdict": " ".join(
            f"Against the twin {name}: {gains(twin)}." for name, twin in found["twins"].items()
        ),
    }


def _scores(one: Json) -> tuple[str, str]:
    when, what = (_pair(*(one[part][unit] for unit in UNITS)) for part in ("when", "what"))
    return when, what


def _number(value: float | None, digits: int = 3, sign: str = "") -> str:
    return "–" if value is None else f"{value:{sign}.{digits}f}"


def _pair(event: float | None, confrontation: float | None) -> str:
    return f"{_number(event)} / {_number(confrontation)}"


def _gap(gap: Json, digits: int = 3) -> str:
    mean, low, high = (_number(gap[name], digits, "+") for name in ("mean", "low", "high"))
    return f"{mean} ({low} to {high})"


def _band(found: Json) -> str:
    mean, low, high = (
        "–" if found[name] is None else f"{100 * found[name]:.0f}"
        for name in ("mean", "low", "high")
    )
    return f"{mean} % ({low}–{high})"


def _table(header: tuple[str, ...], rows: Any) -> str:
    cells = [header, ("---",) * len(header), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python scripts/write_model_card.py FOLDER")
    try:
        main(Path(sys.argv[1]))
    except OfframpError as error:
        sys.exit(str(error))
