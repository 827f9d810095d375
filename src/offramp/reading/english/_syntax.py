"""Subjects, objects and prepositional phrases of verbs, whichever way a sentence is turned."""

from collections.abc import Iterator

from offramp.reading._words import words
from offramp.reading.english._nlp import Token

_CLAUSES = ("conj", "xcomp", "advcl", "pcomp", "ccomp")
_OWN = ("nsubj", "nsubjpass", "expl", "csubj")
_OBJECTS = ("dobj", "dative", "attr", "oprd")


def passive(verb: Token) -> bool:
    """Say whether a verb stands in the passive, or is a past participle behind its noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if _having(verb) is not None:
        return True
    if verb.dep_ == "acl":
        # "Soldiers infiltrated ..." as a whole sentence is a slip of the parser.
        whole = verb.head.dep_ == "ROOT" and not any(c.dep_ == "agent" for c in verb.children)
        acts = any(c.dep_ in ("dobj", "conj") for c in verb.children)
        return verb.tag_ == "VBN" and not (whole and acts)
    if verb.tag_ == "VBN" and verb.dep_ in ("conj", "advcl", "xcomp"):
        own = any(child.dep_ in ("aux", "nsubj") for child in verb.children)
        return not own and verb.dep_ == "conj" and verb.head.tag_ == "VBN" and passive(verb.head)
    return False


def subject(verb: Token) -> Token | None:
    """Give the grammatical subject of a verb, its own or the one that it shares.

    Parameters
    ----------
    verb : Token

    Returns
    -------
    Token or None
        For a relative clause, the noun that it describes; for "and struck", the subject of the
        verb before it; for "killing three", that of the main clause.
    """
    if amid(verb):
        before = verb.doc[verb.i - 1]
        return verb.doc[verb.i - 3] if before.text == "-" else before
    found = _subject(verb)
    return found if found is not None or verb.tag_ not in _FINITE else _beside(verb)


def _beyond(one: Token) -> Token:
    """Give who acts where the subject found is the object of a verb taken for an adjective."""
    verb = next((c for c in one.children if amid(c)), None)
    return (subject(verb) if verb is not None else None) or one


def _nearest(subjects: list[Token], verb: Token) -> Token:
    """Give the subject right before a verb: a dateline may have been taken for another one."""
    before = [one for one in subjects if one.i < verb.i]
    return (before or subjects)[-1 if before else 0]


_FINITE = ("VBD", "VBZ", "VBP")


def _beside(verb: Token) -> Token | None:
    """Give the noun right before a finite verb that the parser left without a subject."""
    at = verb.i - 1
    while at >= 0 and verb.doc[at].pos_ in ("ADV", "AUX", "PART"):
        at -= 1
    if at < 0 or passive(verb) or verb.doc[at].pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    return verb.doc[at] if verb.doc[at].ent_type_ not in ("DATE", "TIME") else None


def amid(verb: Token) -> bool:
    """Say whether a finite verb was taken for an adjective: "the Russians counselled patience"."""
    if verb.dep_ not in ("amod", "compound") or verb.tag_ not in _FINITE or verb.head.i < verb.i:
        return False
    at = verb.i - 1
    if at > 1 and verb.doc[at].text == "-":
        at -= 2
    return at >= 0 and verb.doc[at].pos_ in ("NOUN", "PROPN", "PRON")


def _subject(verb: Token) -> Token | None:
    seen: set[int] = set()
    at: Token | None = verb
    while at is not None and at.i not in seen:
        seen.add(at.i)
        own = [c for c in at.children if c.dep_ in _OWN]
        # "the boat that Iran sank" may come with two subjects: "that" is then the object.
        plain = [c for c in own if c.tag_ not in ("WDT", "WP")]
        if own:
            relative = not plain and at.dep_ in ("relcl", "acl")
            return at.head if relative else _beyond(_nearest(plain or own, at))
        if at.dep_ in ("acl", "relcl") and _apart(at) is None:
            # "ships carrying", "the decision to strike"
            infinitive = at.dep_ == "acl" and at.tag_ == "VB"
            return subject(at.head.head) if infinitive and _noun(at.head) else at.head
        if (held := _held(at)) is not None:
            return held
        at = _shares(at)
    return None


def _shares(verb: Token) -> Token | None:
    """Give the verb whose subject a verb shares that has none of its own."""
    above = verb.head
    if (over := _apart(verb)) is not None:
        return over
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and above.tag_ == "VB" and above.dep_ == "xcomp":
        # "urged him to wait and promised help": the past joins the verb above.
        return above.head
    if verb.dep_ in _CLAUSES and above.pos_ in ("VERB", "AUX"):
        return above
    if verb.dep_ == "pcomp" or (verb.dep_ == "xcomp" and above.pos_ == "ADJ"):
        return above.head
    return None


def _apart(verb: Token) -> Token | None:
    """Give the verb whose subject a participle behind a comma shares.

    "Sent word to him through his brother, asking": it is not the brother who asks.
    """
    noun = verb.head
    comma = verb.i > 0 and verb.doc[verb.i - 1].text == ","
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or not comma or noun.dep_ in _OWN:
        return None
    for _ in range(6):
        if noun.pos_ in ("VERB", "AUX"):
            return noun if noun.dep_ in ("ROOT", "conj", "ccomp") else None
        noun = noun.head
    return None


_CONTROLLED = words(
    "urge ask order tell force press persuade allow invite advise warn call compel help let "
    "make request instruct encourage authorise authorize permit want expect require induce "
    "enable convince"
)


_BLAMED = words("accuse suspect blame charge condemn denounce criticise criticize dissuade")


def _held(verb: Token) -> Token | None:
    """Give the object of the verb above that is the subject of this one.

    "Urged Washington to bomb", "accused Iran of shelling".
    """
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in _CONTROLLED:
        return next((c for c in above.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if verb.dep_ == "pcomp" and above.head.lemma_ in _BLAMED:
        return next((c for c in above.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
    return None


def _noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN")


def agent(verb: Token) -> Token | None:
    """Give the one by whom a verb in the passive was done."""
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    if verb.dep_ == "conj" and passive(verb):
        return agent(verb.head)
    if (having := _having(verb)) is not None:
        return subject(having)
    # "rammed and sunk by a patrol vessel": the phrase hangs on the second verb.
    for child in verb.children:
        alone = not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        if child.dep_ == "conj" and child.tag_ == "VBN" and alone and passive(verb):
            for by in child.children:
                if by.dep_ == "agent":
                    return next((i for i in by.children if i.dep_ == "pobj"), None)
    return None


def _having(verb: Token) -> Token | None:
    """Give the verb over what someone has done for him: "had" in "had the wreck bombed"."""
    if verb.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return None
    if verb.dep_ == "acl" and verb.head.dep_ == "dobj":
        above = verb.head.head
    elif verb.dep_ == "ccomp" and any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in verb.lefts):
        above = verb.head
    else:
        return None
    return above if above.lemma_ == "have" and above.pos_ == "VERB" else None


def doer(verb: Token) -> Token | None:
    """Give the one who did what a verb says: the agent in the passive, else the subject."""
    return agent(verb) if passive(verb) else subject(verb)


def undergoers(verb: Token) -> list[Token]:
    """Give the objects of a verb: what it was done to."""
    found = [_meant(child, verb) for child in verb.children if child.dep_ in _OBJECTS]
    if amid(verb):
        found.append(verb.head)
    if passive(verb):
        one = verb.head if verb.dep_ == "acl" else subject(verb)
        if one is not None:
            found.insert(0, one)
    elif verb.dep_ == "relcl" and _takes_its_noun(verb):
        found.append(verb.head)
    if not found and verb.dep_ != "conj":
        found += _shared_object(verb)
    for one in list(found):
        found += [c for c in one.conjuncts if c.i > one.i]
    return found


def _meant(child: Token, verb: Token) -> Token:
    """Give the noun for which "which" stands: "the exercise, which India began"."""
    relative = verb.dep_ == "relcl" and child.tag_ in ("WDT", "WP")
    return verb.head if relative else child


def _takes_its_noun(verb: Token) -> bool:
    """Say whether a relative clause has its noun for an object: "the boat that Iran sank"."""
    other = any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in verb.children)
    return other and not any(c.dep_ == "dobj" for c in verb.children)


def _shared_object(verb: Token) -> list[Token]:
    """Give the object of "seized and held the ship" for the first of the two verbs."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB":
            between = any(c.dep_ == "nsubj" for c in child.children)
            objects = [c for c in child.children if c.dep_ == "dobj"]
            if objects and not between and child.i - verb.i <= 2:
                return objects
    return []


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Go through the prepositional phrases of a word: the preposition and what it leads to."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in (
            "ADP",
            "SCONJ",
            "ADV",
            "VERB",
        ):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield child.lower_, inner
                    for more in inner.conjuncts:
                        if more.i > inner.i:
                            yield child.lower_, more
                elif inner.dep_ == "prep":
                    for deep in inner.children:
                        if deep.dep_ == "pobj":
                            yield f"{child.lower_} {inner.lower_}", deep
                            yield inner.lower_, deep


def by_whom(head: Token) -> Iterator[Token]:
    """Go through what "by" leads to further down, where the parser hung it on another noun."""
    for token in head.subtree:
        if token.lower_ != "by" or token.i <= head.i or token.dep_ not in ("agent", "prep"):
            continue
        between = head.doc[head.i + 1 : token.i]
        if any(t.pos_ == "VERB" or t.lower_ in (";", ":") for t in between):
            return
        yield from (c for c in token.children if c.dep_ == "pobj")


def particles(verb: Token) -> list[str]:
    """Give the little words that go with a verb: "down", "back", "ashore"."""
    found: list[str] = []
    for child in verb.children:
        little = child.dep_ in ("prt", "advmod", "acomp", "npadvmod", "oprd") or (
            child.dep_ == "prep" and not any(c.dep_ == "pobj" for c in child.children)
        )
        if little or (child.dep_ == "prep" and child.lower_ in _LOOSE):
            found.append(child.lower_)
    return found


_LOOSE = words("back out off down up over away through into")


def clause_verb(token: Token) -> Token | None:
    """Give the verb of the clause in which a word stands."""
    at = token
    while at.head.i != at.i:
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return at if at.pos_ in ("VERB", "AUX") else None


def ancestors(token: Token) -> Iterator[Token]:
    """Go from a word up to the root of its sentence."""
    at = token
    while at.head.i != at.i:
        at = at.head
        yield at
