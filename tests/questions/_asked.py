"""Questions asked of the invented crisis, on the evening of its salvo."""

from datetime import date

import pytest

from _invented import AS_OF, CRISIS, SAID, act, invent, signal
from offramp.ladder import default_ladder
from offramp.questions import Question, QuestionError, check_names, parse_question
from offramp.record import Record

LATER = (act("later-raid", 40, "southland", "strike-home"),)
LATER_SAID = (signal("later-talks", 40, "mediation", "neighbour", "northland"),)


def crisis() -> Record:
    """Give the invented crisis, with an act and a signal that are still to come."""
    return invent([*CRISIS, *LATER], [*SAID, *LATER_SAID])


def checked(ask: str, as_of: date = AS_OF, **more: object) -> Question:
    """Parse a line and look its names up."""
    return check_names(parse_question(ask), crisis(), as_of, default_ladder(), **more)  # type: ignore[arg-type]


def refused(ask: str, word: str, says: str) -> None:
    """Hold a line to an error that points at a word and says something."""
    with pytest.raises(QuestionError) as found:
        checked(ask)
    error = found.value
    assert error.line[error.start : error.start + error.length] == word
    assert says in error.what, error.what
