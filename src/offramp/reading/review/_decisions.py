"""Decisions of a review go into a record's file."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from offramp._errors import OfframpError, UsageError
from offramp.reading.drafts._edit import OpenRecord
from offramp.reading.review._review import SECTIONS
from offramp.record import Record

_LISTS = frozenset({"by", "against", "to", "answers", "withheld", "between"})
DEEDS = ("accept", "mend", "drop")
MOST_BYTES = 5_000_000


@dataclass(frozen=True)
class Decision:
    """What a person decided on one entry.

    Attributes
    ----------
    section, id : str
        Where the entry stands; for a relation the id is its index.
    do : str
        ``accept``, ``mend`` or ``drop``.
    set : dict of str to str
        For mending: fields by their path, with their new values as text; an empty text takes
        the field out.
    """

    section: str
    id: str
    do: str
    set: dict[str, str] = field(default_factory=dict[str, str])


def read_decisions(path: Path, record: str) -> tuple[Decision, ...]:
    """Read the file that a review page saved.

    Parameters
    ----------
    path : Path
    record : str
        The id of the record that it must be about.

    Raises
    ------
    OfframpError
        When it cannot be read, or is no such file.
    UsageError
        When it is about another record.
    """
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(MOST_BYTES))
        decisions = tuple(
            Decision(
                str(one["section"]), str(one["id"]), str(one["do"]),
                {str(name): str(value) for name, value in one.get("set", {}).items()},
            )
            for one in data["decisions"]
        )  # fmt: skip
        about, version = str(data["record"]), data["offramp-review"]
    except OSError as error:
        raise OfframpError(f"Cannot read {path}: {error.strerror or error}.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        right = "Save it with the button on the review page."
        raise OfframpError(f"{path} holds no decisions of a review. {right}") from None
    sound = all(one.section in SECTIONS and one.do in DEEDS for one in decisions)
    if version != 1 or not sound:
        raise OfframpError(f"{path} is of another version of Offramp. Make the review anew.")
    if about != record:
        raise UsageError(f'{path} is about the record "{about}", not "{record}".')
    return decisions


def decide(file: OpenRecord, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Carry decisions out on a record's file; nothing is written before it is saved.

    Parameters
    ----------
    file : OpenRecord
    decisions : sequence of Decision

    Returns
    -------
    tuple of str
        What else had to go, in sentences: an act goes with its only actor.

    Raises
    ------
    UsageError
        When an entry is not there, or one of the two sides would be dropped.
    """
    told: list[str] = []
    record = file.record()
    for one in decisions:
        if one.do == "mend":
            _mend(file, one, record)
    # From the end, so that the indices of relations stay what they were.
    dropped = [one for one in decisions if one.do == "drop"]
    for one in sorted(dropped, key=lambda one: (one.section != "relations", -_index(one.id))):
        if one.section == "parties":
            told += _let_go(file, one.id)
        elif file.has(one.section, one.id):
            file.drop(one.section, one.id)
        elif not told:
            raise UsageError(f'The record has no "{one.id}" under {one.section}.')
    return tuple(told)


def _index(name: str) -> int:
    return int(name) if name.isascii() and name.isdigit() else 0


def _mend(file: OpenRecord, one: Decision, record: Record) -> None:
    where = f"{one.section}.{one.id}"
    changes = dict(one.set)
    entry = _entry(record, one)
    inferred: tuple[str, ...] = getattr(entry, "inferred", ())
    if "date" in changes and "known" in inferred:
        # It was taken from the date that proved wrong.
        changes.setdefault("known", "")
    for path, value in changes.items():
        file.set(f"{where}.{path}", _given(one.section, path, value.strip()))
    # What a person wrote is no longer inferred.
    left = [name for name in inferred if name not in changes]
    if len(left) < len(inferred):
        file.set(f"{where}.inferred", left or None)


def _given(section: str, path: str, words: str) -> Any:
    if path in _LISTS or (section, path) == ("claims", "about"):
        return [name.strip() for name in words.split(",") if name.strip()] or None
    return _number(words) if path == "hours" and words else words or None


def _number(words: str) -> float | str:
    try:
        return float(words)
    except ValueError:
        return words


def _entry(record: Record, one: Decision) -> Any:
    entries = getattr(record, one.section)
    return next((entry for entry in entries if getattr(entry, "id", None) == one.id), None)


def _let_go(file: OpenRecord, party: str) -> list[str]:
    """Take a party out, and what nobody would be left to have done or said."""
    record = file.record()
    if any(party in members for members in record.sides.values()):
        right = "Mend sides in crisis.yaml first."
        raise UsageError(f'"{party}" is one of the two sides and cannot be dropped. {right}')
    told: list[str] = []
    for act in record.acts:
        if act.by == (party,):
            file.drop("acts", act.id)
            told.append(f'The act "{act.id}" went with "{party}", who alone had done it.')
            continue
        for name in ("by", "against", "withheld"):
            _without(file, f"acts.{act.id}.{name}", getattr(act, name), party)
    for signal in record.signals:
        if signal.from_ == party:
            file.drop("signals", signal.id)
            told.append(f'The signal "{signal.id}" went with "{party}", who had sent it.')
            continue
        for name in ("to", "disputed"):
            _without(file, f"signals.{signal.id}.{name}", getattr(signal, name), party)
        if signal.via == party:
            file.set(f"signals.{signal.id}.via", None)
    for index in reversed(range(len(record.relations))):
        relation = record.relations[index]
        if party in (relation.from_, relation.to, *relation.between):
            file.drop("relations", str(index))
    file.drop("parties", party)
    return told


def _without(file: OpenRecord, where: str, names: tuple[str, ...], party: str) -> None:
    if party in names:
        file.set(where, [name for name in names if name != party] or None)
