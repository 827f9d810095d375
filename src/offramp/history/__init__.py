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
from offramp.history._confrontations import HORIZON, Confrontations, join
from offramp.history._deeds import CLASH_DEED, DEEDS, deed_of_rung, deeds_of_actions
from offramp.history._edit import SUPPOSED, alter, put_in, say, take_out, unsay
from offramp.history._ends import ends_of
from offramp.history._from_record import deeds_between, from_record, ladder_of
from offramp.history._history import History, Rungs
from offramp.history._pair_act import PairAct
from offramp.history._points import (
    BIN_DAYS,
    BIN_STARTS,
    QUIET,
    TARGETS,
    Points,
    Target,
    standing_points,
    with_past,
)
from offramp.history._renewals import CLOSES_AFTER, renewals
from offramp.history._rungs import CHANNELS
from offramp.history._said import said

__all__ = [
    "BATTLE",
    "BIN_DAYS",
    "BIN_STARTS",
    "CHANNELS",
    "CLASH",
    "CLASH_DEED",
    "CLOSES_AFTER",
    "DEEDS",
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
    "SUPPOSED",
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
    "alter",
    "deed_of_rung",
    "deeds_between",
    "deeds_of_actions",
    "ends_of",
    "from_record",
    "happened_after",
    "join",
    "ladder_of",
    "mark_of",
    "padded",
    "put_in",
    "renewals",
    "said",
    "say",
    "standing_points",
    "take_out",
    "unsay",
    "with_past",
]
