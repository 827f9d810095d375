"""Whether a question can be asked of a record as of a date."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from offramp.ladder import Ladder
from offramp.questions._contradictions import check_contradictions
from offramp.questions._edits import checked_edit
from offramp.questions._names import Names, other_side
from offramp.questions._plain import plain
from offramp.questions._point import nearest_of, quoted
from offramp.questions._question import (
    EITHER,
    MUTUAL,
    NONE,
    AtLeast,
    Next,
    Observable,
    PostureOf,
    Question,
    RecordOf,
    Stopped,
    TermOf,
)
from offramp.questions._spell import spell, spell_observable
from offramp.record import Record

LOWEST = 2
"""The level of the lowest rung that futures hold: a threat."""

RECORD_KINDS = ("first", "munitions", "ballistic", "drone", "killed")
"""What ``record`` asks about: a first, or the most of something in one act."""


def check_names(
    question: Question,
    record: Record,
    as_of: date,
    ladder: Ladder,
    terms: Collection[str] | None = None,
) -> Question:
    """Look every name of a question up, and check that its edits can be made together.

    Parameters
    ----------
    question : Question
    record : Record
        The whole record. Of what is later than `as_of`, only that an id lies later is told.
    as_of : datetime.date
    ladder : Ladder
    terms : collection of str, optional
        The names that ``term`` takes; left out, they are not checked. Dials never are: the model
        knows them.

    Returns
    -------
    Question
        The same, with every side by its key, and in plain words beside.

    Raises
    ------
    QuestionError
        A UsageError, when a name is unknown, lies later or is no side; when an edit would make
        an attack worse; or when two edits contradict each other.

    Examples
    --------
    >>> from offramp.ladder import default_ladder
    >>> from offramp.questions import parse_question
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> asked = parse_question("quiet for 30d")
    >>> check_names(asked, record, record.opens, default_ladder()) == asked
    True
    """
    line = spell(question.observable, question.given, question.without, question.condition)
    names = Names(line, record, record.as_of(as_of), as_of, ladder, terms)
    observable = _observable(names, question.observable)
    given = tuple(checked_edit(names, edit) for edit in question.given)
    for name in question.without:
        names.entry(name, f"without {' + '.join(question.without)}")
    condition = None
    if question.condition is not None:
        condition = _at_least(names, question.condition, "if ")
        if not hasattr(question.observable, "within"):
            what = (
                "if looks at the futures in which something happens, and what is asked here is "
                "settled on the as-of date. Leave it out, or ask about what comes."
            )
            raise names.wrong("if", what, f"if {spell_observable(question.condition)}")
    ask = spell(observable, given, question.without, condition)
    check_contradictions(replace(names, line=ask), given, question.without)
    found = replace(question, ask=ask, observable=observable, given=given, condition=condition)
    return replace(found, plain=plain(found, names.known, ladder))


def _observable(names: Names, asked: Observable) -> Observable:  # noqa: PLR0911
    inside = spell_observable(asked)
    match asked:
        case AtLeast():
            return _at_least(names, asked)
        case Next(_, who) if who is not None and who not in (MUTUAL, NONE):
            if who == EITHER:
                what = "Who acts next is one side, mutual or none. Ask next without a name for all."
                raise names.wrong(who, what, inside)
            return replace(asked, who=names.side(who, inside))
        case Stopped(act):
            names.entry(act, inside, acts_only=True)
            if names.known.act(act).exchange is None:
                raise names.wrong(act, f"The record tells of no exchange in {quoted(act)}.", inside)
            return asked
        case PostureOf(side):
            return replace(asked, side=names.side(side, inside))
        case TermOf(side, name):
            names.term(name, inside)
            return replace(asked, side=names.side(side, inside))
        case RecordOf(kind):
            if kind not in RECORD_KINDS:
                near = nearest_of(kind, RECORD_KINDS)
                raise names.wrong(kind, f"There is no record of {quoted(kind)}.{near}", inside)
            return asked
        case _:
            return asked


def _at_least(names: Names, asked: AtLeast, before: str = "") -> AtLeast:
    inside = before + spell_observable(asked)
    _simulated(names, asked.rung)
    who = EITHER if asked.who == EITHER else names.side(asked.who, inside, asked.rung)
    if asked.against is None:
        return replace(asked, who=who)
    against = _against(names, asked.against, inside)
    if who == EITHER:
        actor = other_side(names.known, against)
        what = f"Only {actor} acts against {against}. Ask {actor} >= {asked.rung}."
        raise names.wrong(asked.who, what, inside)
    if who == against:
        other = other_side(names.known, who)
        what = f"{asked.against} does not act against itself. Write against {other}."
        raise names.wrong(asked.against, what, f"against {asked.against}")
    return replace(asked, who=who, against=against)


def _simulated(names: Names, key: str) -> None:
    """Refuse rungs below a threat: futures hold no such acts, and an answer would be of others."""
    inside = f">= {key}"
    if names.rung(key, inside).level < LOWEST:
        lowest = next(rung.key for rung in names.ladder.rungs if rung.level >= LOWEST)
        what = f"Futures hold no acts below a threat. The lowest rung to ask for is {lowest}."
        raise names.wrong(key, what, inside)


def _against(names: Names, name: str, inside: str) -> str:
    party = names.party(name, inside)
    side = names.known.side_of(party, names.as_of)
    if name in names.known.sides or side is None or party in names.known.sides[side]:
        return names.side(name, f"against {name}")
    what = f"What is done to {name} counts as done to {side}. Write against {side}."
    raise names.wrong(name, what, f"against {name}")
