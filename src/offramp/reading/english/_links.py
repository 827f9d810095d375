"""How a phrase hangs on a trigger in the syntax of its sentence."""

from collections.abc import Iterable

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import ancestors

_AGAINST = dict.fromkeys(
    words("at on upon against toward towards into onto across over"), "against"
)
_WITH = dict.fromkeys(words("with between among"), "with")
_IN = dict.fromkeys(words("in near off along inside under around through"), "in")
_LED = {**_AGAINST, **_WITH, **_IN, "to": "to", "by": "by", "from": "from", "of": "of"}
_MODIFIES = words("amod compound nmod poss")
_CLAUSES = words("advcl relcl acl ccomp xcomp conj pcomp parataxis")
_DEEP = 2


def link(heads: Iterable[Token], token: Token) -> str:
    """Say how a phrase hangs on a trigger, in a few words.

    Parameters
    ----------
    heads : iterable of Token
        The trigger, and the verb that lifts it.
    token : Token
        The head of the phrase.

    Returns
    -------
    str
        Such as ``under dobj``, ``under against``, ``nsubj over clause``.
    """
    chain = [token, *ancestors(token)]
    listed = tuple(heads)
    for head in listed:
        if head.i == token.i:
            return "is the trigger"
        below = _under(head, chain)
        if below:
            return below
    return _beside(listed[0], chain)


def _under(head: Token, chain: list[Token]) -> str:
    depth = next((n for n, one in enumerate(chain) if one.i == head.i), 0)
    if not depth:
        return ""
    top = chain[depth - 1]
    modifier = ", as a modifier" if chain[0].dep_ in _MODIFIES else ""
    if top.dep_ in ("prep", "agent", "dative") and top.pos_ in ("ADP", "SCONJ"):
        return f"under {_LED.get(top.lower_, 'another preposition')}{modifier}"
    if depth == 1:
        return f"under {top.dep_}"
    return f"under {top.dep_}{' deep' if depth > _DEEP else ''}{modifier}"


def _beside(head: Token, chain: list[Token]) -> str:
    at = {one.i: n for n, one in enumerate(chain)}
    up = [head, *ancestors(head)]
    for steps, one in enumerate(up):
        if at.get(one.i, -1) > 0:
            top = chain[at[one.i] - 1]
            way = _LED.get(top.lower_, "prep") if top.dep_ in ("prep", "agent") else top.dep_
            way = "clause" if way in _CLAUSES else way
            return f"{way} over {(head.dep_, 'clause')[steps - 1] if steps <= _DEEP else 'far'}"
        if one.i == chain[0].i:
            return f"over the trigger by {up[steps - 1].dep_ if steps == 1 else 'more'}"
    return "elsewhere"
