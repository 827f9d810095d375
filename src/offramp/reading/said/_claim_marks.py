"""What speaks for and against a sentence being a claim: its words, its mood, its subject."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from offramp.reading._words import words
from offramp.reading.english._nlp import Parsed, Sentence, Token
from offramp.reading.english._syntax import passive, subject
from offramp.reading.english._tables import shipped
from offramp.reading.parties._parties import Parties

_MOST = 2.0
_READ = 800
"""Characters of a sentence that its form is sought in; none that a hand wrote is longer."""
_SAYS = words(
    "say tell state announce declare report warn add note confirm argue contend maintain hold "
    "insist accuse demand urge vow deny claim allege call condemn describe write ask inform"
)
_ARGUES = words("argue contend maintain hold note write")
_MODALS = words("may might could would should must can ought 'd")
_OFFICIALS = words("official officer adviser diplomat")
_PRONOUNS = {
    "I or we": words("i we"),
    "this": words("this that these those such"),
    "it": words("it"),
    "there": words("there"),
    "he or they": words("he she they"),
    "none or all": words(
        "nothing none nobody neither everything what whoever anyone everyone all each both one"
    ),
}
_CALENDAR = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_FORMS = {
    "without at its head": r"^without\b",
    "if": r"\b(?:if|unless)\b",
    "counterfactual": r"\bhad \w+(?: \w+){0,6},? .*\b(?:would|could|might)\b"
    r"|\b(?:would|could|might) (?:\w+ )?have\b",
    "should or had at its head": r"^(?:should|were|had)\b",
    "this, not that": r"\bnot\b.*\bbut\b|, not (?!only\b)(?:\w+ ){0,6}?\w+,|\brather than\b",
    "more or less than": r"\b(?:less|more|fewer|\w+er)\b.*\bthan\b",
    "as much as": r"\bas \w+ (?:\w+ )?as\b",
    "enough for": r"\btoo \w+ (?:\w+ )?(?:to|for)\b|\b\w+ enough to\b|\bso \w+ that\b",
    "what it was": r"^(?:\w+,? )?what \b.*\b(?:is|was|are|were)\b",
    "it was that": r"^(?:\w+ )?it (?:is|was) .*\b(?:that|who|which|to)\b",
    "is no": r"\b(?:is|was|are|were) (?:no|not|neither|hardly|never|nothing|scarcely)\b",
    "the lesson is": r"\b(?:lesson|point|trouble|danger|reason|problem|logic|truth|purpose|aim)s?\b"
    r".*\b(?:is|was|are|were)\b",
    "one of several": r"^(?:first|second|third|fourth|finally|one|the (?:first|second|third))\b",
    "reasons counted": r"\b(?:two|three|four|five|several|many|some) (?:\w+ )?(?:things?|factors|"
    r"reasons|lessons|developments|considerations|explanations|points|causes|aims|errors|mistakes)\b",
    "in two halves": r"[:;]",
    "quotes": r"[\"“”]",
    "I": r"\b(?:I|me|my)\b",
    "we": r"\b(?:[Ww]e|us|[Oo]ur)\b",
    "what lasts": r"\b(?:next|future|sooner or later|in the long run|yet to|still|longer)\b",
}
_FOUND = {
    name: re.compile(pattern, 0 if name in ("I", "we") else re.I)
    for name, pattern in _FORMS.items()
}
_IDEA = re.compile(r"(?:ness|ity|ion|ment|ence|ance|ism|acy|ship|hood|ure|th)$")


@cache
def listed(name: str) -> frozenset[str]:
    """Give a list of the table of claims.

    Parameters
    ----------
    name : str
        Such as ``effects``.

    Returns
    -------
    frozenset of str
        In small letters.

    Examples
    --------
    >>> "deterrence" in listed("nouns")
    True
    """
    return frozenset(str(word).lower() for word in shipped("claims.yaml")[name])


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Give a pattern that finds any word or phrase of a list, the longest first.

    Examples
    --------
    >>> phrases("hedges").search("it was in all likelihood an accident")[0]
    'in all likelihood'
    """
    longest = sorted(listed(name), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.I)


def main_verb(parsed: Parsed, sentence: Sentence) -> Token | None:
    """Give the main verb; where the parser took a noun for it, the clause under that noun."""
    verbs = [t for t in parsed.tokens(sentence) if t.pos_ in ("VERB", "AUX")]
    roots = [t for t in verbs if t.dep_ == "ROOT"]
    roots += [t for t in verbs if t.dep_ == "ccomp" and t.head.dep_ == "ROOT"]
    return (roots or verbs or [None])[0]


def marks(parsed: Parsed, parties: Parties, sentence: Sentence) -> dict[str, float]:
    """Describe a sentence by what may speak for or against its being a claim.

    Parameters
    ----------
    parsed : Parsed
    parties : Parties
    sentence : Sentence

    Returns
    -------
    dict of str to float
        By name, how often; no more than twice. No name is that of a party.

    Examples
    --------
    >>> from offramp.reading.parties._cast import Cast
    >>> from offramp.reading.english._nlp import parse
    >>> parsed = parse("The raid probably hardened Iraq.")
    >>> parties = Parties(Cast(parsed, "1990-01-01"))
    >>> found = marks(parsed, parties, parsed.sentences[0])
    >>> found["words: hedges"], found["subject: a deed"], found["verb: effects"]
    (1.0, 1.0, 1.0)
    """
    found = Counter(_all(parsed, parties, sentence))
    return {name: min(float(often), _MOST) for name, often in found.items()}


def _all(parsed: Parsed, parties: Parties, sentence: Sentence) -> Iterator[str]:
    text = parsed.text[sentence.start : sentence.end][:_READ]
    tokens = list(parsed.tokens(sentence))
    for name in ("hedges", "stands", "weighing", "causes", "comparisons"):
        yield from (f"words: {name}" for _ in phrases(name).findall(text))
    if tokens[0].lower_ in listed("turns"):
        yield "opens with a turn"
    yield from (f"form: {name}" for name, pattern in _FOUND.items() if pattern.search(text))
    yield from _of_words(tokens)
    yield from _of_facts(tokens, text)
    root = main_verb(parsed, sentence)
    if root is not None:
        yield from _of_verb(root, parties)


def _of_words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN" and lemma in listed("nouns"):
            yield "has: a noun that judges"
        elif token.pos_ in ("ADJ", "ADV") and lemma in listed("adjectives"):
            yield "has: an adjective that judges"
    verbs = {t.lemma_.lower() for t in tokens if t.pos_ == "VERB"}
    yield from (f"has: {name}" for name in ("minds", "effects", "seems") if verbs & listed(name))
    if any(t.tag_ == "MD" and t.lower_ in _MODALS for t in tokens):
        yield "has: a modal"


def _of_facts(tokens: list[Token], text: str) -> Iterator[str]:
    """Give what a report has, and a judgement has less of: days, numbers, names."""
    if _CALENDAR.search(text):
        yield "fact: a day or month"
    elif any(t.ent_type_ in ("DATE", "TIME") for t in tokens):
        yield "fact: a time"
    counted = (t for t in tokens if t.like_num and t.lower_ not in ("one", "two"))
    if any(t.ent_type_ not in ("DATE", "TIME", "ORDINAL") for t in counted):
        yield "fact: a number"
    if any(t.ent_type_ == "PERSON" for t in tokens):
        yield "fact: a person"
    names = sum(t.pos_ == "PROPN" for t in tokens)
    if not names:
        yield "fact: no name"
    elif names > len(tokens) / 5:
        yield "fact: many names"


def _of_verb(root: Token, parties: Parties) -> Iterator[str]:
    lemma = root.lemma_.lower()
    one = subject(root)
    yield f"subject: {_sort(one, parties)}"
    if lemma in _SAYS:
        who = one.lemma_.lower() if one is not None else ""
        watching = who in listed("watchers")
        if watching and one is not None and who in _OFFICIALS and parties.owners(one):
            watching = False
        party = one is not None and _sort(one, parties) in ("a party", "he or they", "it")
        yield f"says: {'a watcher' if watching else 'a party' if party else 'people'}"
        if lemma in _ARGUES:
            yield "says: argues"
        return
    yield f"mood: {_mood(root)}"
    if passive(root):
        yield "verb: passive"
    if root.pos_ == "AUX" or lemma == "be":
        yield "being"
        for child in root.children:
            if child.dep_ == "acomp" and child.lemma_.lower() in listed("adjectives"):
                yield "being: judged so"
            elif child.dep_ == "attr":
                yield "being: something"
        return
    beside = {c.lemma_.lower() for c in root.children if c.dep_ == "conj"}
    for name in ("effects", "minds", "seems"):
        if lemma in listed(name):
            yield f"verb: {name}"
        elif beside & listed(name):
            yield f"verb: {name} beside"
    objects = [c for c in root.children if c.dep_ in ("dobj", "attr", "oprd")]
    if any(c.lemma_.lower() in listed("nouns") or _IDEA.search(c.lower_) for c in objects):
        yield "object: an idea"


def _mood(root: Token) -> str:
    """Give the mood and tense of a main verb."""
    helpers = {c.lower_ for c in root.children if c.dep_ == "aux"}
    if helpers & _MODALS:
        return "modal, perfect" if "have" in helpers else "modal"
    if helpers & {"will", "shall", "'ll", "wo"}:
        return "coming"
    if helpers & {"has", "have", "'ve", "'s"}:
        return "perfect"
    if "had" in helpers:
        return "before the past"
    first = next((c for c in root.children if c.dep_ in ("aux", "auxpass")), root)
    if first.tag_ in ("VBZ", "VBP"):
        return "present"
    return "past" if first.tag_ in ("VBD", "VBN") else "none"


def _sort(one: Token | None, parties: Parties) -> str:
    """Say what a subject is: a party, a deed, an idea, or which pronoun."""
    if one is None:
        return "missing"
    pronoun = next((name for name, those in _PRONOUNS.items() if one.lower_ in those), None)
    if pronoun is not None:
        return pronoun
    if one.pos_ in ("VERB", "AUX"):
        return "a clause"
    who = bool(parties.of(one))
    if (who and parties.named(one)) or one.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return "a party"
    return _sort_of_noun(one, who) if one.pos_ == "NOUN" else "other"


def _sort_of_noun(noun: Token, who: bool) -> str:
    lemma = noun.lemma_.lower()
    before = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss", "nummod")}
    told = {
        "a deed": lemma in listed("deeds"),
        "an idea": lemma in listed("nouns"),
        "a party": who,
        "any such": not before or bool(before & {"a", "an"}),
    }
    sort = "an idea" if _IDEA.search(noun.lower_) else "other"
    return next((name for name, so in told.items() if so), sort)
