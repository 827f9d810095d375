"""Likeness: the moments of other crises nearest to one, and what followed them."""

from offramp.likeness._like import like
from offramp.likeness._results import Followed, Likeness, Neighbour, Outside, Trait

__all__ = ["Followed", "Likeness", "Neighbour", "Outside", "Trait", "like"]
