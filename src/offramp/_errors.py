"""What can go wrong, and the exit code that each kind of error earns."""

from dataclasses import dataclass
from pathlib import Path


class OfframpError(Exception):
    """An error that a user can act on; its text is one or more plain sentences."""

    exit_code = 1


class UsageError(OfframpError, ValueError):
    """Something that was asked for does not exist or cannot be done (exit code 2)."""

    exit_code = 2


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with a file, and what would be right.

    Attributes
    ----------
    file : str
        The file as the user named it.
    line, column : int
        Where it stands, counted from 1; 0 where no place can be named.
    what : str
        What is wrong, in a sentence.
    right : str
        What would be right, in a sentence; may be empty.
    where : str
        The path inside the record, such as ``acts[3].by[0]``.
    """

    file: str
    line: int
    column: int
    what: str
    right: str = ""
    where: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        inside = f" ({self.where})" if self.where else ""
        mend = f" {self.right}" if self.right else ""
        return f"{place}: {self.what}{inside}{mend}"


class RecordError(OfframpError, ValueError):
    """A record that cannot be used; carries every problem found (exit code 3)."""

    exit_code = 3

    def __init__(self, path: Path | str, problems: list[Problem]) -> None:
        self.path = str(path)
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
