"""Ask a crisis a question: a forecast, a conditional forecast, or a contrast."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from offramp._errors import UsageError
from offramp.answers._baselines import baseline_of
from offramp.answers._contrast import arm, difference
from offramp.answers._dead import BASIS as DEAD_BASIS
from offramp.answers._edits import arms, check_dials
from offramp.answers._observe import horizon
from offramp.answers._results import Asked, Contrast, Reply
from offramp.answers._run_name import run_name, whose_beliefs
from offramp.answers._stocks import term_names
from offramp.answers._world import Run, World, stand
from offramp.futures import words
from offramp.history import ladder_of
from offramp.model import Parameters
from offramp.questions import (
    Dead,
    Highest,
    Next,
    Question,
    SetDial,
    Stopped,
    check_names,
    parse_question,
)
from offramp.record import Record

HELD = "what followed up to the as-of date is held as it was"
BASIS = "futures under draws of the parameters"


def ask(
    record: Record,
    question: str | Question,
    as_of: date,
    draws: int = 10_000,
    seed: int = 0,
    parameters: Parameters | None = None,
) -> Reply | Contrast:
    """Ask a crisis a question.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    question : str or Question
        One line, such as ``a >= strike-home within 30d without x``.
    as_of : datetime.date
    draws : int
        Futures in each arm.
    seed : int
    parameters : Parameters, optional
        The shipped ones where left out.

    Returns
    -------
    Reply or Contrast
        A contrast where something is given or taken out.

    Raises
    ------
    UsageError
        When the question cannot be read, or names what the record does not hold.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> reply = ask(record, "quiet for 30d", record.acts[-1].span.last, draws=1000)
    >>> reply.kind, 0.0 < reply.probability < 1.0
    ('forecast', True)
    """
    checked = read_question(record, question, as_of)
    return answer(stand(record, as_of, parameters), checked, draws, seed)


def ask_all(
    record: Record, questions: Sequence[Question], as_of: date, draws: int = 10_000, seed: int = 0,
    parameters: Parameters | None = None, beliefs: str | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Asked:  # fmt: skip
    """Ask a crisis several questions, which share their futures.

    Parameters
    ----------
    record : Record
    questions : sequence of Question
        With names checked.
    as_of : datetime.date
    draws, seed : int
    parameters : Parameters, optional
    beliefs : str, optional
        Whose priors the answers rest on; as the record says where left out.
    progress : callable, optional
        Called with a word, how many are answered, and how many there are.

    Returns
    -------
    Asked
    """
    world = stand(record, as_of, parameters)
    found: list[Reply | Contrast] = []
    for done, question in enumerate(questions, 1):
        found.append(answer(world, question, draws, seed))
        if progress:
            progress("questions", done, len(questions))
    return Asked(
        crisis=record.id, as_of=as_of, horizon_days=max(map(days_needed, questions)), seed=seed,
        draws=draws, run=run_name(record, as_of, world.parameters, draws, seed),
        beliefs=beliefs or whose_beliefs(record), answers=tuple(found),
    )  # fmt: skip


def read_question(record: Record, question: str | Question, as_of: date) -> Question:
    """Parse a question, and check its names against a record as of a date."""
    parsed = parse_question(question) if isinstance(question, str) else question
    return check_names(parsed, record, as_of, ladder_of(record), terms=term_names())


def answer(
    world: World, question: Question, draws: int = 10_000, seed: int = 0, days: int = 0
) -> Reply | Contrast:
    """Answer a question in a world in which nothing is supposed yet.

    Parameters
    ----------
    world : World
        As `stand` gives it. Its futures are kept, so that many questions share them.
    question : Question
        With names checked.
    draws, seed : int
    days : int
        Run futures on for so long where the question needs less: questions of several horizons
        then share them, and none of their answers changes.

    Returns
    -------
    Reply or Contrast
    """
    check_dials(question, world)
    factual, supposed = arms(world, question)
    run = Run(max(days_needed(question), days), draws, seed)
    if question.kind != "counterfactual":
        return _reply(supposed, question, run)
    dials = tuple(edit for edit in question.given if isinstance(edit, SetDial))
    first = _reply(factual, replace(question, given=dials, without=()), run)
    second, effects = _reply(supposed, question, run), supposed.effects
    if isinstance(question.observable, Next) and question.observable.who is None:
        # Of several answers, one has to be the one between whose chances the difference lies.
        who = max(first.shares, key=lambda share: share[1])[0]
        question = replace(question, observable=replace(question.observable, who=who))
        second = replace(_reply(supposed, question, run), shares=second.shares)
        effects = (*effects, f"The difference is that of the chance of next = {who}.")
    found, saved = difference(factual, supposed, question, run)
    return Contrast(
        ask=question.ask, factual=first, counterfactual=second, difference=found, effects=effects,
        saved=saved, follows=HELD, plain=question.plain,
    )  # fmt: skip


def days_needed(question: Question) -> int:
    """Give how many days of futures a question needs; 0 where it needs none."""
    within = (question.condition.within or 0) if question.condition else 0
    return max(horizon(question.observable), within)


def _reply(world: World, question: Question, run: Run) -> Reply:
    observable = question.observable
    if isinstance(observable, Next) and observable.who is None:
        return _who_next(world, question, observable, run)
    found = arm(world, question, run)
    if found.condition is not None and not found.condition.any():
        raise UsageError(
            f"In none of {found.condition.size} futures does what follows if come about. Ask for "
            "more futures with --draws, or for a likelier condition."
        )
    at, chance, held = found.level, not found.unit, found.condition
    values = found.values.ravel() if held is None else found.values[held]
    if isinstance(observable, Dead):
        chance_of = None if held is None else float(held.mean())
        return _toll(question, np.rint(np.expm1(values)), at.mc_error, chance_of)
    return Reply(
        ask=question.ask, kind=question.kind, probability=at.mean if chance else None,
        value=None if chance else at.mean, unit=found.unit, low=at.low, high=at.high,
        mc_error=at.mc_error, words=words(at.mean) if chance else "", basis=_basis(question),
        baseline=None if question.condition else baseline_of(world.seen, observable),
        shares=_shares(world, question, values),
        condition=None if held is None else float(held.mean()), plain=question.plain,
    )  # fmt: skip


def _toll(
    question: Question, dead: NDArray[np.float64], error: float, condition: float | None
) -> Reply:
    """Give the median of the dead, and 90 % of the futures round it."""
    quantiles = _quantiles(dead)
    low, median, high = (dict(quantiles)[name] for name in ("5 %", "50 %", "95 %"))
    return Reply(
        ask=question.ask, kind=question.kind, probability=None, value=median, unit="dead",
        low=low, high=high, mc_error=error * (1.0 + median), baseline=None, words="",
        basis=DEAD_BASIS, shares=quantiles, condition=condition, plain=question.plain,
    )  # fmt: skip


def _quantiles(values: NDArray[np.float64]) -> tuple[tuple[str, float], ...]:
    q = np.quantile(values, [0.05, 0.25, 0.5, 0.75, 0.95])
    return tuple(zip(("5 %", "25 %", "50 %", "75 %", "95 %"), map(float, q), strict=True))


def _basis(question: Question) -> str:
    if isinstance(question.observable, Stopped):
        return "expected of such a salvo, without looking at its outcome"
    return BASIS


def _who_next(world: World, question: Question, asked: Next, run: Run) -> Reply:
    """Give the chances of all who may act next; the likeliest leads."""
    names = (*world.seen.sides, "mutual", "none")
    replies = {
        name: _reply(world, replace(question, observable=replace(asked, who=name)), run)
        for name in names
    }
    likeliest = max(names, key=lambda name: replies[name].probability or 0.0)
    shares = tuple((name, replies[name].probability or 0.0) for name in names)
    return replace(replies[likeliest], ask=question.ask, shares=shares)


def _shares(
    world: World, question: Question, values: NDArray[np.float64]
) -> tuple[tuple[str, float], ...]:
    if isinstance(question.observable, Highest):
        rungs = world.seen.rungs
        names = {0: "calm", **dict(zip(rungs.order, rungs.keys, strict=True))}
        orders, counts = np.unique(values.astype(int), return_counts=True)
        return tuple(
            (names[int(o)], float(c / len(values))) for o, c in zip(orders, counts, strict=True)
        )
    return _quantiles(values) if isinstance(question.observable, Stopped) else ()
