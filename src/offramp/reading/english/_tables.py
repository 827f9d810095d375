"""The tables that the offline coder reads with: names, roles, classes of nouns, words for deeds."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

_FOLDER = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class Known:
    """A party that the gazetteer knows.

    Attributes
    ----------
    id, name, kind : str
    iso3 : str or None
    first, last : int or None
        The years from and to which it went by this name; None where open.
    forms : dict of str to tuple of str
        Its names by sort: ``name``, ``adjective``, ``capital``.
    relation, to : str
        What it is to another party of the gazetteer, such as ``proxy-of``; empty where nothing.
    since : int or None
        The year from which the relation holds.
    """

    id: str
    name: str
    kind: str
    iso3: str | None
    first: int | None
    last: int | None
    forms: dict[str, tuple[str, ...]]
    relation: str = ""
    to: str = ""
    since: int | None = None

    def lived(self, year: int) -> bool:
        """Say whether it went by its name in a year."""
        return (self.first or 0) <= year <= (self.last or 9999)


@dataclass(frozen=True)
class Leader:
    """Someone known by name who led or spoke for a party, from one year to another."""

    name: str
    party: str
    office: str
    first: int
    last: int


def shipped(name: str) -> Any:
    """Read a YAML table that ships with the package."""
    return import_module("ruamel.yaml").YAML(typ="safe").load((_FOLDER / name).read_text("utf-8"))


@cache
def known_parties() -> dict[str, Known]:
    """Give the gazetteer of states, armed groups and bodies of states, by id.

    Examples
    --------
    >>> known_parties()["soviet-union"].lived(1962), known_parties()["hezbollah"].relation
    (True, 'proxy-of')
    """
    found: dict[str, Known] = {}
    for row in _rows("states.csv"):
        forms = {
            "name": (row["name"], *_several(row["aliases"])),
            "adjective": _several(row["adjectives"]),
            "capital": _several(row["capitals"]),
        }
        years = _year(row["from"]), _year(row["to"])
        iso3 = row["iso3"] or None
        found[row["id"]] = Known(row["id"], row["name"], "state", iso3, *years, forms)
    for row in _rows("groups.csv"):
        forms = {"name": (row["name"], *_several(row["aliases"]))}
        since = _year(row["from_year"])
        found[row["id"]] = Known(
            row["id"], row["name"], row["kind"], None, None, None, forms,
            row["relation"], row["to"], since,
        )  # fmt: skip
    return found


@cache
def known_leaders() -> tuple[Leader, ...]:
    """Give the leaders whose names stand for a party."""
    return tuple(
        Leader(row["name"], row["state"], row["office"], int(row["from"]), _year(row["to"]) or 9999)
        for row in _rows("leaders.csv")
    )


@cache
def roles(which: str) -> frozenset[str]:
    """Give a list of nouns for offices, groups, watchers and the like.

    Examples
    --------
    >>> "ministry" in roles("offices"), "analyst" in roles("watchers")
    (True, True)
    """
    return frozenset(cast(dict[str, list[str]], _roles())[which])


@cache
def noun_class(name: str) -> frozenset[str]:
    """Give a class of nouns that the lexicon asks for, by lemma in small letters."""
    return frozenset(word.lower() for word in cast(dict[str, list[str]], _classes())[name])


@cache
def _roles() -> Any:
    return shipped("roles.yaml")


@cache
def _classes() -> Any:
    return shipped("classes.yaml")


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _year(cell: str) -> int | None:
    return int(cell) if cell else None
