"""A question as Metaculus takes it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from offramp._errors import UsageError
from offramp.history import ladder_of
from offramp.questions._check import check_names
from offramp.questions._question import (
    Dead,
    Highest,
    Next,
    PostureOf,
    Question,
    RecordOf,
    Stopped,
    TermOf,
)
from offramp.questions._wording import BOTH, NOBODY, Wording
from offramp.record import Record

SETTLED_IN = 30
"""Days within which what became of an exchange is taken to be known."""

GRACE = 14
"""Days after the window in which sources may still come out."""

MOST_DEAD = 10_000.0
"""Upper end of the range for the dead, which is left open above."""

LONGEST_OPTION = 200


def to_metaculus(
    question: Question, record: Record, as_of: date, project: int | None = None, grace: int = GRACE
) -> dict[str, Any]:
    """Write a question in the fields in which Metaculus takes a new one.

    Parameters
    ----------
    question : Question
        A forecast, or a conditional forecast.
    record : Record
        The whole record; nothing known later than `as_of` gets into the text.
    as_of : datetime.date
        The question opens on the next day.
    project : int, optional
        The number of the project that it goes to, ``default_project``. Metaculus wants one.
    grace : int
        Days between closing and resolving.

    Returns
    -------
    dict
        The body of a post with one question, ready for JSON. Times are UTC.

    Raises
    ------
    UsageError
        When it is a counterfactual, or asks what no published source can tell.

    Examples
    --------
    >>> from offramp.questions import parse_question
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> post = to_metaculus(parse_question("quiet for 30d"), record, record.acts[-1].span.last)
    >>> post["question"]["type"], post["question"]["open_time"]
    ('binary', '2024-03-06T00:00:00Z')
    """
    checked = check_names(question, record, as_of, ladder_of(record))
    _check_kind(checked)
    days = int(getattr(checked.observable, "within", SETTLED_IN))
    if grace < 0:
        raise UsageError(f"A grace of {grace} days lies before the closing day. Write 0 or more.")
    wording = Wording(checked, record, as_of, days)
    title = wording.title()
    asked = {
        "title": title,
        "description": wording.background(),
        "resolution_criteria": wording.criteria(),
        "fine_print": wording.fine_print(),
        "open_time": _midnight(as_of, 1),
        "scheduled_close_time": _midnight(as_of, days + 1),
        "scheduled_resolve_time": _midnight(as_of, days + 1 + grace),
        **_kind(checked, wording),
    }
    post: dict[str, Any] = {"title": title, "question": asked}
    return post if project is None else {**post, "default_project": project}


def _check_kind(question: Question) -> None:
    if question.kind == "counterfactual":
        raise UsageError(
            "A counterfactual never resolves, so nobody can be asked it. Leave out given and "
            "without, or ask with if."
        )
    if isinstance(question.observable, PostureOf | TermOf | RecordOf):
        raise UsageError(
            f"No published source tells {question.ask}. Ask what the sides do, such as "
            "<side> >= <rung>, next, highest, quiet or dead."
        )


def _midnight(as_of: date, days: int) -> str:
    at = datetime.combine(as_of + timedelta(days=days), time(), UTC)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _kind(question: Question, wording: Wording) -> dict[str, Any]:
    match question.observable:
        case Next(_, None):
            return _choice([*wording.both, BOTH, NOBODY], "actor")
        case Highest():
            ladder = wording.ladder
            rungs = [ladder.calm, *(rung for rung in ladder.rungs if rung.level >= 2)]
            return _choice([rung.name for rung in rungs], "rung")
        case Dead():
            # A zero point of -1 makes the scale that of log(1 + dead).
            return _numeric(MOST_DEAD, "people", zero=-1.0, open_above=True)
        case Stopped():
            return _numeric(100.0, "%", zero=None, open_above=False)
        case _:
            return {"type": "binary"}


def _choice(options: list[str], variable: str) -> dict[str, Any]:
    return {
        "type": "multiple_choice",
        "options": [option[:LONGEST_OPTION] for option in options],
        "group_variable": variable,
    }


def _numeric(most: float, unit: str, zero: float | None, open_above: bool) -> dict[str, Any]:
    return {
        "type": "numeric", "range_min": 0.0, "range_max": most, "zero_point": zero,
        "open_lower_bound": False, "open_upper_bound": open_above, "unit": unit,
    }  # fmt: skip
