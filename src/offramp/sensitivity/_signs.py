"""What may be seen in the coming days, and in which futures it is."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from offramp.futures import Futures
from offramp.history import CLASH, MARKS, MUTUAL

Kind = Literal["threat", "display", "force", "home", "shadow", "clash", "nothing"]

LEVELS: dict[Kind, int] = {"threat": 2, "display": 3, "force": 4}
WORDS: dict[Kind, str] = {
    "threat": "{} threatens, or does more",
    "display": "{} shows force, or uses it",
    "force": "{} uses force",
    "home": "{} strikes home soil",
    "shadow": "{} acts in the shadow war",
    "clash": "a clash or battle that neither began",
    "nothing": "neither threatens, shows force or uses it",
}

_LEVEL = np.array([level for _, level in MARKS])
_ACTOR = np.array([actor for actor, _ in MARKS])


@dataclass(frozen=True)
class Sign:
    """Something that may be seen; all but the shadow war's own acts lie outside it.

    Attributes
    ----------
    kind : str
    side : int or None
        Index of the side that does it; a mutual act is one of both. None for either or both.
    what : str
        In words.
    """

    kind: Kind
    side: int | None
    what: str


def signs_of(futures: Futures) -> tuple[Sign, ...]:
    """List what may be seen in some futures: the same for each side.

    Parameters
    ----------
    futures : Futures

    Returns
    -------
    tuple of Sign
    """
    history = futures.history
    kinds: list[Kind] = ["threat", "display", "force", "home"]
    if futures.shadow.any():
        kinds.append("shadow")
    found = [
        Sign(kind, side, WORDS[kind].format(key))
        for side, key in enumerate(history.sides)
        for kind in kinds
    ]
    return (*found, Sign("clash", None, WORDS["clash"]), Sign("nothing", None, WORDS["nothing"]))


def seen_by(futures: Futures, sign: Sign, day: int) -> NDArray[np.bool_]:
    """Say in which futures something is seen by the end of a day.

    Parameters
    ----------
    futures : Futures
    sign : Sign
    day : int
        Counted from the as-of date; the next is 1.

    Returns
    -------
    array (futures,) of bool
    """
    return np.asarray(_seen(futures, sign, day), bool)


def _seen(futures: Futures, sign: Sign, day: int) -> Any:
    mark = futures.mark[:, :day]
    done = mark >= 0
    if sign.kind == "shadow":
        return futures.shadow[:, :day, sign.side or 0].any(1)
    if sign.kind == "nothing":
        return ~done.any((1, 2))
    if sign.kind == "clash":
        return (mark >= CLASH).any((1, 2))
    if sign.side is not None:
        done &= (_ACTOR[mark] == sign.side) | (_ACTOR[mark] == MUTUAL)
    if sign.kind == "home":
        return (done & (futures.history.rungs.home[futures.rung[:, :day]] > 0)).any((1, 2))
    return (done & (_LEVEL[mark] >= LEVELS[sign.kind])).any((1, 2))
