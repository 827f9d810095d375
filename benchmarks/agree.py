"""Whether the Mesa twin and offramp are the same model: hazards to the digit, odds by luck."""

from dataclasses import asdict, dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from given import give, one_draw
from numpy.typing import NDArray
from twin import Confrontation, run_one

from offramp.futures import simulate
from offramp.futures._start import Start, begin, on_last_axis
from offramp.history import BATTLE, CLASH, CLASH_DEED, History
from offramp.model import Deed, Hidden, Parameters, Setting, happen, log_hazard, pass_days

WITHIN = 30
FORCE = (2, 5)
BOTH_FORCE = (CLASH, BATTLE)
CLOSE = 1e-3
"""Largest difference of a log-hazard that single precision leaves."""

FAR = 4.0
"""Standard errors beyond which two probabilities count as different."""


@dataclass(frozen=True)
class Odds:
    """One question, answered by both."""

    ask: str
    offramp: float
    mesa: float
    error: float

    @property
    def z(self) -> float:
        """How many standard errors lie between the two."""
        return (self.mesa - self.offramp) / self.error if self.error else 0.0


def agreement(
    history: History, parameters: Parameters, draw: int, futures: int, seed: int = 0
) -> dict[str, Any]:
    """Compare the two under one draw of the parameters.

    Returns
    -------
    dict
        `log_hazard_gap`, the odds with their standard errors, and whether the two `agree`.
    """
    fixed = one_draw(parameters, draw)
    (given,) = give(history, fixed, WITHIN)
    runs = [run_one(given, seed + number, WITHIN) for number in range(futures)]
    theirs = simulate(history, fixed, WITHIN, futures, seed)
    gap = hazard_gap(history, fixed, seed)
    odds = [
        _odds(ask, ours, mesa)
        for (ask, ours), mesa in zip(
            _asked(theirs.mark, theirs.rung, theirs.shadow, history).items(),
            _asked(*_as_arrays(runs), history).values(),
            strict=True,
        )
    ]
    return {
        "draw": draw,
        "futures": futures,
        "log_hazard_gap": gap,
        "odds": [{**asdict(each), "z": each.z} for each in odds],
        "agree": gap < CLOSE and all(abs(each.z) < FAR for each in odds),
    }


def hazard_gap(history: History, fixed: Parameters, seed: int, futures: int = 8) -> float:
    """Largest difference of a log-hazard on the days of some of the twin's futures.

    What happened in the twin is lived through anew by the model's own functions, so that the
    difference shows what acts and days change as well as what follows from it.
    """
    (given,) = give(history, fixed, WITHIN)
    start, draw = begin(history, fixed), on_last_axis(fixed)
    hazards, lived = jax.jit(log_hazard), jax.jit(happen)
    largest = 0.0
    for number in range(futures):
        future, standing = Confrontation(given, seed + number), start.standing
        for _ in range(WITHIN):
            before = len(future.acts)
            future.step()
            standing = pass_days(standing, jnp.float32(1.0))
            for _, mark, rung, channel in future.acts[before:]:
                standing = lived(draw, standing, _deed(history, mark, rung, channel))
            ours = hazards(draw, standing, _hidden(future), _setting(future, history, start))
            gap = np.abs(np.asarray(ours)[:, 0] - future.log_hazards()).max()
            largest = max(largest, float(gap))
    return largest


def _deed(history: History, mark: int, rung: int, channel: int) -> Deed:
    zero = jnp.zeros(1)
    kind = mark - CLASH + CLASH_DEED if mark in BOTH_FORCE else history.rungs.deed[rung]
    return Deed(
        mark=jnp.array([mark]), deed=jnp.array([kind]), proxy=zero + (channel == 1),
        sovereign=zero + history.rungs.home[rung], leader=zero, log_dead=zero, non_state=zero,
        exposed=zero - 1.0, counts=zero + 1.0,
    )  # fmt: skip


def _hidden(future: Confrontation) -> Hidden:
    return Hidden(
        regime=jnp.array([future.regime]),
        posture=jnp.array([[side.posture] for side in future.sides]),
    )


def _setting(future: Confrontation, history: History, start: Start) -> Setting:
    return Setting(
        signals=jnp.asarray(future.signals)[..., None],
        nuclear=jnp.asarray(history.nuclear)[:, None],
        democracy=jnp.asarray(history.democracy)[:, None],
        resolve=start.resolve,
        tempo=start.tempo,
    )


def _as_arrays(runs: list[Confrontation]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Lay the twin's futures out as offramp's are."""
    mark = np.full((len(runs), WITHIN, 2), -1)
    rung = np.full((len(runs), WITHIN, 2), -1)
    shadow = np.zeros((len(runs), WITHIN, 2), bool)
    for number, run in enumerate(runs):
        for day, a_mark, a_rung, _ in run.acts:
            slot = int(mark[number, day - 1, 0] >= 0)
            mark[number, day - 1, slot] = a_mark
            rung[number, day - 1, slot] = a_rung
        for day, side in run.shadow:
            shadow[number, day - 1, side] = True
    return mark, rung, shadow


def _asked(
    mark: NDArray[Any], rung: NDArray[Any], shadow: NDArray[Any], history: History
) -> dict[str, NDArray[Any]]:
    """Answer each question in each future: (futures,) of 0 or 1, or a count."""
    home = int(np.flatnonzero(history.rungs.home)[0])
    own = [(mark >= 3 * side) & (mark < 3 * side + 3) for side in (0, 1)]
    sides = zip(history.sides, FORCE, own, strict=True)
    found: dict[str, NDArray[Any]] = {
        f"any act within {WITHIN}d": (mark >= 0).any((1, 2)),
        "two acts on one day": (mark[:, :, 1] >= 0).any(1),
        "acts, mean count": (mark >= 0).sum((1, 2)),
        "a clash or battle": np.isin(mark, BOTH_FORCE).any((1, 2)),
        "a campaign": (np.isin(mark, FORCE) & (rung == history.rungs.campaign)).any((1, 2)),
    }
    for name, force, by_side in sides:
        found[f"force by {name} within {WITHIN}d"] = np.isin(mark, (force, *BOTH_FORCE)).any((1, 2))
        found[f"{name} strikes home or higher"] = (by_side & (rung >= home)).any((1, 2))
    for side, name in enumerate(history.sides):
        found[f"shadow acts by {name}, mean"] = shadow[:, :, side].sum(1)
    return found


def _odds(ask: str, ours: NDArray[Any], mesa: NDArray[Any]) -> Odds:
    variance = ours.var() / len(ours) + mesa.var() / len(mesa)
    return Odds(ask, float(ours.mean()), float(mesa.mean()), float(np.sqrt(variance)))
