"""Turn the nearest dials as far as a straight line says, and run again to see if it is right."""

from dataclasses import replace

from offramp.answers import World, answer
from offramp.claims._judged import what_is_judged
from offramp.claims._turns import MustBelieve, Rerun, Turn, prior_of
from offramp.claims._verdict import Verdict, verdict
from offramp.questions import Question

NEAREST = 2
"""How many turns are tried; each costs a run of its own."""

FURTHER = 0.1
"""By how much of itself a turn is overdone: at the point itself the verdict stands on edge."""


def rerun(
    world: World, question: Question, expect: str, said: Verdict, needed: MustBelieve, draws: int,
    seed: int,
) -> MustBelieve:  # fmt: skip
    """Run the nearest turns for themselves, under the same luck.

    Parameters
    ----------
    world : World
        In which the question is asked.
    question : Question
    expect : str
    said : str
        The verdict as it is.
    needed : MustBelieve
        What a straight line through the draws says.
    draws, seed : int

    Returns
    -------
    MustBelieve
        With what came of the first `NEAREST` turns.
    """
    tried = [
        replace(turn, rerun=_try(world, question, expect, said, turn, draws, seed))
        for turn in needed.turns[:NEAREST]
    ]
    return replace(needed, turns=(*tried, *needed.turns[NEAREST:]))


def _try(
    world: World, question: Question, expect: str, said: Verdict, turn: Turn, draws: int, seed: int
) -> Rerun:
    value = _overdone(turn)
    name = prior_of(world.parameters, turn.dial).name
    turned = world.with_parameters(world.parameters.replace(name, value))
    mean = float(what_is_judged(turned, question, draws, seed).mean())
    now = verdict(answer(turned, question, draws, seed), expect)
    wanted = 1 if expect in ("higher", "yes") else -1
    if said == "not decided":
        return Rerun(value, mean, now, now == "supported")
    stood = wanted if said == "supported" else -wanted
    return Rerun(value, mean, now, mean * stood <= 0)


def _overdone(turn: Turn) -> float:
    value = turn.needed + FURTHER * turn.sds * turn.sd
    if turn.dial == "state-dependence-share":
        return min(max(value, 0.0), 1.0)
    return value
