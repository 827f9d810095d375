"""The plain arrays that the model sees: events, signals and what holds of each side."""

from typing import Any, NamedTuple

Ints = Any
"""An array of int32: NumPy's where a history is built, JAX's inside the model."""

Floats = Any
"""An array of float32, likewise."""

FIRST, SECOND, MUTUAL = 0, 1, 2
"""Who acts: the first side, the second side, or both in a clash without initiator."""

LEVELS = (2, 3, 4)
"""Hostility levels (MID) that one side can act at: threat, display, use of force."""

MARKS = (
    (FIRST, 2), (FIRST, 3), (FIRST, 4),
    (SECOND, 2), (SECOND, 3), (SECOND, 4),
    (MUTUAL, 4), (MUTUAL, 5),
)  # fmt: skip
"""What an event can be: (who, level); the last two are a mutual clash and a mutual battle."""

CLASH, BATTLE = 6, 7
MAIN, SHADOW = 0, 1

NEVER = 1_000_000

SIGNAL_KINDS = (
    "vow", "threat", "limit", "notice", "demand", "ceasefire", "withdrawal", "mediation",
    "restraint", "backing", "framing", "withheld",
)  # fmt: skip
"""The kinds of signal that carry a dial; the record's finer kinds map onto them."""


class Events(NamedTuple):
    """Acts of level 2 and more, in order of time; all arrays have shape (events,).

    `day` counts from the as-of date (0 is that day, earlier days are negative); `mark`
    indexes `MARKS` and `deed` indexes `DEEDS`; `stream` is `MAIN` or `SHADOW`; `renews` is 1
    where a confrontation opens; `change` is 0 for an act as it happened, -1 for one that a
    counterfactual takes out, 1 for one that it puts in. `proxy`, `sovereign`, `leader` (0 to
    1 by rank), `log_dead` (log(1 + dead)) and `non_state` weigh the act as a provocation;
    `exposed` is the share of what the act launched that got through, or -1 where unknown;
    `valid` is 0 for padding.
    """

    day: Ints
    mark: Ints
    deed: Ints
    stream: Ints
    renews: Ints
    change: Ints
    proxy: Floats
    sovereign: Floats
    leader: Floats
    log_dead: Floats
    non_state: Floats
    exposed: Floats
    valid: Floats


class Signals(NamedTuple):
    """Signals that carry a dial, in order of time; all arrays have shape (signals,).

    `side` is the side that the dial acts on (`FIRST`, `SECOND`), or `MUTUAL` for both. `ends`
    is the day on which its maker's own force made a vow good or broke a limit; `NEVER` where
    it has not.
    """

    day: Ints
    kind: Ints
    side: Ints
    ends: Ints
    valid: Floats


def padded(size: int, block: int = 64) -> int:
    """Round a length up, so that few shapes have to be compiled.

    Examples
    --------
    >>> padded(3), padded(129)
    (64, 192)
    """
    return max(block, -(-size // block) * block)


def mark_of(actor: int, level: int) -> int:
    """Give the index in `MARKS` of an actor's act at a hostility level.

    A mutual act of level 2 or 3 counts as a clash. An act of level 5 is a battle, which takes
    two, whoever began it: MIE names no maker of one, and what was learned there of battles is
    heard of a record's only if they come alike.

    Examples
    --------
    >>> mark_of(SECOND, 3), mark_of(MUTUAL, 5), mark_of(FIRST, 5)
    (4, 7, 7)
    """
    if level > LEVELS[-1]:
        return BATTLE
    return CLASH if actor == MUTUAL else actor * len(LEVELS) + level - LEVELS[0]
