"""How verdicts fared on simulated histories whose truth is known."""

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from scipy.special import betaincinv

MOST_FALSE = 0.07
"""The largest share of effects found where there is none that the rule may have."""

FILE = "calibration.json"


@dataclass(frozen=True)
class Row:
    """Verdicts on claims about acts whose true effect has one size.

    Attributes
    ----------
    size : float or None
        The true effect on the other side's force, in log-odds; None where the claim was asked
        on the evening of the act.
    after : int
        Days after the act on which the claim was asked.
    supported, contradicted, undecided : int
        The claim says that the act made the other side's force likelier.
    """

    size: float | None
    after: int
    supported: int
    contradicted: int
    undecided: int

    @property
    def count(self) -> int:
        """How many claims were judged."""
        return self.supported + self.contradicted + self.undecided

    @property
    def found(self) -> float:
        """The share of claims in which an effect was found, whichever way."""
        return (self.supported + self.contradicted) / self.count

    @property
    def interval(self) -> tuple[float, float]:
        """90 % interval of that share, by Clopper and Pearson, as if claims were independent."""
        hits, misses = self.supported + self.contradicted, self.undecided
        low = float(betaincinv(hits, misses + 1, 0.05)) if hits else 0.0
        high = float(betaincinv(hits + 1, misses, 0.95)) if misses else 1.0
        return low, high


@dataclass(frozen=True)
class Calibration:
    """All rows, with what they were counted on.

    Attributes
    ----------
    crises, acts : int
        From how many crises, and from how many of their acts, histories were simulated.
    seed : int
    rows : tuple of Row
    """

    crises: int
    acts: int
    seed: int
    rows: tuple[Row, ...]

    @property
    def sentence(self) -> str:
        """What the counts say, in a sentence or two."""
        later = [row for row in self.rows if row.size is not None]
        none = next(row for row in later if row.size == 0)
        told = ", ".join(
            f"in {_percent(row.found)} of {row.count} where its log-odds were {row.size:g}"
            for row in later
            if row.size
        )
        said = (
            f"On histories simulated from the model, an effect was found in {_percent(none.found)} "
            f"of {none.count} claims about acts that had none, and {told}. "
        )
        if max(row.found for row in later) <= none.interval[1]:
            return said + (
                "So what followed an act hardly moves a verdict on it: verdicts rest on the model "
                "and its priors."
            )
        return said + "Verdicts see a part of the effects that are there, and miss the others."


@cache
def calibration() -> Calibration:
    """Read the counts that ship with the package.

    Examples
    --------
    >>> none = next(row for row in calibration().rows if row.size == 0)
    >>> none.found <= MOST_FALSE
    True
    """
    text = (files("offramp.claims") / "data" / FILE).read_text(encoding="utf-8")
    held = json.loads(text)
    rows = tuple(Row(**row) for row in held.pop("rows"))
    return Calibration(rows=rows, **held)


def count_verdicts(found: Collection[tuple[float | None, int, str]]) -> tuple[Row, ...]:
    """Count verdicts by the true size of the effect, and by when the claim was asked.

    Parameters
    ----------
    found : collection of (size, after, verdict)

    Returns
    -------
    tuple of Row
        Asked at once first, then by size.
    """
    counts = Counter(found)
    groups = sorted(
        {(size, after) for size, after, _ in found},
        key=lambda group: (group[1], group[0] or 0.0),
    )
    return tuple(
        Row(
            size, after,
            *(counts[size, after, name] for name in ("supported", "contradicted", "not decided")),
        )
        for size, after in groups
    )  # fmt: skip


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %" if share < 0.1 else f"{100 * share:.0f} %"
