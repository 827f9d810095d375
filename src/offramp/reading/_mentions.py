"""Where a text names a party, and in which role beside the word for a deed."""

import re
from functools import lru_cache

from offramp.reading._items import PartyItem

# "Iran" is named by "Iranian" and "Iran's", "Israel" by "Israelis".
_DERIVED = r"(?:['’]s?|(?:n|an|ian|i|ese|ite)?s?)"
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|gets)(?:\s+(?:also|later|first|twice|never|not|\w+ly))?\s*$",
    re.I,
)
_BY = re.compile(r"\bby(?:\s+(?!by\b)[\w’'-]+){0,3}\s*$", re.I)
_AIMED = re.compile(
    r"\b(?:on|against|at|in|into|onto|of|to|from|with|over|toward|towards|upon|by|for|between|"
    r"near|than|like|targeting|facing)(?:\s+(?!(?:and|that|which)\b)[\w’'-]+){0,1}\s*$",
    re.I,
)

_SUBJECT = re.compile(r"\s+(?:(?:has|have|had|also|then|later|again|\w+ly)\s+){0,2}")


def mentions(party: PartyItem, text: str) -> tuple[tuple[int, int], ...]:
    """List where a text names a party, by its name, what is derived from it, or an alias.

    Examples
    --------
    >>> iran = PartyItem("iran", (), "Iran", aliases=("Tehran",))
    >>> text = "Tehran denied it; Iranian media and Iran's allies did not. Uranium."
    >>> [text[a:b] for a, b in mentions(iran, text)]
    ['Tehran', 'Iranian', "Iran's"]
    """
    pattern = _pattern((party.name, *party.aliases))
    return tuple(match.span() for match in pattern.finditer(text)) if pattern else ()


@lru_cache(maxsize=1024)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = [_form(name) for name in sorted(set(names), key=len, reverse=True) if name.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if forms else None


def _form(name: str) -> str:
    words = name.split()
    body = r"\s+".join(re.escape(word).replace("'", "['’]") for word in words)
    first = name[0]
    if first.isalpha():
        body = f"[{first.lower()}{first.upper()}]{body[1:]}" if not name.isupper() else body
    # Case tells "US" from "us"; a name in capitals takes no ending but a plural or possessive.
    return body + (r"(?:['’]s|s)?" if name.isupper() else _DERIVED)


def turned_round(
    sentence: str,
    trigger: tuple[int, int],
    actors: tuple[tuple[int, int], ...],
    targets: tuple[tuple[int, int], ...],
) -> bool:
    """Say whether a sentence has the doer and the done-to the other way round.

    Parameters
    ----------
    sentence : str
    trigger : tuple of int
        Where the word for the deed stands in it.
    actors, targets : tuple of (int, int)
        Where those stand who are said to have done it, and to have suffered it.

    Returns
    -------
    bool
        True only where every mention of the targets is in the doer's place, and no mention of
        the actors is; where the sentence names no actor, the targets must stand right beside
        the deed as those who did it.

    Examples
    --------
    >>> text = "Iran attacked Israel"
    >>> turned_round(text, (5, 13), actors=((14, 20),), targets=((0, 4),))
    True
    >>> turned_round(text, (5, 13), actors=((0, 4),), targets=((14, 20),))
    False
    """
    if not targets:
        return False
    doers = _doers(sentence, trigger, sorted({*actors, *targets}))
    if not set(targets) <= doers or set(actors) & doers:
        return False
    # Where the actors are named elsewhere, only a doer right beside the deed says otherwise.
    return bool(actors) or any(_beside(sentence, place, trigger) for place in targets)


def _beside(sentence: str, place: tuple[int, int], trigger: tuple[int, int]) -> bool:
    """Say whether a mention stands right before the word for a deed, as its subject does."""
    between = sentence[place[1] : trigger[0]]
    named_after = re.search(r"\bthe\s+$", sentence[: place[0]], re.I) is not None
    return place[1] <= trigger[0] and not named_after and _SUBJECT.fullmatch(between) is not None


def _doers(
    sentence: str, trigger: tuple[int, int], places: list[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Find which mentions stand where the doer stands."""
    start, end = trigger
    doers = {
        place
        for place in places
        if place[0] >= end and _BY.search(sentence[end : place[0]]) is not None
    }
    if doers or _PASSIVE.search(sentence[:start]):
        return doers
    before = [
        place
        for place in places
        if place[1] <= start and _AIMED.search(sentence[: place[0]]) is None
    ]
    inside = {place for place in places if start <= place[0] < end}
    return inside or set(before[-1:])
