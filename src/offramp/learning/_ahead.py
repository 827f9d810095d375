"""Run the model forward from standing points, to answer questions with a yes or no."""

from collections.abc import Callable
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from offramp.futures import Given, Start, marks_in, run_on
from offramp.history import BATTLE, MARKS, MUTUAL, TARGETS, Signals, Target
from offramp.learning._likelihood import Said, at_points
from offramp.learning._problem import Problem
from offramp.model import Standing, Traits, resolve

BLOCK = 200
"""Points that are run at once; fixed, so that one function is compiled."""

DAYS = 90

LEVELS = (0, 2, 3, 4, 5)
"""Hostility levels that a future can reach; 0 for none."""

_LEVEL = np.array([level for _, level in MARKS] + [0])
_ACTOR = np.array([actor for actor, _ in MARKS] + [-1])


class Ahead(NamedTuple):
    """Shares of simulated futures: of each target (asked,), and of the highest level within 90
    days (asked, 5), which is none, 2, 3, 4 or 5.
    """

    targets: dict[Target, NDArray[np.float64]]
    highest: NDArray[np.float64]


def ahead(
    parameters: dict[str, NDArray[np.float32]], problem: Problem, said: Said,
    asked: NDArray[np.int64], other: NDArray[np.float64], first_year: int, rounds: int, seed: int,
    progress: Callable[[int, int], None] | None = None,
) -> "Ahead":  # fmt: skip
    """Simulate each point `rounds` times, and say how often each target came true.

    Parameters
    ----------
    parameters, problem, first_year
        As `say` takes them.
    said : Said
        What was believed of the hidden.
    asked : array (asked,)
        Indices of the points asked about: each the last of its day, on whose evening one stands.
    other : array (2, asked)
        Which side is the other one, as `Points.other` says.
    rounds, seed : int
        Futures for each point, and their luck.
    progress : callable, optional
        Called with how many points are done, and how many there are.

    Returns
    -------
    Ahead
    """
    draw = at_points({n: jnp.asarray(v) for n, v in parameters.items()}, problem, first_year)
    found: dict[Target, list[NDArray[np.float64]]] = {name: [] for name in TARGETS}
    highest: list[NDArray[np.float64]] = []
    for begin in range(0, len(asked), BLOCK):
        some = asked[begin : begin + BLOCK]
        padded = np.resize(some, BLOCK)
        values = {
            name: np.asarray(value[..., padded] if value.shape[-1] == problem.count else value)
            for name, value in draw.items()
        }
        codes = run_on(values, _start(problem, said, padded, values["pace.era"]), _given(), DAYS,
                       rounds, seed)  # fmt: skip
        marks = marks_in(codes[..., : len(some)])
        for name, came in _answers(marks, other[:, begin : begin + BLOCK]).items():
            found[name].append(came)
        highest.append(_highest(marks))
        if progress:
            progress(min(begin + BLOCK, len(asked)), len(asked))
    targets: dict[Target, NDArray[np.float64]] = {
        name: np.concatenate(parts) for name, parts in found.items()
    }
    return Ahead(targets, np.concatenate(highest))


def _start(
    problem: Problem, said: Said, rows: NDArray[np.int64], tempo: NDArray[np.float32]
) -> Start:
    posture = said.posture[..., rows]
    return Start(
        standing=Standing(*(array[..., rows] for array in problem.standing)),
        regime=said.evening[..., rows],
        posture=posture,
        resolve=resolve(posture),
        tempo=jnp.asarray(tempo),
        rungs=np.ones((1, 3, 4, 1), np.float32),
        channels=np.array([[[1.0]] * 2, [[0.0]] * 2, [[0.0]] * 2], np.float32),
        shadow=jnp.zeros((2, 1)),
    )


def _given() -> Given:
    """Give what such data hold: no signals, no traits, one rung, no home soil."""
    none = np.zeros(1, np.int32)
    zero = jnp.zeros(2)
    return Given(
        signals=Signals(none, none, none, none, np.zeros(1, np.float32)),
        traits=Traits(zero, zero), home=np.zeros(1, np.float32), deed=np.zeros(1, np.int32),
        campaign=np.int32(0), war=np.int32(0),
    )  # fmt: skip


def _highest(marks: NDArray[np.int8]) -> NDArray[np.float64]:
    """Give the shares of the highest level of futures (days, rounds, points, 2)."""
    reached = _LEVEL[marks].max(axis=(0, -1))
    return np.stack([(reached == level).mean(axis=0) for level in LEVELS], axis=-1)


def _answers(
    marks: NDArray[np.int8], other: NDArray[np.float64]
) -> dict[Target, NDArray[np.float64]]:
    """Answer from marks (days, rounds, points, 2)."""
    level, actor = _LEVEL[marks], _ACTOR[marks]
    force = level >= 4
    month = slice(0, 30)

    def share(came: NDArray[np.bool_]) -> NDArray[np.float64]:
        return came.any(axis=(0, -1)).mean(axis=0)

    by_side = np.stack(
        [share((force & ((actor == side) | (actor == MUTUAL)))[month]) for side in (0, 1)]
    )
    return {
        "force_30": share(force[month]),
        "other_force_30": (other * by_side).sum(0),
        "quiet_60": 1.0 - share((level >= 3)[:60]),
        "battle_90": share(marks == BATTLE),
    }
