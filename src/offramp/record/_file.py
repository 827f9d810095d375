"""Change a record's file and keep its comments and its order."""

import re
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any, Self

from offramp._errors import OfframpError, RecordError, UsageError
from offramp._files import write_atomic
from offramp.record._check import ACTS_FILE, MAIN_FILE, check_content, find_record
from offramp.record._draft import MODELS
from offramp.record._record import Record
from offramp.record._write import emitted
from offramp.record._yaml import read_yaml

_INDENTED = re.compile(r"^[a-z]+:[^\n\S]*(?:#[^\n]*)?\n(?:[^\n\S]*(?:#[^\n]*)?\n)*( *)- ", re.M)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class RecordFile:
    """A record's crisis.yaml, open for changes.

    Nothing is written before `save`, and nothing that would not pass `check`.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> from offramp.record import new_record
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "crisis.yaml"
    >>> _ = file.write_text(new_record("two-rivals"))
    >>> opened = RecordFile.load(file)
    >>> opened.set("title", "Two rivals and a river")
    >>> opened.save().title
    'Two rivals and a river'
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._on_disk = text
        self._text = text

    @classmethod
    def load(cls, path: Path | str) -> Self:
        """Open a record's file.

        Raises
        ------
        RecordError
            When it is no YAML that a record may be.
        UsageError
            When there is no such record.
        """
        main = find_record(path)
        content = _read(main)
        read = read_yaml(content, str(main))
        if read.problems:
            raise RecordError(main, read.problems)
        return cls(main, content.decode("utf-8"))

    @property
    def text(self) -> str:
        """The text as `save` would write it."""
        return self._text

    def set(self, where: str, value: Any) -> None:
        """Set a field.

        Parameters
        ----------
        where : str
            The path, with an entry's id or its index for a step into a list:
            ``"acts.true-promise.known"``, ``"sources.0.url"``.
        value : plain value
            Text, number, list or dict; None takes the field out.

        Raises
        ------
        UsageError
            When the path leads to no place in the record.
        """
        *steps, last = where.split(".")
        yaml, document = self._round_trip()
        inside = document
        for step in steps:
            inside = _stepped(inside, step, where)
        if isinstance(inside, list):
            inside[_index(inside, last, where)] = _plain(value)
        elif not isinstance(inside, dict):
            raise UsageError(f'"{where}" leads into a value that has no fields.')
        elif value is None:
            inside.pop(last, None)
        else:
            inside[last] = _plain(value)
        out = StringIO()
        yaml.dump(document, out)
        self._text = out.getvalue()

    def append(self, section: str, item: dict[str, Any]) -> None:
        """Add an entry to the end of a section; what stands there stays as it is.

        Parameters
        ----------
        section : str
            Such as ``"acts"`` or ``"sources"``.
        item : dict
            The entry's fields, as the file names them.

        Raises
        ------
        UsageError
            When a record has no such section.
        """
        if section not in MODELS:
            raise UsageError(f'A record has no section "{section}". It has {", ".join(MODELS)}.')
        found = self._end_of(section)
        if found is None:
            _, document = self._round_trip()
            if document.get(section):
                self.set(section, [*document[section], item])
                return
            if section in document:
                self.set(section, None)
            ending = "" if not self._text or self._text.endswith("\n") else "\n"
            self._text += f"{ending}{emitted({section: [item]})}"
            return
        at, indent = found
        lines = emitted({section: [item]}).splitlines()[1:]
        entry = "".join(f"{' ' * indent}{line[2:]}\n" for line in lines)
        before = self._text[:at]
        if before and not before.endswith("\n"):
            entry = f"\n{entry}"
        self._text = before + entry + self._text[at:]

    def save(self) -> Record:
        """Write the file, whole or not at all.

        Returns
        -------
        Record
            The record as it now stands.

        Raises
        ------
        RecordError
            When the changes would make the record unsound; nothing is written.
        OfframpError
            When the file was changed by someone else meanwhile, or cannot be written.
        """
        if _read(self.path) != self._on_disk.encode("utf-8"):
            raise OfframpError(f"{self.path} was changed meanwhile. Nothing was written.")
        table = self.path.with_name(ACTS_FILE)
        acts = _read(table) if table.is_file() else None
        result = check_content(self._text.encode("utf-8"), acts, file=str(self.path))
        if result.record is None:
            raise RecordError(self.path, list(result.errors))
        write_atomic(self.path, self._text)
        self._on_disk = self._text
        return result.record

    def _round_trip(self) -> tuple[Any, Any]:
        yaml = import_module("ruamel.yaml").YAML(typ="rt")
        yaml.preserve_quotes = True
        yaml.width = 100_000
        indent = len(match[1]) if (match := _INDENTED.search(self._text)) else 2
        yaml.indent(mapping=2, sequence=2 + indent, offset=indent)
        return yaml, yaml.load(self._text)

    def _end_of(self, section: str) -> tuple[int, int] | None:
        """Find where a block section ends, before the comments that lead to the next."""
        places = read_yaml(self._text.encode("utf-8"), MAIN_FILE).places
        first = places.values.get((section, 0))
        head = places.keys.get((section,))
        if first is None or head is None:
            return None
        lines = self._text.splitlines(keepends=True)
        entry = lines[first[1] - 1]
        indent = len(entry) - len(entry.lstrip(" "))
        if not entry.lstrip(" ").startswith("- ") or first[1] == head[1]:
            return None
        after = [
            place[1] for path, place in places.keys.items() if len(path) == 1 and place[1] > head[1]
        ]
        end = min(after, default=len(lines) + 1) - 1
        while end > first[1] and not lines[end - 1].split("#", 1)[0].strip():
            end -= 1
        return sum(len(line) for line in lines[:end]), indent


def write_record(path: Path, record: Record) -> None:
    """Write a record of one's own making to a new or existing file, atomically.

    Parameters
    ----------
    path : Path
        The crisis.yaml to write; comments in an existing one are lost. Use `RecordFile`
        to change a file and keep them.
    record : Record

    Raises
    ------
    RecordError
        When the record would not pass `check`; nothing is written.
    OfframpError
        When the file cannot be written.
    """
    from_text = emitted(record.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    result = check_content(from_text.encode("utf-8"), file=str(path))
    if result.record is None:
        raise RecordError(path, list(result.errors))
    write_atomic(path, from_text)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OfframpError(f"Cannot read {path}: {error.strerror or error}.") from error


def _stepped(inside: Any, step: str, where: str) -> Any:
    if isinstance(inside, list):
        return inside[_index(inside, step, where)]
    if isinstance(inside, dict) and step in inside:
        return inside[step]
    raise UsageError(f'There is no "{step}" on the way to "{where}".')


def _index(items: list[Any], step: str, where: str) -> int:
    for index, item in enumerate(items):
        if isinstance(item, dict) and item.get("id") == step:
            return index
    if step.isascii() and step.isdigit() and len(step) < 7 and int(step) < len(items):
        return int(step)
    raise UsageError(f'There is no entry "{step}" on the way to "{where}".')


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        # As a date it is written without quotes, like those around it.
        loader = import_module("ruamel.yaml").YAML(typ="rt")
        return loader.load(value)
    return value
