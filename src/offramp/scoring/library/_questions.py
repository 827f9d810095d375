"""What is asked at each moment of the library."""

from dataclasses import dataclass
from typing import Literal

from offramp.ladder import load_ladder

Kind = Literal["yes-no", "who", "order", "rungs"]
Who = Literal["either", "first", "second"]

HORIZONS = (7, 30, 90)
NEAR = 30
"""Days within which the next act, its rung and the highest rung are asked for."""

QUIET_DAYS = 60

WAIT_STARTS = (1, 2, 4, 8, 15)
"""First days of the bins of the time to the next act; what is later than `NEAR` is one more."""

WAITS = ("1 day", "2-3 days", "4-7 days", "8-14 days", "15-30 days", "more than 30 days")

WHO: tuple[Who, ...] = ("either", "first", "second")

ACTS = (
    "no act", "a threat by the first", "a display by the first", "force by the first",
    "a threat by the second", "a display by the second", "force by the second", "a clash",
    "a battle",
)  # fmt: skip
"""The next act: none, or the side and the level; in the order of `offramp.history.MARKS`."""

HOME = "strike-home"
"""The rung from which acts strike the home soil."""

GRAVER = "a strike on home soil, a campaign or a battle"
"""What that rung and those above it are, in words."""

RUNGS = ("calm", *(rung.key for rung in load_ladder().rungs if rung.level >= 2))
"""The highest rung: calm where nothing of the level of a threat or more comes."""


@dataclass(frozen=True)
class Question:
    """One question, asked at every moment.

    Attributes
    ----------
    key : str
        E.g. ``force-first-30``.
    group : str
        The questions with which it is scored: those about either side by themselves, e.g.
        ``force-side-30``.
    kind : {"yes-no", "who", "order", "rungs"}
        What is scored: a chance, chances of actors, or chances of ordered categories; for rungs
        the log score is left out, since baselines give none to some rungs.
    days : int
        How far it looks.
    """

    key: str
    group: str
    kind: Kind
    days: int


def _yes_no() -> tuple[Question, ...]:
    found: list[Question] = []
    for what in ("force", "home"):
        for who in WHO:
            for days in HORIZONS:
                group = who if who == "either" else "side"
                found.append(
                    Question(f"{what}-{who}-{days}", f"{what}-{group}-{days}", "yes-no", days)
                )
    return (*found, Question("quiet-60", "quiet-60", "yes-no", QUIET_DAYS))


QUESTIONS: tuple[Question, ...] = (
    *_yes_no(),
    Question("actor-30", "actor-30", "who", NEAR),
    Question("act-30", "act-30", "who", NEAR),
    Question("wait-30", "wait-30", "order", NEAR),
    Question("highest-30", "highest-30", "rungs", NEAR),
)

POOLED = "pooled"
"""The group of all questions with a yes or no."""

SHOWN = (POOLED, "actor-30", "wait-30", "highest-30")
"""The groups of questions that a report needs."""

WORDS = {
    POOLED: "all questions with a yes or no",
    **{
        f"{what}-{who}-{days}": f"{told} by {whom} within {days} days"
        for what, told in (("force", "force"), ("home", GRAVER))
        for who, whom in (("either", "either side"), ("side", "each side"))
        for days in HORIZONS
    },
    "quiet-60": "quiet for 60 days",
    "actor-30": "who acts next, within 30 days",
    "act-30": "who acts next and at what level, within 30 days",
    "wait-30": "days to the next act, up to 30",
    "highest-30": "the highest rung within 30 days",
}
"""The groups, in words."""

Said = dict[str, tuple[float, ...]]
"""Chances by the key of a question: of yes, or of each outcome."""


def wait_bin(days: int | None) -> int:
    """Give the bin of `WAITS` of some days to the next act; None for none.

    Examples
    --------
    >>> wait_bin(1), wait_bin(30), wait_bin(31), wait_bin(None)
    (0, 4, 5, 5)
    """
    if days is None or days > NEAR:
        return len(WAIT_STARTS)
    return sum(days >= start for start in WAIT_STARTS) - 1
