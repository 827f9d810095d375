"""Claims: sentences in which an author or an analyst judges, explains or foretells."""

import re
from dataclasses import dataclass
from functools import cache

from offramp.reading._acts import Candidate
from offramp.reading._nlp import Parsed, Sentence, Token
from offramp.reading._parties import Parties
from offramp.reading._signal_found import Found
from offramp.reading._syntax import subject
from offramp.reading._tables import shipped
from offramp.reading._words import words

_ENOUGH = 2.0
# News reports events; what would be a judgement in an essay is more often an official's word.
_NEWS = 1.0
_MODALS = frozenset({"may", "might", "could", "would", "should", "must", "can", "'d"})
_UNREAL = re.compile(r"\b(?:had \w+(?: \w+){0,4},? .*\bwould|if \w+|without \w+|whether)\b", re.I)


_DENIES = re.compile(r"\b(?:is|was|are|were) (?:no|not an?|neither|hardly|never)\b")
_MORE = re.compile(r"\b(?:less|more)\b.*\bthan\b")


@dataclass(frozen=True)
class Judged:
    """A sentence that makes a claim: whose, and the words that weaken it."""

    sentence: Sentence
    claimant: str | None
    hedge: str
    weight: float


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(str(word).lower() for word in shipped("claims.yaml")[name])


@cache
def _phrases(name: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(w)}\b" for w in sorted(_list(name))))


def find_claims(
    parsed: Parsed, parties: Parties, acts: list[Candidate], signals: list[Found], news: bool
) -> list[Judged]:
    """Find the sentences that make claims.

    Parameters
    ----------
    parsed : Parsed
    parties : Parties
    acts, signals
        What the text holds besides; a sentence that only tells of a deed makes no claim.
    news : bool
        Whether the text reports the news, where judgements are rarer.

    Returns
    -------
    list of Judged
    """
    told = {
        s.number for act in acts if act.modality == "actual" and act.trigger.verbal
        for s in act.sentences[:1] if _heads(parsed, s, act.trigger.token)
    }  # fmt: skip
    carried = {one.sentence.number for one in signals}
    found: list[Judged] = []
    for sentence in parsed.sentences:
        root = _root(parsed, sentence)
        if root is None or sentence.last - sentence.first < 6:
            continue
        weight, claimant = _weigh(root, parsed, parties, sentence)
        weight -= 1.5 * (sentence.number in told) + 1.0 * (sentence.number in carried)
        weight -= _NEWS * news
        if weight >= _ENOUGH:
            found.append(Judged(sentence, claimant, _hedge(parsed, sentence), weight))
    return found


def _root(parsed: Parsed, sentence: Sentence) -> Token | None:
    """Give the main verb; where the parser took a noun for it, the clause under that noun."""
    verbs = [t for t in parsed.tokens(sentence) if t.pos_ in ("VERB", "AUX")]
    roots = [t for t in verbs if t.dep_ == "ROOT"]
    roots += [t for t in verbs if t.dep_ == "ccomp" and t.head.dep_ == "ROOT"]
    return roots[0] if roots else None


def _heads(parsed: Parsed, sentence: Sentence, token: Token) -> bool:
    root = _root(parsed, sentence)
    return root is not None and (
        token.i == root.i or (token.dep_ == "conj" and token.head.i == root.i)
    )


def _weigh(
    root: Token, parsed: Parsed, parties: Parties, sentence: Sentence
) -> tuple[float, str | None]:
    """Add up the marks of a claim in a sentence."""
    text = parsed.text[sentence.start : sentence.end]
    lower = text.lower()
    if text.rstrip().endswith("?") or _phrases("names_itself").search(lower):
        return 0.0, None
    one = subject(root)
    party = parties.of(one) if one is not None else ()
    lemma = root.lemma_.lower()
    weight = 0.0
    claimant: str | None = None
    if lemma in _SAYS:
        watching = one is not None and one.lemma_.lower() in _list("watchers")
        if watching and not _stately(one, parties):
            weight += 4.0
        elif one is not None and lemma not in _list("seems"):
            return 0.0, None
        elif party and one is not None and lemma in ("argue", "contend", "confirm"):
            weight += 1.0
            claimant = party[0]
    heads = [root, *(c for c in root.children if c.dep_ in ("conj", "ccomp", "advcl"))]
    helpers = {c.lower_ for head in heads for c in head.children if c.dep_ == "aux"}
    weight += 1.5 * bool(helpers & _MODALS) + 1.0 * bool(helpers & {"will", "wo", "'ll", "shall"})
    weight += 1.5 * min(2, len(_phrases("hedges").findall(lower)))
    weight += 1.5 * bool(_phrases("causes").search(lower))
    weight += 1.5 * bool(_DENIES.search(lower)) + 0.5 * bool(_MORE.search(lower))
    weight += 1.0 * bool(_phrases("comparisons").search(lower))
    weight += 0.5 * bool(_phrases("turns").search(lower))
    weight += 1.0 * bool(re.search(r"\b(?:might|could|may) well\b", lower))
    weight += 2.0 * bool(_UNREAL.search(lower) and helpers & _MODALS)
    weight += 2.0 * _purposes(heads)
    thing = one is not None and not _acts_itself(one, parties)
    if lemma in _list("seems") and lemma not in _SAYS and (thing or lemma in _INWARD):
        weight += 2.0
    weight += 0.5 * (thing and bool(helpers & _MODALS))
    if lemma in _list("effects"):
        # "Iran has opened up the prospect of": who acts brings about what only a judge sees.
        abstract = any(
            c.dep_ == "dobj" and c.lemma_.lower() in _list("judging") for c in root.children
        )
        weight += 1.5 if thing else 1.0 if abstract else 0.5
    if lemma == "be" or root.pos_ == "AUX":
        judged = any(t.lemma_.lower() in _list("judging") for t in root.subtree)
        weight += 1.5 * judged + 0.5 * thing
    elif thing and any(t.lemma_.lower() in _list("judging") for t in root.subtree):
        weight += 0.5
    if root.tag_ in ("VBZ", "VBP") and lemma not in _SAYS:
        weight += 1.0 + 0.5 * thing
    return weight, claimant


_INWARD = words("seem appear think believe lean doubt")
_SAYS = words(
    "say tell state announce declare report warn add note confirm argue contend maintain "
    "insist accuse demand urge vow deny claim allege call condemn describe write ask"
)


def _purposes(heads: list[Token]) -> bool:
    """Say whether it ascribes an aim: "was meant to frighten", "wanted to restore"."""
    for head in heads:
        for token in (head, *(c for c in head.children if c.dep_ in ("xcomp", "acl", "advcl"))):
            if token.lemma_.lower() in _list("purposes") and token.pos_ == "VERB":
                return True
    return False


def _acts_itself(token: Token, parties: Parties) -> bool:
    """Say whether a subject is a party or people, rather than a deed or an idea."""
    if parties.named(token) and parties.of(token):
        return True
    return token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or (
        token.pos_ == "NOUN" and bool(parties.of(token)) and token.lemma_.lower() not in _DEEDS
    )


_DEEDS = words(
    "strike attack raid operation decision restraint conduct response retaliation policy "
    "action move campaign statement warning silence behaviour behavior diplomacy pressure aim "
    "purpose threat blockade act account protest communication crisis case affair incident"
)


def _stately(token: Token, parties: Parties) -> bool:
    """Say whether an official speaks for a party that is named beside him."""
    return token.lemma_.lower() in ("official", "officer", "adviser", "diplomat") and bool(
        parties.owners(token)
    )


def _hedge(parsed: Parsed, sentence: Sentence) -> str:
    """Give the word that weakens a claim, as it stands."""
    for token in parsed.tokens(sentence):
        if token.lower_ in _list("hedges") or (
            token.dep_ == "aux" and token.lower_ in ("may", "might", "could")
        ):
            return token.text
        if token.lemma_.lower() in ("seem", "appear", "suggest") and token.pos_ == "VERB":
            return token.text
    return ""
