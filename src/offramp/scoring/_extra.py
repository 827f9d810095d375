"""The packages of the extra ``score``, and what to do where they are missing."""

from importlib import import_module
from typing import Any

from offramp._errors import OfframpError

NEEDS = "Scoring needs parts that are not installed: pip install 'offramp[score]'."
PARTS = ("sklearn", "scoringrules")


def part(name: str) -> Any:
    """Import a part of the extra ``score``.

    Raises
    ------
    OfframpError
        When it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise OfframpError(NEEDS) from error


def need_extra() -> None:
    """Find out before anything long begins whether all parts are there.

    Raises
    ------
    OfframpError
        When one is not.
    """
    for name in PARTS:
        part(name)
