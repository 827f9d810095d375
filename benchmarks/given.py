"""What one future is given: a draw of the parameters and a start, as plain Python numbers."""

import math
from dataclasses import dataclass
from typing import Any

import jax.numpy as jnp
import numpy as np

from offramp.futures._start import Start, begin
from offramp.history import BATTLE, CLASH, MUTUAL, History
from offramp.model import TERMS, Parameters, counted, signals_on
from offramp.model._provocation import LEVEL_WEIGHT
from offramp.model.terms import _fear

BEYOND = 2.0
KNOWN_TERMS = {
    "tempo", "pace", "last-level", "early", "activity", "sequence", "opener", "lapse", "momentum",
    "posture", "grievance", "pressure", "vow", "fear", "exhaustion", "limit", "notice", "demand",
    "ceasefire", "third-parties", "traits", "target", "withheld",
}  # fmt: skip
"""The terms that the twin knows."""


@dataclass(frozen=True)
class Given:
    """Everything that futures under one draw of the parameters share.

    All values are plain floats, lists and dicts: a loop in Python is slowed by arrays this
    small. What does not change while futures run is worked out here once, in the twin's favour.
    """

    draw: dict[str, Any]
    standing: dict[str, Any]
    regimes: list[float]
    postures: list[float]
    tempo: float
    sequence: list[list[list[float]]]
    transition: list[list[float]]
    rungs: list[list[list[float]]]
    channels: list[list[float]]
    shadow: list[float]
    shift: float
    fear: list[float]
    traits: list[float]
    scales: list[list[float]]
    level_weight: list[float]
    signals: list[list[list[float]]]
    home: list[float]
    campaign: int
    war: int


def check_terms() -> None:
    """Refuse to compare once the model has terms that the twin does not have."""
    terms = {term.name for term in TERMS}
    if terms != KNOWN_TERMS:
        odd = ", ".join(sorted(terms ^ KNOWN_TERMS))
        raise SystemExit(f"The Mesa twin and the model differ in their terms: {odd}.")


def one_draw(parameters: Parameters, index: int) -> Parameters:
    """Keep a single draw of the parameters."""
    values = {name: array[index : index + 1] for name, array in parameters.values.items()}
    return Parameters(values, parameters.priors, parameters.basis)


def give(history: History, parameters: Parameters, days: int) -> list[Given]:
    """Read the history as offramp does, and give the start under each draw.

    Parameters
    ----------
    history : History
    parameters : Parameters
    days : int
        Up to which day the signals are worked out.

    Returns
    -------
    list of Given
        One for each draw.
    """
    check_terms()
    start = begin(history, parameters)
    signals = [
        np.asarray(signals_on(jnp.int32(day), *history.signals), float).tolist()
        for day in range(1, days + 1)
    ]
    return [_one(history, parameters, start, index, signals) for index in range(parameters.count)]


def _one(history: History, parameters: Parameters, start: Start, index: int, signals: Any) -> Given:
    draw: dict[str, Any] = {
        name: np.asarray(array[index], float).tolist() for name, array in parameters.values.items()
    }
    standing = {
        name: np.asarray(array)[..., index].tolist()
        for name, array in start.standing._asdict().items()
    }
    traits = draw["traits.nuclear"] * history.nuclear + draw["traits.democracy"] * history.democracy
    return Given(
        draw=draw,
        standing=standing,
        regimes=np.asarray(start.regime)[:, index].tolist(),
        postures=np.asarray(start.posture)[..., index].ravel().tolist(),
        tempo=float(start.tempo[index]),
        sequence=[_marks_after(row) for row in draw["sequence.shares"]],
        transition=np.exp(draw["tempo.transition"]).tolist(),
        rungs=np.moveaxis(np.asarray(start.rungs)[..., index], 0, -1).tolist(),
        channels=np.asarray(start.channels)[..., index].T.tolist(),
        shadow=(-np.expm1(-np.asarray(start.shadow)[:, index])).tolist(),
        shift=-math.expm1(-1.0 / draw["posture.days"]),
        fear=_fears(draw, standing, np.asarray(start.resolve)[:, index].tolist()),
        traits=traits.tolist(),
        scales=counted("dial_inputs").value.tolist(),
        level_weight=np.asarray(LEVEL_WEIGHT).tolist(),
        signals=signals,
        home=history.rungs.home.tolist(),
        campaign=history.rungs.campaign,
        war=history.rungs.war,
    )


def _marks_after(row: list[float]) -> list[list[float]]:
    """Log shares of the eight marks after an act by the first side, the second, or both."""
    own, other, both = row[0:3], row[3:6], row[6:8]
    even = [math.log((math.exp(a) + math.exp(b)) / 2) for a, b in zip(own, other, strict=True)]
    after = {0: own + other + both, 1: other + own + both, MUTUAL: even + even + both}
    assert (CLASH, BATTLE) == (6, 7)
    return [after[actor] for actor in (0, 1, MUTUAL)]


def _fears(draw: dict[str, Any], standing: dict[str, Any], resolve: list[float]) -> list[float]:
    """What fear holds each side back by: no exchange is simulated, so it stays as it is."""
    expected = [
        sure * through / (through + stopped)
        for sure, (through, stopped) in zip(resolve, standing["leakage"], strict=True)
    ]
    felt = [min(max((e - _fear.CENTRE) / _fear.SCALE, -BEYOND), BEYOND) for e in expected]
    return [draw["fear.weight"] * felt[1], draw["fear.weight"] * felt[0]]
