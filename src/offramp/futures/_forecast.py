"""A crisis as of a date, run forward, and what its futures answer."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
from numpy.typing import NDArray

from offramp._version import __version__
from offramp.futures import _baseline as baseline
from offramp.futures._beliefs import parameters_for
from offramp.futures._climb import Climb
from offramp.futures._estimate import estimate, estimate_many, quantile_over_draws, words
from offramp.futures._exchanges import exchange_answers
from offramp.futures._pace_check import pace_notes
from offramp.futures._results import (
    Answer,
    Delay,
    Forecast,
    HighestRung,
    NextAct,
    RiskCurve,
    Side,
    Topic,
)
from offramp.futures._simulate import simulate
from offramp.futures._weaknesses import weaknesses
from offramp.history import MAIN, History, from_record
from offramp.model import Parameters
from offramp.record import Record

HORIZONS = (7, 30, 90)
EITHER = 2
QUIET_DAYS = 60
BASIS = (
    "futures under draws of the parameters, acts of a shadow war apart; "
    f"base rate: {baseline.BASIS}"
)


def forecast(
    record: Record,
    as_of: date,
    days: int = 90,
    draws: int = 10_000,
    seed: int = 0,
    parameters: Parameters | None = None,
) -> Forecast:
    """Run a crisis forward from a day, and answer what one would ask of it.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    as_of : datetime.date
        One stands at the end of this day; day 1 is the next.
    days : int
        The horizon, 1 to 365 days.
    draws : int
        Futures, spread evenly over the parameter draws.
    seed : int
        The same seed gives the same answers.
    parameters : Parameters, optional
        The shipped ones where left out.

    Returns
    -------
    Forecast

    Raises
    ------
    UsageError
        When nothing had happened by then, or the horizon cannot be run.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> ahead = forecast(record, record.acts[-1].span.last, days=30, draws=1000)
    >>> round(sum(act.probability for act in ahead.next_acts), 6)
    1.0
    """
    parameters = parameters_for(record, parameters)
    history = from_record(record, as_of)
    known = record.as_of(as_of)
    with ThreadPoolExecutor(max_workers=1) as pool:
        # Salvoes need nothing of the futures; their compilation goes on beside the other.
        salvoes = pool.submit(exchange_answers, known, parameters, seed)
        futures = simulate(history, parameters, days, draws, seed)
    first_key, second_key = record.sides
    order = (history.sides.index(first_key), history.sides.index(second_key))
    climb = Climb(futures, order)
    names = {key: _side_name(record, key) for key in history.sides}
    first, second = (Side(key, names[key]) for key in record.sides)
    return Forecast(
        crisis=record.id,
        title=record.title,
        as_of=as_of,
        horizon_days=days,
        seed=seed,
        draws=futures.count,
        run=run_id(history, parameters, days, futures.count, seed),
        sides=(first, second),
        usual_rung=None if history.rungs.usual is None else history.rungs.keys[history.rungs.usual],
        answers=(
            *_who_next(climb), *_how_high(climb), *_quiet(climb), *_how_soon(climb),
            _highest(climb),
        ),
        curves=_curves(climb),
        next_acts=_next_acts(climb),
        delays=_delays(climb),
        highest=_shares_by_day(climb),
        exchanges=salvoes.result(),
        last_act=_last_act(history),
        notes=(*weaknesses(record, history, parameters), *pace_notes(climb, names)),
    )  # fmt: skip


def run_id(history: History, parameters: Parameters, days: int, draws: int, seed: int) -> str:
    """Name a run by everything that it depends on.

    Returns
    -------
    str
        Twelve hexadecimal digits; equal runs, equal names.
    """
    digest = hashlib.sha256(history.digest())
    for name in sorted(parameters.values):
        digest.update(name.encode() + np.ascontiguousarray(parameters.values[name]).tobytes())
    digest.update(f"{__version__} {days} {draws} {seed}".encode())
    return digest.hexdigest()[:12]


def _last_act(history: History) -> str:
    main = (history.events.valid > 0) & (history.events.stream == MAIN)
    return history.acts[int(np.flatnonzero(main)[-1])]


def _side_name(record: Record, key: str) -> str:
    members = [record.party(party).name for party in record.sides[key]]
    return members[0] if members else key


def _who(climb: Climb, side: int) -> str:
    return "either" if side == EITHER else climb.futures.history.sides[side]


def _answer(
    climb: Climb, happened: NDArray[np.bool_], ask: str, topic: Topic, base: float | None,
    side: str | None = None, rung: str | None = None, within: int | None = None,
) -> Answer:  # fmt: skip
    found = estimate(happened, climb.futures.per_draw)
    return Answer(
        ask=ask, topic=topic, probability=found.probability, value=None, unit="",
        low=found.low, high=found.high, mc_error=found.mc_error, baseline=base,
        words=words(found.probability), basis=BASIS, side=side, rung=rung, within=within,
    )  # fmt: skip


def _who_next(climb: Climb) -> list[Answer]:
    within = climb.futures.days
    return [
        _answer(
            climb, climb.next_act[0] == code, f"next = {actor} within {within}d", "next",
            base, side=actor, within=within,
        )
        for actor, code, base in _actors(climb)
    ]  # fmt: skip


def _actors(climb: Climb) -> list[tuple[str, int, float | None]]:
    history = climb.futures.history
    rates = baseline.next_actor(climb.futures.days)
    last = baseline.last_actor(history)

    def base(side: int) -> float | None:
        if rates is None:
            return None
        if last == 2:
            return (rates["same"] + rates["other"]) / 2
        return rates["same" if side == last else "other"]

    return [
        *((history.sides[side], side, base(side)) for side in climb.order),
        ("mutual", 2, rates["mutual"] if rates else None),
        ("none", -1, rates["none"] if rates else None),
    ]  # fmt: skip


def _how_high(climb: Climb) -> list[Answer]:
    history = climb.futures.history
    found: list[Answer] = []
    for side in (*climb.order, EITHER):
        who = _who(climb, side)
        against = "" if side == EITHER else f" against {history.sides[1 - side]}"
        for rung in _rungs_asked(history):
            key = history.rungs.keys[rung]
            for within in (h for h in HORIZONS if h <= climb.futures.days):
                found.append(
                    _answer(
                        climb, climb.at_least(side, rung, within),
                        f"{who} >= {key}{against} within {within}d", "rung",
                        baseline.acts_at_rung(history, side, rung, within), who, key, within,
                    )
                )  # fmt: skip
    return found


def _rungs_asked(history: History) -> list[int]:
    """List the rungs to ask about: force up to the usual rung is the shadow war's own."""
    usual = -1 if history.rungs.usual is None else history.rungs.usual
    levels = enumerate(history.rungs.level)
    return [rung for rung, level in levels if level >= 2 and (level < 4 or rung > usual)]


def _quiet(climb: Climb) -> list[Answer]:
    if climb.futures.days < QUIET_DAYS:
        return []
    shadow = climb.futures.history.rungs.usual is not None
    above = _answer(
        climb, climb.quiet(QUIET_DAYS), f"quiet for {QUIET_DAYS}d", "quiet",
        baseline.quiet_60(), within=QUIET_DAYS,
    )  # fmt: skip
    everything = _answer(
        climb, climb.quiet(QUIET_DAYS, shadow=True), f"quiet all for {QUIET_DAYS}d", "quiet",
        None, within=QUIET_DAYS,
    )  # fmt: skip
    return [above, everything] if shadow else [above]


def _how_soon(climb: Climb) -> list[Answer]:
    days = climb.futures.days
    found: list[Answer] = []
    for side in (*climb.order, EITHER):
        value, low, high, error = quantile_over_draws(
            climb.first_day[side].astype(float), climb.futures.per_draw
        )
        found.append(
            Answer(
                ask=f"days to next act of {_who(climb, side)}", topic="delay", probability=None,
                value=value, unit="days", low=low, high=high, mc_error=error, baseline=None,
                words="", side=_who(climb, side), within=days,
                basis=f"median over futures; {days + 1} stands for later than {days} days",
            )
        )  # fmt: skip
    return found


def _highest(climb: Climb) -> Answer:
    rungs = climb.futures.history.rungs
    orders = np.array([*rungs.order, 0], float)
    value, low, high, error = quantile_over_draws(
        orders[climb.reached[EITHER, :, -1]], climb.futures.per_draw
    )
    days = climb.futures.days
    return Answer(
        ask=f"highest within {days}d", topic="highest", probability=None, value=value,
        unit="rung", low=low, high=high, mc_error=error, baseline=None, words="",
        basis="median over futures of the highest rung's order on the ladder; 0 is calm",
        side="either", within=days,
    )  # fmt: skip


def _next_acts(climb: Climb) -> tuple[NextAct, ...]:
    actors, rungs = climb.next_act
    keys = climb.futures.history.rungs.keys
    found: list[NextAct] = []
    for name, code, base in _actors(climb):
        is_next = actors == code
        chance = estimate(is_next, climb.futures.per_draw)
        shares = np.bincount(rungs[is_next & (code >= 0)], minlength=len(keys)) / len(actors)
        found.append(
            NextAct(
                actor=name, probability=chance.probability, low=chance.low, high=chance.high,
                baseline=base,
                rungs=tuple((key, float(s)) for key, s in zip(keys, shares, strict=True) if s > 0),
            )
        )  # fmt: skip
    return tuple(found)


def _days_shown(days: int) -> list[int]:
    near = range(1, min(days, 14) + 1)
    far = range(16, days + 1, 2 if days <= 45 else 4)
    return sorted({*near, *far, *(h for h in HORIZONS if h <= days), days})


def _curves(climb: Climb) -> tuple[RiskCurve, ...]:
    history, days = climb.futures.history, _days_shown(climb.futures.days)
    picks = np.array(days) - 1
    found: list[RiskCurve] = []
    for side in (*climb.order, EITHER):
        reached = climb.reached[side][:, picks].T
        for rung in _rungs_asked(history):
            mean, low, high, _ = estimate_many(reached >= rung, climb.futures.per_draw)
            found.append(
                RiskCurve(
                    side=_who(climb, side), rung=history.rungs.keys[rung], days=(0, *days),
                    probability=(0.0, *map(float, mean)), low=(0.0, *map(float, low)),
                    high=(0.0, *map(float, high)),
                    baseline=(
                        0.0, *(baseline.acts_at_rung(history, side, rung, day) for day in days)
                    ),
                )
            )  # fmt: skip
    return tuple(found)


def _delays(climb: Climb) -> tuple[Delay, ...]:
    days = _days_shown(climb.futures.days)
    found: list[Delay] = []
    for side in (*climb.order, EITHER):
        by_day = climb.first_day[side][None] <= np.array(days)[:, None]
        mean, low, high, _ = estimate_many(by_day, climb.futures.per_draw)
        found.append(
            Delay(
                actor=_who(climb, side), days=tuple(days), by_day=tuple(map(float, mean)),
                low=tuple(map(float, low)), high=tuple(map(float, high)),
            )
        )  # fmt: skip
    return tuple(found)


def _shares_by_day(climb: Climb) -> HighestRung:
    history, days = climb.futures.history, _days_shown(climb.futures.days)
    asked = [rung for rung, level in enumerate(history.rungs.level) if level >= 2]
    reached = climb.reached[EITHER][:, np.array(days) - 1]
    counts = np.stack([(reached < 0).mean(0), *[(reached == rung).mean(0) for rung in asked]])
    return HighestRung(
        days=tuple(days),
        rungs=("calm", *(history.rungs.keys[rung] for rung in asked)),
        shares=tuple(tuple(map(float, row)) for row in counts.T),
    )
