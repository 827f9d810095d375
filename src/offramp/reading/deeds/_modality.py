"""How a text speaks of a deed: as done, claimed, proposed, threatened, supposed, usual, or not."""

from offramp.reading._words import words
from offramp.reading.deeds._triggers import Trigger
from offramp.reading.deeds._unreal import definite, judge_noun
from offramp.reading.english._nlp import Token
from offramp.reading.english._speech import (
    Rule,
    Spoken,
    by_list,
    first,
    has_subject,
    is_habit,
    is_inverted,
    is_negated,
    saying_above,
    speech,
)

_SUPPOSE = words("would could may might can 'd")
_FUTURE = words("will shall 'll wo must should ought")
_IF = words("if unless whether lest until till")
# "Its reply was to move a regiment": the infinitive tells what was done.
_STEPS = words("reply response answer reaction step move reprisal")
_DONE_WITH = words("by after before in since on while with")
_NOT_DONE = words("deny avoid refuse rule stop prevent")
_SAID: tuple[Rule, ...] = (
    ("denies", "negated"),
    ("claims", "claimed"),
    ("fears", "hypothetical"),
)
_INFINITIVE: tuple[Rule, ...] = (
    ("refuses", "negated"),
    ("threats", "threatened"),
    ("seems", "claimed"),
)
# How far up a verb is followed.
_DEPTH = 6


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
    own = judge_noun(token, lifted=trigger.light is not None)
    verb = trigger.light if trigger.light is not None else _governing(token)
    if own is not None or verb is None:
        return own or Spoken("actual")
    above = _of_verb(verb, 0)
    return above if trigger.light is not None else _under(token, above)


def _under(token: Token, above: Spoken) -> Spoken:
    """Judge a noun by the verb that it hangs on."""
    known = definite(token)
    if above.modality == "negated":
        # "has not answered the attack" does not deny the attack.
        return Spoken("actual" if known else "hypothetical", above.saying)
    if above.modality in ("hypothetical", "proposed", "threatened", "habitual") and known:
        # "would not tolerate the occupation" takes it for a fact that others deny.
        return Spoken("claimed", above.saying)
    return above


def _of_verb(verb: Token, depth: int) -> Spoken:
    """Judge a verb by its own auxiliaries, then by what it hangs on."""
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not helpers and verb.dep_ == "conj" and not has_subject(verb):
        if _past_beside_base(verb):
            return Spoken("negated") if is_negated(verb) else Spoken("actual", saying_above(verb))
        helpers = [c.lower_ for c in verb.head.children if c.dep_ == "aux"]
        if "to" in helpers and verb.tag_ == "VB":
            return _up(verb.head, depth) or Spoken("hypothetical")
        helpers = [helper for helper in helpers if helper != "to"]
    found = first(
        lambda: Spoken("negated") if is_negated(verb) else None,
        lambda: _by_helpers(verb, helpers),
        lambda: _by_place(verb, helpers, depth),
    )
    if found is not None:
        return found
    return Spoken("habitual") if is_habit(verb, helpers) else Spoken("actual", saying_above(verb))


def _up(verb: Token, depth: int) -> Spoken | None:
    return _of_verb(verb, depth + 1) if depth < _DEPTH else None


def _past_beside_base(verb: Token) -> bool:
    """Say whether "said it would fight, and mobilised" was parsed as "would mobilised".

    So too "told him to leave and flew in troops": a past tense is joined to no infinitive.
    """
    auxiliaries = [c for c in verb.head.children if c.dep_ == "aux"]
    modal = any(c.tag_ == "MD" for c in auxiliaries)
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and modal)
    return past and bool(auxiliaries) and verb.head.tag_ == "VB"


def _by_helpers(verb: Token, helpers: list[str]) -> Spoken | None:
    """Judge by "if", "would", "will" and the like, and by the verb of saying above them."""
    if any(c.dep_ == "mark" and c.lower_ in _IF for c in verb.children) or is_inverted(verb):
        return Spoken("hypothetical")
    head = verb.head
    threatened = verb.dep_ in ("ccomp", "conj") and head.lemma_ in speech("threats")
    if _SUPPOSE & {*helpers}:
        announced = verb.dep_ == "ccomp" and head.lemma_ in speech("announces")
        if threatened or announced:
            return Spoken("threatened" if threatened else "proposed", head)
        return Spoken("hypothetical")
    if _FUTURE & {*helpers}:
        if threatened and verb.dep_ == "ccomp":
            return Spoken("threatened", head)
        return Spoken("proposed", head if head.lemma_ in speech("says") else None)
    return None


def _by_place(verb: Token, helpers: list[str], depth: int) -> Spoken | None:
    """Judge by what a verb hangs on: a verb of will, a preposition, a noun, a verb of saying."""
    above = verb.head
    place = verb.dep_
    found: Spoken | None = None
    if "to" in helpers and place != "ROOT":
        found = _infinitive(above, depth)
    elif place == "pcomp":
        found = _gerund(verb, depth)
    elif place == "xcomp" and verb.tag_ == "VBG":
        found = _governed(above, depth)
    elif place in ("relcl", "acl") and _unreal_noun(above):
        found = Spoken("hypothetical")
    elif place == "ccomp":
        found = _said(above, depth)
    elif place in ("advcl", "conj") and not has_subject(verb) and depth < _DEPTH:
        found = _up(above, depth) if above.pos_ in ("VERB", "AUX") else Spoken("actual")
    return found


def _infinitive(above: Token, depth: int) -> Spoken:
    """Judge "managed to sink", "refused to leave", "the decision to strike"."""
    lemma = above.lemma_.lower()
    if lemma == "be" and any(
        c.dep_ == "nsubj" and c.lemma_.lower() in _STEPS for c in above.children
    ):
        return Spoken("actual")
    if above.pos_ in ("NOUN", "PROPN"):
        return Spoken("negated" if lemma in speech("refusal_nouns") else "proposed")
    if above.pos_ == "ADJ":
        done = lemma in ("careful", "quick", "able", "first")
        return Spoken("actual" if done else "proposed")
    if lemma in speech("brought_about"):
        return _up(above, depth) or Spoken("actual")
    return by_list(lemma, _INFINITIVE, above) or Spoken("proposed")


def _gerund(verb: Token, depth: int) -> Spoken:
    """Judge "by closing", "without firing", "accused of abducting"."""
    preposition = verb.head
    above = preposition.head
    lower = preposition.lower_
    instead = lower == "of" and above.lower_ == "instead"
    if lower == "to" and above.lemma_ == "take" and depth < _DEPTH:
        # "took to searching ships".
        return _of_verb(above, depth + 1)
    if lower in ("without", "than", "from") or instead:
        return Spoken("negated")
    found = by_list(above.lemma_, (("accuses", "claimed"), ("refuses", "negated")), above)
    if found is not None:
        return found
    if lower not in _DONE_WITH:
        return Spoken("hypothetical")
    main = _up(above, depth) if above.pos_ in ("VERB", "AUX") else None
    return main if main is not None and main.modality != "negated" else Spoken("actual")


def _governed(above: Token, depth: int) -> Spoken:
    """Judge "began bombing", "considered bombing", "stopped bombing"."""
    lemma = above.lemma_.lower()
    if lemma in speech("brought_about") and depth < _DEPTH:
        return _of_verb(above, depth + 1)
    if lemma in _NOT_DONE:
        return Spoken("negated")
    found = by_list(lemma, (("accuses", "claimed"), ("admits", "actual")), above)
    return found or Spoken("hypothetical")


def _said(above: Token, depth: int) -> Spoken | None:
    """Judge by the verb of saying: denied, claimed, feared, or said."""
    lemma = above.lemma_.lower()
    found = by_list(lemma, _SAID, above)
    if found is not None or lemma not in speech("says"):
        return found
    doubted = depth < 3 and _of_verb(above, depth + 3).modality in ("hypothetical", "negated")
    return Spoken("hypothetical" if doubted else "actual", above)


def _unreal_noun(noun: Token) -> bool:
    """Say whether a noun is supposed, as in "any missile launched from Cuba"."""
    if noun.lemma_ == "moment" and any(c.lower_ == "the" for c in noun.children):
        return True
    unreal = ("any", "further", "future", "no", "every", "such")
    return any(c.dep_ in ("det", "amod") and c.lower_ in unreal for c in noun.children)


def _governing(token: Token) -> Token | None:
    at = token
    for _ in range(6):
        if at.head.i == at.i:
            break
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            break
    return at if at.pos_ in ("VERB", "AUX") else None
