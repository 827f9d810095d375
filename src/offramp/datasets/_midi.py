"""Incidents of militarized interstate disputes (MIDI and MIDIP), version 5.0."""

from datetime import date
from typing import Any

import numpy as np

from offramp.datasets._acts import (
    BOTH,
    LEVEL_OF_ACTION,
    OPENER,
    OTHER,
    Acts,
    confrontations,
    joined,
)
from offramp.datasets._arrow import part
from offramp.datasets._clusters import CONFRONTATION, NAME, clusters_of
from offramp.datasets._columns import Bools, Floats, Ints, ints, last_of_year, ordinals
from offramp.datasets._contract import Column, Contract, code
from offramp.datasets._dataset import Address, DataFile, Dataset, Tables
from offramp.history import Confrontations

NO_ACTION = 0
CLASH, BEGIN_WAR, JOIN_WAR = 17, 20, 21
# a clash names no initiator, and a war that is begun or joined is fought by both
MUTUAL = (CLASH, BEGIN_WAR, JOIN_WAR)
ACTIONS = tuple(range(22))
OBSERVED_TO = date(2014, 12, 31)
FATALITIES = np.array([0.0, 13.0, 63.0, 175.5, 375.5, 750.0, 1000.0])
"""The middle of each class of military dead; the last class has no upper end."""
_STARTS = ("styear", "stmon", "stday")
_ENDS = ("endyear", "endmon", "endday")

_SHARED = (
    Column("dispnum", low=1),
    Column("incidnum", low=1),
    Column("stday", low=-9, high=31),
    Column("stmon", low=1, high=12),
    Column("styear", low=1992, high=2100),
    Column("endday", low=-9, high=31),
    Column("endmon", low=1, high=12),
    Column("endyear", low=1992, high=2100),
    code("fatality", (-9, *range(7))),
    Column("fatalpre", low=-9),
    code("action", ACTIONS),
    code("hostlev", (1, 2, 3, 4, 5)),
    Column("version", "text"),
)
_DAYS = (_STARTS, _ENDS)
_VERSION = ("version", "5")
INCIDENTS = Contract(
    "MIDI 5.0", (*_SHARED, Column("numa", low=1)), days=_DAYS, key=("incidnum",), version=_VERSION
)
PARTICIPANTS = Contract(
    "MIDIP 5.0",
    (
        *_SHARED,
        Column("stabb", "text"),
        Column("ccode", low=1, high=999),
        code("insidea", (0, 1)),
        code("sidea", (0, 1)),
    ),
    days=_DAYS,
    key=("incidnum", "ccode", "insidea", *_STARTS),
    version=_VERSION,
)


def _read(tables: Tables) -> Confrontations:
    """Read an act for each participant of one side against each of the other.

    The sides of an incident are told by `insidea`, its initiators, and who opened the dispute
    by `sidea`. Each participant acts by its own action, on its own first day. Clashes (17)
    and wars begun or joined (20, 21) are acts of both, once a pair; a declaration of war (18)
    is its maker's act of force, as the codebook has it. Participants without an action act
    against nobody, and an incident that the table of incidents lacks is left out. The dead of
    a participant (`fatalpre`, or the middle of its class of `fatality`) are shared evenly over
    its opponents; unknown ones count as none.
    """
    pa, pc = part("pyarrow"), part("pyarrow.compute")
    table = tables["midip"]
    if "midi" in tables:
        known = pc.unique(tables["midi"].column("incidnum"))
        table = table.filter(pc.is_in(table.column("incidnum"), known))
    initiates = ints(table, "insidea") == 1
    row = pa.table({"incidnum": table.column("incidnum"), "row": np.arange(table.num_rows)})
    pairs = row.filter(pa.array(initiates)).join(
        row.filter(pa.array(~initiates)), "incidnum", join_type="inner", right_suffix="_b"
    )
    pairs = pairs.sort_by([("row", "ascending"), ("row_b", "ascending")])
    one, two = ints(pairs, "row"), ints(pairs, "row_b")
    dead = _dead(table)
    dead = dead[one] / _opponents(one, table.num_rows) + dead[two] / _opponents(two, table.num_rows)
    action = ints(table, "action")
    both = np.isin(action[one], MUTUAL) | np.isin(action[two], MUTUAL)
    maker = np.where(both & ~np.isin(action[one], MUTUAL), two, one)
    by_one = both | (action[one] != NO_ACTION)
    by_two = ~both & (action[two] != NO_ACTION)
    acts = joined(
        _acts(table, (one, two), maker, both, dead, by_one),
        # what the other side did in the same incident has its dead counted already
        _acts(table, (one, two), two, both, np.where(by_one, 0.0, dead), by_two),
    )
    cluster = clusters_of(tables, CONFRONTATION, acts.confrontation)
    until = min(last_of_year(acts.day), OBSERVED_TO.toordinal())
    return confrontations("midi-5.0", acts, cluster, until)


def _acts(
    table: Any, pair: tuple[Ints, Ints], maker: Ints, both: Bools, dead: Floats, keep: Bools
) -> Acts:
    one, two = pair[0][keep], pair[1][keep]
    by, state, side = maker[keep], ints(table, "ccode"), ints(table, "sidea")
    action = ints(table, "action")[by]
    # where both stand on one side of the dispute, the initiator of the incident opens
    first = np.where(side[one] >= side[two], one, two)
    other = np.where(first == one, two, one)
    day, vague = ordinals(*(ints(table, name)[by] for name in _STARTS))
    return Acts(
        confrontation=ints(table, "dispnum")[one],
        number=ints(table, "incidnum")[one],
        opener=state[first],
        other=state[other],
        actor=np.where(both[keep], BOTH, np.where(by == first, OPENER, OTHER)),
        level=LEVEL_OF_ACTION[action],
        action=action,
        day=day,
        vague=vague,
        dead=dead[keep],
    )


def _dead(table: Any) -> Floats:
    exact, kind = ints(table, "fatalpre"), ints(table, "fatality")
    return np.where(exact >= 0, exact, np.where(kind > 0, FATALITIES[np.maximum(kind, 0)], 0.0))


def _opponents(rows: Ints, size: int) -> Ints:
    return np.bincount(rows, minlength=size)[rows]


MIDI = Dataset(
    name="midi",
    title="Militarized Interstate Dispute incidents",
    version="5.0",
    citation="Glenn Palmer, Roseanne W. McManus, Vito D'Orazio, Michael R. Kenwick, Mikaela"
    " Karstens, Chase Bloch, Nick Dietrich, Kayla Kahn, Kellan Ritter and Michael J. Soules, The"
    " MID5 Dataset, 2011-2014: Procedures, Coding Rules, and Description. Conflict Management and"
    " Peace Science 39(4), 2022.",
    terms="free to use with citation; not to be passed on by others than the publisher",
    files=(
        DataFile("midi", "MIDI 5.0.csv", "midi[!p]*.csv", INCIDENTS, needed=False),
        DataFile("midip", "MIDIP 5.0.csv", "midip*.csv", PARTICIPANTS),
    ),
    read=_read,
    ask="https://correlatesofwar.org/data-sets/mids/",
    address=Address(
        "https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip",
        {"midi": "MIDI 5.0.csv", "midip": "MIDIP 5.0.csv"},
    ),
    beside=(NAME,),
)
