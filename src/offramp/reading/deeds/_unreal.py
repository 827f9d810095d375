"""How a text speaks of a deed that a noun names: "any attack", "the threat of war", "raids"."""

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.english._speech import Spoken, by_list, first, speech

_POINTING = words("the this that these those")
_TOPIC_BY = words("of for to about on against")
_WANTED_BY = words("for to on with against")
_TIED = ("prep", "acl", "relcl", "nummod", "poss", "det")


def judge_noun(token: Token, *, lifted: bool) -> Spoken | None:
    """Judge the noun of a deed by its own words and by what it hangs on.

    Parameters
    ----------
    token : Token
    lifted : bool
        Whether a light verb has it as its object: "launched an attack".

    Returns
    -------
    Spoken or None
        None where the verb above it decides.
    """
    return first(
        lambda: _by_own_words(token),
        lambda: _by_phrase(token),
        lambda: None if lifted else _by_verb(token),
        lambda: Spoken("habitual") if not lifted and _bare(token) else None,
    )


def definite(token: Token) -> bool:
    """Say whether a noun points at one deed: by an article, an owner, a name or a date."""
    for child in token.children:
        pointed = child.dep_ == "det" and child.lower_ in _POINTING
        dated = child.ent_type_ in ("DATE", "TIME") and child.dep_ in (
            "nmod", "compound", "nummod", "npadvmod",
        )  # fmt: skip
        if pointed or dated or child.dep_ == "poss":
            return True
    return False


def _by_own_words(token: Token) -> Spoken | None:
    for child in token.doc[token.left_edge.i : token.i]:
        lower = child.lower_
        if lower in ("no", "neither"):
            return Spoken("negated")
        if lower == "any" and child.dep_ == "det":
            return Spoken("hypothetical")
        found = by_list(
            lower, (("unreal", "hypothetical"), ("doubtful", "claimed"), ("usual", "habitual"))
        )
        if found is not None:
            return found
    return None


def _by_phrase(token: Token) -> Spoken | None:
    """Judge "the threat of an attack", "accused of sabotage", "without a war"."""
    if token.dep_ != "pobj":
        return None
    preposition, above = token.head.lower_, token.head.head
    topic = above.lemma_.lower()
    if preposition in ("without", "than", "short"):
        return Spoken("negated")
    if topic in speech("topics") and preposition in _TOPIC_BY:
        return Spoken("hypothetical")
    if topic in speech("accuses"):
        return Spoken("claimed", above)
    wanted = topic in speech("wants") and preposition in _WANTED_BY
    return Spoken("proposed") if wanted else None


def _by_verb(token: Token) -> Spoken | None:
    """Judge "urged strikes", "deter attacks", "denied an attack"."""
    if token.dep_ not in ("dobj", "nsubjpass"):
        return None
    lemma = token.head.lemma_.lower()
    known = definite(token)
    if lemma in speech("wants"):
        return Spoken("actual" if known else "proposed")
    if lemma in speech("prevents") and not known:
        return Spoken("hypothetical")
    if lemma in speech("denies"):
        return Spoken("actual" if known else "negated")
    return None


def _bare(token: Token) -> bool:
    """Say whether a plural stands without anything that ties it to one occasion."""
    if token.tag_ != "NNS" or definite(token):
        return False
    if any(c.dep_ in _TIED or c.ent_type_ in ("GPE", "NORP", "DATE") for c in token.children):
        return False
    return token.dep_ not in ("nsubj", "nsubjpass", "ROOT") or token.head.tag_ in ("VBP", "VBZ")
