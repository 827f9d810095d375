"""offramp check: everything that is wrong with a record, all at once."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from offramp._errors import Problem
from offramp.cli._errors import BAD_RECORD, DONE, FINDING
from offramp.cli._options import AsJson
from offramp.cli._say import printable, put, put_json

if TYPE_CHECKING:
    from offramp.record import CheckResult, Record


def check(
    path: Annotated[
        str,
        typer.Argument(
            metavar="CRISIS",
            help="The path of a record's folder or crisis.yaml, or a name from 'offramp list'.",
            show_default=False,
        ),
    ],
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="Ask for what a record of the library must have; 1 if anything is amiss.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Find everything that is wrong with a record.

    Each problem is one line: file, line, column, what is wrong, what would be right.
    Warnings do not make a record bad: the exit code is 0, or 1 with --strict.
    """
    from offramp.record import check as check_record

    plainly = _with_asks(check_record(path))
    found = _with_asks(check_record(path, strict=True)) if strict else plainly
    code = _code(plainly, found, strict)
    if as_json:
        put_json(_as_json(path, found, plainly.record, code))
    else:
        put("\n".join(_lines(path, found, plainly.record)))
    raise typer.Exit(code)


def _with_asks(found: "CheckResult") -> "CheckResult":
    """Count a question that cannot be asked as doubtful: the record can be used without it."""
    if found.record is None:
        return found
    from offramp.questions import check_asks

    return replace(found, warnings=(*found.warnings, *check_asks(found)))


def _code(plainly: "CheckResult", found: "CheckResult", strict: bool) -> int:
    if plainly.errors:
        return BAD_RECORD
    return FINDING if strict and (found.errors or found.warnings) else DONE


def _lines(path: str, found: "CheckResult", record: "Record | None") -> list[str]:
    lines = [*map(str, found.errors), *(f"{problem} (warning)" for problem in found.warnings)]
    shown = [printable(line.replace("\n", " ")) for line in lines]
    if record is None:
        return [*shown, f"{_number(len(found.errors), 'problem')}; the record cannot be used."]
    held = ", ".join(_number(count, what) for what, count in _counts(record).items())
    flaws = len(found.errors) + len(found.warnings)
    verdict = f"{_number(flaws, 'thing')} to look at" if flaws else "nothing amiss"
    return [*shown, printable(f"{path}: {held}; {verdict}.")]


def _counts(record: "Record") -> dict[str, int]:
    return {
        "act": len(record.acts),
        "signal": len(record.signals),
        "source": len(record.sources),
    }


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _as_json(
    path: str, found: "CheckResult", record: "Record | None", code: int
) -> dict[str, object]:
    return {
        "path": path,
        "id": record.id if record else None,
        "usable": record is not None,
        "exit_code": code,
        "errors": [_problem(problem) for problem in found.errors],
        "warnings": [_problem(problem) for problem in found.warnings],
        **({f"{what}s": count for what, count in _counts(record).items()} if record else {}),
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "where": problem.where,
        "what": problem.what,
        "right": problem.right,
    }
