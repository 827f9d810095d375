"""The options that commands share, and what they accept."""

import tempfile
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from offramp._errors import OfframpError, UsageError
from offramp.cli._say import tell

if TYPE_CHECKING:
    from offramp.model import Parameters
    from offramp.record import Record

# As in offramp.futures, which is too heavy to import before the options are known to be good.
LONGEST_DAYS, MOST_DRAWS, MOST_SEED = 365, 1_000_000, 2**31 - 1
MOST_DIAL = 20

Crisis = Annotated[
    str,
    typer.Argument(
        metavar="CRISIS",
        help="A name from 'offramp list', or the path of a record's folder or crisis.yaml.",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Stand at the end of this day, such as 2024-04-14. Default: the record's last day.",
        show_default=False,
    ),
]
Days = Annotated[
    int, typer.Option("--days", metavar="N", help=f"How far to look, 1 to {LONGEST_DAYS} days.")
]
Draws = Annotated[
    int, typer.Option("--draws", metavar="N", help=f"Futures to run, 1 to {MOST_DRAWS:,}.")
]
Seed = Annotated[
    int, typer.Option("--seed", metavar="N", help="The same seed gives the same answers.")
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="DATE",
        help="Show how the odds moved, day by day, from this day.",
        show_default=False,
    ),
]
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="DATE",
        help="The last day of --from. Default: the day of --as-of.",
        show_default=False,
    ),
]
WithReveal = Annotated[
    bool,
    typer.Option(
        "--reveal",
        help="Set beside the forecast what happened afterwards; never its input.",
    ),
]
Off = Annotated[
    list[str] | None,
    typer.Option(
        "--off",
        metavar="TERM",
        help="Switch a term of the model off, such as momentum or fear; may be repeated.",
        show_default=False,
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="DIAL=X",
        help="Hold a dial at a value of your own, such as fear=0.6; may be repeated.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]


@dataclass(frozen=True)
class Run:
    """What is asked of one crisis, in order and within bounds."""

    record: "Record"
    as_of: date
    days: int
    draws: int
    seed: int
    first: date | None
    last: date | None


def prepare(
    crisis: str, as_of: str | None, days: int, draws: int, seed: int,
    first: str | None, last: str | None,
) -> Run:  # fmt: skip
    """Check what a user asked for, before anything long begins.

    Raises
    ------
    UsageError
        When an option is out of range, or the options contradict each other.
    RecordError
        When the record cannot be used.
    """
    _within("--days", days, 1, LONGEST_DAYS)
    _within("--draws", draws, 1, MOST_DRAWS)
    _within("--seed", seed, 0, MOST_SEED)
    stand, begin, end = _day("--as-of", as_of), _day("--from", first), _day("--to", last)
    if end and not begin:
        raise UsageError("--to needs --from: the day with which the odds begin.")
    if begin and end and begin > end:
        raise UsageError(f"--from {begin} is after --to {end}. Give the earlier day first.")
    record = _open(crisis)
    stand = stand or last_day(record)
    if begin and (end or begin) > stand:
        raise UsageError(
            f"The odds cannot run to {end or begin} for one who stands on {stand}. "
            "Choose a later --as-of or earlier days."
        )
    return Run(record, stand, days, draws, seed, begin, end or (stand if begin else None))


def parameters_without(record: "Record", off: list[str] | None) -> "Parameters | None":
    """Give the record's parameters with some terms switched off; None where all are on.

    Raises
    ------
    UsageError
        When there is no such term.
    """
    if not off:
        return None
    from offramp.futures import parameters_for
    from offramp.model import switched_off

    parameters = parameters_for(record)
    for name in off:
        parameters = switched_off(parameters, name)
        held = [belief for belief in record.beliefs if belief.startswith(name)]
        if held:
            raise UsageError(
                f'The record holds a belief about {held[0]}. Take it out of "beliefs" to switch '
                f"{name} off."
            )
    return parameters


def with_dials(
    record: "Record", dials: list[str] | None, parameters: "Parameters | None" = None
) -> "tuple[Parameters | None, str]":
    """Give the record's parameters with dials held where a user sets them, and whose they are.

    Parameters given are taken in the place of the record's.

    Raises
    ------
    UsageError
        When a dial is unknown, set twice, or set to what is no number.
    """
    from offramp.answers import whose_beliefs
    from offramp.futures import dial_names, parameters_for

    if not dials:
        return parameters, whose_beliefs(record)
    parameters = parameters or parameters_for(record)
    names = dial_names(parameters)
    held: dict[str, float] = {}
    for given in dials:
        name, _, text = given.partition("=")
        name = name.strip()
        if name not in names:
            near = get_close_matches(name, names, 1, 0.0)[0]
            raise UsageError(f'--set: there is no dial "{name}"; the nearest is "{near}".')
        if name in held:
            raise UsageError(f"--set: {name} is set twice. Set it once.")
        try:
            held[name] = float(text)
        except ValueError:
            raise UsageError(f'--set: "{given}" sets no number. Write {name}=0.5.') from None
        if not abs(held[name]) <= MOST_DIAL:
            raise UsageError(f"--set: {name} must lie between -{MOST_DIAL} and {MOST_DIAL}.")
        parameters = parameters.replace(names[name], held[name])
    return parameters, whose_beliefs(record, held)


def last_day(record: "Record") -> date:
    """Say where a record ends: where it says so, or with its last act.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> last_day(parse_record(new_record("two-rivals")))
    datetime.date(2024, 3, 5)
    """
    return record.closes or max((act.span.last for act in record.acts), default=record.opens)


def remark(run: Run) -> None:
    """Tell on stderr what a reader of the answers should know of the record."""
    doubts = len(run.record.warnings)
    if doubts:
        tell(f"The record has {doubts} doubtful thing{'s' * (doubts > 1)}; see 'offramp check'.")
    end = last_day(run.record)
    if run.as_of > end:
        tell(f"The record ends on {end} and says nothing of the days up to {run.as_of}.")


def check_writable(path: Path) -> None:
    """Find out before a long run whether a file could be written after it.

    Raises
    ------
    OfframpError
        When it could not.
    """
    try:
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "Choose another place with --out."
        raise OfframpError(f"Cannot write {path}: {reason}. {hint}") from error


def _open(crisis: str) -> "Record":
    from offramp.record import open_record

    try:
        return open_record(crisis)
    except UsageError as error:
        raise UsageError(f"{error} See 'offramp list'.") from None


def _within(option: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise UsageError(f"{option} must be {low} to {high:,}; it cannot be {value}.")


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    from offramp.record import parse_day

    try:
        return parse_day(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None
