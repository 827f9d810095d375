"""Who stands in a sentence as the one that does a deed: right before its verb, or after "by".

Only places that leave no doubt count. A sentence that leaves doubt contradicts nobody.
"""

import re
from collections.abc import Iterable

Place = tuple[int, int]

_HELPERS = r"(?:has|have|had|did|do|does|also|then|later|again|never|not|twice|since|soon)"
_BARE = (
    r"(?!(?:and|or|but|said|says|that|which|who|whose|when|while|to|from|of|in|on|at|by|with|for|"
    r"off|against|over|into|after|before|as|than|was|were|is|are|be|been|being)\b)[A-Za-z][\w’'-]*"
)
# "Iran launched", "Iranian forces have also launched": nothing that could begin another clause.
_SUBJECT = re.compile(rf"(?:\s+{_BARE}){{0,3}}?(?:\s+(?:{_HELPERS}|\w+ly)){{0,3}}\s+")
_NAMED_AFTER = re.compile(r"\b(?:the|a|an|this)\s+$", re.I)
_AIMED = re.compile(
    r"\b(?:on|against|at|in|into|onto|of|to|from|with|over|toward|towards|upon|by|for|between|near|"
    r"than|like|targeting|facing)(?:\s+(?:the|a|an|its|their|his))?\s*$",
    re.I,
)
# "The army of Iran struck": the army's deed is Iran's.
_OFFICE = re.compile(
    r"\b(?:minister|president|army|navy|forces?|troops|government|king|queen|premier|commander|chief|"
    r"leaders?|ambassador|envoy|ministry|parliament|aircraft|ships|planes|drones|republic|kingdom)"
    r"\s+of(?:\s+the)?\s+$",
    re.I,
)
_BY = re.compile(r"(?:\s+(?!\w+ed\b)[\w’'-]+){0,4}?\s+by(?:\s+(?!by\b)[\w’'-]+){0,3}\s*", re.I)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|gets)"
    r"(?:\s+(?:also|later|first|twice|never|not|again|\w+ly)){0,2}\s*$",
    re.I,
)


def doers(sentence: str, trigger: Place, places: Iterable[Place]) -> set[Place]:
    """Find the mentions that beyond doubt name who did a deed.

    Parameters
    ----------
    sentence : str
    trigger : tuple of int
        Where the word for the deed stands in it.
    places : iterable of (int, int)
        Where parties are named in it.

    Returns
    -------
    set of (int, int)

    Examples
    --------
    >>> doers("Iran attacked Israel", (5, 13), [(0, 4), (14, 20)])
    {(0, 4)}
    >>> doers("Iran was attacked by Israel", (9, 17), [(0, 4), (21, 27)])
    {(21, 27)}
    >>> doers("Iran broke off talks with Israel and left", (37, 41), [(0, 4), (26, 32)])
    set()
    """
    start, end = trigger
    named = list(places)
    after = {at for at in named if at[0] >= end and _BY.fullmatch(sentence[end : at[0]])}
    if after or is_passive(sentence, trigger):
        return after
    return {
        at
        for at in named
        if at[1] <= start
        and _SUBJECT.fullmatch(sentence[at[1] : start])
        and not _NAMED_AFTER.search(sentence[: at[0]])
        and (_OFFICE.search(sentence[: at[0]]) or not _AIMED.search(sentence[: at[0]]))
    }


def is_passive(sentence: str, trigger: Place) -> bool:
    """Say whether a deed is told in the passive, so that its subject suffered it.

    Examples
    --------
    >>> is_passive("Iran was attacked", (9, 17)), is_passive("Iran was attacking", (9, 18))
    (True, False)
    """
    start, end = trigger
    active = sentence[start:end].casefold().endswith("ing")
    return not active and _PASSIVE.search(sentence[:start]) is not None


def sufferers(sentence: str, trigger: Place, places: Iterable[Place]) -> set[Place]:
    """Find the mentions that are the subject of a deed told in the passive.

    Examples
    --------
    >>> sufferers("Iran was attacked by Israel", (9, 17), [(0, 4), (21, 27)])
    {(0, 4)}
    """
    if not is_passive(sentence, trigger):
        return set()
    verb = _PASSIVE.search(sentence[: trigger[0]])
    assert verb is not None
    before = sentence[: verb.start()]
    return {
        at
        for at in places
        if at[1] <= len(before) and _SUBJECT.fullmatch(before[at[1] :] or " ") is not None
    }
