"""International Crisis Behavior, version 15: actors (ICB2) and crises (ICB1)."""

from dataclasses import replace
from typing import Any

import numpy as np

from offramp.datasets._acts import OPENER, OTHER, Acts, confrontations, joined
from offramp.datasets._clusters import CRISIS, NAME, clusters_of
from offramp.datasets._columns import Bools, Ints, ints, last_of_year, ordinals
from offramp.datasets._contract import Column, Contract, code
from offramp.datasets._dataset import DataFile, Dataset, Tables
from offramp.history import Confrontations

TRIGGER_LEVEL = {1: 2, 7: 3, 8: 4, 9: 4}
"""Hostility levels of triggers: verbal, non-violent military, indirect violent, violent."""
RESPONSE_LEVEL = {2: 2, 6: 3, 7: 3, 8: 4, 9: 4}
"""Those of major responses: verbal, non-violent military alone or among others, violent."""
LAST_STATE = 989
"""Codes above are no single state: internal, non-state and several."""
PARTS = {66: 5, 77: 15, 88: 25}
"""A day early, in the middle and late in a month, where the day itself is unknown."""
_TRIGGERED = ("yrtrig", "motrig", "datrig")
_RESPONDED = ("yerres", "monres", "dayres")
_DAYS = (*range(-9, 32), *PARTS)

ACTORS = Contract(
    "ICB2",
    (
        Column("crisno", low=1),
        Column("cracno", low=1),
        Column("cracid", low=1, high=999),
        code("triggr", range(1, 10), empty=True),
        Column("yrtrig", low=1900, high=2100),
        Column("motrig", low=1, high=12),
        code("datrig", _DAYS, empty=True),
        Column("trigent", low=1, high=999, empty=True),
        Column("southv", low=1, high=999, empty=True),
        code("majres", range(1, 10), empty=True),
        Column("yerres", low=1900, high=2100, empty=True),
        Column("monres", low=1, high=12, empty=True),
        code("dayres", _DAYS, empty=True),
        Column("trgresra", low=0, empty=True),
    ),
    days=(_TRIGGERED, _RESPONDED),
    key=("cracno",),
    unknown_days=tuple(PARTS),
)
CRISES = Contract(
    "ICB1",
    (
        Column("crisno", low=1),
        Column("crisname", "text"),
        code("break", range(1, 10)),
        Column("trigent", low=1, high=999),
        Column("yrtrig", low=1900, high=2100),
        Column("motrig", low=1, high=12),
        code("datrig", _DAYS, empty=True),
        Column("gravcr", low=0),
    ),
    days=(_TRIGGERED,),
    key=("crisno",),
    unknown_days=tuple(PARTS),
)


def _read(tables: Tables) -> Confrontations:
    """Read a history of two acts for each crisis actor: the trigger, and its major response.

    The trigger is an act of the triggering entity or, where that is no single state, of the
    state that the actor saw as the source of threat; a crisis actor that has neither is left
    out. So is one whose trigger has no military level (political, economic, external or
    internal changes), since nothing stands there to be answered, and one that responded in a
    month that is not known. A response without a military level, or none,
    leaves the history with its first act: the actor did not answer by threat or force.

    A trigger or response in words counts as level 2: what is coded raised the odds of war.
    Days are as coded. Where that of the trigger or of the response is known only as early,
    middle or late in a month, or not at all, it is set so that they lie as many days apart as
    `trgresra` says. ICB counts no dead.
    `action` is the code of `triggr` for the trigger, and of `majres` for the response.

    The table of crises is kept for those who want to know more of them; it is not needed.

    What either side did after the major response is not in ICB: silence after a second act
    means nothing.
    """
    table = tables["icb2"]
    actor, trigger, response = (ints(table, name) for name in ("cracid", "triggr", "majres"))
    entity, threat = ints(table, "trigent"), ints(table, "southv")
    adversary = np.where(_state(entity) & (entity != actor), entity, threat)
    start, start_vague = _day(table, _TRIGGERED)
    answer, answer_vague = _day(table, _RESPONDED)
    # the day of the trigger counts as day 1
    elapsed = ints(table, "trgresra")
    gap, counted = np.maximum(elapsed - 1, 0), elapsed >= 0
    in_month = (ints(table, "yerres") > 0) & (ints(table, "monres") > 0)
    dated = counted | in_month
    start = np.where(start_vague & in_month & ~answer_vague & counted, answer - gap, start)
    answer = np.where((answer_vague | ~in_month) & counted, start + gap, np.maximum(answer, start))
    answers = np.isin(response, list(RESPONSE_LEVEL))
    usable = (
        np.isin(trigger, list(TRIGGER_LEVEL))
        & _state(adversary)
        & (adversary != actor)
        & (response > 0)
        & (dated | ~answers)
    )
    crisis, number = ints(table, "crisno"), ints(table, "cracno")

    def acts(
        level: dict[int, int], codes: Ints, who: int, day: Ints, vague: Bools, keep: Bools
    ) -> Acts:
        return Acts(
            confrontation=crisis[keep],
            number=number[keep],
            opener=adversary[keep],
            other=actor[keep],
            actor=np.full(int(keep.sum()), who),
            level=np.array([level[one] for one in codes[keep].tolist()], dtype=np.int64),
            action=codes[keep],
            day=day[keep],
            vague=vague[keep],
            dead=np.zeros(int(keep.sum())),
        )

    found = joined(
        acts(TRIGGER_LEVEL, trigger, OPENER, start, start_vague, usable),
        acts(RESPONSE_LEVEL, response, OTHER, answer, answer_vague, usable & answers),
    )
    cluster = clusters_of(tables, CRISIS, found.confrontation)
    # one pair may meet twice in a crisis, each time as another crisis actor
    events = confrontations("icb-15", found, cluster, last_of_year(found.day), found.number)
    # A crisis actor is watched up to its major response: what follows that is not coded.
    return replace(events, watched=np.isin(np.arange(events.count), events.first))


def _day(table: Any, names: tuple[str, str, str]) -> tuple[Ints, Bools]:
    year, month, day = (ints(table, name) for name in names)
    coarse = np.isin(day, list(PARTS))
    day = np.array([PARTS.get(one, one) for one in day.tolist()], dtype=np.int64)
    ordinal, vague = ordinals(year, month, day)
    return ordinal, vague | coarse


def _state(number: Ints) -> Bools:
    return (number > 0) & (number <= LAST_STATE)


ICB = Dataset(
    name="icb",
    title="International Crisis Behavior",
    version="15",
    citation="Michael Brecher and Jonathan Wilkenfeld, A Study of Crisis, University of Michigan"
    " Press, 2000; Michael Brecher, Jonathan Wilkenfeld, Kyle Beardsley, Patrick James and David"
    " Quinn, International Crisis Behavior Data Codebook, Version 15, 2023.",
    terms="free to use with citation",
    files=(
        DataFile("icb2", "icb2v15.csv", "icb2*.csv", ACTORS),
        DataFile("icb1", "icb1v15.csv", "icb1*.csv", CRISES, needed=False),
    ),
    read=_read,
    ask="https://sites.duke.edu/icbdata/data-collections/",
    beside=(NAME,),
)
