"""Read YAML 1.2 into plain values, refusing whatever a record has no use for."""

import re
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from offramp._errors import Problem
from offramp.record._places import Path, Places

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_PROBLEMS = 1_000

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]{1,18}", re.ASCII)
_BASED = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

_FLOW_TROUBLE = ("unexpected ':'", "expected ',' or", "expected node content")


def resolve(text: str) -> Any:
    """Give a plain scalar its YAML 1.2 core meaning: ``no`` is text, and so is a date.

    Parameters
    ----------
    text : str

    Returns
    -------
    None, bool, int, float or str

    Examples
    --------
    >>> resolve("no"), resolve("7"), resolve("2024-04-01")
    ('no', 7, '2024-04-01')
    """
    if len(text) > 40:
        return text
    if _INT.fullmatch(text) or _BASED.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _FLOAT.fullmatch(text) or _SPECIAL.fullmatch(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return _WORDS.get(text, text)


@dataclass
class YamlText:
    """What a YAML text holds.

    Attributes
    ----------
    data : dict or None
        The plain values; None where the text cannot be relied on.
    places : Places
    problems : list of Problem
    """

    data: dict[str, Any] | None
    places: Places
    problems: list[Problem]


def read_yaml(content: bytes, file: str) -> YamlText:
    """Read the bytes of a record.

    Parameters
    ----------
    content : bytes
        UTF-8, at most 1 MB.
    file : str
        The name to use in problems.

    Returns
    -------
    YamlText
        Every problem found; nothing is raised.

    Examples
    --------
    >>> read_yaml(b"id: x", "crisis.yaml").data
    {'id': 'x'}
    """
    places = Places(file)
    text, problems = decoded(content, file, MAX_BYTES, "Long lists of acts belong in acts.csv.")
    if text is None:
        return YamlText(None, places, problems)
    builder, failed = _built(text, file, pure=False)
    if failed is not None and any(reason in failed.what for reason in _FLOW_TROUBLE):
        # The C parser is fourteen times as fast, but knows YAML 1.1's flow scalars only: it
        # rejects {url: https://...} and {date: 2024-04?}, which the other reads as 1.2 has it.
        builder, failed = _built(text, file, pure=True)
    places = builder.places
    if failed is not None:
        return YamlText(None, places, [*builder.problems, failed])
    data = builder.result
    if builder.broken:
        return YamlText(None, places, builder.problems)
    if not isinstance(data, dict):
        what = "The file is empty." if data is None else "The file is not a set of fields."
        right = "A record begins with the lines offramp: 1, id: ... and title: ..."
        return YamlText(None, places, [*builder.problems, Problem(file, 1, 1, what, right)])
    return YamlText(data, places, builder.problems)


def _built(text: str, file: str, *, pure: bool) -> tuple["_Builder", Problem | None]:
    yaml_error = import_module("ruamel.yaml.error").YAMLError
    reader = import_module("ruamel.yaml").YAML(typ="safe", pure=pure)
    builder = _Builder(Places(file), text)
    try:
        for event in reader.parse(text):
            builder.take(event)
            if builder.broken or len(builder.problems) > MAX_PROBLEMS:
                break
    except yaml_error as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        right = "Look at the indentation, the quotes and the brackets just before this place."
        return builder, Problem(file, line, column, f"YAML: {reason}.", right)
    except (ValueError, OverflowError) as error:
        # Escapes such as "\\UFFFFFFFF" name no character.
        right = "Look for a backslash inside double quotes."
        return builder, Problem(file, 1, 1, f"YAML: {error}.", right)
    return builder, None


def decoded(content: bytes, file: str, limit: int, advice: str) -> tuple[str | None, list[Problem]]:
    """Turn bytes into text, or say why they are none.

    Parameters
    ----------
    content : bytes
    file : str
        The name to use in problems.
    limit : int
        The most bytes allowed.
    advice : str
        What to do about a file that is too long.

    Returns
    -------
    str or None
        None where there are problems.
    list of Problem

    Examples
    --------
    >>> decoded(b"a", "x", 10, "")
    ('a', [])
    """
    if len(content) > limit:
        size = f"{limit // 1_000_000} MB"
        return None, [Problem(file, 0, 0, f"The file is larger than {size}.", advice)]
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        what = "The file is not UTF-8 text."
        return None, [Problem(file, line, column, what, "Save it again as UTF-8.")]
    problems: list[Problem] = []
    for match in _FORBIDDEN.finditer(text):
        at = match.start()
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        what = f"There is a control character here (U+{ord(match.group()):04X})."
        problems.append(Problem(file, line, column, what, "Delete it."))
        if len(problems) == 20:
            break
    return (None, problems) if problems else (text, [])


@dataclass
class _Open:
    """A collection whose end has not come yet; `named` is the event of its last field's name."""

    path: Path
    value: dict[str, Any] | list[Any]
    key: str | None = None
    named: Any = None
    skipping: bool = False


@dataclass
class _Builder:
    """Build plain values from parser events, noting where each stands."""

    places: Places
    text: str
    problems: list[Problem] = field(default_factory=list[Problem])
    result: Any = None
    broken: bool = False
    _stack: list[_Open] = field(default_factory=list[_Open])
    _documents: int = 0

    def take(self, event: Any) -> None:
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            self._start_document(event)
        elif kind == "AliasEvent":
            self._refuse(event, "Aliases (*name) are not allowed.", "Write the value out.", True)
        elif kind == "ScalarEvent":
            self._refuse_properties(event)
            self._scalar(event)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._refuse_properties(event)
            self._start(event, {} if kind[0] == "M" else [])
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._stack.pop()

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "A record is one document.", 'Delete the line "---".', True)
        version = getattr(event, "version", None)
        if version is not None and tuple(version) != (1, 2):
            self._refuse(event, "A record is YAML 1.2.", "Delete the line %YAML.")
        if getattr(event, "tags", None):
            self._refuse(event, "Tag shorthands are not allowed.", "Delete the line %TAG.")

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "Anchors (&name) are not allowed.", "Delete the anchor.")
        if event.tag is not None:
            self._refuse(event, "Tags (!name) are not allowed.", "Delete the tag.")

    def _refuse(self, event: Any, what: str, right: str, breaks: bool = False) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.problems.append(Problem(self.places.file, line, column, what, right))
        self.broken = self.broken or breaks

    def _start(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._refuse(event, "A field's name must be plain text.", "Write name: value.", True)
            return
        if len(self._stack) >= MAX_DEPTH:
            what = f"Values are nested more than {MAX_DEPTH} deep."
            self._refuse(event, what, "No part of a record needs that; look at the brackets.", True)
            return
        path, skipping = self._put(event, value)
        self._stack.append(_Open(path, value, skipping=skipping))

    def _scalar(self, event: Any) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._name(event, top)
            return
        plain = event.implicit[0] and not event.style
        if top is not None and top.key is not None and plain and not event.value:
            self._no_colon(event, top)
        self._put(event, resolve(event.value) if plain else event.value)

    def _no_colon(self, event: Any, top: _Open) -> None:
        """Refuse what a comma cut off: {note: one, and two} holds a field "and two"."""
        if ":" not in self.text[top.named.end_mark.index : event.start_mark.index]:
            what = f'"{_cut(str(top.key))}" stands here without a value.'
            right = "Inside { } a comma ends a value: put the text before it in quotation marks."
            self._refuse(top.named, what, right)

    def _name(self, event: Any, top: _Open) -> None:
        name = event.value
        if name == "<<" and not event.style:
            self._refuse(event, "Merge keys (<<) are not allowed.", "Write the fields out.", True)
            return
        top.key, top.named = name, event
        if not name:
            self._refuse(event, "A field has no name.", "Write name: value.", True)
            return
        path = (*top.path, name)
        if path in self.places.keys and not top.skipping:
            line = self.places.keys[path][1]
            what = f'The field "{_cut(name)}" stands here twice, first in line {line}.'
            self._refuse(event, what, "Keep one of the two.")
            return
        if not top.skipping:
            self.places.keys[path] = _place(self.places.file, event)

    def _put(self, event: Any, value: Any) -> tuple[Path, bool]:
        """Hang a value into the collection that is open; say where, and whether it counts."""
        if not self._stack:
            if self.result is None:
                self.result = value
            self.places.values[()] = _place(self.places.file, event)
            return (), False
        top = self._stack[-1]
        if isinstance(top.value, list):
            path: Path = (*top.path, len(top.value))
            top.value.append(value)
            again = top.skipping
        else:
            name = str(top.key)
            top.key = None
            path = (*top.path, name)
            again = top.skipping or path in self.places.values
            # A field left empty is a field left out.
            if value is not None and not again:
                top.value[name] = value
        if not again:
            self.places.values[path] = _place(self.places.file, event)
        return path, again


def _place(file: str, event: Any) -> tuple[str, int, int]:
    return file, event.start_mark.line + 1, event.start_mark.column + 1


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
