"""Sentences of a text, found without a model, so that a quote can be seen in its surroundings."""

import re
from bisect import bisect_right
from functools import lru_cache

from offramp.reading._words import words

_SHORT = words(
    "u.s u.n u.k mr mrs ms dr gen col lt maj adm capt sgt brig rev hon sen rep gov prof st no vs "
    "jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e etc approx inc ltd co corp"
)
_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])|\n[ \t]*\n|\n(?=[A-Z\"“])")


@lru_cache(maxsize=64)
def sentence_starts(text: str) -> tuple[int, ...]:
    """List where the sentences of a text begin; an empty line always ends one.

    Examples
    --------
    >>> sentence_starts("Gen. Roe spoke. U.S. ships left.")
    (0, 16)
    """
    starts = [0]
    for match in _END.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()].split()
        last = before[-1].casefold().lstrip("(\"'“‘") if before else ""
        if match[0][0] == "." and (last in _SHORT or (len(last) == 1 and last.isalpha())):
            continue
        at = match.end()
        while at < len(text) and text[at].isspace():
            at += 1
        if at < len(text):
            starts.append(at)
    return tuple(starts)


def around(text: str, start: int, end: int, before: int = 0, after: int = 0) -> tuple[int, int]:
    """Widen a span to the sentences in which it lies.

    Parameters
    ----------
    text : str
    start, end : int
    before, after : int
        How many sentences to add in front and behind.

    Returns
    -------
    tuple of int
        Start and end, without the white space round them.

    Examples
    --------
    >>> text = "One fell. Two fell. Three fell."
    >>> text[slice(*around(text, 10, 13))], text[slice(*around(text, 10, 13, before=1))]
    ('Two fell.', 'One fell. Two fell.')
    """
    starts = sentence_starts(text)
    first = max(0, bisect_right(starts, start) - 1 - before)
    following = bisect_right(starts, max(start, end - 1)) + after
    stop = starts[following] if following < len(starts) else len(text)
    return starts[first], len(text[:stop].rstrip())
