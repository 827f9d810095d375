"""Claims: sentences in which an author or an analyst judges, explains or foretells."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from offramp.reading._words import words
from offramp.reading.deeds._acts import Candidate
from offramp.reading.english._nlp import Parsed, Sentence, Token
from offramp.reading.english._syntax import subject
from offramp.reading.parties._parties import Parties
from offramp.reading.said._claim_marks import main_verb, marks, phrases
from offramp.reading.said._signal_found import Found

ENOUGH = -0.6
"""The log-odds from which a sentence is given: F is highest from a probability of half of F, and on
authors that it has not met F is about 0.7."""
_SHORTEST = 6
_FEW = 4
"""A text of fewer sentences has no conclusion."""
_ARGUES = words("argue contend confirm")
_QUESTION = re.compile(r"\?[\"”']?\s*$")


@dataclass(frozen=True)
class Judged:
    """A sentence that makes a claim: whose, the words that weaken it, and its log-odds."""

    sentence: Sentence
    claimant: str | None
    hedge: str
    weight: float


@cache
def shipped_claim_weights() -> Mapping[str, float]:
    """Give the weights that ship, by the name of what speaks for a claim.

    Fitted by ``scripts/fit_claims.py`` on the project's own marked articles.

    Examples
    --------
    >>> shipped_claim_weights()["words: hedges"] > 0 > shipped_claim_weights()["tells a deed"]
    True
    """
    file = Path(__file__).parents[1] / "data" / "claims.json"
    found: dict[str, float] = json.loads(file.read_text("utf-8"))
    return found


def find_claims(
    parsed: Parsed,
    parties: Parties,
    acts: list[Candidate],
    signals: list[Found],
    news: bool,
    weights: Mapping[str, float] | None = None,
) -> list[Judged]:
    """Find the sentences that make claims.

    Parameters
    ----------
    parsed : Parsed
    parties : Parties
    acts, signals
        What the text holds besides; a sentence that tells of a deed seldom makes a claim.
    news : bool
        Whether the text reports the news, where judgements are rarer.
    weights : mapping of str to float, optional
        By the names that `described` gives, and ``always``; those that ship where left out.

    Returns
    -------
    list of Judged
    """
    counted = shipped_claim_weights() if weights is None else weights
    found: list[Judged] = []
    for sentence, held in described(parsed, parties, acts, signals, news):
        weight = sum(counted.get(name, 0.0) * often for name, often in held.items())
        if weight >= ENOUGH:
            claimant = _claimant(main_verb(parsed, sentence), parties)
            found.append(Judged(sentence, claimant, _hedge(parsed, sentence), weight))
    return found


def described(
    parsed: Parsed, parties: Parties, acts: list[Candidate], signals: list[Found], news: bool
) -> Iterator[tuple[Sentence, dict[str, float]]]:
    """Go through the sentences that may make a claim, with what speaks for and against it.

    Parameters
    ----------
    parsed, parties, acts, signals, news
        As for `find_claims`.

    Yields
    ------
    tuple of (Sentence, dict of str to float)
        Questions, and sentences in which a paper speaks of itself, are left out.
    """
    told = {
        s.number for act in acts if act.modality == "actual" and act.trigger.verbal
        for s in act.sentences[:1] if _heads(parsed, s, act.trigger.token)
    }  # fmt: skip
    named = {s.number for act in acts if act.modality == "actual" for s in act.sentences} - told
    carried = {one.sentence.number for one in signals}
    last = len(parsed.sentences) - 1
    for sentence in parsed.sentences:
        text = parsed.text[sentence.start : sentence.end]
        itself = _QUESTION.search(text) or phrases("names_itself").search(text)
        if itself or sentence.last - sentence.first < _SHORTEST:
            continue
        held = marks(parsed, parties, sentence)
        besides = {
            "always": True,
            "tells a deed": sentence.number in told,
            "names a deed": sentence.number in named,
            "carries a signal": sentence.number in carried,
            "place: last": _FEW < sentence.number == last,
            "text: news": news,
        }
        yield sentence, held | {name: 1.0 for name, so in besides.items() if so}


def _heads(parsed: Parsed, sentence: Sentence, token: Token) -> bool:
    root = main_verb(parsed, sentence)
    return root is not None and (
        token.i == root.i or (token.dep_ == "conj" and token.head.i == root.i)
    )


def _claimant(root: Token | None, parties: Parties) -> str | None:
    """Give the party that is said to argue it; None for the author and for analysts."""
    if root is None or root.lemma_.lower() not in _ARGUES:
        return None
    one = subject(root)
    found = parties.of(one) if one is not None else ()
    return found[0] if found else None


def _hedge(parsed: Parsed, sentence: Sentence) -> str:
    """Give the first word or phrase that weakens a claim, as it stands."""
    phrase = phrases("hedges").search(parsed.text, sentence.start, sentence.end)
    for token in parsed.tokens(sentence):
        if phrase is not None and phrase.start() <= token.idx:
            break
        if _weakens(token):
            return token.text
    return phrase[0] if phrase is not None else ""


_SEEMS = words("seem appear suggest")
_NO = words("no not neither nobody nothing none n't")


def _weakens(token: Token) -> bool:
    """Say whether a modal or a verb of seeming weakens what its sentence mainly says.

    "A third party that it could blame" and "neither could think of it" say who was able to do what.
    """
    if token.dep_ == "aux" and token.lower_ in ("may", "might", "could"):
        verb = token.head
        about = [verb, *(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))]
        if any(t.lower_ in _NO for one in about for t in (one, *one.children)):
            return False
    elif token.pos_ == "VERB" and token.lemma_.lower() in _SEEMS:
        verb = token
        if not any(c.dep_ in ("xcomp", "acomp", "oprd", "ccomp", "dobj") for c in verb.children):
            return False
    else:
        return False
    while verb.dep_ in ("conj", "ccomp", "csubj") and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ROOT"
