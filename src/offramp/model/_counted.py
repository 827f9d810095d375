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
    """One counted table: its values, their spread over resampled crises, and its basis.

    Attributes
    ----------
    value, sd : array
        Of the shape of the axes.
    n_effective : array
        The effective count behind the values; of the shape of the leading axes, or ().
    basis : str
        What was counted, in a sentence.
    axes : dict of str to tuple of str
        The labels of each axis by its name, in order.
    """

    value: NDArray[np.float64]
    sd: NDArray[np.float64]
    n_effective: NDArray[np.float64]
    basis: str
    axes: dict[str, tuple[str, ...]]

    def at(self, **labels: str) -> NDArray[np.float64]:
        """Give the values at these labels, over the axes that are not named.

        Examples
        --------
        >>> counted("dial_inputs").at(dial="grievance").shape
        (2,)
        """
        place = tuple(
            seen.index(labels[name]) if name in labels else slice(None)
            for name, seen in self.axes.items()
        )
        return self.value[place]


@cache
def _document() -> dict[str, Any]:
    text = (files("offramp.model") / "data" / "counted.json").read_text("utf-8")
    return json.loads(text)


@cache
def counted(name: str) -> Counted:
    """Look up a counted table by name.

    Examples
    --------
    >>> counted("climatology_day_end_next").value.shape
    (2, 6, 2, 4)
    """
    raw = _document()["entries"][name]
    return Counted(
        value=np.asarray(raw["value"], float),
        sd=np.asarray(raw["sd"], float),
        n_effective=np.asarray(raw["n_effective"], float),
        basis=raw["basis"],
        axes={axis["name"]: tuple(axis["labels"]) for axis in raw["axes"]},
    )
