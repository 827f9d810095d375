"""A verdict as a picture over two dials: run again at every point of a grid."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from offramp.answers import Run, World, arm, arms, days_needed, gap_level
from offramp.claims._turns import dial_name, off_scale, prior_of, to_scale
from offramp.claims._verdict import would_be_sure
from offramp.model import Parameters, Prior
from offramp.questions import Question

SIZE = 7
"""Points of the grid along each dial."""

REACH = 2.5
"""How far the grid reaches, in standard deviations of what is believed."""

OTHERS = 20
"""Draws of all other parameters at each point."""

ROUNDS = 25
"""Futures at each point under each of these draws."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Axis:
    """One of the two dials.

    Attributes
    ----------
    dial, label : str
    values : tuple of float
        Where it stands along the grid.
    now, low, high : float
        The median of what is believed, and its 90 % interval.
    """

    dial: str
    label: str
    values: tuple[float, ...]
    now: float
    low: float
    high: float


@dataclass(frozen=True)
class Surface:
    """What a verdict is about, at every point of a grid of two dials.

    Attributes
    ----------
    ask : str
    first, second : Axis
    means : tuple of tuple of float
        By the first dial, then the second: counterfactual less factual, or a chance less a half.
    signs : tuple of tuple of int
        1 where enough of the other draws agree that it is above nothing, -1 below, 0 where they
        do not. Unlike a verdict, it leaves the state-dependence share as it is believed, unless
        that is one of the dials.
    unit : str
        Empty for chances.
    mc_error : float
        The largest error of a mean that comes of simulating.
    plain : str
        The question in words.
    """

    ask: str
    first: Axis
    second: Axis
    means: tuple[tuple[float, ...], ...]
    signs: tuple[tuple[int, ...], ...]
    unit: str
    mc_error: float
    plain: str = ""


def surface(world: World, question: Question, first: str, second: str, seed: int = 0) -> Surface:
    """Ask a question again at every point of a grid of two dials.

    Parameters
    ----------
    world : World
        As `offramp.answers.stand` gives it.
    question : Question
        With names checked.
    first, second : str
        Names of two dials, as ``--set`` takes them.
    seed : int

    Returns
    -------
    Surface

    Raises
    ------
    UsageError
        When there is no such dial.

    Examples
    --------
    >>> from offramp.answers import read_question, stand
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> day = record.acts[-1].span.last
    >>> asked = read_question(record, "quiet for 30d", day)
    >>> seen = surface(stand(record, day), asked, "fear", "grievance")
    >>> len(seen.means), len(seen.means[0])
    (7, 7)
    """
    priors = prior_of(world.parameters, first), prior_of(world.parameters, second)
    axes = _axis(priors[0], world.parameters), _axis(priors[1], world.parameters)
    chunks: list[Floats] = []
    unit = ""
    for parameters, used in _batches(world.parameters, priors, axes):
        found, unit = _judged(world.with_parameters(parameters), question, seed)
        chunks.append(found[:, :used].reshape(len(found), -1, SIZE, SIZE))
    judged = np.concatenate(chunks, axis=1)
    cells = [[gap_level(judged[:, :, i, j]) for j in range(SIZE)] for i in range(SIZE)]
    return Surface(
        ask=question.ask, first=axes[0], second=axes[1],
        means=tuple(tuple(level.mean for level, _ in row) for row in cells),
        signs=tuple(tuple(would_be_sure(lower) for _, lower in row) for row in cells),
        unit=unit, mc_error=max(level.mc_error for row in cells for level, _ in row),
        plain=question.plain,
    )  # fmt: skip


def _judged(world: World, question: Question, seed: int) -> tuple[Floats, str]:
    """Give what a verdict is about, future by future; (rounds, draws)."""
    run = Run(days_needed(question), ROUNDS * world.parameters.count, seed)
    factual, supposed = arms(world, question)
    second = arm(supposed, question, run)
    if question.kind == "counterfactual":
        first = arm(factual, question, run)
        if first.condition is None and second.condition is None:
            return second.values - first.values, second.unit
        return (second.by_draw - first.by_draw)[None], second.unit
    values = second.values if second.condition is None else second.by_draw[None]
    return values - 0.5, second.unit


def _batches(
    parameters: Parameters, priors: tuple[Prior, Prior], axes: tuple[Axis, Axis]
) -> Iterator[tuple[Parameters, int]]:
    """Lay the grid, under some draws of all else, along the draws of usual runs.

    Runs of one shape are compiled once, so the grid is cut to that shape and filled up; how many
    draws are the grid's stands beside.
    """
    points = SIZE**2
    at_once = max(parameters.count // points, 1)
    chosen = np.linspace(0, parameters.count - 1, OTHERS).round().astype(int)
    grid = np.meshgrid(axes[0].values, axes[1].values, indexing="ij")
    for start in range(0, OTHERS, at_once):
        rows = np.repeat(chosen[start : start + at_once], points)
        size = max(parameters.count, points)
        padded = np.concatenate([rows, np.full(size - len(rows), rows[-1])])
        values = {name: array[padded] for name, array in parameters.values.items()}
        for prior, along in zip(priors, grid, strict=True):
            turned = values[prior.name].copy()
            turned[: len(rows)] = np.tile(along.ravel(), len(rows) // points)
            values[prior.name] = turned
        yield replace(parameters, values=values), len(rows)


def _axis(prior: Prior, parameters: Parameters) -> Axis:
    draws = parameters.values[prior.name]
    scaled = to_scale(prior, draws)
    # A dial that is held at a value is spread as its prior is.
    spread = scaled.std() or to_scale(prior, prior.draws(parameters.count, 0)).std()
    steps = scaled.mean() + spread * np.linspace(-REACH, REACH, SIZE)
    low, now, high = np.quantile(draws, [0.05, 0.5, 0.95])
    return Axis(
        dial=dial_name(prior), label=prior.label,
        values=tuple(off_scale(prior, float(step)) for step in steps),
        now=float(now), low=float(low), high=float(high),
    )  # fmt: skip
