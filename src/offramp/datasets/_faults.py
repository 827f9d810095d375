"""What is wrong with a published file, told by line."""

from collections.abc import Sequence
from pathlib import Path

from offramp._errors import OfframpError, Problem

TOLD = 10
"""How many problems are told in full; the others are counted."""
LONGEST = 40


class DatasetError(OfframpError, ValueError):
    """A data file that cannot be used (exit code 3).

    Attributes
    ----------
    problems : tuple of Problem
        The first ten, by line; `Problem.column` is the number of the cell.
    more : int
        How many others there are.
    """

    exit_code = 3

    def __init__(self, problems: Sequence[Problem], more: int = 0) -> None:
        self.problems = tuple(sorted(problems))
        self.more = more
        told = [str(problem) for problem in self.problems]
        if more:
            told.append(f"{more:,} more problem{'' if more == 1 else 's'} like these.")
        super().__init__("\n".join(told))


def fault(path: Path | str, what: str, right: str = "", line: int = 0) -> DatasetError:
    """Make the error for one problem with a file as a whole, or with one of its lines."""
    return DatasetError([Problem(str(path), line, 1 if line else 0, what, right)])


def shown(cell: str) -> str:
    r"""Show a cell in a message, in one line and not too long.

    Examples
    --------
    >>> shown("two\nlines")
    'two lines'
    """
    whole = " ".join(cell[:200].split())
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST]}…"
