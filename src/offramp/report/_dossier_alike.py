"""Crises like this one, on the page: what followed each, and the shares beside the forecast."""

from collections.abc import Sequence
from typing import Any

from offramp.likeness import AT_RANDOM, Case, Elsewhere, Later, Likeness, Neighbour, Outside, Share
from offramp.report._text import NBSP, NOTHING, day, listing, number, percent, short, signed

HEADER = ("What followed", "The nearest", "Offramp (90 %)", "Apart, points")
LEGEND = (
    ("by-same", "an act by the side that had acted last"),
    ("by-other", "by the other side"),
    ("by-both", "by both, in a clash"),
    ("unseen", "the record had ended"),
)
SPAN = 90
TICKS = (7, 30, 60, 90)

HEIGHTS = {1: 3, 2: 6, 3: 10, 4: 17, 5: 24}
"""Pixels of a bar by hostility level."""

FIRST = 12
"""Moments of published data that are drawn; `offramp like --json` has them all."""

TRAITS = 2
"""Features that are named as alike."""

BY = {"same": "the same side", "other": "the other side", "both": "both sides"}


def alike_part(found: Likeness) -> dict[str, Any]:
    """Lay out the neighbours with a strip each, and the shares beside the forecast."""
    return {
        "lead": _lead(found),
        "legend": LEGEND,
        "header": HEADER,
        "rows": [_neighbour(one) for one in found.neighbours],
        "shares": [_outside(one) for one in found.outside] if found.neighbours else [],
        "small": _small(found),
        "elsewhere": [_elsewhere(one) for one in found.elsewhere],
    }


def _lead(found: Likeness) -> str:
    where = f"{_days(found.since)} after its last act" if found.since else "on this evening"
    crises = len({one.crisis for one in found.neighbours})
    hint = (
        f"The nearest {len(found.neighbours)} moments of the library come from {crises} crises, "
        f"chosen more often than drawn: a hint, no statistic.{_unlike(found)}"
        if found.neighbours
        else "No other crisis of the library was over by then."
    )
    return (
        f"The view from outside: what followed moments that looked much like this one {where}, "
        f"whatever the model thinks. {hint} Tested on events held out in time, shares of this "
        "kind foretold force less well than a plain regression: where they lie far from the "
        "forecast, ask what differs, and do not average."
    )


def _unlike(found: Likeness) -> str:
    if not found.like_none:
        return ""
    return (
        " None of them is like this one: even the nearest lies as far off as a moment taken at "
        "random. Read them for what differs."
    )


def _small(found: Likeness) -> str:
    told = (
        "Apart is the typical difference of a feature in standard deviations; two moments taken "
        f"at random lie {AT_RANDOM} apart. The taller a bar, the graver the act: threat, "
        "display, force, battle. Days along the axis."
    )
    if found.left_out:
        told += f" Left out, since they were not over by then: {listing(found.left_out)}."
    return told


def _neighbour(one: Neighbour) -> dict[str, Any]:
    alike = "; ".join(trait.label for trait in one.alike[:TRAITS])
    return {
        "moment": f"{short(one.crisis_title, 80)}, {day(one.day)}",
        "under": short(f"After “{one.act_title}”. Alike: {alike or 'little'}.", 260),
        "apart": number(one.distance, 1),
        "strip": _strip(one.followed.course, one.followed.watched),
        "words": _words(one.followed.course, one.followed.watched),
    }


def _case(one: Case) -> dict[str, Any]:
    return {
        "moment": f"{short(one.name, 80)}, {day(one.day)}",
        "under": f"no. {one.number}",
        "apart": number(one.distance, 1),
        "strip": _strip(one.course, SPAN),
        "words": short(one.told, 200) if one.told else _words(one.course, SPAN),
    }


def _elsewhere(one: Elsewhere) -> dict[str, Any]:
    if one.note:
        return {"note": short(one.note, 400)}
    left = " This crisis itself was passed over." if one.left_out else ""
    return {
        "note": "",
        "title": f"In {one.title}: the nearest {len(one.cases)} of "
        f"{number(one.moments, 0)} moments",
        "shares": [_share(share) for share in one.shares],
        "rows": [_case(case) for case in one.cases[:FIRST]],
        "small": f"{one.title} compares {one.sees}. It cannot tell {one.blind}. The interval of a "
        f"share counts each crisis once.{left}",
    }


def _outside(one: Outside) -> tuple[str, ...]:
    count = NOTHING if one.share is None else f"{round(one.share * one.count)} of {one.count}"
    return (one.what, count, _chance(one.probability, one.low, one.high), _points(one.apart))


def _share(one: Share) -> tuple[str, ...]:
    count = f"{round(one.share * one.count)} of {one.count}"
    said = NOTHING
    if one.probability is not None and one.model_low is not None and one.model_high is not None:
        said = _chance(one.probability, one.model_low, one.model_high)
    return (one.what, f"{count}: {_chance(one.share, one.low, one.high)}", said, _points(one.apart))


def _chance(middle: float, low: float, high: float) -> str:
    return f"{percent(middle)} ({percent(low)} to {percent(high)})"


def _points(apart: float | None) -> str:
    return NOTHING if apart is None else signed(100 * apart, 0)


def _strip(course: Sequence[Later], watched: int) -> dict[str, Any]:
    highest: dict[tuple[int, str], Later] = {}
    for act in course:
        kept = highest.get((act.days, act.by))
        if kept is None or act.level > kept.level:
            highest[act.days, act.by] = act
    return {
        "alt": _words(course, watched),
        "dark": None if watched >= SPAN else round(100 * watched / SPAN, 1),
        "ticks": [(round(100 * days / SPAN, 1), days) for days in TICKS],
        "bars": [
            {
                "by": act.by,
                "at": round(100 * min(act.days, SPAN) / SPAN - 0.5, 1),
                "height": HEIGHTS[act.level],
                "tip": f"after {_days(act.days)}: {short(act.what, 60)}, {BY[act.by]}",
            }
            # The lower bars come last, so that none hides behind another.
            for act in sorted(highest.values(), key=lambda act: -act.level)
        ],
    }


def _words(course: Sequence[Later], watched: int) -> str:
    if not course:
        return "Nothing." if watched >= SPAN else f"Nothing in the {watched} days on record."
    first = course[0]
    top = max(course, key=lambda act: act.level)
    told = f"First {short(first.what, 60)} by {BY[first.by]} after {_days(first.days)}"
    if top.level > first.level:
        told += f"; then up to {short(top.what, 60)} after {_days(top.days)}"
    return f"{told}; {len(course)} act{'' if len(course) == 1 else 's'}."


def _days(count: int) -> str:
    return f"{count}{NBSP}day{'' if count == 1 else 's'}"
