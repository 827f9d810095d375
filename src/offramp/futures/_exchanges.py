"""What the model expects became of each salvo on record, beside what is claimed."""

import numpy as np
from numpy.typing import NDArray

from offramp.futures._results import ExchangeAnswer, ExchangeClaim, ExchangeKind, Quantiles
from offramp.futures._start import on_last_axis
from offramp.model import KINDS, Fates, Parameters, exchange
from offramp.record import Act, Count, Record, overall

MOST = 6
"""How many exchanges are shown: the latest."""

REPEATS = 20


def exchange_answers(
    known: Record, parameters: Parameters, seed: int
) -> tuple[ExchangeAnswer, ...]:
    """Set what the model expects of each salvo beside what claimants say of it.

    Parameters
    ----------
    known : Record
        The record as of a date.
    parameters : Parameters
    seed : int

    Returns
    -------
    tuple of ExchangeAnswer
        The latest first. One is under way while nobody has said what became of it.
    """
    acts = [act for act in known.acts if act.exchange and _launched(act) and act.status == "done"]
    acts.sort(key=lambda act: (act.span.last, act.id), reverse=True)
    return tuple(_answer(known, act, parameters, seed) for act in acts[:MOST])


def expected_fates(
    known: Record, act: Act, parameters: Parameters, seed: int, hours: float | None = None,
    repeats: int = REPEATS,
) -> Fates:  # fmt: skip
    """Draw what may have become of a salvo, without looking at its outcome.

    Parameters
    ----------
    known : Record
        The record as of a date.
    act : Act
        An act of it with an exchange.
    parameters : Parameters
    seed : int
        The same seed gives the same luck, whatever the notice.
    hours : float, optional
        Hours of notice; those on record where left out.
    repeats : int
        Salvoes per parameter draw.

    Returns
    -------
    Fates
    """
    launched = _launched(act)
    low = np.array([float(launched[k].low) if k in launched else 0.0 for k in KINDS], np.float32)
    high = np.array([float(launched[k].high) if k in launched else 0.0 for k in KINDS], np.float32)
    struck = {known.side_of(party, act.span.last) for party in act.against} - {None}
    defenders = act.exchange.defenders if act.exchange else ()
    allies = [party for party in defenders if known.side_of(party, act.span.last) not in struck]
    given = _notice(known, act) if hours is None else hours
    return exchange(
        on_last_axis(parameters), low, high, np.float32((given or 0.0) / 24.0),
        np.float32(len(allies)), np.int32(seed), repeats,
    )  # fmt: skip


def _answer(known: Record, act: Act, parameters: Parameters, seed: int) -> ExchangeAnswer:
    assert act.exchange is not None
    launched = _launched(act)
    hours = _notice(known, act)
    fates = expected_fates(known, act, parameters, seed, hours)
    return ExchangeAnswer(
        act=act.id,
        by=", ".join(known.party(party).name for party in act.by),
        against=", ".join(known.party(party).name for party in act.against),
        under_way=not act.exchange.outcome,
        notice_hours=hours,
        defenders=tuple(known.party(party).name for party in act.exchange.defenders),
        readiness=float(np.median(np.asarray(fates.ready))),
        kinds=tuple(
            ExchangeKind(kind, *(_quantiles(np.asarray(part)[row]) for part in fates[:4]))
            for row, kind in enumerate(KINDS)
            if kind in launched
        ),
        claims=_claims(known, act),
        basis=(
            f"Each munition fails, is stopped or hits. {_shapes(parameters)} the defender's level, "
            "and what warning and allies add, are judgement. Expected without looking at this "
            "exchange's outcome."
        ),
    )


def _shapes(parameters: Parameters) -> str:
    if "exchange.spread" in parameters.learned:
        return "Order of kinds and spread were learned from the log of strikes on Ukraine;"
    return "Order of kinds and spread,"


def _launched(act: Act) -> dict[str, Count]:
    if act.exchange is None:
        return {}
    counts = {kind: overall(told) for kind, told in act.exchange.launched.by_kind.items()}
    return {kind: count for kind, count in counts.items() if count is not None and count.high > 0}


def _notice(known: Record, act: Act) -> float | None:
    if act.exchange and act.exchange.notice_hours is not None:
        return act.exchange.notice_hours
    hours = [s.hours for s in known.signals if s.about == act.id and s.hours is not None]
    return max(hours, default=None)


def _claims(known: Record, act: Act) -> tuple[ExchangeClaim, ...]:
    assert act.exchange is not None
    return tuple(
        ExchangeClaim(
            says=_claimant(known, outcome.says),
            kind=kind,
            failed=_pair(fate.failed),
            stopped=_pair(fate.stopped),
            hit=_pair(fate.hit),
            known=outcome.known or act.known_on,
        )
        for outcome in act.exchange.outcome
        for kind, fate in outcome.by_kind.items()
    )


def _claimant(known: Record, name: str) -> str:
    for party in known.parties:
        if party.id == name:
            return party.name
    return next((source.publisher for source in known.sources if source.id == name), name)


def _pair(count: Count | None) -> tuple[int, int] | None:
    return None if count is None else (count.low, count.high)


def _quantiles(counts: NDArray[np.floating]) -> Quantiles:
    q = np.quantile(counts, [0.05, 0.25, 0.5, 0.75, 0.95])
    return Quantiles(float(counts.mean()), *(float(value) for value in q))
