"""The nearest crises in International Crisis Behavior, and what followed their triggers."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from offramp.history import BATTLE, MAIN, MARKS, History
from offramp.likeness._candidates import last_actor
from offramp.likeness._nearest import Floats, Ints, apart, distances, nearest, share_of
from offramp.likeness._results import Case, Elsewhere, Later, Share
from offramp.likeness._same import are_known, codes_of
from offramp.likeness._view import View
from offramp.record import Record

CASES = 30
LAST_STATE = 989
WINDOW = 90
RECENT = timedelta(days=round(365.25 * 20))
"""How far back earlier crises of a pair count."""

AGAIN = timedelta(days=round(365.25 * 5))
"""Over which ICB says whether a crisis came back: earlier, nobody knew."""

SEES = (
    "the trigger (how grave, how violent, direct or not, in the midst of a war or not), nuclear "
    "weapons, democracy and power on both sides, earlier crises of the two"
)
BLIND = (
    "what followed the actor’s major response day by day; every crisis stands at its trigger, "
    "however many days ago the last act was"
)

RESPONSES = (
    "no response", "a verbal act", "a political act", "an economic act",
    "another non-violent act", "a show of force", "several acts, with a show of force",
    "a violent act", "several acts, with violence",
)  # fmt: skip
_LEVEL = {2: 2, 6: 3, 7: 3, 8: 4, 9: 4}
"""Hostility levels of major responses; others have none."""
_GRAVITY = {1: 1.0, 7: 2.0, 8: 3.0, 9: 3.0}
_INDIRECT = 8
_VIOLENCE = ("no violence", "minor clashes", "serious clashes", "full-scale war")
_FORMS = {
    1: "a formal agreement", 2: "a semi-formal agreement", 3: "a tacit understanding",
    4: "the actor’s own act", 5: "an ally’s act", 6: "the adversary’s act", 7: "compliance",
    8: "an imposed settlement", 9: "an imposed settlement", 10: "spilling over into another",
    11: "a global organisation", 12: "an ally", 13: "an internal or non-state actor",
    14: "something else", 15: "fading away",
}  # fmt: skip
_AGREED = (1, 2, 3)
_PARTS, _LATE = {66: 10, 77: 20}, 88
"""Early and in the middle of a month, by their last days; late in it."""

KNOWN = (
    "gravity of the trigger", "indirect violence", "in the midst of a war",
    "the actor has nuclear weapons", "the adversary has nuclear weapons",
    "the actor is a democracy", "the adversary is a democracy",
    "power of the actor", "power of the adversary", "earlier crises of the two",
)  # fmt: skip
"""What was known at a trigger. What the coders tell of the outcome is none of it."""


@dataclass(frozen=True)
class Actors:
    """Crisis actors, one row each; all arrays have shape (actors,), -1 where not known.

    `begins` and `ends` are ordinals of days, the latest possible where only a month or year is
    known. `nuclear`, `power`, `regime` and the codes are as published.
    """

    crisis: Ints
    name: tuple[str, ...]
    actor: Ints
    adversary: Ints
    begins: Ints
    ends: Ints
    trigger: Ints
    war: Ints
    nuclear: Ints
    power: Ints
    regime: Ints
    response: Ints
    elapsed: Ints
    violence: Ints
    form: Ints
    again: Ints

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.crisis)

    def where(self, keep: np.ndarray) -> "Actors":
        """Keep some rows, by a mask or by their places."""
        names = np.array(self.name, object)[keep].tolist()
        rest = {key: value[keep] for key, value in vars(self).items() if key != "name"}
        return Actors(name=tuple(names), **rest)


def actors_of(table: Any) -> Actors:
    """Read the published table of crisis actors (`pyarrow.Table`)."""

    def codes(name: str) -> Ints:
        cells = table.column(name).to_pylist() if name in table.column_names else []
        found = [_code(cell) for cell in cells]
        return np.array(found or [-1] * table.num_rows, np.int64)

    names = [f"crisis {number}" for number in codes("crisno").tolist()]
    if "crisname" in table.column_names:
        names = [str(name or "") for name in table.column("crisname").to_pylist()]
    actor, entity, threat = codes("cracid"), codes("trigent"), codes("southv")
    is_state = (entity > 0) & (entity <= LAST_STATE) & (entity != actor)
    return Actors(
        crisis=codes("crisno"),
        name=tuple(names),
        actor=actor,
        adversary=np.where(is_state, entity, threat),
        begins=_days(codes("yrtrig"), codes("motrig"), codes("datrig")),
        ends=_days(codes("yrterm"), codes("moterm"), codes("daterm")),
        trigger=codes("triggr"), war=codes("iwc"), nuclear=codes("nuclear"),
        power=codes("powsta"), regime=codes("regime"), response=codes("majres"),
        elapsed=codes("trgresra"), violence=codes("viol"), form=codes("outfor"),
        again=codes("outesr"),
    )  # fmt: skip


def from_crises(
    everyone: Actors, record: Record, history: History, view: View, later: bool
) -> Elsewhere:
    """Find the crises of ICB nearest to a moment, and what followed their triggers.

    Parameters
    ----------
    everyone : Actors
    record : Record
        The crisis asked about, which is passed over.
    history : History
        Where one stands: the last act is held to be the trigger, and the side that did not
        act last is the crisis actor.
    view : View
        The model's.
    later : bool
        Whether crises that were not over by the day are let in.
    """
    as_of = history.as_of.toordinal()
    known = everyone if later else everyone.where(everyone.begins <= as_of)
    over = np.ones(known.count, bool) if later else (known.ends > 0) & (known.ends <= as_of)
    own = _is_own(known, record)
    usable = over & ~own & (known.begins > 0)
    if not are_known(record):
        usable &= known.begins < record.opens.toordinal()
    rows = np.flatnonzero(usable)
    if not len(rows):
        return Elsewhere("icb", "ICB", f"No crisis in it was over by {history.as_of}.")
    there = np.array([traits_at(known, int(row)) for row in rows])
    distance = distances(apart(there, _here(known, record, history)))
    found = known.where(rows)
    ties = (-found.begins, found.crisis, found.actor)
    chosen = nearest(distance, found.crisis, CASES, ties)
    picked = found.where(np.array(chosen))
    cases = tuple(_case(picked, n, float(distance[at])) for n, at in enumerate(chosen))
    limit = None if later else as_of
    return Elsewhere(
        "icb", "ICB", "", SEES, BLIND, found.count, len(np.unique(found.crisis)),
        len(np.unique(known.crisis[own & over])), _shares(picked, view, limit), cases,
    )  # fmt: skip


def _is_own(known: Actors, record: Record) -> np.ndarray:
    """Mark every actor of the crises in which both sides met while the record ran."""
    one, two = ([*codes] for codes in codes_of(record))
    met = np.isin(known.actor, one) & np.isin(known.adversary, two)
    met |= np.isin(known.actor, two) & np.isin(known.adversary, one)
    closes = record.closes or date.max
    during = (known.ends < 0) | (known.ends >= record.opens.toordinal())
    during &= known.begins <= closes.toordinal()
    return np.isin(known.crisis, known.crisis[met & during])


def traits_at(known: Actors, row: int) -> list[float]:
    """Give what was known at a trigger, in the order of `KNOWN`; NaN where nobody knew."""
    day, pair = known.begins[row], (known.actor[row], known.adversary[row])
    # A triggering act of the same day is no history yet.
    before = known.begins < day
    nuclear, power, regime = _latest(known, before, [pair[1]])
    return [
        _GRAVITY.get(int(known.trigger[row]), 0.0),
        float(known.trigger[row] == _INDIRECT),
        float(known.war[row] > 1),
        float(known.nuclear[row] >= 3),
        nuclear,
        float(known.regime[row] == 1),
        regime,
        float(known.power[row]),
        power,
        _earlier(known, before, day, [pair[0]], [pair[1]]),
    ]


def _here(known: Actors, record: Record, history: History) -> Floats:
    events = history.events
    main = (events.valid > 0) & (events.stream == MAIN)
    row = int(np.flatnonzero(main)[-1])
    level = MARKS[int(events.mark[row])][1]
    fought = main & (events.mark == BATTLE) & (events.day >= -WINDOW)
    other = 1 - history.sides.index(last_actor(history))
    sides = dict(zip(record.sides, codes_of(record), strict=True))
    own, foe = (sorted(sides[history.sides[side]]) for side in (other, 1 - other))
    opens = record.opens.toordinal()
    before = known.begins < opens
    return np.array([
        {2: 1.0, 3: 2.0}.get(level, 3.0),
        float(level >= 4 and events.proxy[row] > 0),
        float(fought.any()),
        float(history.nuclear[other]),
        float(history.nuclear[1 - other]),
        float(history.democracy[other]),
        float(history.democracy[1 - other]),
        _latest(known, before, own)[1],
        _latest(known, before, foe)[1],
        _earlier(known, before, opens, own, foe) if own and foe else np.nan,
    ], float)  # fmt: skip


def _latest(known: Actors, before: np.ndarray, codes: list[int]) -> tuple[float, float, float]:
    """Say what ICB last knew of the strongest of some states: nuclear, power, democracy."""
    rows = np.flatnonzero(before & np.isin(known.actor, codes))
    if not len(rows):
        return np.nan, np.nan, np.nan
    last = {int(known.actor[n]): int(n) for n in rows[np.argsort(known.begins[rows])]}
    newest = np.array(list(last.values()))
    return (
        float(known.nuclear[newest].max() >= 3),
        float(known.power[newest].max()),
        float((known.regime[newest] == 1).any()),
    )


def _earlier(known: Actors, before: np.ndarray, day: int, one: list[int], two: list[int]) -> float:
    met = np.isin(known.actor, one) & np.isin(known.adversary, two)
    met |= np.isin(known.actor, two) & np.isin(known.adversary, one)
    recent = before & (known.begins >= day - RECENT.days)
    return float(np.log1p(len(np.unique(known.crisis[met & recent]))))


def _case(known: Actors, row: int, distance: float) -> Case:
    response, elapsed = int(known.response[row]), int(known.elapsed[row])
    course: tuple[Later, ...] = ()
    what = RESPONSES[response - 1] if response > 0 else "a response that is not known"
    if elapsed > 0 and response > 1 and elapsed - 1 <= WINDOW:
        # The day of the trigger counts as day 1.
        course = (Later(elapsed - 1, "other", what, _LEVEL.get(response, 1)),)
    when = f" after {elapsed - 1} days" if elapsed > 1 else " at once" if elapsed == 1 else ""
    told = f"{known.actor[row]} answered by {what}{when}"
    if known.violence[row] > 0:
        told += f"; {_VIOLENCE[known.violence[row] - 1]}"
    if int(known.form[row]) in _FORMS:
        told += f"; ended by {_FORMS[int(known.form[row])]}"
    day = date.fromordinal(int(known.begins[row]))
    number = int(known.crisis[row])
    return Case(number, known.name[row], day, 0, distance, course, told)


def _shares(known: Actors, view: View, limit: int | None) -> tuple[Share, ...]:
    crises = known.crisis.tolist()
    days = known.elapsed - 1
    dated, forceful = days >= 0, np.isin(known.response, (8, 9))
    military = np.isin(known.response, list(_LEVEL))
    ended = known.again > 0
    if limit is not None:
        ended = ended & (known.ends + AGAIN.days <= limit)

    def over(keep: np.ndarray, so: np.ndarray) -> tuple[list[bool], list[int]]:
        return so[keep].tolist(), [crises[n] for n in np.flatnonzero(keep)]

    none = np.ones(known.count, bool)
    seen = (
        share_of("the other side answers by force within 30 days",
                 *over(dated, forceful & (days <= 30)), view.force_by_other(30)),
        share_of("the other side does nothing of a military kind within 30 days",
                 *over(dated, ~(military & (days <= 30))), view.silence_of_other(30)),
        share_of("the other side gives its major response within 7 days",
                 *over(dated, days <= 7)),
        share_of("serious clashes or war before it ended",
                 *over(known.violence > 0, known.violence >= 3)),
        share_of("full-scale war before it ended",
                 *over(known.violence > 0, known.violence == 4)),
        share_of("it ended by an agreement or an understanding",
                 *over(none, np.isin(known.form, _AGREED))),
        share_of("it came back within five years", *over(ended, known.again == 1)),
    )  # fmt: skip
    return tuple(share for share in seen if share is not None)


def _days(year: Ints, month: Ints, day: Ints) -> Ints:
    """Give the ordinal of each day, of its month's or year's end where unknown; -1 for no year."""
    found: list[int] = []
    for y, m, d in zip(year.tolist(), month.tolist(), day.tolist(), strict=True):
        if y < 1:
            found.append(-1)
            continue
        known = int(m) if 1 <= m <= 12 else 12
        last = monthrange(int(y), known)[1]
        within = {**_PARTS, _LATE: last}.get(int(d), int(d)) if known == m else last
        found.append(date(y, known, within if 1 <= within <= last else last).toordinal())
    return np.array(found, np.int64)


def _code(cell: Any) -> int:
    try:
        return int(float(cell))
    except (TypeError, ValueError):
        return -1
