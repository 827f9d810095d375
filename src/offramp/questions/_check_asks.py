"""What is wrong with the questions that a record asks, by file, line and column."""

from collections.abc import Collection
from datetime import date

from offramp._errors import Problem, UsageError
from offramp.history import ladder_of
from offramp.questions._check import check_names
from offramp.questions._parse import parse_question
from offramp.questions._point import QuestionError
from offramp.record import CheckResult, Record


def check_asks(found: CheckResult, terms: Collection[str] | None = None) -> tuple[Problem, ...]:
    """Read every question of a record and every test of its claims, as of their days.

    Parameters
    ----------
    found : CheckResult
        From `offramp.record.check`, for a record without errors.
    terms : collection of str, optional
        The names that ``term`` takes; left out, they are not checked.

    Returns
    -------
    tuple of Problem
        In the order of the file; each points at the question, and at the word in it.
    """
    record, places = found.record, found.places
    if record is None or places is None:
        return ()
    asks = [
        *((("claims", at, "test", "ask"), claim.test.ask, claim.test.as_of)
          for at, claim in enumerate(record.claims) if claim.test is not None),
        *((("questions", at, "ask"), question.ask, question.as_of)
          for at, question in enumerate(record.questions)),
    ]  # fmt: skip
    problems: list[Problem] = []
    for path, ask, as_of in asks:
        wrong = _wrong(record, ask, as_of, terms)
        if wrong is not None:
            problems.append(places.problem(path, *wrong))
    return tuple(sorted(problems, key=lambda each: (each.file, each.line)))


def _wrong(
    record: Record, ask: str, as_of: date, terms: Collection[str] | None
) -> tuple[str, str] | None:
    try:
        check_names(parse_question(ask), record, as_of, ladder_of(record), terms)
    except QuestionError as error:
        word = error.line[error.start : error.start + error.length]
        where = f'at "{word}" in "{ask}"' if word.strip() else f'in "{ask}"'
        return error.what, f"It stands {where}."
    except UsageError as error:
        return str(error).splitlines()[0], ""
    return None
