"""The data files that ship with the ladder."""

from importlib import import_module
from typing import Any


def shipped_file(name: str) -> bytes:
    """Return the bytes of a file in ``data/``."""
    # importlib.resources takes some 20 ms to import, which every command would pay for.
    resources: Any = import_module("importlib.resources")
    return (resources.files("offramp.ladder") / "data" / name).read_bytes()
