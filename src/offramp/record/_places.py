"""Where each value of a record stands in its files."""

from dataclasses import dataclass, field

from offramp._errors import Problem

Path = tuple[str | int, ...]
Place = tuple[str, int, int]


@dataclass
class Places:
    """The file, line and column of every key and value that was read.

    Attributes
    ----------
    file : str
        The main file, as the user named it.
    values, keys : dict
        From the path inside the record to (file, line, column), counted from 1.
    """

    file: str
    values: dict[Path, Place] = field(default_factory=dict[Path, Place])
    keys: dict[Path, Place] = field(default_factory=dict[Path, Place])

    def of_main(self, path: Path) -> bool:
        """Say whether a value stands in the main file."""
        return path in self.values and self.values[path][0] == self.file

    def problem(self, path: Path, what: str, right: str = "", *, key: bool = False) -> Problem:
        """Say that something is wrong at a path, or at the nearest place above it.

        Parameters
        ----------
        path : tuple of str and int
        what, right : str
            What is wrong, and what would be right.
        key : bool
            Whether the field's name is at fault rather than what it holds.

        Returns
        -------
        Problem
        """
        if key and path in self.keys:
            return Problem(*self.keys[path], what, right, written(path))
        at = path
        while at and at not in self.values:
            at = at[:-1]
        place = self.values.get(at, (self.file, 1, 1))
        return Problem(*place, what, right, written(at))


def written(path: Path) -> str:
    """Write a path as a reader would, such as ``acts[3].by[0]``.

    Examples
    --------
    >>> written(("acts", 3, "by", 0))
    'acts[3].by[0]'
    """
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text
