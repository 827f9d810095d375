"""History: what the model sees of a crisis, as plain arrays."""

from offramp.history._afterwards import Happened, happened_after
from offramp.history._arrays import (
    BATTLE,
    CLASH,
    FIRST,
    LEVELS,
    MAIN,
    MARKS,
    MUTUAL,
    SECOND,
    SHADOW,
    SIGNAL_KINDS,
    Events,
    Signals,
    mark_of,
    padded,
)
from offramp.history._confrontations import HORIZON, Confrontations
from offramp.history._from_record import PairAct, deeds_between, from_record, ladder_of
from offramp.history._history import History, Rungs
from offramp.history._points import (
    BIN_DAYS,
    BIN_STARTS,
    QUIET,
    TARGETS,
    Points,
    Target,
    standing_points,
)
from offramp.history._rungs import CHANNELS

__all__ = [
    "BATTLE",
    "BIN_DAYS",
    "BIN_STARTS",
    "CHANNELS",
    "CLASH",
    "FIRST",
    "HORIZON",
    "LEVELS",
    "MAIN",
    "MARKS",
    "MUTUAL",
    "QUIET",
    "SECOND",
    "SHADOW",
    "SIGNAL_KINDS",
    "TARGETS",
    "Confrontations",
    "Events",
    "Happened",
    "History",
    "PairAct",
    "Points",
    "Rungs",
    "Signals",
    "Target",
    "deeds_between",
    "from_record",
    "happened_after",
    "ladder_of",
    "mark_of",
    "padded",
    "standing_points",
]
