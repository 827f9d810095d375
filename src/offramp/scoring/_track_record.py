"""How such forecasts have done: the short of a backtest, kept in the package for the report."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from offramp._errors import OfframpError
from offramp._files import write_atomic
from offramp.history import TARGETS, Target
from offramp.scoring._bootstrap import Interval, Intervals
from offramp.scoring._losses import MEASURES, Measure
from offramp.scoring._means import Mean
from offramp.scoring._sized import Sized

if TYPE_CHECKING:
    from offramp.scoring._backtest import Backtest
    from offramp.scoring._card import Card, TargetScores

Gaps = Mapping[str, Mapping[Measure, Intervals]]


@dataclass(frozen=True)
class ShortTarget:
    """How a forecaster did on one question with a yes or no.

    Attributes
    ----------
    brier, said, came : Mean
        Brier score, mean forecast, and how often it came.
    """

    brier: Mean
    said: Mean
    came: Mean


@dataclass(frozen=True)
class ShortCard:
    """The scores of one forecaster that a reader needs.

    Attributes
    ----------
    joint, when, what : Mean
        Log scores of the next act, in nats; less is better.
    targets : dict of Target to ShortTarget
    wait, highest : dict of str to Intervals
        Share of outcomes in the central intervals "0.5", "0.8" and "0.9" of the days to the
        next act and of the highest level within 90 days; the latter is empty where a forecaster
        says nothing of it.
    """

    joint: Mean
    when: Mean
    what: Mean
    targets: Mapping[Target, ShortTarget]
    wait: Mapping[str, Intervals]
    highest: Mapping[str, Intervals]


@dataclass(frozen=True)
class TrackRecord:
    """How Offramp, the pool and the baselines did on confrontations none of them had seen.

    Attributes
    ----------
    dataset : str
    since : int
        What was scored began in this year or later; what was fitted to had closed before it.
    fitted, scored : Sized
        What the forecasters were fitted to, and what they were scored on.
    share : float
        Weight of Offramp in the pool; the rest is boosting's.
    cards : dict of str to ShortCard
        By forecaster: ``offramp``, ``pooled`` and each baseline.
    differences : dict of str to dict of str to dict of Measure to Intervals
        Losses of ``offramp`` and ``pooled`` less those of each baseline; below zero is better.
    """

    dataset: str
    since: int
    fitted: Sized
    scored: Sized
    share: float
    cards: Mapping[str, ShortCard]
    differences: Mapping[str, Gaps]


def track_record_of(backtest: "Backtest") -> TrackRecord:
    """Keep of a backtest what a report shows.

    Parameters
    ----------
    backtest : Backtest

    Returns
    -------
    TrackRecord
    """
    return TrackRecord(
        backtest.dataset, backtest.year, backtest.fitted, backtest.scored, backtest.share,
        {name: _short(card) for name, card in backtest.cards.items()},
        {ours: {name: dict(gaps) for name, gaps in by.items()}
         for ours, by in backtest.differences.items()},
    )  # fmt: skip


def _short(card: "Card") -> ShortCard:
    def target(scores: "TargetScores") -> ShortTarget:
        return ShortTarget(scores.brier, scores.said, scores.came)

    return ShortCard(
        card.scores.joint, card.scores.when, card.scores.what,
        {name: target(scores) for name, scores in card.targets.items()},
        {f"{share:g}": found for share, found in card.wait.coverage.items()},
        {f"{share:g}": found for share, found in card.highest.coverage.items()}
        if card.highest else {},
    )  # fmt: skip


def write_track_record(record: TrackRecord, path: Path) -> None:
    """Write a track record as JSON, in the places where ``offramp backtest --json`` has them.

    Parameters
    ----------
    record : TrackRecord
    path : Path

    Raises
    ------
    OfframpError
        When it cannot be written; an older file then stays as it was.
    """
    laid_out = {
        "dataset": record.dataset,
        "from": record.since,
        **_plain(record.scored),
        "fitted": record.fitted,
        **{name: _laid_out(card) for name, card in record.cards.items()},
        "differences": record.differences,
        "pool": {"offramp": record.share},
    }
    write_atomic(path, json.dumps(_plain(laid_out), indent=1, allow_nan=False) + "\n")


def _laid_out(card: ShortCard) -> dict[str, Any]:
    return {
        "joint": card.joint, "when": card.when, "what": card.what,
        **{
            name: {
                "brier_event": one.brier.event, "brier_confrontation": one.brier.confrontation,
                "mean": one.said.event, "mean_confrontation": one.said.confrontation,
                "rate": one.came.event, "rate_confrontation": one.came.confrontation,
            }
            for name, one in card.targets.items()
        },
        "time_to_next_act": {"coverage": card.wait},
        "highest_rung": {"coverage": card.highest} if card.highest else None,
    }  # fmt: skip


def _plain(data: Any) -> Any:
    if is_dataclass(data):
        return {field.name: _plain(getattr(data, field.name)) for field in fields(data)}
    if isinstance(data, Mapping):
        held: Mapping[str, Any] = data
        return {key: _plain(value) for key, value in held.items()}
    if isinstance(data, float):
        return round(data, 6) if math.isfinite(data) else None
    return data


def read_track_record(path: Path) -> TrackRecord:
    """Read a track record from its own file, or from what ``offramp backtest --json`` printed.

    Parameters
    ----------
    path : Path

    Returns
    -------
    TrackRecord

    Raises
    ------
    OfframpError
        When there is no such file, or it holds no track record.
    """
    try:
        return _read(json.loads(path.read_text("utf-8")))
    except FileNotFoundError as error:
        raise OfframpError(f"There is no track record at {path}.") from error
    except OSError as error:
        raise OfframpError(f"Cannot read {path}: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        missing = f": it lacks {error}" if isinstance(error, KeyError) else ""
        raise OfframpError(
            f"{path} holds no track record that this program can read{missing}. It must be what "
            "offramp backtest DATASET --json prints."
        ) from error


def _read(data: dict[str, Any]) -> TrackRecord:
    differences: dict[str, Any] = data["differences"]
    names = [*differences, *differences["offramp"]]
    return TrackRecord(
        str(data["dataset"]), int(data["from"]), _sized(data["fitted"]), _sized(data),
        float(data["pool"]["offramp"]),
        {name: _card(data[name]) for name in names},
        {
            ours: {
                name: {measure: _intervals(gaps[measure]) for measure in MEASURES}
                for name, gaps in by.items()
            }
            for ours, by in differences.items()
        },
    )  # fmt: skip


def _sized(data: dict[str, Any]) -> Sized:
    return Sized(int(data["crises"]), int(data["confrontations"]), int(data["events"]))


def _card(data: dict[str, Any]) -> ShortCard:
    def coverage(part: dict[str, Any] | None) -> dict[str, Intervals]:
        held: dict[str, Any] = part["coverage"] if part else {}
        return {share: _intervals(found) for share, found in held.items()}

    def target(found: dict[str, Any]) -> ShortTarget:
        return ShortTarget(
            Mean(_number(found["brier_event"]), _number(found["brier_confrontation"])),
            Mean(_number(found["mean"]), _number(found["mean_confrontation"])),
            Mean(_number(found["rate"]), _number(found["rate_confrontation"])),
        )

    joint, when, what = (
        Mean(_number(data[name]["event"]), _number(data[name]["confrontation"]))
        for name in ("joint", "when", "what")
    )
    return ShortCard(
        joint, when, what, {name: target(data[name]) for name in TARGETS},
        coverage(data["time_to_next_act"]), coverage(data["highest_rung"]),
    )  # fmt: skip


def _intervals(data: dict[str, Any]) -> Intervals:
    event, confrontation = (
        Interval(*(_number(data[unit][name]) for name in ("mean", "low", "high")))
        for unit in ("event", "confrontation")
    )
    return Intervals(event, confrontation)


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


@cache
def shipped_track_record() -> TrackRecord:
    """Give the track record that the package carries.

    Read-only, and the same object at each call. It was made on the validation years by
    ``offramp backtest`` with the model fitted anew to earlier ones, not with the parameters
    that ship, which have seen those years.

    Raises
    ------
    OfframpError
        When the file is missing or broken.
    """
    return read_track_record(Path(str(files("offramp.scoring") / "data" / "track_record.json")))
