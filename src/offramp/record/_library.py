"""The records that ship with Offramp."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from offramp import crises
from offramp._errors import UsageError


def library() -> dict[str, Path]:
    """List the records that ship with Offramp.

    Returns
    -------
    dict of str to Path
        From each record's name to its folder, by name.

    Examples
    --------
    >>> all((folder / "crisis.yaml").is_file() for folder in library().values())
    True
    """
    shelf = Path(crises.__path__[0])
    return {file.parent.name: file.parent for file in sorted(shelf.glob("*/crisis.yaml"))}


@cache
def drawn_by_lot() -> frozenset[str]:
    """Name the records of the library whose crises were drawn by lot, and not chosen.

    Returns
    -------
    frozenset of str
        Their ids. ``crises/lot.yaml`` says from which list, how, and what was passed over.

    Examples
    --------
    >>> drawn_by_lot() <= set(library())
    True
    """
    file = Path(crises.__path__[0]) / "lot.yaml"
    listed = YAML(typ="safe").load(file.read_text("utf-8"))["drawn"]
    return frozenset(str(one["record"]) for one in listed if "record" in one)


def unknown_record(name: str, shipped: Mapping[str, Path]) -> UsageError:
    """Say that there is no such record, and what there is."""
    near = get_close_matches(name[:200], shipped, 1)
    if near:
        hint = f'The nearest in the library is "{near[0]}".'
    elif shipped:
        hint = f"The library has {', '.join(shipped)}."
    else:
        hint = "Give the path of a folder that holds crisis.yaml."
    return UsageError(f'There is no record "{name}". {hint}')
