"""Errors that show the line and point at the word."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from offramp._errors import UsageError

_SHOWN = 60
"""Characters of a long line that are shown on either side of the word."""


class QuestionError(UsageError):
    """A question that cannot be asked; its text shows the line and points at the word.

    Attributes
    ----------
    what : str
        What is wrong, and what would be right.
    line : str
        The line as it was written.
    start, length : int
        Where the word stands in it, in characters; a length of 0 is past the end.

    Examples
    --------
    >>> print(QuestionError('No rung "wra".', "a >= wra within 7d", 5, 3))
    No rung "wra".
      a >= wra within 7d
           ^^^
    """

    def __init__(self, what: str, line: str, start: int, length: int) -> None:
        self.what, self.line, self.start, self.length = what, line, start, length
        first, last = max(0, start - _SHOWN), min(len(line), start + length + _SHOWN)
        before, after = "... " if first else "", " ..." if last < len(line) else ""
        shown = f"  {before}{_fit(line[first:last])}{after}".rstrip()
        under = " " * (2 + len(before) + start - first) + "^" * max(1, min(length, last - start))
        super().__init__(f"{what}\n{shown}\n{under}" if line.strip() else what)


def pointing_at(line: str, word: str, what: str, inside: str = "") -> QuestionError:
    """Make an error that points at a word, looked for inside a part of the line.

    Parameters
    ----------
    line : str
    word : str
        A name in it.
    what : str
    inside : str
        The part of the line in which the word stands; the whole line where left out.
    """
    within = max(0, line.find(inside))
    found = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(line, within)
    start = found.start() if found else within
    return QuestionError(what, line, start, len(word) if found else len(inside))


def quoted(word: str) -> str:
    """Put a word that a stranger wrote between quotes, fit to print."""
    return f'"{_fit(word[:_SHOWN])}"'


def nearest_of(word: str, names: Sequence[str]) -> str:
    """Name the nearest of some names in a sentence, or all of them where few; may be empty."""
    near = get_close_matches(word[:_SHOWN], names, 1, 0.5)
    if near:
        return f' The nearest is "{near[0]}".'
    return f" It is one of: {', '.join(names)}." if 0 < len(names) <= 16 else ""


def _fit(text: str) -> str:
    """Replace what would not print, a character for a character."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
