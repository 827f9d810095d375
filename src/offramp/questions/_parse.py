"""From one line to a question."""

import re
from functools import cache
from math import isfinite
from typing import Any, cast

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedInput, VisitError

from offramp._errors import UsageError
from offramp.questions._grammar import CALLED, CLAUSES, EDIT, GRAMMAR, OBSERVABLE, ORDER
from offramp.questions._point import QuestionError, nearest_of, quoted
from offramp.questions._question import (
    AtLeast,
    Back,
    Change,
    Channel,
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
from offramp.questions._spell import spell

LONGEST = 4_000
"""Characters of a question; the longest in the library has some 200."""

DAYS = 365
"""The furthest horizon, in days."""

IN_WORDS = (
    "channel", "admitted", "sovereign", "target", "leaders", "withheld", "via", "public",
)  # fmt: skip
IN_NUMBERS = ("killed", "hits", "hours")
"""Attributes that an edit may change, by what they take."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_WORD = re.compile(r"[^\s()+,=.<>]+|[<>=]+|\S")


def parse_question(text: str) -> Question:
    """Take a question in one line apart.

    Parameters
    ----------
    text : str
        Such as ``a >= strike-home against b within 30d without raid``.

    Returns
    -------
    Question
        Its names are not looked up: `check_names` does that. `Question.ask` holds the normal
        spelling.

    Raises
    ------
    QuestionError
        A UsageError, when it is no question; the text shows the line, points at the word, and
        says what could stand there.

    Examples
    --------
    >>> question = parse_question("a >= strike-home  within 30d without raid+vow")
    >>> question.observable
    AtLeast(who='a', rung='strike-home', within=30, channel=None, against=None)
    >>> question.without, question.kind
    (('raid', 'vow'), 'counterfactual')
    >>> question.ask
    'a >= strike-home within 30d without raid + vow'
    """
    if len(text) > LONGEST:
        raise UsageError(
            f"This question has {len(text)} characters. Write at most {LONGEST} in one line."
        )
    line = "".join(" " if c.isspace() else c for c in text)
    try:
        return _build(line)
    except UnexpectedInput as error:
        raise _cannot_stand(line, error) from None
    except VisitError as error:
        if isinstance(error.orig_exc, _Misfit):
            token, what = error.orig_exc.args
            raise QuestionError(what, line, token.start_pos or 0, len(token)) from None
        raise


def _build(line: str) -> Question:
    return cast("Question", _Parts().transform(_parser().parse(line)))


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, start="question", parser="lalr", lexer="contextual")


class _Misfit(Exception):  # noqa: N818
    """A word that is well formed and cannot be right; carries its token and a sentence."""


@v_args(inline=True)
class _Parts(Transformer[Token, Any]):
    """Turn the tree of a line into the parts of a question, from the leaves up."""

    def question(
        self, observable: Observable, given: tuple[Edit, ...] | None,
        without: tuple[str, ...] | None, condition: AtLeast | None,
    ) -> Question:  # fmt: skip
        given, without = given or (), without or ()
        ask = spell(observable, given, without, condition)
        return Question(ask, observable, given, without, condition)

    def at_least(
        self, who: Token, rung: Token, channel: Token | None, against: Token | None,
        within: Token | None,
    ) -> AtLeast:  # fmt: skip
        days = None if within is None else _days(within)
        by = None if channel is None else cast("Channel", str(channel))
        return AtLeast(str(who), str(rung), days, by, _name(against))

    condition = at_least

    def next(self, _word: Token, who: Token | None, within: Token) -> Next:
        return Next(_days(within), _name(who))

    def highest(self, _word: Token, within: Token) -> Highest:
        return Highest(_days(within))

    def quiet(self, _word: Token, everything: Token | None, within: Token) -> Quiet:
        return Quiet(_days(within), everything is not None)

    def dead(self, _word: Token, within: Token) -> Dead:
        return Dead(_days(within))

    def stopped(self, _word: Token, act: Token) -> Stopped:
        return Stopped(str(act))

    def posture(self, _word: Token, side: Token) -> PostureOf:
        return PostureOf(str(side))

    def term(self, _word: Token, side: Token, name: Token) -> TermOf:
        return TermOf(str(side), str(name))

    def record(self, _word: Token, kind: Token) -> RecordOf:
        return RecordOf(str(kind))

    def given(self, *edits: Edit) -> tuple[Edit, ...]:
        return edits

    def without(self, *ids: Token) -> tuple[str, ...]:
        return tuple(map(str, ids))

    def change(self, subject: Token, attribute: Token, value: Token) -> Change:
        name = str(attribute)
        if name in IN_NUMBERS:
            return Change(str(subject), name, _number(value, f"{name} takes a number"))
        if name not in IN_WORDS:
            known = tuple(sorted((*IN_WORDS, *IN_NUMBERS)))
            what = f"{quoted(name)} is no attribute that can be changed."
            raise _Misfit(attribute, what + nearest_of(name, known))
        return Change(str(subject), name, str(value))

    def say(self, kind: Token, by: Token, to: Token | None) -> Say:
        return Say(str(kind), str(by), _name(to))

    def do(self, side: Token, rung: Token) -> Do:
        return Do(str(side), str(rung))

    def restrain(self, _word: Token, side: Token, by: Token) -> Restrain:
        return Restrain(str(side), str(by))

    def back(self, _word: Token, side: Token, by: Token) -> Back:
        return Back(str(side), str(by))

    def hold(self, _word: Token, side: Token, days: Token) -> Hold:
        return Hold(str(side), _days(days))

    def open_channel(self, _word: Token, by: Token) -> OpenChannel:
        return OpenChannel(str(by))

    def close_channel(self, _word: Token, by: Token) -> CloseChannel:
        return CloseChannel(str(by))

    def dial(self, _word: Token, name: Token, value: Token) -> SetDial:
        return SetDial(str(name), _number(value, "a dial takes a number"))

    def who(self, word: Token) -> Token:
        return word

    first = who
    subject = who


def _name(token: Token | None) -> str | None:
    return None if token is None else str(token)


def _days(token: Token) -> int:
    digits = token[:-1].lstrip("0")
    if not digits or len(digits) > 3 or int(digits) > DAYS:
        raise _Misfit(token, f"{quoted(token)} is out of range. Write 1d to {DAYS}d.")
    return int(digits)


def _number(token: Token, takes: str) -> float:
    if re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", token) and isfinite(float(token)):
        return float(token)
    raise _Misfit(token, f"{quoted(token)} is no number, and {takes}, such as 0 or 0.5.")


def _cannot_stand(line: str, error: UnexpectedInput) -> QuestionError:
    """Say at which word the line stops being a question, and what could stand there."""
    end = len(line.rstrip())
    ended = getattr(getattr(error, "token", None), "type", "") == "$END"
    start = end if ended else min(error.pos_in_stream or 0, end)
    found = _WORD.match(line, start)
    word = found.group() if found else ""
    what = f"{_what(line, word, start)} {_right(word, _could_stand(error))}".rstrip()
    return QuestionError(what, line, start, len(word))


def _what(line: str, word: str, start: int) -> str:
    if not word:
        return "The line ends too soon." if line.strip() else "There is no question."
    if len(word) > 80:
        return f"The name {quoted(word)}... is too long; a name has at most 80 characters."
    if word != word.lower() and _NAME.fullmatch(word.lower()):
        return f"{quoted(word)} has capital letters. Names are written small: {word.lower()}."
    if word in CLAUSES and line[:start].strip():
        return f"{quoted(word)} stands in the wrong place. The order is {ORDER}."
    return f"{quoted(word)} cannot stand here."


def _right(word: str, could: list[str]) -> str:
    if word != word.lower() and _NAME.fullmatch(word.lower()):
        return ""
    return f"Here could stand {' or '.join(could)}."


def _could_stand(error: UnexpectedInput) -> list[str]:
    names = cast("set[str]", getattr(error, "accepts", None) or getattr(error, "expected", ()))
    names = set(getattr(error, "allowed", None) or names)
    if "QUIET" in names:
        return [OBSERVABLE]
    if "RESTRAIN" in names:
        return [EDIT]
    # After a keyword at the head, what it might be besides, a name, is not worth telling.
    if "_BY" not in names and len(names) > 1:
        names -= {"__ANON_0", "DOT"}
    last = {"$END"} & names
    return [CALLED.get(name, name.strip("_").lower()) for name in (*sorted(names - last), *last)]
