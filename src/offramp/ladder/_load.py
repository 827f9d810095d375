"""Reading a ladder file, the shipped one or a user's own."""

from functools import cache
from pathlib import Path

from offramp._errors import RecordError, UsageError
from offramp.ladder._data import shipped_file
from offramp.ladder._fields import read_ladder
from offramp.ladder._rung import Ladder
from offramp.ladder._yaml import Problems

_LARGEST = 1_000_000


def load_ladder(path: Path | str | None = None) -> Ladder:
    """Read a ladder file.

    Parameters
    ----------
    path : Path or str, optional
        A YAML file like the shipped ``ladder.yaml``; left out, the shipped one is read.

    Returns
    -------
    Ladder

    Raises
    ------
    RecordError
        When the file is no ladder; carries every problem with its line and column.
    UsageError
        When there is no such file, or it may not be read.

    Examples
    --------
    >>> len(load_ladder().rungs)
    13
    >>> import tempfile, pathlib
    >>> mine = pathlib.Path(tempfile.mkdtemp()) / "mine.yaml"
    >>> _ = mine.write_text('''offramp-ladder: 1
    ... rungs:
    ... - {key: peace, order: 0, name: Peace, description: No force., level: 1, blood: no}
    ... - {key: force, order: 1, name: Force, description: Any force., level: 4, blood: yes}
    ... ''')
    >>> load_ladder(mine).keys
    ('peace', 'force')
    """
    if path is None:
        return default_ladder()
    try:
        if not Path(path).is_file():
            raise UsageError(f"There is no ladder file {path}.")
        with Path(path).open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, UsageError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"Cannot read the ladder file {path}: {reason}.") from error
    return _parsed(data, str(path))


@cache
def default_ladder() -> Ladder:
    """Return the shipped ladder of 13 rungs, from agreement to war.

    Examples
    --------
    >>> default_ladder().calm.key
    'calm'
    """
    return _parsed(shipped_file("ladder.yaml"), "ladder.yaml")


def nearest(key: str) -> str:
    """Return the key of the shipped rung that `key` most likely means.

    Common words for a rung are known; anything else goes by spelling.

    Parameters
    ----------
    key : str
        What somebody wrote; case, spaces and underscores do not matter.

    Examples
    --------
    >>> nearest("airstrike"), nearest("sanction"), nearest("strke-home")
    ('strike-abroad', 'coercion', 'strike-home')
    """
    return default_ladder().nearest(key)


def _parsed(data: bytes, name: str) -> Ladder:
    problems = Problems(name)
    ladder = None
    if len(data) > _LARGEST:
        problems.add(1, 1, "The file is over 1 MB.", "A ladder is a few kB: is it another file?")
    else:
        text = _decoded(data, problems)
        ladder = None if text is None else read_ladder(text, problems)
    if ladder is None:
        raise RecordError(name, problems)
    return ladder


def _decoded(data: bytes, problems: Problems) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        what = f"The byte 0x{data[error.start]:02X} is not UTF-8."
        problems.add(line, column, what, "Save the file as UTF-8.")
        return None
