"""The worst forecasts over the library, by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from offramp.scoring._predictions import LEAST
from offramp.scoring.library._heard import OURS, Heard
from offramp.scoring.library._moments import Moment
from offramp.scoring.library._outcomes import Came
from offramp.scoring.library._questions import QUESTIONS

NAMED = 13
"""As many as there are crises: each is named once at most."""


@dataclass(frozen=True)
class Miss:
    """A forecast that went wrong.

    Attributes
    ----------
    crisis, title : str
    day : datetime.date
        The day on whose evening it was made.
    after : str
        The act on which one stood.
    asked : str
        The question, in words.
    chance : float
        Of yes.
    yes : bool
        What came.
    came : str
        The act that decided, with its day; or that none came.
    loss : float
        Minus the log of the chance given to what came, in nats.
    rivals : dict of str to float
        What the baselines said.
    """

    crisis: str
    title: str
    day: date
    after: str
    asked: str
    chance: float
    yes: bool
    came: str
    loss: float
    rivals: dict[str, float]


def misses_of(heard: Sequence[Heard], most: int = NAMED) -> tuple[Miss, ...]:
    """Name, for each crisis, the question with a yes or no on which most was lost; worst first.

    Parameters
    ----------
    heard : sequence of Heard
    most : int
        How many to name.

    Returns
    -------
    tuple of Miss
    """
    keys = [question.key for question in QUESTIONS if question.kind == "yes-no"]
    lost: list[tuple[float, int, str]] = []
    for at, one in enumerate(heard):
        for key in keys:
            if key in one.came:
                yes = one.said[OURS][key][0]
                given = yes if one.came[key].outcome else 1 - yes
                lost.append((float(-np.log(max(given, LEAST))), at, key))
    found: dict[str, Miss] = {}
    for loss, at, key in sorted(lost, key=lambda row: -row[0]):
        crisis = heard[at].moment.record.id
        if crisis not in found:
            found[crisis] = _miss(heard[at], key, loss)
        if len(found) == most:
            break
    return tuple(found.values())


def _miss(one: Heard, key: str, loss: float) -> Miss:
    moment, came = one.moment, one.came[key]
    record = moment.record
    return Miss(
        record.id, record.title, moment.day, _act(moment, moment.act), asked_of(key, moment),
        one.said[OURS][key][0], bool(came.outcome), told(moment, came), loss,
        {name: said[key][0] for name, said in one.said.items() if name != OURS and key in said},
    )  # fmt: skip


def asked_of(key: str, moment: Moment) -> str:
    """Say a question with a yes or no in words, with the names of the record's parties."""
    what, *rest = key.split("-")
    if what == "quiet":
        return f"no display or use of force for {rest[0]} days"
    who, days = rest
    names = {
        "either": "either side",
        **{
            place: side_name(moment, side)
            for place, side in zip(("first", "second"), moment.history.sides, strict=True)
        },
    }
    graver = "strikes the home soil of the other, or fights a campaign or a battle,"
    deed = "uses force" if what == "force" else graver
    return f"{names[who]} {deed} within {days} days"


def side_name(moment: Moment, side: str) -> str:
    """Name a side by its first party."""
    record = moment.record
    members = record.sides[side]
    return record.party(members[0]).name if members else side


def told(moment: Moment, came: Came) -> str:
    """Say which act decided a question."""
    if came.by_act is None:
        return "no such act"
    return _act(moment, came.by_act)


def _act(moment: Moment, name: str) -> str:
    act = moment.record.act(name)
    return f"{act.span.last}: {act.title or name}"
