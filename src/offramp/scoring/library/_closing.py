"""What it does to the scores that records close once a crisis is quiet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from offramp.scoring._arrays import Bools, Floats
from offramp.scoring.library._heard import OURS, Heard
from offramp.scoring.library._outcomes import outcomes
from offramp.scoring.library._questions import POOLED, QUESTIONS, WORDS

TOLD = ("force-either-30", "force-either-90", "quiet-60")
"""The questions of which the note speaks."""


@dataclass(frozen=True)
class Share:
    """What Offramp said on average, and how often it came, each crisis alike.

    Attributes
    ----------
    evenings : int
    said, came : float
    """

    evenings: int
    said: float
    came: float


@dataclass(frozen=True)
class Closing:
    """A question where the record watches to the end of its window, and on every evening.

    Attributes
    ----------
    group : str
        The question's group, or `POOLED` for all with a yes or no.
    scored : Share
        Where it is scored.
    supposed : Share
        On every evening, if nothing came once the record had closed: the least that came of
        force, and the most of quiet.
    """

    group: str
    scored: Share
    supposed: Share


def closings(heard: Sequence[Heard]) -> Mapping[str, Closing]:
    """Set beside each other what is scored, and what it would be had records watched on.

    A question is left out where its window outlasts the record. A record that closes soon after a
    crisis has gone quiet leaves out evenings before the quiet more readily than others, and too
    much seems to come. By how much can be bounded, since a record tells of all acts up to its
    close.

    Parameters
    ----------
    heard : sequence of Heard
        The moments of all crises.

    Returns
    -------
    dict of str to Closing
        By the key of the question, and `POOLED`; those that are scored nowhere are missing.
    """
    supposed = [outcomes(one.moment, watched_on=True) for one in heard]
    crisis = np.array([one.moment.record.id for one in heard])
    groups = {q.key: (q.group, [q.key]) for q in QUESTIONS if q.kind == "yes-no"}
    groups[POOLED] = (POOLED, [*groups])
    found: dict[str, Closing] = {}
    for name, (group, keys) in groups.items():
        said = np.array([[one.said[OURS][key][0] for one in heard] for key in keys])
        came = np.array([[one[key].outcome for one in supposed] for key in keys], float)
        scored = np.array([[key in one.came for one in heard] for key in keys])
        if scored.any():
            every = np.ones_like(scored)
            found[name] = Closing(
                group, _share(said, came, scored, crisis), _share(said, came, every, crisis)
            )
    return found


def _share(said: Floats, came: Floats, kept: Bools, crisis: np.ndarray) -> Share:
    own = [kept & (crisis == one) for one in np.unique(crisis)]
    some = [rows for rows in own if rows.any()]
    return Share(
        int(kept.any(0).sum()),
        float(np.mean([said[rows].mean() for rows in some])),
        float(np.mean([came[rows].mean() for rows in some])),
    )


def closing_note(heard: Sequence[Heard]) -> str:
    """Say in words what the close of records does to what was scored."""
    found = closings(heard)
    parts = [
        f"{WORDS[one.group]}, {_told(one.scored)} on the evenings that are scored "
        f"({one.scored.evenings}), {_told(one.supposed)} on all ({one.supposed.evenings})"
        for key in TOLD
        if (one := found.get(key)) and one.scored.evenings < one.supposed.evenings
    ]
    told = (
        "A question is scored only where the record watches to the end of its window, so that a no "
        "would have been seen. Most records watch for 91 days after the last force; where one "
        "closes before a window ends, evenings before the quiet drop out more readily than others, "
        "and too much seems to come."
    )
    if not parts:
        return told
    return f"{told} If nothing came after they closed, per crisis: {'; '.join(parts)}."


def _told(share: Share) -> str:
    return f"{100 * share.said:.0f} % said and {100 * share.came:.0f} % came"
