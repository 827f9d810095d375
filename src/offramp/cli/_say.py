"""Data to stdout, talk to stderr, and neither ever falls over."""

import io
import json
import math
import os
import sys
import unicodedata
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

from offramp._errors import OfframpError

if TYPE_CHECKING:
    from rich.console import Console

Progress = Callable[[str, int, int], None]

# Control and format characters and lone surrogates: a record's text may not steer a terminal.
_UNSEEN = {"Cc", "Cf", "Cs"}


def put(text: str) -> None:
    """Write data to stdout; a reader who has gone away is no error.

    Raises
    ------
    OfframpError
        When stdout cannot be written, as on a full disk.
    """
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _forget(sys.stdout)
    except OSError as error:
        _forget(sys.stdout)
        raise OfframpError(f"Cannot write the answer: {error.strerror}.") from error


def give_up_stdout() -> None:
    """Let go of a stdout that takes no more, lest Python fail on what is left at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        _forget(sys.stdout)


def put_json(data: Any) -> None:
    """Write plain values, dates and dataclasses to stdout as JSON; what is no number is null."""
    put(json.dumps(plain(data), indent=2, allow_nan=False))


def put_rich(draw: Callable[["Console"], None]) -> None:
    """Let `draw` print on a console, and write what it printed to stdout."""
    from rich.console import Console

    kept = io.StringIO()
    draw(Console(file=kept, highlight=False, force_terminal=sys.stdout.isatty() or None))
    put(kept.getvalue())


def tell(text: str) -> None:
    """Write a line of talk to stderr."""
    try:
        print(printable(text), file=sys.stderr, flush=True)
    except OSError:
        _forget(sys.stderr)


def printable(text: str) -> str:
    r"""Take the characters that nobody sees out of a text, save line ends and tabs.

    Examples
    --------
    >>> printable("red\x1b[31m")
    'red[31m'
    """
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)


def plain(data: Any) -> Any:
    """Turn answers into what JSON knows.

    Examples
    --------
    >>> plain({"on": date(2024, 4, 14), "share": float("nan")})
    {'on': '2024-04-14', 'share': None}
    """
    if is_dataclass(data):
        return {field.name: plain(getattr(data, field.name)) for field in fields(data)}
    if isinstance(data, dict):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [plain(value) for value in data]
    if isinstance(data, float) and not math.isfinite(data):
        return None
    return data.isoformat() if isinstance(data, date) else data


@contextmanager
def progress() -> Generator[Progress | None]:
    """Show bars on stderr while something long runs; nothing where stderr is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=console, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step)
            bars.update(tasks[step], completed=done, total=total)

        yield show


def be_lenient() -> None:
    """Do without a stream that is closed, and print a question mark for a missing character."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # The descriptor is taken too, lest a file that is opened later gets its number.
            os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, io.StringIO())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _forget(stream: TextIO) -> None:
    """Send the rest of a stream nowhere, so that Python's own flush at the end is quiet."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
