"""Cut a source into overlapping pieces that a language model can take in at once."""

from bisect import bisect_left

from offramp.reading.documents._sentences import sentence_starts
from offramp.reading.documents._source import Source

LONGEST, OVERLAP = 6_000, 700


def chunks(
    source: Source, longest: int = LONGEST, overlap: int = OVERLAP
) -> tuple[tuple[int, int], ...]:
    """Cut the clean text of a source into pieces at the ends of sentences.

    Parameters
    ----------
    source : Source
    longest, overlap : int
        In characters: how long a piece may be, and how much of a piece the next repeats.

    Returns
    -------
    tuple of (int, int)
        Spans of `Source.clean`, in order; together they cover all of it. A sentence that is
        longer than a piece is cut.

    Examples
    --------
    >>> text = "One fell. Two fell. Three fell."
    >>> [text[a:b] for a, b in chunks(Source("a", text), longest=22, overlap=10)]
    ['One fell. Two fell. ', 'Two fell. Three fell.']
    """
    text = source.clean
    starts = (*sentence_starts(text), len(text)) if text else ()
    found: list[tuple[int, int]] = []
    start = reached = 0
    while reached < len(text):
        end = _end(starts, start, longest, len(text))
        if end <= reached:
            # A long sentence follows: there is no room for what was before it.
            start = reached
            end = _end(starts, start, longest, len(text))
        found.append((start, end))
        reached = end
        # The next begins with a sentence, but always further on than this one did.
        back = starts[min(bisect_left(starts, end - overlap), len(starts) - 1)]
        start = back if start < back <= end else end
    return tuple(found)


def _end(starts: tuple[int, ...], start: int, longest: int, length: int) -> int:
    """Find the last end of a sentence that a piece reaches; else where it must be cut."""
    end = start + longest
    if end >= length:
        return length
    return max((at for at in starts if start < at <= end), default=end)


def halves(text: str, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Cut a span in two at the end of the sentence nearest to its middle."""
    start, end = span
    middle = (start + end) // 2
    cuts = [at for at in sentence_starts(text) if start < at < end] or [middle]
    cut = min(cuts, key=lambda at: abs(at - middle))
    return (start, cut), (cut, end)
