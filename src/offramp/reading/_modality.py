"""How a text speaks of a deed: as done, claimed, proposed, threatened, supposed, usual, or not."""

from dataclasses import dataclass
from functools import cache

from offramp.reading._items import Modality
from offramp.reading._nlp import Token
from offramp.reading._tables import shipped
from offramp.reading._triggers import Trigger

_SUPPOSE = frozenset({"would", "could", "may", "might", "can", "'d"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "must", "should", "ought"})
_IF = frozenset({"if", "unless", "whether", "lest", "until", "till"})
# "Its reply was to move a regiment": the infinitive tells what was done.
_STEPS = frozenset({"reply", "response", "answer", "reaction", "step", "move", "reprisal"})
_NOT = frozenset({"not", "n't", "never", "neither", "nor", "no", "without", "hardly", "scarcely"})


@dataclass(frozen=True)
class Spoken:
    """How a text speaks of a deed, and the verb by which someone else says it."""

    modality: Modality
    saying: Token | None = None


def modality(trigger: Trigger) -> Spoken:
    """Say how a text speaks of the deed that a trigger names.

    Parameters
    ----------
    trigger : Trigger

    Returns
    -------
    Spoken
        `saying` is the verb of speech on which the deed hangs, where there is one.
    """
    token = trigger.token
    if trigger.verbal:
        return _of_verb(token, 0)
    own = _of_noun(token, trigger)
    if own is not None:
        return own
    verb = trigger.light if trigger.light is not None else _governing(token)
    if verb is None:
        return Spoken("actual")
    above = _of_verb(verb, 0)
    if trigger.light is not None:
        return above
    if above.modality in ("negated",):
        # "has not answered the attack" does not deny the attack.
        return Spoken("actual" if _definite(token) else "hypothetical", above.saying)
    if above.modality in ("hypothetical", "proposed", "threatened", "habitual") and _definite(
        token
    ):
        # "would not tolerate the occupation" takes it for a fact that others deny.
        return Spoken("claimed", above.saying)
    return above


@cache
def words(name: str) -> frozenset[str]:
    """Give a list of words of ``data/modality.yaml``."""
    return frozenset(shipped("modality.yaml")[name])


# --- verbs


def _of_verb(verb: Token, depth: int) -> Spoken:
    """Judge a verb by its own auxiliaries, then by what it hangs on."""
    children = list(verb.children)
    auxiliaries = [c.lower_ for c in children if c.dep_ in ("aux", "auxpass")]
    if not auxiliaries and verb.dep_ == "conj" and not _has_subject(verb):
        if _past_beside_base(verb):
            return Spoken("actual", _saying_above(verb))
        auxiliaries = [c.lower_ for c in verb.head.children if c.dep_ == "aux" and c.lower_ != "to"]
        if (
            any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.head.children)
            and verb.tag_ == "VB"
        ):
            return _of_verb(verb.head, depth + 1) if depth < 6 else Spoken("hypothetical")
    if _negated(verb):
        return Spoken("negated")
    if any(c.dep_ == "mark" and c.lower_ in _IF for c in children) or _inverted(verb):
        return Spoken("hypothetical")
    if any(word in _SUPPOSE for word in auxiliaries):
        return _supposed(verb)
    if any(word in _FUTURE for word in auxiliaries):
        return _future(verb)
    above = verb.head
    if "to" in auxiliaries and verb.dep_ != "ROOT":
        return _infinitive(verb, above, depth)
    if verb.dep_ == "pcomp":
        return _gerund(verb, depth)
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        return _governed(verb, above, depth)
    if verb.dep_ in ("relcl", "acl") and _unreal_noun(above):
        return Spoken("hypothetical")
    if verb.dep_ == "ccomp" and (said := _said(verb, above, depth)) is not None:
        return said
    if verb.dep_ in ("advcl", "conj") and not _has_subject(verb) and depth < 6:
        return _of_verb(above, depth + 1) if above.pos_ in ("VERB", "AUX") else Spoken("actual")
    if _habit(verb, auxiliaries):
        return Spoken("habitual")
    return Spoken("actual", _saying_above(verb))


def _past_beside_base(verb: Token) -> bool:
    """Say whether "said it would fight, and mobilised" was parsed as "would mobilised"."""
    bare = any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.head.children)
    return bare and verb.tag_ in ("VBD", "VBN") and verb.head.tag_ == "VB"


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _negated(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ in ("neg", "preconj") and child.lower_ in _NOT:
            return True
        if child.dep_ in ("advmod", "cc") and child.lower_ in ("never", "nowhere", "hardly", "nor"):
            if child.lower_ != "nor" or child.i < verb.i:
                return True
        if child.dep_ in ("nsubj", "nsubjpass"):
            if child.lower_ in ("nobody", "none", "neither") or any(
                d.dep_ == "det" and d.lower_ in ("no", "neither") for d in child.children
            ):
                return True
        # "opened nothing and destroyed nothing"
        if child.dep_ == "dobj" and child.lower_ in ("nothing", "nobody"):
            return not any(c.lower_ in ("else", "but", "worse") for c in child.children)
    for child in verb.children:
        if child.dep_ == "dobj" and any(
            d.dep_ == "det" and d.lower_ == "no" for d in child.children
        ):
            return True
    return False


def _inverted(verb: Token) -> bool:
    """Say whether "Had the ship been lost" or "should they cross" opens a condition."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in ("had", "should", "were"):
            subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if (
                subject is not None
                and child.i < subject.i
                and verb.dep_ in ("advcl", "ccomp", "ROOT")
            ):
                return True
    return False


def _supposed(verb: Token) -> Spoken:
    head = verb.head
    if verb.dep_ in ("ccomp", "conj") and head.lemma_ in words("threats"):
        return Spoken("threatened", head)
    if verb.dep_ in ("ccomp",) and head.lemma_ in words("announces"):
        return Spoken("proposed", head)
    return Spoken("hypothetical")


def _future(verb: Token) -> Spoken:
    head = verb.head
    if verb.dep_ == "ccomp" and head.lemma_ in words("threats"):
        return Spoken("threatened", head)
    return Spoken("proposed", head if head.lemma_ in words("says") else None)


def _infinitive(verb: Token, above: Token, depth: int) -> Spoken:
    if verb.dep_ in ("xcomp", "ccomp", "conj", "advcl", "acl", "relcl", "oprd", "attr"):
        lemma = above.lemma_.lower()
        if lemma == "be" and any(
            c.dep_ == "nsubj" and c.lemma_.lower() in _STEPS for c in above.children
        ):
            return Spoken("actual")
        if above.pos_ in ("NOUN", "PROPN"):
            return Spoken("negated" if lemma in words("refusal_nouns") else "proposed")
        if above.pos_ == "ADJ":
            return Spoken(
                "actual" if lemma in ("careful", "quick", "able", "first") else "proposed"
            )
        # "was forced to surrender", "managed to sink"
        if lemma in words("brought_about"):
            return _of_verb(above, depth + 1) if depth < 6 else Spoken("actual")
        if lemma in words("refuses"):
            return Spoken("negated")
        if lemma in words("threats"):
            return Spoken("threatened", above)
        if lemma in words("seems"):
            return Spoken("claimed", above)
        if verb.dep_ == "advcl" and lemma in words("movements"):
            return Spoken("proposed")
        return Spoken("proposed")
    return Spoken("proposed")


def _gerund(verb: Token, depth: int) -> Spoken:
    """Judge "by closing", "without firing", "accused of abducting"."""
    preposition = verb.head
    above = preposition.head
    if preposition.lower_ in ("without", "than", "from"):
        return Spoken("negated")
    if preposition.lower_ == "of" and preposition.head.lower_ == "instead":
        return Spoken("negated")
    if above.lemma_ in words("accuses"):
        return Spoken("claimed", above)
    if above.lemma_ in words("refuses"):
        return Spoken("negated")
    if preposition.lower_ in ("by", "after", "before", "in", "since", "on", "while", "with"):
        if above.pos_ in ("VERB", "AUX") and depth < 6:
            found = _of_verb(above, depth + 1)
            return found if found.modality != "negated" else Spoken("actual")
        return Spoken("actual")
    return Spoken("hypothetical")


def _governed(verb: Token, above: Token, depth: int) -> Spoken:
    """Judge "began bombing", "considered bombing", "stopped bombing"."""
    lemma = above.lemma_.lower()
    if lemma in words("brought_about") and depth < 6:
        return _of_verb(above, depth + 1)
    if lemma in ("deny", "avoid", "refuse", "rule", "stop", "prevent"):
        return Spoken("negated")
    if lemma in words("accuses") | words("admits"):
        return Spoken("claimed" if lemma in words("accuses") else "actual", above)
    return Spoken("hypothetical")


def _said(verb: Token, above: Token, depth: int) -> Spoken | None:
    lemma = above.lemma_.lower()
    if lemma in words("denies"):
        return Spoken("negated", above)
    if lemma in words("claims"):
        return Spoken("claimed", above)
    if lemma in words("fears"):
        return Spoken("hypothetical", above)
    if lemma in words("says"):
        if _under_doubt(above, depth):
            return Spoken("hypothetical", above)
        return Spoken("actual", above)
    return None


def _under_doubt(verb: Token, depth: int) -> bool:
    return depth < 3 and _of_verb(verb, depth + 3).modality in ("hypothetical", "negated")


def _saying_above(verb: Token) -> Token | None:
    at = verb
    for _ in range(4):
        if at.dep_ == "ccomp" and at.head.lemma_ in words("says") | words("claims"):
            return at.head
        # ", the ministry said": the parser may hang it the other way round.
        for child in at.children:
            if child.dep_ in ("parataxis", "ccomp") and child.lemma_ in words("says"):
                return child
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def _habit(verb: Token, auxiliaries: list[str]) -> bool:
    adverbs = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "npadvmod")}
    if adverbs & words("habits"):
        return True
    if any(a in ("have", "has", "had") for a in auxiliaries):
        phrases = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "over")]
        if any(
            p.lemma_ in ("year", "decade", "month", "century") for c in phrases for p in c.children
        ):
            return True
        if adverbs & {"long", "repeatedly"}:
            return True
    present = (
        verb.tag_ in ("VBP", "VBZ") and not auxiliaries and verb.dep_ in ("relcl", "ccomp", "ROOT")
    )
    return present and verb.lemma_ not in words("says")


def _unreal_noun(noun: Token) -> bool:
    """Say whether a noun is supposed, as in "any missile launched from Cuba"."""
    return any(
        c.dep_ in ("det", "amod")
        and c.lower_ in ("any", "further", "future", "no", "every", "such")
        for c in noun.children
    )


# --- nouns


def _of_noun(token: Token, trigger: Trigger) -> Spoken | None:
    """Judge a noun by its own words; None where the verb above it decides."""
    for child in token.doc[token.left_edge.i : token.i]:
        lower = child.lower_
        if lower in ("no", "neither"):
            return Spoken("negated")
        if lower in words("unreal") or (lower == "any" and child.dep_ == "det"):
            return Spoken("hypothetical")
        if lower in words("doubtful"):
            return Spoken("claimed")
        if lower in words("usual"):
            return Spoken("habitual")
    head = token.head
    if token.dep_ == "pobj":
        above = head.head
        if head.lower_ in ("without", "than", "short"):
            return Spoken("negated")
        topic = above.lemma_.lower()
        if topic in words("topics") and head.lower_ in (
            "of",
            "for",
            "to",
            "about",
            "on",
            "against",
        ):
            return Spoken("hypothetical")
        if topic in words("accuses"):
            return Spoken("claimed", above)
        if topic in ("accuse", "suspect") and head.lower_ == "of":
            return Spoken("claimed", above)
        if topic in words("wants") and head.lower_ in ("for", "to", "on", "with", "against"):
            return Spoken("proposed")
    if token.dep_ in ("dobj", "nsubjpass") and trigger.light is None:
        lemma = head.lemma_.lower()
        if lemma in words("wants"):
            return Spoken("proposed" if not _definite(token) else "actual")
        if lemma in words("prevents") and not _definite(token):
            return Spoken("hypothetical")
        if lemma in words("denies"):
            return Spoken("actual" if _definite(token) else "negated")
    if _bare(token) and trigger.light is None:
        return Spoken("habitual")
    return None


def _definite(token: Token) -> bool:
    """Say whether a noun points at one deed: by an article, an owner, a name or a date."""
    for child in token.children:
        if child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those"):
            return True
        if child.dep_ == "poss":
            return True
        if child.ent_type_ in ("DATE", "TIME") and child.dep_ in (
            "nmod",
            "compound",
            "nummod",
            "npadvmod",
        ):
            return True
    return False


def _bare(token: Token) -> bool:
    """Say whether a plural stands without anything that ties it to one occasion."""
    if token.tag_ != "NNS" or _definite(token):
        return False
    tied = ("prep", "acl", "relcl", "nummod", "poss", "det")
    if any(c.dep_ in tied or c.ent_type_ in ("GPE", "NORP", "DATE") for c in token.children):
        return False
    return token.dep_ not in ("nsubj", "nsubjpass", "ROOT") or token.head.tag_ in ("VBP", "VBZ")


def _governing(token: Token) -> Token | None:
    at = token
    for _ in range(6):
        if at.head.i == at.i:
            return at if at.pos_ in ("VERB", "AUX") else None
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return None
