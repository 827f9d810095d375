"""What was counted from history once, as aggregates that the package carries."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Counted:
    """One counted table: its values, their spread over resampled crises, and its basis."""

    value: NDArray[np.float64]
    sd: NDArray[np.float64]
    n_effective: NDArray[np.float64]
    basis: str
    raw: Any

    def rows(self, count: int) -> NDArray[np.float64]:
        """Give the effective count behind each of so many rows."""
        return np.broadcast_to(self.n_effective, (count,)).astype(float)

    def field(self, name: str) -> Any:
        """Give one entry of a table that is kept as a mapping."""
        return self.raw["value"][name]


@cache
def _document() -> dict[str, Any]:
    text = (files("offramp.model") / "data" / "counted.json").read_text("utf-8")
    return json.loads(text)


@cache
def counted(name: str) -> Counted:
    """Look up a counted table by name.

    Examples
    --------
    >>> counted("choice_markov").value.shape
    (5, 8)
    """
    raw = _document()["entries"][name]
    return Counted(
        value=_numbers(raw["value"]),
        sd=_numbers(raw.get("sd", 0.0)),
        n_effective=_numbers(raw.get("n_effective", 1.0)),
        basis=str(raw["basis"]),
        raw=raw,
    )


def _numbers(value: Any) -> NDArray[np.float64]:
    if isinstance(value, dict) or value is None:
        return np.zeros(())
    return np.asarray(value, float)
