"""A question in the words that a reader would use; the grammar's own line is `spell`'s."""

from collections.abc import Mapping

from offramp.ladder import Ladder
from offramp.questions._question import (
    EITHER,
    MUTUAL,
    NONE,
    AtLeast,
    Back,
    Change,
    CloseChannel,
    Dead,
    Do,
    Edit,
    Highest,
    Hold,
    Next,
    Observable,
    OpenChannel,
    PostureOf,
    Question,
    Quiet,
    RecordOf,
    Restrain,
    Say,
    SetDial,
    Stopped,
    TermOf,
)
from offramp.record import Record

DEEDS: Mapping[str, str] = {
    "threat": "threatens force",
    "display": "shows force",
    "seizure": "seizes ships, people or ground",
    "shadow-attack": "attacks covertly or through others",
    "strike-abroad": "strikes the other outside its home soil",
    "strike-home": "strikes the other’s home soil",
    "campaign": "wages a sustained campaign",
    "war": "is at war with the other",
}
"""What a side does on a rung; for a ladder of one's own the rung's name stands instead."""

HOW = {
    "direct": "by its own forces and openly", "proxy": "through a proxy", "covert": "covertly",
}  # fmt: skip

RECORDS = {
    "first": "is a first of its kind", "munitions": "launches more than any before",
    "ballistic": "launches more ballistic missiles than any before",
    "drone": "launches more drones than any before", "killed": "kills more than any before",
}  # fmt: skip

SAYS = {
    "threat": "makes a threat", "conditional-threat": "makes a conditional threat",
    "vow": "takes a vow", "warning": "gives a warning", "notice": "gives notice",
    "demand": "makes a demand", "accusation": "makes an accusation",
    "justification": "justifies itself", "assurance": "gives an assurance",
    "limit": "declares a limit", "offer": "makes an offer", "stance": "takes a stance",
    "mediation": "mediates", "framing": "frames what happened",
    "ceasefire": "announces a cease-fire", "withdrawal": "announces a withdrawal",
}  # fmt: skip
"""What a party does that sends a signal of a kind."""


def plain(question: Question, known: Record, ladder: Ladder) -> str:
    """Put a question into words.

    Parameters
    ----------
    question : Question
        With names checked.
    known : Record
        The record as of the day on which it is asked.
    ladder : Ladder

    Returns
    -------
    str
        One sentence without a full stop. It can hold words of the record's own.

    Examples
    --------
    >>> from offramp.ladder import default_ladder
    >>> from offramp.questions import parse_question
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> asked = parse_question("south >= war within 9d without river-post")
    >>> print(plain(asked, record, default_ladder()))
    Southland is at war with the other, within 9 days, had “Fire on the river post” not happened
    """
    return _Teller(known, ladder).question(question)


class _Teller:
    """Names what a question names as a record known by a day does."""

    def __init__(self, known: Record, ladder: Ladder) -> None:
        self._known, self._ladder = known, ladder

    def question(self, question: Question) -> str:
        told = self._observable(question.observable)
        if question.given:
            told += f", supposing that {_and([self._edit(edit) for edit in question.given])}"
        if question.without:
            told += f", had {_and([self._entry(name) for name in question.without])} not happened"
        if question.condition is None:
            return told
        return f"If {_lower(self._at_least(question.condition))}: {_lower(told)}"

    def _observable(self, asked: Observable) -> str:  # noqa: PLR0911
        match asked:
            case AtLeast():
                return self._at_least(asked)
            case Next(within, who):
                return f"{self._next(who)} {_within(within)}"
            case Highest(within):
                return f"The highest rung reached {_within(within)}"
            case Quiet(within, everything):
                return f"Quiet for {_days(within)}{', the shadow war included' * everything}"
            case Dead(within):
                return f"How many are killed {_within(within)}"
            case Stopped(act):
                return f"The share of what {self._entry(act)} launched that failed or was stopped"
            case PostureOf(side):
                return f"{self._side(side)} is disposed to answer, in kind or more"
            case TermOf(side, name):
                return f"The stock of {name.replace('-', ' ')} behind {self._side(side)}’s choices"
            case RecordOf(kind):
                return f"An act of the day {RECORDS[kind]}"

    def _at_least(self, asked: AtLeast) -> str:
        top = asked.rung == self._ladder.keys[-1]
        name = self._ladder.rung(asked.rung).name
        within = "" if asked.within is None else _within(asked.within)
        if top and asked.who == EITHER:
            return f"{name} {within}".rstrip()
        who = "Either side" if asked.who == EITHER else self._side(asked.who)
        parts = [f"{who} {DEEDS.get(asked.rung, f'reaches the rung “{name}”')}"]
        parts += [] if asked.channel is None else [HOW[asked.channel]]
        parts += [within] if top else ["or goes higher", within]
        return ", ".join(part for part in parts if part)

    def _next(self, who: str | None) -> str:
        if who is None:
            return "Who acts next"
        if who == NONE:
            return "Nobody acts"
        return f"The next act is {'a clash of both' if who == MUTUAL else f'by {self._side(who)}'}"

    def _edit(self, edit: Edit) -> str:  # noqa: PLR0911
        match edit:
            case Change():
                return self._change(edit)
            case Say(kind, by, to):
                heard = f" to {self._party(to)}" if to else ""
                return f"{self._party(by)} {SAYS[kind]}{heard}"
            case Do(side, rung):
                return f"{self._side(side)} takes to “{self._ladder.rung(rung).name}”"
            case Restrain(side, by):
                return f"{self._party(by)} holds {self._side(side)} back"
            case Back(side, by):
                return f"{self._party(by)} backs {self._side(side)}"
            case Hold(side, days):
                return f"{self._side(side)} does nothing for {_days(days)}"
            case OpenChannel(by):
                return f"{self._party(by)} carries messages"
            case CloseChannel(by):
                return f"{self._party(by)} had carried nothing"
            case SetDial(name, value):
                return f"{name} stands at {value:g}"

    def _change(self, edit: Change) -> str:  # noqa: PLR0911
        what, value = self._entry(edit.id), edit.value
        no = "" if value == "yes" else "not "
        match edit.attribute, value:
            case "channel", str() if value in HOW:
                return f"{what} had been done {HOW[value].replace('its', 'the maker’s')}"
            case "admitted" | "public", _:
                return f"{what} had {no}been {edit.attribute}"
            case "sovereign", _:
                return f"{what} had {no}fallen on the other’s own soil"
            case "leaders", _:
                return f"{what} had struck no leader"
            case "target", _:
                return f"{what} had struck {'nothing' if value == 'none' else f'a {value} target'}"
            case "killed", _:
                return f"{what} had killed {value:g}"
            case "hits", float() | int():
                return f"{what} had brought {100 * value:g} % of its hits through"
            case "hours", _:
                return f"{what} had come {value:g} hours ahead"
            case "withheld", _:
                return f"{what} had kept {self._nobody_or(value)} out"
            case _:
                return f"{what} had gone through {self._nobody_or(value)}"

    def _nobody_or(self, value: str | float) -> str:
        return "nobody" if value == "none" else self._party(str(value))

    def _side(self, key: str) -> str:
        members = self._known.sides[key]
        return self._known.party(members[0]).name if members else key

    def _party(self, name: str) -> str:
        if name in self._known.sides:
            return self._side(name)
        return self._known.party(name).name

    def _entry(self, name: str) -> str:
        act = next((act for act in self._known.acts if act.id == name), None)
        if act is not None:
            return f"“{act.title or name}”"
        signal = self._known.signal(name)
        what = signal.kind.replace("-", " ")
        return f"the {what} by {self._party(signal.from_)} of {signal.date}"


def _and(words: list[str]) -> str:
    return " and ".join([*filter(None, [", ".join(words[:-1])]), *words[-1:]])


def _days(days: int) -> str:
    return f"{days} day{'s' * (days != 1)}"


def _within(days: int) -> str:
    return f"within {_days(days)}"


def _lower(told: str) -> str:
    """Let a phrase go on within a sentence, where its first word is none of the record's."""
    first = told.split(" ", 1)[0]
    ours = ("Either", "Who", "Nobody", "The", "Quiet", "How", "What", "An")
    return told[0].lower() + told[1:] if first in ours else told
