"""Test the claims of a record."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from offramp._errors import UsageError
from offramp.answers import (
    Contrast,
    Reply,
    World,
    answer,
    read_question,
    run_name,
    stand,
    whose_beliefs,
)
from offramp.claims._calibration import calibration
from offramp.claims._judged import what_is_judged
from offramp.claims._rerun import rerun
from offramp.claims._results import ClaimAnswer, Claims
from offramp.claims._run_ahead import Progress, run_ahead
from offramp.claims._sentence import by_construction, sentence
from offramp.claims._surface import surface
from offramp.claims._turns import MustBelieve, must_believe
from offramp.claims._verdict import (
    Verdict,
    is_weak,
    least_seen,
    says_less_than_history,
    verdict,
)
from offramp.futures import parameters_for
from offramp.model import Parameters
from offramp.questions import PostureOf, Question, resolve
from offramp.record import Claim, Record

DRAWS = 4_000
"""Futures in each arm: the arms share their luck, so few are enough."""


def judge(
    record: Record, as_of: date, draws: int = DRAWS, seed: int = 0,
    parameters: Parameters | None = None, progress: Progress | None = None,
    beliefs: str | None = None, only: Collection[str] | None = None, closely: bool = False,
) -> Claims:  # fmt: skip
    """Test every claim of a record whose test is asked by a day.

    Parameters
    ----------
    record : Record
        The whole record; each claim sees only what was known on the day of its test.
    as_of : datetime.date
        Claims whose test stands on a later day are left out.
    draws, seed : int
        Futures in each arm, and their luck.
    parameters : Parameters, optional
        The shipped ones where left out.
    progress : callable, optional
        Called with a word, how many worlds are run, and how many there are.
    beliefs : str, optional
        Whose priors these are; as the record says where left out.
    only : collection of str, optional
        Ids of the claims to test; all where left out.
    closely : bool
        Whether to run the nearest turns of dials for themselves, and to draw each verdict over
        the two dials that move it most. It moves no verdict, and takes seconds for each claim.

    Returns
    -------
    Claims
        In the record's order.

    Raises
    ------
    UsageError
        When the test of a claim cannot be read, or one that is named is asked on a later day;
        the message names the claim.
    """
    held = parameters_for(record, parameters)
    chosen = [c for c in record.claims if not only or c.id in only]
    asked = [c for c in chosen if c.test is None or c.test.as_of <= as_of]
    for claim in chosen:
        if only and claim.test and claim.test.as_of > as_of:
            raise UsageError(
                f'The claim "{claim.id}" is asked as of {claim.test.as_of}, which lies after '
                f"{as_of}. Choose a later --as-of."
            )
    questions = [_read(record, claim) for claim in asked]
    days = {claim.test.as_of for claim in asked if claim.test}
    worlds = {day: stand(record, day, parameters) for day in sorted(days)}
    run_ahead(
        [(worlds[c.test.as_of], q) for c, q in zip(asked, questions, strict=True) if c.test and q],
        draws, seed, progress,
    )  # fmt: skip
    known = record.as_of(as_of)
    found = [
        _with_what_came(_judge(c, q, worlds, draws, seed, closely), q, known, as_of)
        for c, q in zip(asked, questions, strict=True)
    ]
    return Claims(
        crisis=record.id, as_of=as_of, seed=seed, draws=draws,
        run=run_name(record, as_of, held, draws, seed), beliefs=beliefs or whose_beliefs(record),
        calibration=calibration().sentence,
        claims=tuple(found),
    )  # fmt: skip


def _read(record: Record, claim: Claim) -> Question | None:
    if claim.test is None:
        return None
    try:
        return read_question(record, claim.test.ask, claim.test.as_of)
    except UsageError as error:
        raise UsageError(f'The test of claim "{claim.id}" cannot be read. {error}') from None


def _judge(
    claim: Claim, question: Question | None, worlds: dict[date, World], draws: int, seed: int,
    closely: bool,
) -> ClaimAnswer:  # fmt: skip
    if claim.test is None or question is None:
        reason = claim.untestable or "It carries no test."
        return ClaimAnswer(
            claim.id, claim.by, claim.quote, None, None, None, "not testable", None, reason
        )
    world = worlds[claim.test.as_of]
    found = answer(world, question, draws, seed)
    factor = _bayes_factor(question, found)
    said = "not decided" if is_weak(factor) else verdict(found, claim.test.expect)
    needed, picture = None, None
    # No dial turns what is left open because history, or a weak factor, says no more.
    if not is_weak(factor) and not (isinstance(found, Reply) and says_less_than_history(found)):
        needed = _hangs_on(world, question, found, claim.test.expect, said, draws, seed)
    if closely and needed is not None:
        needed = rerun(world, question, claim.test.expect, said, needed, draws, seed)
        picture = surface(world, question, *needed.steepest[:2], seed=seed)
    return ClaimAnswer(
        id=claim.id, by=claim.by, quote=claim.quote, ask=question.ask, expect=claim.test.expect,
        as_of=claim.test.as_of, verdict=said, answer=found,
        why=sentence(said, found, claim.test.expect, factor), bayes_factor=factor,
        by_construction=by_construction(question), must_believe=needed, surface=picture,
    )  # fmt: skip


def _with_what_came(
    claim: ClaimAnswer, question: Question | None, known: Record, as_of: date
) -> ClaimAnswer:
    """Set beside a forecast what had come of it by the day on whose evening one stands."""
    if question is None or claim.as_of is None or not isinstance(claim.answer, Reply):
        return claim
    what = resolve(question, known, claim.as_of, min(as_of, known.closes or as_of))
    if not isinstance(what.outcome, bool):
        return claim
    return replace(claim, came=what.outcome, came_why=what.why)


def _hangs_on(
    world: World, question: Question, found: Reply | Contrast, expect: str, said: Verdict,
    draws: int, seed: int,
) -> MustBelieve | None:  # fmt: skip
    by_draw = what_is_judged(world, question, draws, seed)
    if by_draw.std() == 0:
        return None
    wanted = 1 if expect in ("higher", "yes") else -1
    least = least_seen(found) if isinstance(found, Contrast) else 0.0
    return must_believe(by_draw, world.parameters, said != "not decided", wanted, least)


def _bayes_factor(question: Question, found: Reply | Contrast) -> float | None:
    """Weigh types by an act: the odds of a side that answers, with the act over without it."""
    if not isinstance(question.observable, PostureOf) or not isinstance(found, Contrast):
        return None
    seen, unseen = found.factual.probability, found.counterfactual.probability
    if seen is None or unseen is None or not (0 < seen < 1 and 0 < unseen < 1):
        return None
    return (seen / (1 - seen)) / (unseen / (1 - unseen))
