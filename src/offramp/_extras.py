"""Parts that the main job does without: what to say where one is missing."""

from importlib import import_module
from typing import Any

from offramp._errors import OfframpError

EXTRAS = {
    "learn": ("arviz_base", "h5netcdf", "h5py", "numpyro"),
    "score": ("sklearn", "scoringrules"),
}
"""The packages that each extra brings, by the names under which they are imported."""


def part(extra: str, name: str) -> Any:
    """Import a package of an extra.

    Raises
    ------
    OfframpError
        When it is not installed; the text says what to install.

    Examples
    --------
    >>> part("score", "json").dumps([1])
    '[1]'
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise OfframpError(
            f"{error.name} is not installed: python3 -m pip install 'offramp[{extra}]'."
        ) from error


def need(extra: str) -> None:
    """Find out before anything long begins whether all of an extra is there.

    Raises
    ------
    OfframpError
        When one of its packages is not.
    """
    for name in EXTRAS[extra]:
        part(extra, name)
