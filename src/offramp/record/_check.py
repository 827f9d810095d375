"""Read a record from its files and find everything that is wrong with it."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from offramp._errors import Problem, RecordError, UsageError
from offramp.record import _check_names as names
from offramp.record import _check_order as order
from offramp.record import _check_values as values
from offramp.record._csv import MAX_CSV_BYTES, MAX_ROWS, read_acts
from offramp.record._dates import is_rare
from offramp.record._draft import MODELS, Draft, Finding, draft_of
from offramp.record._library import library, unknown_record
from offramp.record._places import Places
from offramp.record._record import Record
from offramp.record._translate import translate
from offramp.record._yaml import MAX_BYTES, read_yaml

MAIN_FILE, ACTS_FILE = "crisis.yaml", "acts.csv"
MOST_PROBLEMS = 1_000
MOST_ENTRIES = 10_000
MOST_RARE_DATES = 30

CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    names.check_ids,
    names.check_references,
    names.check_sides,
    names.check_inferred,
    names.check_about,
    names.check_codes,
    order.check_frame,
    order.check_known,
    order.check_answers,
    order.check_relations,
    order.check_signals,
    values.check_actors,
    values.check_exchanges,
    values.check_sources,
    values.check_claims,
)


@dataclass(frozen=True)
class CheckResult:
    """What checking a record found.

    Attributes
    ----------
    record : Record or None
        None where there are errors.
    errors : tuple of Problem
        What must be mended before the record can be used, in the order of the file.
    warnings : tuple of Problem
        What is doubtful, in the order of the file.
    places : Places or None
        Where each value stands in the files; None where there are errors.
    """

    record: Record | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    places: Places | None = None


def check(path: Path | str, strict: bool = False) -> CheckResult:
    """Read a record and find everything that is wrong with it, all at once.

    Parameters
    ----------
    path : Path or str
        The record's folder or its crisis.yaml, or the name of a record in the library.
    strict : bool
        Whether to ask for what a record of the library must have besides: for each act
        two sources of different publishers, for each source an address and a date, for
        each act and signal a quote.

    Returns
    -------
    CheckResult

    Raises
    ------
    UsageError
        When there is no such record; the message names the nearest of the library.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> from offramp.record import new_record
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "crisis.yaml"
    >>> _ = file.write_text(new_record("two-rivals"))
    >>> check(file).errors
    ()
    """
    main = find_record(path)
    try:
        content = _bytes(main, MAX_BYTES)
        table = main.with_name(ACTS_FILE)
        acts = _bytes(table, MAX_CSV_BYTES) if table.is_file() else None
    except OSError as error:
        reason = error.strerror or str(error)
        right = "Check that it exists and that you may read it."
        problem = Problem(str(main), 0, 0, f"The record cannot be read: {reason}.", right)
        return CheckResult(None, (problem,), ())
    return check_content(content, acts, file=str(main), strict=strict)


def check_content(
    content: bytes,
    acts: bytes | None = None,
    *,
    file: str = MAIN_FILE,
    strict: bool = False,
) -> CheckResult:
    """Check a record that is at hand as bytes.

    Parameters
    ----------
    content : bytes
        What crisis.yaml holds.
    acts : bytes, optional
        What acts.csv holds.
    file : str
        The name to use in problems; a ladder file is looked for beside it.
    strict : bool
        As for `check`.

    Returns
    -------
    CheckResult

    Examples
    --------
    >>> check_content(b"id: *x").errors[0].what
    'Aliases (*name) are not allowed.'
    """
    read = read_yaml(content, file)
    errors, places = list(read.problems), read.places
    if read.data is None:
        return _result(None, errors, [])
    data = read.data
    if acts is not None:
        own = data.get("acts", [])
        start = len(own) if isinstance(own, list) else 0
        rows, found = read_acts(acts, str(Path(file).with_name(ACTS_FILE)), places, start)
        errors += found
        if isinstance(own, list):
            data["acts"] = own + rows
    overlong = list(_overlong(data, places))
    if overlong:
        return _result(None, errors + overlong, [])
    record: Record | None = None
    try:
        record = Record.model_validate(data)
    except ValidationError as error:
        errors += translate(error, places)
    draft = draft_of(data, record)
    folder = Path(file).parent
    findings = itertools.chain(
        *(check_one(draft) for check_one in CHECKS),
        values.check_rungs(draft, folder),
        values.check_strictly(draft) if strict else (),
    )
    warnings: list[Problem] = []
    for finding in findings:
        problem = places.problem(finding.path, finding.what, finding.right)
        (warnings if finding.doubt else errors).append(problem)
    result = _result(record, errors, warnings)
    if result.record is None:
        return result
    origin = result.record.with_origin(folder, result.warnings)
    return CheckResult(origin, (), result.warnings, places)


def _overlong(data: Mapping[str, Any], places: Places) -> Iterator[Problem]:
    """Refuse what would take minutes to go through, and no honest record holds."""
    slow: set[str] = set()
    for section in MODELS:
        entries = data.get(section)
        if not isinstance(entries, list):
            continue
        most = MAX_ROWS if section == "acts" else MOST_ENTRIES
        own = sum(1 for n in range(len(entries)) if places.of_main((section, n)))
        if own > MOST_ENTRIES or len(entries) > most:
            what = f"There are more than {MOST_ENTRIES} {section} in {MAIN_FILE}."
            yield places.problem((section,), what, "Long lists of acts belong in acts.csv.")
        dates = (entry.get("date") for entry in entries if isinstance(entry, dict))
        slow.update(d.strip() for d in dates if isinstance(d, str) and is_rare(d.strip()))
    if len(slow) > MOST_RARE_DATES:
        what = f"More than {MOST_RARE_DATES} dates are seasons, sets or marked inside."
        yield places.problem((), what, "Write them as intervals, such as 2024-06/2024-08.")


def open_record(path: Path | str) -> Record:
    """Read a record.

    Parameters
    ----------
    path : Path or str
        The record's folder or its crisis.yaml, or the name of a record in the library.

    Returns
    -------
    Record
        What is doubtful in it stands in `Record.warnings`.

    Raises
    ------
    RecordError
        When anything is wrong with it; carries every problem with file, line and column.
    UsageError
        When there is no such record.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> from offramp.record import new_record
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "crisis.yaml"
    >>> _ = file.write_text(new_record("two-rivals"))
    >>> open_record(file.parent).id
    'two-rivals'
    """
    result = check(path)
    if result.record is None:
        raise RecordError(path, list(result.errors))
    return result.record


def parse_record(text: str) -> Record:
    """Read a record from text, as `open_record` reads it from a file.

    Raises
    ------
    RecordError
        When anything is wrong with it.

    Examples
    --------
    >>> from offramp.record import new_record
    >>> parse_record(new_record("two-rivals")).title
    'Two rivals'
    """
    result = check_content(text.encode("utf-8", "surrogatepass"))
    if result.record is None:
        raise RecordError(MAIN_FILE, list(result.errors))
    return result.record


def find_record(path: Path | str) -> Path:
    """Find a record's main file.

    Parameters
    ----------
    path : Path or str
        The record's folder or its crisis.yaml, or the name of a record in the library.

    Returns
    -------
    Path

    Raises
    ------
    UsageError
        When there is none.

    Examples
    --------
    >>> find_record("no-such-record")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    offramp._errors.UsageError: There is no record "no-such-record"...
    """
    here = Path(path)
    try:
        kind = "file" if here.is_file() else "folder" if here.is_dir() else ""
        main = here / MAIN_FILE if kind == "folder" else here
        found, exists = main.is_file(), here.exists()
    except OSError as error:
        raise UsageError(f"Cannot look for a record at {path}: {error.strerror}.") from error
    except ValueError:
        raise UsageError("The path of the record holds a character that no path can.") from None
    if found:
        return main
    if exists and str(path):
        missing = f"The folder {here} holds no {MAIN_FILE}." if kind else f"{here} is no file."
        raise UsageError(missing)
    shipped = library()
    if str(path) in shipped:
        return shipped[str(path)] / MAIN_FILE
    raise unknown_record(str(path), shipped)


def _bytes(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return file.read(limit + 1)


def _result(record: Record | None, errors: list[Problem], warnings: list[Problem]) -> CheckResult:
    if errors:
        return CheckResult(None, _in_order(errors), _in_order(warnings))
    return CheckResult(record, (), _in_order(warnings))


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    found = sorted(set(problems))
    if len(found) <= MOST_PROBLEMS:
        return tuple(found)
    rest = f"There are {len(found) - MOST_PROBLEMS} problems more."
    return (*found[:MOST_PROBLEMS], Problem(found[-1].file, 0, 0, rest, "Mend these first."))


def plain_data(record: Record) -> dict[str, Any]:
    """Turn a record into the plain values that its file would hold.

    Examples
    --------
    >>> from offramp.record import new_record
    >>> plain_data(parse_record(new_record("two-rivals")))["id"]
    'two-rivals'
    """
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
