"""Load pyarrow, or say how to get it."""

from importlib import import_module
from typing import Any

from offramp._errors import OfframpError

NEEDS = "This needs parts that are not installed: pip install 'offramp[data]'."


def part(name: str) -> Any:
    """Import a part of the extra ``data``."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != name.split(".", maxsplit=1)[0]:
            raise
        raise OfframpError(NEEDS) from None


def arrow() -> tuple[Any, Any, Any]:
    """Return `pyarrow`, `pyarrow.compute` and `pyarrow.csv`."""
    return part("pyarrow"), part("pyarrow.compute"), part("pyarrow.csv")
