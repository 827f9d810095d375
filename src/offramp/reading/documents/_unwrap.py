"""Lines that were broken to fit a width become paragraphs again, and no offset moves."""

import re
from itertools import pairwise

WIDEST = 130
"""Longer lines are paragraphs already."""
_NEARLY = 0.85
_HYPHEN = re.compile(r"(?<=[a-z]{2})-\n(?=[a-z]{2})")


def unwrapped(text: str) -> str:
    r"""Put a space for every line break that only keeps a line within a width.

    Parameters
    ----------
    text : str
        With line ends as ``\n``.

    Returns
    -------
    str
        As long as `text`. A break stays where the next word would have fitted on the line, as
        after a heading or the last line of a paragraph, and where lines are paragraphs.

    Examples
    --------
    >>> unwrapped("A head\n\nOne long line is here and\ngoes on to end here.\nMore")
    'A head\n\nOne long line is here and goes on to end here.\nMore'
    """
    blocks = re.split(r"(\n[ \t]*\n\s*)", text)
    return "".join(_block(one) if number % 2 == 0 else one for number, one in enumerate(blocks))


def _block(block: str) -> str:
    lines = block.split("\n")
    width = max(map(len, lines))
    if len(lines) < 2 or width > WIDEST:
        return block
    out = [lines[0]]
    for line, following in pairwise(lines):
        out += [" " if _is_broken(line, following, width) else "\n", following]
    return "".join(out)


def _is_broken(line: str, following: str, width: int) -> bool:
    words = following.split()
    if not words or not line.strip():
        return False
    if words[0][0].islower() and line.rstrip()[-1] not in ".!?:":
        return True
    # The next word would not have fitted; widths of printed letters differ a little, but a
    # sentence that ends with its line may also end its paragraph.
    ended = line.rstrip()[-1] in '.!?:”"'
    return len(line.rstrip()) + 1 + len(words[0]) > width * (1 if ended else _NEARLY)


def rejoined(text: str) -> str:
    r"""Join words that were cut by a hyphen at the end of a line.

    Examples
    --------
    >>> rejoined("The drones were inter-\ncepted.")
    'The drones were intercepted.'
    """
    return _HYPHEN.sub("", text)
