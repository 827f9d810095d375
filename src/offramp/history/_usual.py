"""The shadow war: what a pair does to each other as a matter of course."""

from collections import Counter
from dataclasses import dataclass

LEAST_ACTS = 4
"""Fewer acts of force than this before the confrontation make no custom."""

CUSTOM_SHARE = 0.75
"""The usual rung is the lowest at or below which this share of the pair's past force stands."""


@dataclass(frozen=True)
class Force:
    """One past act of force, as far as custom goes: its order on the ladder, and whose soil."""

    order: int
    arm_length: bool
    sovereign: bool


def usual_order(past: list[Force]) -> int | None:
    """Find the order of the rung up to which force between a pair is customary.

    Parameters
    ----------
    past : list of Force
        The pair's acts of force before the confrontation opened.

    Returns
    -------
    int or None
        None where the pair has no such custom.

    Examples
    --------
    >>> quiet = [Force(6, True, False)] * 6 + [Force(8, False, True)]
    >>> usual_order(quiet)
    6
    """
    if len(past) < LEAST_ACTS:
        return None
    counts = Counter(force.order for force in past)
    reached = 0
    for order in sorted(counts):
        reached += counts[order]
        if reached >= CUSTOM_SHARE * len(past):
            return order
    return max(counts)


def is_shadow(force: Force, usual: int | None) -> bool:
    """Say whether an act belongs to the shadow war: at or below the usual rung and channel.

    An act by proxy or in secret is customary up to the usual rung on any soil; one by a
    side's own forces in the open only where it leaves the other's sovereign soil alone.

    Examples
    --------
    >>> is_shadow(Force(7, False, True), 7), is_shadow(Force(7, True, True), 7)
    (False, True)
    """
    if usual is None or force.order > usual:
        return False
    return force.arm_length or not force.sovereign
