"""What can be checked of a record, whether or not all of it is sound."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from offramp.record._acts import Act
from offramp.record._base import Part
from offramp.record._claims import Claim, Question
from offramp.record._parties import Party, Relation
from offramp.record._places import Path
from offramp.record._record import Record
from offramp.record._signals import Signal
from offramp.record._sources import Source

MODELS: dict[str, type[Part]] = {
    "sources": Source,
    "parties": Party,
    "relations": Relation,
    "acts": Act,
    "signals": Signal,
    "claims": Claim,
    "questions": Question,
}
Model = TypeVar("Model", bound=BaseModel)
# In a flood of faulty entries the first show the pattern, and each takes time.
MOST_MENDED = 1_000


@dataclass(frozen=True)
class Finding:
    """Something wrong or doubtful at a path of the record."""

    path: Path
    what: str
    right: str = ""
    doubt: bool = False


@dataclass(frozen=True)
class Draft:
    """The sound entries of a record with their places in it, and every name it gives.

    Attributes
    ----------
    data : dict
        The plain values as read.
    entries : mapping of str to tuple of (int, Part)
        For each section its sound entries, with their index in the file.
    names : mapping of str to dict of str to int
        For each section every id that it gives, sound entry or not, with its index.
    repeated : tuple of (str, int, str)
        Section, index and id of the entries whose id was given before.
    sides : mapping of str to tuple of str
        Empty where the sides are not sound.
    """

    data: Mapping[str, Any]
    entries: Mapping[str, tuple[tuple[int, Part], ...]]
    names: Mapping[str, dict[str, int]]
    repeated: tuple[tuple[str, int, str], ...]
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def of(self, section: str, model: type[Model]) -> Iterator[tuple[Path, Model]]:
        """Give the sound entries of a section with their paths."""
        for index, entry in self.entries[section]:
            if isinstance(entry, model):
                yield (section, index), entry


def draft_of(data: Mapping[str, Any], record: Record | None) -> Draft:
    """Gather what can be checked.

    Parameters
    ----------
    data : dict
        The plain values as read.
    record : Record or None
        The record, where all of it is sound; else each entry is tried by itself.

    Returns
    -------
    Draft
    """
    names: dict[str, dict[str, int]] = {}
    repeated: list[tuple[str, int, str]] = []
    entries: dict[str, tuple[tuple[int, Part], ...]] = {}
    for section, model in MODELS.items():
        raw = data.get(section)
        raw = raw if isinstance(raw, list | tuple) else []
        names[section] = {}
        for index, entry in enumerate(raw):
            name = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(name, str):
                if name in names[section]:
                    repeated.append((section, index, name))
                names[section].setdefault(name, index)
        if record is not None:
            entries[section] = tuple(enumerate(getattr(record, section)))
        else:
            entries[section] = tuple(_sound(model, raw))
    sides = record.sides if record is not None else _sound_sides(data.get("sides"))
    return Draft(data, entries, names, tuple(repeated), sides)


def _sound(model: type[Part], raw: list[Any] | tuple[Any, ...]) -> Iterator[tuple[int, Part]]:
    faults = 0
    for index, entry in enumerate(raw):
        try:
            yield index, model.model_validate(entry)
        except ValidationError as error:
            faults += 1
            found = _without_faults(model, entry, error) if faults <= MOST_MENDED else None
            if found is not None:
                yield index, found


def _without_faults(model: type[Part], entry: Any, error: ValidationError) -> Part | None:
    """Take the faulty fields out, so that what the others say can be checked all the same."""
    # The faults themselves are reported where the whole record is validated.
    faulty = {detail["loc"][0] for detail in error.errors(include_url=False) if detail["loc"]}
    if not isinstance(entry, dict) or not faulty:
        return None
    try:
        return model.model_validate({k: v for k, v in entry.items() if k not in faulty})
    except ValidationError:
        # A field that it cannot do without is among them.
        return None


def _sound_sides(raw: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(raw, dict) or len(raw) != 2:
        return {}
    sides: dict[str, tuple[str, ...]] = {}
    for key, members in raw.items():
        several = [members] if isinstance(members, str) else members
        if not isinstance(several, list) or not all(isinstance(name, str) for name in several):
            return {}
        sides[str(key)] = tuple(several)
    return sides
