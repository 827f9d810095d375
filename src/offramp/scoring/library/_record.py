"""The track record over the library as it is kept: what a page or a report shows of a run."""

import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from offramp._errors import OfframpError
from offramp._files import write_atomic
from offramp.learning import Protocol
from offramp.scoring._bootstrap import Interval, Intervals
from offramp.scoring._means import Mean
from offramp.scoring.library._backtest import CrisisLine, LibraryBacktest, Run
from offramp.scoring.library._heard import OURS
from offramp.scoring.library._misses import Miss
from offramp.scoring.library._questions import SHOWN, Kind
from offramp.scoring.library._scores import Scores
from offramp.scoring.library._sources import Source


@dataclass(frozen=True)
class ShortScores:
    """How the forecasters did on one group of questions; as in `Scores`.

    `coverage` is Offramp's, by share; `miscalibration` likewise.
    """

    group: str
    kind: Kind
    questions: int
    moments: int
    crises: int
    means: Mapping[str, Mapping[str, Mean]]
    gaps: Mapping[str, Mapping[str, Intervals]]
    said: Intervals | None
    came: Intervals | None
    surprise: Intervals | None
    miscalibration: Interval | None
    coverage: Mapping[str, Intervals]


@dataclass(frozen=True)
class ShortRun:
    """What one protocol found; as in `Run`."""

    protocol: Protocol
    misses: tuple[Miss, ...]
    scores: Mapping[str, ShortScores]
    crises: tuple[CrisisLine, ...]
    sources: tuple[Source, ...]
    picked: Mapping[str, Mapping[str, ShortScores]]


@dataclass(frozen=True)
class LibraryRecord:
    """The track record over the library: runs, forward in time first, and notes."""

    runs: tuple[ShortRun, ...]
    notes: tuple[str, ...]


def library_record_of(
    found: LibraryBacktest, groups: Collection[str] | None = None
) -> LibraryRecord:
    """Keep of a backtest what is shown.

    Parameters
    ----------
    found : LibraryBacktest
    groups : collection of str, optional
        The groups of questions to keep; all where left out.
    """
    return LibraryRecord(tuple(_short_run(run, groups) for run in found.runs), found.notes)


def _short_run(run: Run, groups: Collection[str] | None) -> ShortRun:
    def kept(scores: Mapping[str, Scores], names: Collection[str] | None) -> dict[str, ShortScores]:
        return {n: _short(one) for n, one in scores.items() if names is None or n in names}

    picked = {name: kept(scores, SHOWN) for name, scores in run.picked.items()}
    return ShortRun(
        run.protocol, run.misses, kept(run.scores, groups), run.crises, run.sources, picked
    )


def _short(one: Scores) -> ShortScores:
    return ShortScores(
        one.group, one.kind, one.questions, one.moments, one.crises, one.means, one.gaps,
        one.said, one.came, one.surprise, one.miscalibration, one.coverage.get(OURS, {}),
    )  # fmt: skip


def write_library_record(record: LibraryRecord, path: Path) -> None:
    """Write a track record over the library as JSON.

    Raises
    ------
    OfframpError
        When it cannot be written; an older file then stays as it was.
    """
    write_atomic(path, json.dumps(plain_record(record), indent=1, allow_nan=False) + "\n")


def plain_record(data: Any) -> Any:
    """Turn a track record into what JSON knows, at six digits."""
    if is_dataclass(data):
        return {field.name: plain_record(getattr(data, field.name)) for field in fields(data)}
    if isinstance(data, Mapping):
        held: Mapping[str, Any] = data
        return {key: plain_record(value) for key, value in held.items()}
    if isinstance(data, list | tuple):
        return [plain_record(each) for each in data]
    if isinstance(data, float):
        return round(data, 6) if math.isfinite(data) else None
    return data.isoformat() if isinstance(data, date) else data


def read_library_record(path: Path) -> LibraryRecord:
    """Read what `write_library_record` or ``offramp backtest --library --json`` wrote.

    Raises
    ------
    OfframpError
        When there is no such file, or it holds no track record.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        return LibraryRecord(tuple(map(_run, data["runs"])), tuple(map(str, data["notes"])))
    except OSError as error:
        raise OfframpError(f"Cannot read {path}: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        missing = f": it lacks {error}" if isinstance(error, KeyError) else ""
        raise OfframpError(
            f"{path} holds no track record over the library that this program can read{missing}. "
            "It must be what offramp backtest --library --json prints."
        ) from error


def _run(data: dict[str, Any]) -> ShortRun:
    return ShortRun(
        data["protocol"],
        tuple(Miss(**_dated(one, "day")) for one in data["misses"]),
        {str(name): _scores(one) for name, one in data["scores"].items()},
        tuple(CrisisLine(**one) for one in data["crises"]),
        tuple(Source(**_dated(one, "until")) for one in data["sources"]),
        {
            str(name): {str(group): _scores(one) for group, one in scores.items()}
            for name, scores in data.get("picked", {}).items()
        },
    )


def _dated(data: dict[str, Any], name: str) -> dict[str, Any]:
    return {**data, name: date.fromisoformat(data[name])}


def _scores(data: dict[str, Any]) -> ShortScores:
    return ShortScores(
        str(data["group"]), data["kind"], int(data["questions"]), int(data["moments"]),
        int(data["crises"]),
        {
            measure: {name: Mean(_number(m["event"]), _number(m["confrontation"]))
                      for name, m in by.items()}
            for measure, by in data["means"].items()
        },
        {
            measure: {name: _intervals(gap) for name, gap in by.items()}
            for measure, by in data["gaps"].items()
        },
        _intervals(data["said"]) if data["said"] else None,
        _intervals(data["came"]) if data["came"] else None,
        _intervals(data["surprise"]) if data.get("surprise") else None,
        _interval(data["miscalibration"]) if data["miscalibration"] else None,
        {share: _intervals(one) for share, one in data["coverage"].items()},
    )  # fmt: skip


def _intervals(data: dict[str, Any]) -> Intervals:
    return Intervals(_interval(data["event"]), _interval(data["confrontation"]))


def _interval(data: dict[str, Any]) -> Interval:
    return Interval(*(_number(data[name]) for name in ("mean", "low", "high")))


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


@cache
def shipped_library_record() -> LibraryRecord:
    """Give the track record over the library that the package carries.

    Raises
    ------
    OfframpError
        When the file is missing or broken.
    """
    return read_library_record(Path(str(files("offramp.scoring") / "data" / "library.json")))
