"""What one future is given: a draw of the parameters and a start, as plain Python numbers."""

import math
from dataclasses import dataclass, replace
from typing import Any

import jax.numpy as jnp
import numpy as np
import tables

from offramp.futures._start import Start, begin
from offramp.history import History
from offramp.model import TERMS, Parameters, counted, signals_on
from offramp.model._provocation import LEVEL_WEIGHT
from offramp.model.terms import _activity, _fear

BEYOND = 2.0
KNOWN_TERMS = {
    "tempo", "pace", "same-day", "early", "last-level", "last-deed", "rhythm", "activity",
    "sequence", "answer", "opener", "lapse", "momentum", "posture", "grievance", "pressure", "vow",
    "fear", "exhaustion", "limit", "notice", "demand", "ceasefire", "third-parties", "traits",
    "target", "withheld",
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
    activity: list[list[float]]
    activity_scales: list[list[float]]
    sequence: list[list[list[float]]]
    answer: list[list[list[float]]]
    opening: list[list[float]]
    lapse: list[list[float]]
    momentum_side: list[list[float]]
    momentum_mutual: list[list[float]]
    momentum_rest: list[float]
    momentum_most: list[float]
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
    deed: list[int]
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
    return replace(parameters, values=values)


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
    side, mutual, rest = tables.momentum(draw)
    return Given(
        draw=draw,
        standing=standing,
        regimes=np.asarray(start.regime)[:, index].tolist(),
        postures=np.asarray(start.posture)[..., index].ravel().tolist(),
        tempo=float(start.tempo[index]),
        activity=_activity_by_bin(draw),
        activity_scales=[list(scale) for scale in _activity.SCALES],
        sequence=tables.sequence(draw),
        answer=tables.answer(draw),
        opening=tables.opening(draw),
        lapse=tables.lapse(draw),
        momentum_side=side,
        momentum_mutual=mutual,
        momentum_rest=rest,
        momentum_most=tables.most_momentum(),
        transition=np.exp(draw["tempo.transition"]).tolist(),
        rungs=np.moveaxis(np.asarray(start.rungs)[..., index], 0, -1).tolist(),
        channels=np.asarray(start.channels)[..., index].T.tolist(),
        shadow=(-np.expm1(-np.asarray(start.shadow)[:, index])).tolist(),
        shift=-math.expm1(-1.0 / draw["posture.days"]),
        fear=_fears(draw, standing, np.asarray(start.resolve)[:, index].tolist()),
        traits=traits.tolist(),
        scales=[
            counted("dial_inputs").at(dial=dial).tolist()
            for dial in ("grievance", "pressure", "exhaustion")
        ],
        level_weight=np.asarray(LEVEL_WEIGHT).tolist(),
        signals=signals,
        home=history.rungs.home.tolist(),
        deed=history.rungs.deed.tolist(),
        campaign=history.rungs.campaign,
        war=history.rungs.war,
    )


def _activity_by_bin(draw: dict[str, Any]) -> list[list[float]]:
    """Weights of what the rate looks at, by bin of the days since the last act."""
    by_input = [
        [weight + own for own in by_time]
        for weight, by_time in zip(draw["activity.weight"], draw["activity.by-time"], strict=True)
    ]
    return [list(weights) for weights in zip(*by_input, strict=True)]


def _fears(draw: dict[str, Any], standing: dict[str, Any], resolve: list[float]) -> list[float]:
    """What fear holds each side back by: no exchange is simulated, so it stays as it is."""
    expected = [
        sure * through / (through + stopped)
        for sure, (through, stopped) in zip(resolve, standing["leakage"], strict=True)
    ]
    felt = [min(max((e - _fear.CENTRE) / _fear.SCALE, -BEYOND), BEYOND) for e in expected]
    return [draw["fear.weight"] * felt[1], draw["fear.weight"] * felt[0]]
