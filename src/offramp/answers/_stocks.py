"""What a side's terms hold on a day: the log-odds that each adds, and the stock behind a dial."""

from typing import TYPE_CHECKING

import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from offramp._errors import UsageError
from offramp.futures import terms_on
from offramp.model import TERMS, expected_answer, pass_days, setting_at, unanswered

if TYPE_CHECKING:
    from offramp.answers._world import World

STOCKS = {
    "provocation": "weight of the latest provocation, in plain uses of force",
    "grievance": "weight of provocations suffered, in plain uses of force",
    "pressure": "weight of provocations unanswered, in plain uses of force",
    "leakage": "share of the other's salvoes believed to get through",
    "fear": "the answer expected, in sd of what is expected of a side unknown",
}
"""Terms that are asked about by what stands behind them: the sign of their dials is open, and
would drown what changed."""


def term_names() -> tuple[str, ...]:
    """List the names that ``term(<side>, <name>)`` takes."""
    return tuple(sorted({*STOCKS, *(term.name for term in TERMS)}))


def term(world: "World", side: int, name: str) -> tuple[NDArray[np.float64], str]:
    """Give a term of a side's ledger on the day after the as-of date.

    Parameters
    ----------
    world : World
    side : int
    name : str
        One of `term_names`.

    Returns
    -------
    by_draw : array (draws,)
        The stock behind the term where `STOCKS` has it, else the log-odds that it adds to the
        side's hazard of force.
    unit : str
    """
    if name in STOCKS:
        return stock(world, side, name), STOCKS[name]
    if name not in {each.name for each in TERMS}:
        raise UsageError(f'There is no term "{name}". Terms: {", ".join(term_names())}.')
    terms = ledger_terms(world)
    return np.asarray(terms[name], float)[side], "log-odds"


def ledger_terms(world: "World") -> dict[str, NDArray[np.float32]]:
    """Take each side's log-hazard of force apart on the day after; (2, draws) by term.

    The hidden is averaged over what is inferred from what happened.
    """
    return terms_on(world.history, world.parameters, world.beliefs, world.start)


def stock(world: "World", side: int, name: str) -> NDArray[np.float64]:
    """Give the stock behind a term on the day after the as-of date; (draws,)."""
    standing = pass_days(world.start.standing, jnp.float32(1.0))
    if name == "provocation":
        return np.asarray(standing.sting, float)[side]
    if name == "grievance":
        return np.asarray(standing.grievance, float)[side]
    if name == "leakage":
        hits, stops = np.asarray(standing.leakage, float)[1 - side]
        return hits / (hits + stops)
    start = world.start
    setting = setting_at(
        jnp.int32(1), world.history.signals, world.traits, start.posture, jnp.asarray(start.tempo)
    )._replace(resolve=start.resolve)
    if name == "pressure":
        return np.asarray(unanswered(standing, setting), float)[side]
    return np.asarray(expected_answer(standing, setting), float)[side]
