"""The names and orders of rungs, from the record's own ladder or the shipped one."""

from functools import lru_cache
from pathlib import Path

from offramp.futures import Findings
from offramp.ladder import Ladder, default_ladder, load_ladder


def ladder_of(findings: Findings) -> Ladder:
    """Return the ladder that the record names, or the shipped one."""
    record = findings.record
    if record.ladder is None or record.folder is None:
        return default_ladder()
    return _loaded(record.folder / record.ladder)


@lru_cache(maxsize=4)
def _loaded(path: Path) -> Ladder:
    return load_ladder(path)


def rung_name(findings: Findings, key: str) -> str:
    """Return a rung's name, in small letters."""
    return ladder_of(findings).rung(key).name.lower()


def rung_order(findings: Findings, key: str) -> int:
    """Return where a rung stands on the ladder; 0 is calm."""
    return ladder_of(findings).rung(key).order
