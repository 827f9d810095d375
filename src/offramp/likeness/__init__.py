"""Likeness: the moments of other crises nearest to one, and what followed them."""

from offramp.likeness._like import like
from offramp.likeness._published import Published, published
from offramp.likeness._results import (
    AT_RANDOM,
    Case,
    Elsewhere,
    Followed,
    Later,
    Likeness,
    Neighbour,
    Outside,
    Share,
    Trait,
)

__all__ = [
    "AT_RANDOM",
    "Case",
    "Elsewhere",
    "Followed",
    "Later",
    "Likeness",
    "Neighbour",
    "Outside",
    "Published",
    "Share",
    "Trait",
    "like",
    "published",
]
