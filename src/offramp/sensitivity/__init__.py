"""Sensitivity: what to watch in the coming days, and what a forecast hinges on."""

from offramp.sensitivity._groups import Group, groups_of
from offramp.sensitivity._headline import headline
from offramp.sensitivity._hinges import hinges
from offramp.sensitivity._information import Information, information
from offramp.sensitivity._results import Hinge, Hinges, Observation, Watch
from offramp.sensitivity._signs import Sign, seen_by, signs_of
from offramp.sensitivity._spread import Moved, moved
from offramp.sensitivity._watch import DAYS, watch

__all__ = [
    "DAYS", "Group", "Hinge", "Hinges", "Information", "Moved", "Observation", "Sign", "Watch",
    "groups_of", "headline", "hinges", "information", "moved", "seen_by", "signs_of", "watch",
]  # fmt: skip
