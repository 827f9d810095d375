"""Why each side would act or hold: the terms of its log-hazard of force, through time."""

from datetime import timedelta
from typing import Literal

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array
from numpy.typing import NDArray

from offramp.futures._look_back import LookBack
from offramp.futures._results import Ledger, LedgerTerm
from offramp.futures._start import Start, begin, on_last_axis
from offramp.history import History, Signals
from offramp.model import (
    POSTURES,
    REGIMES,
    TERMS,
    Beliefs,
    Draw,
    Hidden,
    Parameters,
    Traits,
    after_silence,
    contributions,
    pass_days,
    resolve,
    setting_at,
)

FORCE = (2, 5)
"""The marks of each side's own use of force."""

FORCE_LEVEL = 2
"""Where force stands among the three levels that one side can act at."""

SHARE_LABEL = "share of force among all kinds of act"
SHARE_BASIS = (
    "How often an act, if one comes, is this side's force, whoever acted last; the chances of "
    "all kinds of act sum to one."
)


def ledger(history: History, parameters: Parameters, back: LookBack) -> Ledger:
    """Take each side's log-hazard of force apart into its terms, day by day.

    Parameters
    ----------
    history : History
    parameters : Parameters
    back : LookBack
        What the history said at the end of the days asked about.

    Returns
    -------
    Ledger
        In natural log-odds per day; what is hidden is averaged over what is believed of it.
    """
    values = on_last_axis(parameters)
    traits = Traits(history.nuclear, history.democracy)
    tempo = begin(history, parameters).tempo
    by_day: list[dict[str, Array]] = []
    for row, day in enumerate(back.days):
        then = jax.tree.map(lambda array, row=row: array[row], back.beliefs)
        regime = _regime(values, then, np.int32(day), history.signals, traits)
        told = resolve(then.posture)
        by_day.append(
            _terms(values, then, regime, told, np.int32(day), history.signals, traits, tempo)
        )
    days = tuple(history.as_of + timedelta(days=int(day)) for day in back.days)
    tables = {name: np.stack([np.asarray(terms[name]) for terms in by_day]) for name in by_day[0]}
    found: list[LedgerTerm] = []
    totals: list[LedgerTerm] = []
    for side, mark in zip(history.sides, FORCE, strict=True):
        own = {name: table[:, mark] for name, table in tables.items()}
        # Who acted last is shown against not knowing it; what is common goes to the base.
        common = values["sequence.level"][FORCE_LEVEL] + values["sequence.side"][
            :, FORCE_LEVEL
        ].mean(0)
        own["sequence"] = own["sequence"] - common
        own["share"] = own["share"] + common
        for term in TERMS:
            found.append(_row(side, term.name, term.label, term.group, own[term.name], term.basis))
        found.append(_row(side, "share", SHARE_LABEL, "base", own["share"], SHARE_BASIS))
        whole = np.sum(list(own.values()), axis=0)
        totals.append(
            _row(side, "total", "log-hazard of force per day", "base", whole, "Sum of the terms.")
        )
    return Ledger(days=days, terms=tuple(found), totals=tuple(totals))


def terms_on(
    history: History, parameters: Parameters, beliefs: Beliefs, start: Start
) -> dict[str, NDArray[np.float32]]:
    """Take the log-hazard of force of each side apart, on the day after the as-of date.

    Parameters
    ----------
    history : History
    parameters : Parameters
    beliefs : Beliefs
        On the evening of the as-of date, without an axis of days; tempo, postures and what each
        side believes of the other are the start's.
    start : Start

    Returns
    -------
    dict of str to array (2, draws)
        By term and ``share``, for the first side and the second; natural log-odds.
    """
    traits = Traits(history.nuclear, history.democracy)
    values = on_last_axis(parameters)
    hidden = beliefs._replace(posture=jnp.asarray(start.posture))
    regime, told, tempo = (jnp.asarray(x) for x in (start.regime, start.resolve, start.tempo))
    terms = _terms(values, hidden, regime, told, np.int32(0), history.signals, traits, tempo)
    return {name: np.asarray(part)[list(FORCE)] for name, part in terms.items()}


@jax.jit
def _regime(values: Draw, beliefs: Beliefs, day: Array, signals: Signals, traits: Traits) -> Array:
    """Give what is believed of the tempo after the silence up to a day; (3, draws)."""
    setting = setting_at(day, signals, traits, beliefs.posture, values["pace.era"])
    return after_silence(values, beliefs, setting)[0]


@jax.jit
def _terms(
    values: Draw, beliefs: Beliefs, tempo_now: Array, told: Array, day: Array,
    signals: Signals, traits: Traits, tempo: Array,
) -> dict[str, Array]:  # fmt: skip
    """Average each term over what is hidden, on the day after; arrays (8, draws)."""
    standing = pass_days(beliefs.standing, jnp.float32(1.0))
    setting = setting_at(day + 1, signals, traits, beliefs.posture, tempo)._replace(resolve=told)
    regime, first, second = (
        axis.reshape(-1, 1)
        for axis in jnp.meshgrid(
            jnp.arange(len(REGIMES)), *[jnp.arange(len(POSTURES))] * 2, indexing="ij"
        )
    )
    weights = (tempo_now[:, None, None] * beliefs.posture[None]).reshape(len(regime), -1)
    wide = jax.tree.map(lambda array: jnp.expand_dims(array, -2), (values, standing, setting))
    parts = contributions(wide[0], wide[1], Hidden(regime, jnp.stack([first, second])), wide[2])
    return {name: (part * weights).sum(-2) for name, part in parts.items()}


def _row(
    side: str, name: str, label: str, group: Literal["base", "learned", "dial"],
    values: NDArray[np.float32], basis: str,
) -> LedgerTerm:  # fmt: skip
    low, high = np.quantile(values, [0.05, 0.95], axis=1)
    return LedgerTerm(
        side=side, name=name, label=label, group=group, basis=basis,
        mean=tuple(map(float, values.mean(1))), low=tuple(map(float, low)),
        high=tuple(map(float, high)),
    )  # fmt: skip
