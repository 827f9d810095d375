"""A made-up crisis, and what made-up forecasters said of it."""

from datetime import date

from _invented import CUSTOM, act, invent
from offramp.record import Record
from offramp.scoring.library import Moment, moments_of, outcomes
from offramp.scoring.library._heard import OURS, Heard
from offramp.scoring.library._questions import QUESTIONS, Question, Said

ACTS = (
    act("show", 0),
    act("answer", 3, "southland"),
    act("answer-again", 3, "southland", "seizure"),
    act("strike", 8, "northland", "strike-home"),
    act("words", 20, "southland", "threat"),
)
CLOSES = date(2024, 7, 1)
SIZES = {"actor-30": 4, "act-30": 9, "wait-30": 6, "highest-30": 9}


def crisis(name: str = "rivals", closes: date | None = CLOSES, shadow: bool = False) -> Record:
    """Two rivals: a show of force, an answer, a strike, a threat, and then nothing."""
    acts = (*CUSTOM, *ACTS) if shadow else ACTS
    return invent(acts, id=name, **({"closes": closes.isoformat()} if closes else {}))


def flat(question: Question, yes: float) -> tuple[float, ...]:
    """One chance for every yes, even chances for all else."""
    if question.kind == "yes-no":
        return (yes,)
    return (1 / SIZES[question.key],) * SIZES[question.key]


def said(yes: float) -> Said:
    """The same chance of yes for every question."""
    return {question.key: flat(question, yes) for question in QUESTIONS}


def hindsight(moment: Moment) -> Said:
    """What one would say who knows: nearly sure of what came."""
    told = said(0.5)
    for key, came in outcomes(moment).items():
        size = SIZES.get(key)
        if size is None:
            told[key] = (0.99 if came.outcome else 0.01,)
        else:
            told[key] = tuple(
                0.92 if at == came.outcome else 0.08 / (size - 1) for at in range(size)
            )
    return told


def heard(record: Record, knows: bool) -> list[Heard]:
    """Offramp knows, or says even chances; the one baseline does the other."""
    return [
        Heard(
            moment,
            {
                OURS: hindsight(moment) if knows else said(0.5),
                "markov": said(0.5) if knows else hindsight(moment),
            },
            outcomes(moment),
        )
        for moment in moments_of(record)
    ]
