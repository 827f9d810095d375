"""The shadow war: what a pair does to each other as a matter of course."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

LEAST_ACTS = 4
"""Fewer acts of force than this in the years before the confrontation make no custom."""

LEAST_OF_A_KIND = 2
"""What a pair has done less often than this, at a rung and at arm's length or not, is no custom."""

CUSTOM_SHARE = 0.75
"""The usual rung is the lowest at or below which this share of the pair's past force stands."""

CUSTOM_YEARS = 5
"""Years before the confrontation over which custom is looked for; what is older has lapsed."""


@dataclass(frozen=True)
class Force:
    """One past act of force, as far as custom goes: its order on the ladder, and whose soil."""

    order: int
    arm_length: bool
    sovereign: bool


@dataclass(frozen=True)
class Custom:
    """What force is customary between a pair.

    Attributes
    ----------
    order : int
        Order of the usual rung.
    kinds : frozenset of (int, bool)
        Orders up to it that the pair has used, each with whether at arm's length.
    """

    order: int
    kinds: frozenset[tuple[int, bool]]

    def reaches(self, order: int) -> bool:
        """Say whether acts on a rung are customary in some way."""
        return any(order == used for used, _ in self.kinds)


def custom_of(past: list[tuple[date, Force]], opens: date) -> Custom | None:
    """Find what force is customary between a pair.

    Parameters
    ----------
    past : list of (date, Force)
        The pair's acts of force; those on or after `opens`, and those that lie more than
        `CUSTOM_YEARS` before it, make no custom.
    opens : datetime.date
        The day on which the confrontation opened.

    Returns
    -------
    Custom or None
        None where the pair has no such custom.

    Examples
    --------
    >>> opens = date(2024, 4, 1)
    >>> quiet = [(date(2023, month, 1), Force(6, True, False)) for month in range(1, 7)]
    >>> custom_of([*quiet, (date(2023, 7, 1), Force(8, False, True))], opens).order
    6
    >>> custom_of(quiet, date(2030, 1, 1)) is None
    True
    """
    since = opens - timedelta(days=round(365.25 * CUSTOM_YEARS))
    recent = [force for day, force in past if since <= day < opens]
    if len(recent) < LEAST_ACTS:
        return None
    counts = Counter(force.order for force in recent)
    order, reached = min(counts), 0
    for order in sorted(counts):
        reached += counts[order]
        if reached >= CUSTOM_SHARE * len(recent):
            break
    kinds = Counter((force.order, force.arm_length) for force in recent if force.order <= order)
    used = frozenset(kind for kind, count in kinds.items() if count >= LEAST_OF_A_KIND)
    return Custom(order, used) if used else None


def is_shadow(force: Force, custom: Custom | None) -> bool:
    """Say whether an act belongs to the shadow war: what the pair has often done this way.

    An act by proxy or in secret is customary on any soil where acts on its rung by proxy or in
    secret are; one by a side's own forces in the open only where it leaves the other's
    sovereign soil alone.

    Examples
    --------
    >>> often = Custom(7, frozenset({(7, False), (7, True)}))
    >>> is_shadow(Force(7, False, True), often), is_shadow(Force(7, True, True), often)
    (False, True)
    >>> is_shadow(Force(5, False, False), often)
    False
    """
    if custom is None or (force.order, force.arm_length) not in custom.kinds:
        return False
    return force.arm_length or not force.sovereign
