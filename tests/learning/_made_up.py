"""Small made-up confrontations, and what the model says of them, compiled once for one shape."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from offramp.history import (
    BIN_DAYS,
    BIN_STARTS,
    CLASH,
    QUIET,
    Confrontations,
    deeds_of_actions,
    standing_points,
)
from offramp.learning._coordinates import Coordinates
from offramp.learning._likelihood import Said, at_points, losses, say
from offramp.learning._problem import Problem, lay_out, plain_setting
from offramp.model import (
    PRIOR_SHARES,
    Deed,
    at_peace,
    drift,
    first_regime,
    happen,
    hazards_by_bin,
    log_chances_of_bins,
    marks_by_posture,
    opens_anew,
    pass_days,
)

BEGIN = date(1980, 1, 1).toordinal()
UNTIL = date(1999, 12, 31).toordinal()
ACTIONS = (1, 7, 16, 2, 10, 15, 17, 22)
"""An action code for each mark, of its own level."""

Row = tuple[int, int]
Values = dict[str, Any]
_VARIED = ("year", "bin", "mark", "gap", "comes", "opens", "renews")


def laid(*histories: list[Row], until: int = UNTIL, **more: Any) -> Confrontations:
    """Lay out histories of acts, each (days since the beginning of 1980, mark)."""
    rows = [(h, BEGIN + day, mark) for h, acts in enumerate(histories) for day, mark in acts]
    history, day, mark = np.array(rows, np.int64).reshape(-1, 3).T
    count = len(histories)
    plain: dict[str, Any] = {
        "action": np.array(ACTIONS)[mark], "log_dead": np.log1p(3.0 * (mark % 3 == 2) * (day % 2)),
        "vague": np.zeros(len(day), bool), "confrontation": np.arange(count) + 1,
        "cluster": np.arange(count) // 2 + 1, "sides": np.array([["A", "B"]] * count),
    }  # fmt: skip
    return Confrontations(
        dataset="made up", history=history, day=day, mark=mark, until=until, **{**plain, **more}
    )


def made_up(lengths: tuple[int, ...] = (1, 3, 5, 9, 14), seed: int = 0) -> Confrontations:
    """Histories of so many acts: bursts, pauses, clashes, and confrontations that open anew."""
    luck = np.random.default_rng(seed)
    histories: list[list[Row]] = []
    for number, length in enumerate(lengths):
        gaps = luck.choice([0, 1, 3, 6, 12, 25, 70, 150, 200], length - 1)
        days = 40 * number + np.cumsum([0, *gaps])
        marks = [int(luck.choice(6)), *luck.choice(8, length - 1).tolist()]
        histories.append(list(zip(days.tolist(), marks, strict=True)))
    return laid(*histories)


def swapped(events: Confrontations) -> Confrontations:
    """The same, with the first side called the second and the second the first."""
    mark = np.where(events.mark < CLASH, (events.mark + 3) % 6, events.mark)
    return replace(events, mark=mark, sides=events.sides[:, ::-1])


def vector_of(space: Coordinates, seed: int = 1, walks: bool = False) -> NDArray[np.float64]:
    """Draw coordinates from the prior; what walks stays level, unless it is to walk."""
    vector = np.random.default_rng(seed).standard_normal(space.size)
    if not walks:
        for name in ("pace.era", "early.ratio", "same-day.ratio"):
            vector[space.slices[name]][1:] = 0.0
    return vector


@cache
def _sayer(count: int, chains: tuple[tuple[tuple[int, ...], bytes], ...], first: int) -> Callable:
    def both(values: Values, standing: Any, varied: Values) -> tuple[Said, Any]:
        rows = tuple(np.frombuffer(raw, np.int32).reshape(shape) for shape, raw in chains)
        problem = Problem(standing=standing, chains=rows, **varied)
        said = say(values, problem, first)
        return said, losses(said, problem)

    return jax.jit(both)


def told(events: Confrontations, values: Values, first: int = 1980) -> tuple[Said, Any, Problem]:
    """Say at each standing point what may come next, and how far that missed what came."""
    problem = lay_out(standing_points(events))
    chains = tuple((rows.shape, rows.tobytes()) for rows in problem.chains)
    run = _sayer(problem.count, chains, first)
    said, missed = run(values, problem.standing, {name: getattr(problem, name) for name in _VARIED})
    arrays = jax.tree.map(lambda array: np.asarray(array, float), (said, missed))
    return (*arrays, problem)


# Confrontations drawn from the model itself.


def drawn(
    space: Coordinates, vector: NDArray[np.float64], histories: int, most: int = 12, seed: int = 0
) -> Confrontations:
    """Draw confrontations from known parameters: when the next act comes, and what it is.

    Each history ends with a quiet half-year, or is watched no further after `most` acts; no walk
    is followed.
    """
    luck = np.random.default_rng(seed)
    values = {name: jnp.asarray(value) for name, value in space.last(vector).items()}
    for name in ("pace.era", "early.ratio", "same-day.ratio"):
        values[name] = values[name][None]
    draw = at_points(values, _Years(histories), 0)
    step = jax.jit(lambda *state: _chances(draw, *state))
    happens = jax.jit(lambda *state: _after(draw, *state))
    day = BEGIN + luck.integers(0, 700, histories)
    mark = luck.integers(0, 6, histories)
    standing = happens(opens_anew(at_peace((histories,))), np.zeros(histories), mark)
    regime = _pick(luck, np.broadcast_to(np.asarray(first_regime(draw)), (3, histories)))
    posture = _pick(luck, np.broadcast_to(_pairs(), (9, histories)))
    alive = np.ones(histories, bool)
    rows = [(np.arange(histories), day.copy(), mark.copy())]
    moves = np.asarray(jax.nn.softmax(draw["tempo.transition"], axis=1))[..., 0]
    for _ in range(most - 1):
        when = np.asarray(step(standing, regime))
        into = _pick(luck, when)
        alive &= into < QUIET
        inside = np.minimum(into, QUIET - 1)
        gap = np.array(BIN_STARTS)[inside] + (
            luck.random(histories) * np.array(BIN_DAYS)[inside]
        ).astype(int)
        pairs = np.eye(9)[posture].T.reshape(3, 3, histories)
        drifted = np.asarray(drift(draw, jnp.asarray(pairs, jnp.float32), jnp.asarray(gap)))
        posture = _pick(luck, drifted.reshape(9, histories))
        chances = np.exp(np.asarray(_marks(draw, standing, gap)))
        own = chances.reshape(8, 9, histories)[:, posture, np.arange(histories)]
        mark = _pick(luck, own)
        standing = happens(standing, gap, mark)
        regime = _pick(luck, moves[regime].T)
        day = day + gap
        rows.append((np.flatnonzero(alive), day[alive], mark[alive]))
    history, day, mark = (np.concatenate(part) for part in zip(*rows, strict=True))
    order = np.lexsort((np.arange(len(day)), history))
    history, count = history[order], len(order)
    last = np.append(np.diff(history) > 0, True)
    return Confrontations(
        "drawn", history, day[order], mark[order], np.array(ACTIONS)[mark[order]],
        np.zeros(count), np.zeros(count, bool), np.arange(histories), np.arange(histories),
        np.array([["A", "B"]] * histories), UNTIL, watched=~(last & alive[history]),
    )  # fmt: skip


class _Years:
    """What `at_points` needs to give parameters to so many points of one year."""

    def __init__(self, count: int) -> None:
        self.year = np.zeros(count, np.int32)


def _pairs() -> NDArray[np.float64]:
    shares = np.array(PRIOR_SHARES)
    return (shares[:, None] * shares[None]).reshape(9, 1)


def _pick(luck: np.random.Generator, chances: NDArray[Any]) -> NDArray[np.int64]:
    """Pick one of each column of chances."""
    edges = np.cumsum(np.asarray(chances, float), axis=0)
    return (luck.random(chances.shape[1]) * edges[-1] > edges).sum(0)


def _chances(draw: Values, standing: Any, regime: Any) -> Any:
    setting = plain_setting(draw["pace.era"])
    by_regime = log_chances_of_bins(hazards_by_bin(draw, standing, setting))
    return jnp.exp(jnp.take_along_axis(by_regime, regime[None, None], axis=1)[:, 0])


@jax.jit
def _marks(draw: Values, standing: Any, gap: Any) -> Any:
    setting = plain_setting(draw["pace.era"])
    return marks_by_posture(draw, pass_days(standing, gap), setting)


def _after(draw: Values, standing: Any, gap: Any, mark: Any) -> Any:
    zero = jnp.zeros(mark.shape)
    kinds = jnp.asarray(deeds_of_actions(np.array(ACTIONS)))[mark]
    act = Deed(mark, kinds, zero, zero, zero, zero, zero, zero - 1.0, zero + 1.0)
    return happen(draw, pass_days(standing, jnp.asarray(gap)), act)
