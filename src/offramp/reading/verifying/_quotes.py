"""Find the words that a coder gives for a quote in the source, or say that they are not there.

A quote stands if the source holds it exactly, or after quotation marks, dashes, spaces and case
are made alike, or in pieces in order with an ellipsis between them. Likeness is never enough:
one word can turn a sentence round.
"""

import re
from functools import lru_cache

from offramp.reading.documents._sentences import around
from offramp.reading.documents._source import Quote, Source

FEWEST_LETTERS = 2
LONGEST_GAP = 400
"""How many characters an elision may leave out between two pieces."""

_ALIKE = {
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
}
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
_ELLIPSIS = re.compile(r"\s*(?:[\[(]\s*(?:\.{3,}|…|\.\s\.\s\.)\s*[\])]|\.{3,}|…|\.\s\.\s\.)\s*")
_TURNS = re.compile(
    r"\b(?:not|never|no|nor|neither|none|nobody|nothing|without|hardly|barely|if|unless|"
    r"den(?:y|ies|ied|ying)|fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|avoid(?:s|ed|ing)?|"
    r"threaten(?:s|ed|ing)?|(?-i:may|MAY)|(?<!\d )(?-i:May)(?! \d)|might|could|would|should|"
    r"alleged(?:ly)?|claim(?:s|ed|ing)?|"
    r"refrain(?:s|ed|ing)?|stopp?(?:s|ed|ing)?|cancell?(?:s|ed|ing)?|plan(?:s|ned|ning)?|"
    r"halt(?:s|ed|ing)?|vow(?:s|ed|ing)?|until|instead|rather)\b|n['’]t\b",
    re.I,
)
_MARKS = " \"'"


def find_quote(
    source: Source, said: str, within: tuple[int, int] | None = None
) -> tuple[Quote, ...]:
    """Find words in a source.

    Parameters
    ----------
    source : Source
    said : str
        The words, as a coder gives them.
    within : tuple of int, optional
        The part of the text in which to look; all of it where left out.

    Returns
    -------
    tuple of Quote
        One quote, or for an elision one for each piece, in the source's own words; empty where
        the words do not stand in the source.

    Examples
    --------
    >>> source = Source("a", "“Iran  launched drones,” he said. It did not launch more.")
    >>> [quote.text for quote in find_quote(source, '"iran launched drones,"')]
    ['“Iran  launched drones,”']
    >>> find_quote(source, "Israel launched drones")
    ()
    >>> [quote.text for quote in find_quote(source, "Iran launched ... he said")]
    ['Iran  launched', 'he said']
    """
    text = said.strip()
    if sum(char.isalnum() for char in text) < FEWEST_LETTERS:
        return ()
    since, until = within or (0, len(source.text))
    span = _exact(source.text, text, since, until) or _alike(source.text, text, since, until)
    if span is not None:
        return (source.quote(*span),)
    pieces = [piece for piece in _ELLIPSIS.split(text) if any(map(str.isalnum, piece))]
    return _in_order(source, pieces, since, until) if len(pieces) > 1 else ()


def _exact(text: str, said: str, since: int, until: int) -> tuple[int, int] | None:
    at = text.find(said, since, until)
    while at >= 0:
        if _whole(text, at, at + len(said)):
            return at, at + len(said)
        at = text.find(said, at + 1, until)
    return None


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether a span begins and ends with whole words and whole numbers."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, cut: int) -> bool:
    if not 0 < cut < len(text):
        return False
    before, after = text[cut - 1], text[cut]
    if before.isalnum() and after.isalnum():
        return True
    # "1" is no quote from "1,200" nor from "1.5", nor "do" from "don't".
    if before.isdigit() and after in ".," and text[cut + 1 : cut + 2].isdigit():
        return True
    if after.isdigit() and before in ".," and text[max(0, cut - 2) : cut - 1].isdigit():
        return True
    return before.isalpha() and after in "'’" and text[cut + 1 : cut + 2] in ("t", "T")


def _alike(text: str, said: str, since: int, until: int) -> tuple[int, int] | None:
    folded, places = _folded(text)
    wanted = _folded(said)[0].strip()
    candidates = [wanted]
    if (bare := wanted.strip(_MARKS)) and bare != wanted:
        candidates.append(bare)
    for words in candidates:
        at = folded.find(words)
        while at >= 0:
            start, end = places[at], places[at + len(words) - 1] + 1
            if end > until:
                break
            if start >= since and _whole(text, start, end):
                return start, end
            at = folded.find(words, at + 1)
    return None


@lru_cache(maxsize=32)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Make marks, dashes, spaces and case alike; give for each character where it came from."""
    out: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        if char in _UNSEEN:
            continue
        if char.isspace():
            if out and out[-1] != " ":
                out.append(" ")
                places.append(at)
            continue
        alike = _ALIKE.get(char, char).casefold()
        out.extend(alike)
        places.extend([at] * len(alike))
    return "".join(out), tuple(places)


def _in_order(source: Source, pieces: list[str], since: int, until: int) -> tuple[Quote, ...]:
    """Find pieces one after another in one passage, with nothing left out that turns it round."""
    text = source.text
    while (first := _alike(text, pieces[0], since, until)) is not None:
        spans = [first]
        for piece in pieces[1:]:
            end = spans[-1][1]
            far = min(until, end + LONGEST_GAP + 2 * len(piece) + 50)
            found = _alike(text, piece, end, far)
            if found is None or not _may_leave_out(text[end : found[0]]):
                break
            spans.append(found)
        else:
            return tuple(source.quote(*span) for span in spans)
        since = first[0] + 1
    return ()


def _may_leave_out(gap: str) -> bool:
    return len(gap) <= LONGEST_GAP and "\n\n" not in gap and _TURNS.search(gap) is None


def stands(source: Source, quote: Quote) -> bool:
    """Say whether a quote is what its source holds at its place.

    Examples
    --------
    >>> source = Source("a", "Iran struck.")
    >>> stands(source, Quote("a", 0, 4, "Iran")), stands(source, Quote("a", 0, 4, "Iraq"))
    (True, False)
    """
    return (
        quote.source == source.id
        and 0 <= quote.start < quote.end <= len(source.text)
        and source.text[quote.start : quote.end] == quote.text
        and any(map(str.isalnum, quote.text))
    )


def passage(source: Source, quotes: tuple[Quote, ...]) -> str:
    """Return the whole sentences in which quotes of one source lie.

    Examples
    --------
    >>> source = Source("a", "One fell. Two fell. Three fell.")
    >>> passage(source, (source.quote(10, 13),))
    'Two fell.'
    """
    spans = sorted(
        around(source.text, quote.start, quote.end) for quote in quotes if quote.source == source.id
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return "\n".join(source.text[start:end] for start, end in merged)
