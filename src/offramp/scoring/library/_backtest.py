"""Score the forecasts over the library of crises."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from offramp._errors import OfframpError, UsageError
from offramp._extras import need
from offramp.history import Confrontations, Points, standing_points
from offramp.learning import PROTOCOLS, Fold, Protocol, folds_of
from offramp.model import Parameters
from offramp.record import Record, drawn_by_lot
from offramp.scoring._bootstrap import DRAWS
from offramp.scoring.library._closing import closing_note
from offramp.scoring.library._heard import OURS, Heard, hear
from offramp.scoring.library._misses import Miss, misses_of
from offramp.scoring.library._moments import Moment, moments_of
from offramp.scoring.library._ours import FUTURES
from offramp.scoring.library._questions import POOLED, QUESTIONS, SHOWN
from offramp.scoring.library._scores import Scores, losses_of, rows_of, scores_of
from offramp.scoring.library._shipped_base_rate import NAME
from offramp.scoring.library._sources import Source, source_of

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class CrisisLine:
    """How the questions with a yes or no went in one crisis: mean Brier scores.

    Attributes
    ----------
    crisis, title : str
    moments, questions : int
        At how many moments one stood, and how many questions were resolved there.
    brier : dict of str to float
        By forecaster.
    said, came : float
        Offramp's mean chance, and how often it came.
    """

    crisis: str
    title: str
    moments: int
    questions: int
    brier: Mapping[str, float]
    said: float
    came: float


@dataclass(frozen=True)
class Run:
    """What one protocol found.

    Attributes
    ----------
    protocol : {"forward", "without"}
    misses : tuple of Miss
        The worst forecast of each crisis, worst first.
    scores : dict of str to Scores
        By group of questions, the pool first.
    crises : tuple of CrisisLine
    sources : tuple of Source
        What Offramp's forecasts of each crisis rest on.
    picked : dict of str to dict of str to Scores
        The scores of the crises that were ``drawn`` by lot, and of those that were ``chosen``;
        empty where all are of one sort.
    """

    protocol: Protocol
    misses: tuple[Miss, ...]
    scores: Mapping[str, Scores]
    crises: tuple[CrisisLine, ...]
    sources: tuple[Source, ...]
    picked: Mapping[str, Mapping[str, Scores]]


@dataclass(frozen=True)
class LibraryBacktest:
    """All that a backtest over the library found.

    Attributes
    ----------
    runs : tuple of Run
        Forward in time first; without prepared parameters there is no other.
    notes : tuple of str
        What a reader has to know beside the figures.
    """

    runs: tuple[Run, ...]
    notes: tuple[str, ...]


def backtest_library(
    records: Sequence[Record], kept: Path, folder: Path | None = None,
    events: Confrontations | None = None, *, futures: int = FUTURES, draws: int = DRAWS,
    seed: int = 0, progress: Progress | None = None,
) -> LibraryBacktest:  # fmt: skip
    """Stand at each main act of each record, forecast, and score against what came.

    Parameters
    ----------
    records : sequence of Record
    kept : Path
        A folder in which what was said is kept, so that an interrupted run can be resumed.
    folder : Path, optional
        What ``offramp learn --library`` wrote: parameters for each crisis that know nothing of
        it. Where left out, the set that ships answers, and a note names the crises that it has
        seen.
    events : Confrontations, optional
        What the baselines are fitted to, fold by fold.
    futures : int
        Futures at each moment.
    draws, seed : int
        Draws of the bootstrap over crises; and the luck of both.
    progress : callable, optional
        Called with a word, how many moments are done, and how many there are.

    Returns
    -------
    LibraryBacktest

    Raises
    ------
    UsageError
        When no record holds a moment to stand at.
    OfframpError
        When the folder lacks the parameters of every crisis, or the extra ``score`` is missing.
    """
    need("score")
    stood = {record.id: moments_of(record) for record in records}
    if not any(stood.values()):
        raise UsageError("No record holds a display or a use of force to stand at.")
    protocols = PROTOCOLS if folder else PROTOCOLS[:1]
    every = None if events is None else standing_points(events)
    folds = {fold.name: fold for fold in folds_of(records, events)} if events else {}
    by_protocol: dict[Protocol, dict[str, tuple[Parameters, Source]]] = {
        protocol: {one.id: found for one in records if (found := source_of(one, protocol, folder))}
        for protocol in protocols
    }
    prepared = [one.prepared for held in by_protocol.values() for _, one in held.values()]
    if folder is not None and not any(prepared):
        raise OfframpError(
            f"{folder} holds no parameters for the library. Learn them, or the rest of them: "
            f"offramp learn --library DATASET --out {folder}."
        )
    total = sum(len(stood[crisis]) for found in by_protocol.values() for crisis in found)
    done = 0
    runs: list[Run] = []
    first: list[Heard] = []
    for protocol, held in by_protocol.items():
        heard: list[Heard] = []
        sources: list[Source] = []
        for record in records:
            if record.id not in held:
                continue
            moments = stood[record.id]
            parameters, source = held[record.id]
            # A crisis after all data has the same parameters by either protocol, and one file.
            name = f"{protocol if source.prepared else 'shipped'}/{record.id}"
            train = _train(every, folds.get(f"{protocol}/{record.id}"))

            def told(at: int, before: int = done) -> None:
                if progress:
                    progress("forecasts", before + at, total)

            heard += hear(moments, parameters, train, kept / name, futures, seed, told)
            sources.append(source)
            done += len(moments)
        runs.append(_run(protocol, heard, stood, tuple(sources), draws, seed))
        first = first or heard
    lacks: dict[Protocol, list[str]] = {
        protocol: [crisis for crisis in stood if crisis not in held]
        for protocol, held in by_protocol.items()
    }
    return LibraryBacktest(tuple(runs), (*_lacking(lacks), *_notes(runs, first, stood)))


def _train(every: Points | None, fold: Fold | None) -> Points | None:
    if every is None:
        return None
    return every if fold is None else fold.points(every)


def _run(
    protocol: Protocol, heard: Sequence[Heard], stood: Mapping[str, tuple[Moment, ...]],
    sources: tuple[Source, ...], draws: int, seed: int,
) -> Run:  # fmt: skip
    told = [[one for one in heard if one.moment.record.id == crisis] for crisis in stood]
    lines = (_line(own) for own in told if own)
    return Run(
        protocol, misses_of(heard), scores_of(heard, draws, seed),
        tuple(line for line in lines if line), sources, _picked(heard, draws, seed),
    )  # fmt: skip


def _picked(heard: Sequence[Heard], draws: int, seed: int) -> dict[str, dict[str, Scores]]:
    """Score the crises drawn by lot apart from those that were chosen."""
    lot = drawn_by_lot()
    parts = {
        "drawn": [one for one in heard if one.moment.record.id in lot],
        "chosen": [one for one in heard if one.moment.record.id not in lot],
    }
    if not all(parts.values()):
        return {}
    return {name: scores_of(part, draws, seed, SHOWN) for name, part in parts.items()}


def _line(heard: Sequence[Heard]) -> CrisisLine | None:
    keys = [question.key for question in QUESTIONS if question.kind == "yes-no"]
    rows = rows_of(heard, keys)
    if not rows.count:
        return None
    record = heard[0].moment.record
    return CrisisLine(
        record.id, record.title, len(np.unique(rows.moment)), rows.count,
        {
            name: float(losses_of("yes-no", said, rows.outcome)["brier"].mean())
            for name, said in rows.chances.items()
        },
        float(rows.chances[OURS].mean()), float(rows.outcome.mean()),
    )  # fmt: skip


def _lacking(lacks: Mapping[Protocol, Sequence[str]]) -> tuple[str, ...]:
    told = [f"{', '.join(names)} ({protocol})" for protocol, names in lacks.items() if names]
    if not told:
        return ()
    return (
        f"Not forecast, since the folder holds no parameters for them: {'; '.join(told)}. A crisis "
        "that opened before there was enough to learn from has none forward in time; all others "
        "can be learned: offramp learn --library.",
    )


def _notes(
    runs: Sequence[Run], heard: Sequence[Heard], stood: Mapping[str, tuple[Moment, ...]]
) -> tuple[str, ...]:
    first = runs[0]
    saw = [source for source in first.sources if source.saw]
    found = [
        f"{first.scores[POOLED].crises} crises are few, the questions overlap, and the moments of "
        "a crisis hang together: intervals draw whole crises, and are wide.",
        closing_note(heard),
        "The records were coded by people who knew how it went on: which acts they hold and when "
        "they close is hindsight that no protocol takes out.",
        "Shares of rungs within a level are judgement and counts of MIE 1946-94. Baselines divide "
        "levels by them, and so give no chance to a sustained campaign; Offramp begins with them "
        "and learns from what the record holds by the day.",
    ]
    if saw:
        names = ", ".join(f"{source.crisis} ({source.until.year})" for source in saw)
        found.insert(
            0,
            "The shipped parameters have seen the years of these crises, in brackets the last year "
            f"that was learned from, and their figures flatter Offramp: {names}. Prepare "
            "parameters that have not, by offramp learn --library.",
        )
    if NAME in first.scores[POOLED].means["brier"]:
        found.insert(
            1,
            "The only baseline is the base rate of 1993-2002 that ships, which looks ahead for "
            "earlier crises. Give a dataset, and the others are fitted to what had closed before.",
        )
    empty = [crisis for crisis, moments in stood.items() if not moments]
    if empty:
        found.append(f"No moment to stand at: {', '.join(empty)}.")
    return tuple(found)
