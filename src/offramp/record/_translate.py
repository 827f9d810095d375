"""Say in plain words what a model found wrong, and what would be right."""

import re
from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from offramp._errors import Problem
from offramp.record._places import Path, Places
from offramp.record._record import Record

_PATTERNS = {
    r"^[a-z0-9][a-z0-9_-]{0,79}$": (
        "is not an id",
        "Use small letters, digits and hyphens, such as damascus-consulate; 80 at most.",
    ),
    r"^[A-Z]{3}$": ("is not a country code", "Write three capital letters (ISO 3166), as in CHE."),
    r"^[^\r\n]*$": ("runs over more than one line", "Put it on one line."),
}
_NOT_URL = ("is not a web address", "Begin it with https:// or http://.")


# A flood of faults is told by its beginning: finding what was meant takes time.
MOST_DETAILS = 1_000


def translate(error: ValidationError, places: Places, prefix: Path = ()) -> list[Problem]:
    """Turn pydantic's errors into problems with places.

    Parameters
    ----------
    error : ValidationError
    places : Places
    prefix : tuple of str and int
        The path of what was validated, where it was not the whole record.

    Returns
    -------
    list of Problem
    """
    problems: list[Problem] = []
    details = error.errors(include_url=False)
    if len(details) > MOST_DETAILS:
        rest = f"There are {len(details) - MOST_DETAILS} problems more of this sort."
        problems.append(Problem(places.file, 0, 0, rest, "Mend the others first."))
    for detail in details[:MOST_DETAILS]:
        path = (*prefix, *(step for step in detail["loc"] if step != "[key]"))
        kind = detail["type"]
        if kind == "extra_forbidden":
            what, right = _unknown_field(path)
            problems.append(places.problem(path, what, right, key=True))
        elif kind == "missing":
            what = f'The field "{path[-1]}" is missing.'
            right = f"Add it: {_description(path)}" if _description(path) else "Add it."
            problems.append(places.problem(path[:-1], what, right))
        else:
            what, right = _said(kind, detail.get("ctx", {}), detail["input"], path)
            problems.append(places.problem(path, what, right, key="[key]" in detail["loc"]))
    return problems


def _unknown_field(path: Path) -> tuple[str, str]:
    model = model_at(path[:-1])
    name = str(path[-1])
    what = f'There is no field "{_cut(name)}" here.'
    if model is None:
        return what, "Delete it."
    fields = field_names(model)
    near = get_close_matches(name[:60], fields, 1)
    if near:
        return what, f'Did you mean "{near[0]}"?'
    return what, f"The fields here are {', '.join(fields)}."


def _said(kind: str, ctx: dict[str, Any], given: Any, path: Path) -> tuple[str, str]:
    """Say what is wrong with a value, and what would be right."""
    family = next((name for name in _FAMILIES if kind.startswith(name)), "")
    return _FAMILIES[family](ctx, given, path) if family else _out_of_range(ctx, given, path)


def _own(ctx: dict[str, Any], _given: Any, _path: Path) -> tuple[str, str]:
    what, stop, right = str(ctx["message"]).partition(". ")
    return (f"{what}.", right) if stop else (what, "")


def _no_text(_ctx: dict[str, Any], given: Any, _path: Path) -> tuple[str, str]:
    if isinstance(given, bool):
        word = "true" if given else "false"
        return f"{word} is no text here.", f'Put it in quotes: "{word}".'
    if isinstance(given, int | float):
        return f"{_shown(given)} is a number here, not text.", f'Put it in quotes: "{given}".'
    return f"{_shown(given)} is not text.", "Write words here."


def _pattern(ctx: dict[str, Any], given: Any, _path: Path) -> tuple[str, str]:
    what, right = _PATTERNS.get(str(ctx["pattern"]), _NOT_URL)
    return f"{_shown(given)} {what}.", right


def _too_long(ctx: dict[str, Any], given: Any, _path: Path) -> tuple[str, str]:
    return f"The text has {len(given)} characters.", f"Keep to {ctx['max_length']}."


def _empty(_ctx: dict[str, Any], _given: Any, _path: Path) -> tuple[str, str]:
    return "The text is empty.", "Fill it in, or leave the field out."


def _how_many(_ctx: dict[str, Any], given: Any, path: Path) -> tuple[str, str]:
    if path != ("sides",):
        return "The list is empty.", "Name at least one."
    what = f"A record has exactly two sides, and this one has {len(given)}."
    right = "Write sides: {one: [its parties], other: [its parties]}; others are third parties."
    return what, right


def _no_list(_ctx: dict[str, Any], given: Any, _path: Path) -> tuple[str, str]:
    return f"{_shown(given)} is not a list.", "Write a list: [a, b], or lines that begin with -"


def _no_fields(_ctx: dict[str, Any], given: Any, path: Path) -> tuple[str, str]:
    model = model_at(path)
    fields = ", ".join(field_names(model)) if model is not None else "name: value"
    return f"{_shown(given)} is not a set of fields.", f"Write fields here: {fields}."


def _no_number(_ctx: dict[str, Any], given: Any, _path: Path) -> tuple[str, str]:
    return f"{_shown(given)} is not a number.", "Write a number."


def _out_of_range(ctx: dict[str, Any], given: Any, _path: Path) -> tuple[str, str]:
    signs = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    right = "".join(f"It must be {sign} {ctx[b]}." for b, sign in signs.items() if b in ctx)
    return f"{_shown(given)} is out of range.", right


def _not_among(ctx: dict[str, Any], given: Any, path: Path) -> tuple[str, str]:
    words = re.findall(r"'([^']*)'", str(ctx["expected"]))
    if path == ("offramp",):
        return f"{_shown(given)} is no version of the format.", "Write offramp: 1."
    what = f'{_shown(given)} is not a word for "{_last_name(path)}".'
    right = f"Write one of: {', '.join(words)}."
    if isinstance(given, bool) and words == ["yes", "no"]:
        return what, f"Write {'yes' if given else 'no'}."
    near = get_close_matches(str(given)[:60].lower(), words, 1)
    return what, f'Did you mean "{near[0]}"? {right}' if near else right


@lru_cache(maxsize=1024)
def model_at(path: Path) -> type[BaseModel] | None:
    """Find the model that a path of a record leads to; None where it leads to none."""
    model: type[BaseModel] | None = Record
    for step in path:
        if isinstance(step, int):
            continue
        if model is None:
            return None
        fields = {f.alias or name: f for name, f in model.model_fields.items()}
        if step not in fields:
            # The keys of `sides` and `beliefs` are the user's own.
            continue
        model = _model_inside(fields[step].annotation)
    return model


def _model_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_inside(part) for part in get_args(annotation))
    return next((model for model in found if model is not None), None)


def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """List the fields of a model as a file names them."""
    return tuple(f.alias or name for name, f in model.model_fields.items())


def _description(path: Path) -> str:
    model = model_at(path[:-1])
    if model is None:
        return ""
    for name, info in model.model_fields.items():
        if (info.alias or name) == path[-1]:
            text = info.description or ""
            return text[:1].lower() + text[1:]
    return ""


def _last_name(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "record")


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "A set of fields"
    if isinstance(value, list | tuple):
        return "A list"
    if value is None:
        return "An empty value"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{_cut(str(value))}"' if isinstance(value, str) else _cut(str(value))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "..."


# By the beginning of pydantic's name for the error.
_FAMILIES: dict[str, Callable[[dict[str, Any], Any, Path], tuple[str, str]]] = {
    "offramp": _own,
    "literal_error": _not_among,
    "string_type": _no_text,
    "string_pattern": _pattern,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "too_": _how_many,
    "tuple": _no_list,
    "model": _no_fields,
    "mapping": _no_fields,
    "dict": _no_fields,
    "int": _no_number,
    "float": _no_number,
    "finite": _no_number,
}
