"""What to watch: the observations of the coming days that would move a forecast most."""

from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from offramp._errors import UsageError
from offramp.answers import (
    Run,
    World,
    arms,
    in_futures,
    read_question,
    run_name,
    stand,
    whose_beliefs,
)
from offramp.futures import Futures
from offramp.model import Parameters
from offramp.questions import AtLeast, Next, Question, Quiet
from offramp.record import Record
from offramp.sensitivity._headline import headline
from offramp.sensitivity._information import information
from offramp.sensitivity._results import Observation, Watch
from offramp.sensitivity._signs import Sign, seen_by, signs_of

DAYS = (1, 3, 7, 14)
"""Days from the as-of date by whose end something may have been seen."""

LONGEST = 365


def watch(
    record: Record, as_of: date, question: str | Question | None = None, draws: int = 10_000,
    seed: int = 0, parameters: Parameters | None = None, beliefs: str | None = None,
) -> Watch:  # fmt: skip
    """Find the observations of the coming days that would tell most of what comes after them.

    Each may be seen by the end of some day; the question is asked again on that day, over the
    same number of days from then on, so that nothing tells merely by being what is asked. What
    it tells is the mutual information of the two over the futures, in bits.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    as_of : datetime.date
    question : str or Question, optional
        One with a yes or no in the days to come, and no `if` or `without`. Where left out,
        force by either side above what is customary, within 90 days.
    draws, seed : int
    parameters : Parameters, optional
        The shipped ones where left out.
    beliefs : str, optional
        Whose priors it rests on; as the record says where left out.

    Returns
    -------
    Watch

    Raises
    ------
    UsageError
        When the question cannot be read, or has no yes or no in the days to come.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> found = watch(record, record.acts[-1].span.last, "quiet for 30d", draws=1000)
    >>> all(each.bits >= 0 for each in found.observations)
    True
    """
    world = stand(record, as_of, parameters)
    asked = read_question(record, headline(world) if question is None else question, as_of)
    observable = _watchable(asked)
    within = int(observable.within or 0)
    _, supposed = arms(world, asked)
    futures = supposed.run(Run(within + max(DAYS), draws, seed))
    found = [each for day in DAYS for each in _observations(supposed, observable, futures, day)]
    found.sort(key=lambda each: -each.bits)
    return Watch(
        crisis=record.id, as_of=as_of, ask=asked.ask, within=within, days=DAYS, seed=seed,
        draws=draws, run=run_name(record, as_of, world.parameters, draws, seed),
        beliefs=beliefs or whose_beliefs(record), observations=tuple(found),
        plain=asked.plain,
    )  # fmt: skip


def _watchable(asked: Question) -> AtLeast | Next | Quiet:
    """Give what a question observes, where one can watch for it."""
    if asked.condition is not None or asked.without:
        raise UsageError(
            f'"{asked.ask}" sets worlds apart. What to watch is asked of one: leave "if" and '
            '"without" out.'
        )
    observable = asked.observable
    if not isinstance(observable, AtLeast | Next | Quiet):
        raise UsageError(
            f'"{asked.ask}" has no yes or no in the days to come. Ask for a rung, for quiet or '
            'for who acts next, such as "either >= strike-home within 30d".'
        )
    if not (observable.within or 0) <= LONGEST - max(DAYS):
        raise UsageError(
            f"What to watch looks {max(DAYS)} days further than the question. Ask for "
            f"{LONGEST - max(DAYS)} days at most."
        )
    return observable


def _observations(
    world: World, observable: AtLeast | Next | Quiet, futures: Futures, day: int
) -> list[Observation]:
    came = _came_after(world, observable, futures, day)
    signs = signs_of(futures)
    return [_observation(sign, day, futures, came, len(signs) * len(DAYS)) for sign in signs]


def _observation(
    sign: Sign, day: int, futures: Futures, came: NDArray[np.bool_], looks: int
) -> Observation:
    found = information(seen_by(futures, sign, day), came, looks)
    tells = found.bits > found.floor
    return Observation(
        what=sign.what, kind=sign.kind,
        side=None if sign.side is None else futures.history.sides[sign.side],
        by=day, chance=found.chance, now=float(came.mean()),
        if_seen=_number(found.if_seen), if_unseen=_number(found.if_unseen),
        bits=found.bits, error=found.error, tells=tells,
        share=found.bits / found.uncertainty if found.uncertainty > 0 else 0.0,
    )  # fmt: skip


def _number(value: float) -> float | None:
    return None if np.isnan(value) else value


def _came_after(
    world: World, observable: AtLeast | Next | Quiet, futures: Futures, day: int
) -> NDArray[np.bool_]:
    """Answer the question as one would ask it again at the end of a day."""
    later = replace(
        futures, days=futures.days - day, mark=futures.mark[:, day:], rung=futures.rung[:, day:],
        channel=futures.channel[:, day:], shadow=futures.shadow[:, day:],
    )  # fmt: skip
    values, _ = in_futures(world, observable, later)
    return np.asarray(values, bool)
