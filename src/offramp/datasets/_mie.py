"""Militarized Interstate Events, version 1.0."""

from datetime import date

import numpy as np

from offramp.datasets._acts import BOTH, LEVEL_OF_ACTION, OPENER, OTHER, Acts, confrontations
from offramp.datasets._clusters import CONFRONTATION, NAME, clusters_of
from offramp.datasets._columns import ints, last_of_year, ordinals
from offramp.datasets._contract import Column, Contract, code
from offramp.datasets._dataset import DataFile, Dataset, Tables
from offramp.history import Confrontations

NO_ACTION = 0
CLASHES, BATTLES = 17, 22
# the initiator of these is unknown, and ccode1 only the lower of the two
MUTUAL = (CLASHES, BATTLES)
ACTIONS = (*range(NO_ACTION, CLASHES + 1), 19, BATTLES)
OBSERVED_TO = date(2014, 12, 31)
FIRST_YEAR, LAST_YEAR = 1816, 2100
_STARTS = ("styear", "stmon", "stday")
_ENDS = ("endyear", "endmon", "endday")

CONTRACT = Contract(
    "MIE 1.0",
    (
        Column("micnum", low=1),
        Column("eventnum", low=1),
        Column("ccode1", low=1, high=999),
        Column("ccode2", low=1, high=999),
        Column("stmon", low=1, high=12),
        Column("stday", low=-9, high=31),
        Column("styear", low=FIRST_YEAR, high=LAST_YEAR),
        Column("endmon", low=-9, high=12),
        Column("endday", low=-9, high=31),
        Column("endyear", low=-9, high=LAST_YEAR),
        code("sidea1", (0, 1)),
        code("action", ACTIONS),
        code("hostlev", (1, 2, 3, 4, 5)),
        Column("fatalmin1", low=-9),
        Column("fatalmax1", low=-9),
        Column("fatalmin2", low=-9),
        Column("fatalmax2", low=-9),
        Column("version", "text"),
    ),
    days=(_STARTS, _ENDS),
    key=("micnum", "eventnum", "ccode1", "ccode2"),
    apart=("ccode1", "ccode2"),
    version=("version", "mie-1.0"),
)


def _read(tables: Tables) -> Confrontations:
    """Read each event as an act of ccode1 against ccode2.

    An act's level is that of its action code. Clashes and war battles are acts of both, since
    their initiator is not known. Events without militarised action are left out. The dead of
    an event are the middle of the range given, over both states; an unknown number (-9)
    counts as none.
    """
    table = tables["mie"]
    table = table.filter(ints(table, "action") != NO_ACTION)
    one, two = ints(table, "ccode1"), ints(table, "ccode2")
    opened = ints(table, "sidea1") == 1
    action = ints(table, "action")
    day, vague = ordinals(*(ints(table, name) for name in _STARTS))
    fatal = [ints(table, f"fatal{end}{side}") for end in ("min", "max") for side in (1, 2)]
    acts = Acts(
        confrontation=ints(table, "micnum"),
        number=ints(table, "eventnum"),
        opener=np.where(opened, one, two),
        other=np.where(opened, two, one),
        actor=np.where(np.isin(action, MUTUAL), BOTH, np.where(opened, OPENER, OTHER)),
        level=LEVEL_OF_ACTION[action],
        action=action,
        day=day,
        vague=vague,
        dead=np.maximum(fatal, 0).sum(axis=0) / 2,
    )
    cluster = clusters_of(tables, CONFRONTATION, acts.confrontation)
    until = min(last_of_year(day), OBSERVED_TO.toordinal())
    return confrontations("mie-1.0", acts, cluster, until)


MIE = Dataset(
    name="mie",
    title="Militarized Interstate Events",
    version="1.0",
    citation="Douglas M. Gibler and Steven V. Miller, The Militarized Interstate Events (MIE)"
    " Dataset, 1816-2014. Conflict Management and Peace Science.",
    terms="not for commercial use; not to be shared other than for replication",
    files=(DataFile("mie", "mie-1.0.csv", "mie*.csv", CONTRACT),),
    read=_read,
    ask="https://internationalconflict.ua.edu/data-download/",
    beside=(NAME,),
)
