"""What a signal says, and the kind that this makes of it."""

from offramp.reading._words import words
from offramp.reading.english._nlp import Parsed, Sentence, Token
from offramp.reading.english._syntax import prepositions
from offramp.reading.said._carriers import said_words
from offramp.reading.said._said import Content

_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "dobj", "parataxis", "prep", "oprd", "attr")
_BETWEEN = words(
    "mediate mediation offices broker arbitrate arbitration message messages intermediary "
    "intermediaries go-between mediator host facilitate venue"
)
_FREE_SPEECH = frozenset({"government", "delegation", "country"})


def content_of(verb: Token, sentence: Sentence, parsed: Parsed) -> Content:
    """Gather what is said: the clause under the verb, or the quotation in its sentence."""
    text = parsed.text[sentence.start : sentence.end]
    quoted = text.lstrip().startswith('"')
    if quoted:
        tokens = [t for t in parsed.tokens(sentence) if t.i < verb.i]
    elif free_speech(verb):
        tokens = list(parsed.tokens(sentence))
    else:
        clauses = [c for c in verb.children if c.dep_ in _CLAUSES and not _apart(c, verb)]
        inside = {t.i: t for c in clauses for t in c.subtree if t.i != verb.i}
        if verb.dep_ == "parataxis":
            # "If they come again, said the general, they will find us ready."
            inside |= {t.i: t for t in _around(verb)}
        tokens = [inside[i] for i in sorted(inside)]
        aside = verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts)
        if aside:
            own = {t.i for t in verb.subtree}
            tokens = [t for t in parsed.tokens(sentence) if t.i not in own]
        tokens = tokens or _around(verb)
    return Content(verb, tuple(tokens), quoted, text.lower())


def after_that(content: Content, sentence: Sentence, parsed: Parsed) -> Content:
    """Gather what follows "that" to the end of a sentence, whose parts the parser may scatter."""
    rest = [t for t in parsed.tokens(sentence) if t.i > content.verb.i]
    at = next((n for n, t in enumerate(rest) if t.lower_ == "that" and t.tag_ == "IN"), None)
    told = () if at is None else tuple(rest[at:])
    return Content(content.verb, told, content.quoted, content.around)


def _apart(clause: Token, verb: Token) -> bool:
    """Say whether a semicolon parts a clause from the verb behind it."""
    between = verb.doc[clause.i : verb.i] if clause.i < verb.i else ()
    return any(t.text == ";" for t in between)


def _around(verb: Token) -> list[Token]:
    """Give the sentence into which a verb of saying is put: "Turkey, he declared, wanted peace"."""
    aside = verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts)
    placed = aside or verb.dep_ in ("parataxis", "ccomp", "relcl", "acl")
    if not placed or verb.head.pos_ == "NOUN":
        return []
    own = {t.i for t in verb.subtree}
    return [t for t in verb.head.subtree if t.i not in own]


def sharpened(kind: str, verb: Token, content: Content) -> str:
    """Tell threats on a condition, notices and benign promises from warnings and vows."""
    if kind in ("warning", "threat") and (content.conditional or _hangs(verb)):
        return "conditional-threat"
    if kind == "warning" and (
        content.own_deed or any(mark in content.around for mark in said_words("beforehand"))
    ):
        return "notice"
    if kind in ("assurance", "vow") and content.hostile and not content.negated:
        return "assurance" if content.helping else "vow"
    if kind == "vow" and content.negated:
        return "assurance"
    if kind == "demand" and any(t.lower_ == "nothing" for _, t in prepositions(verb)):
        # "We ask for nothing that is not ours."
        return "limit"
    return _of_kin(kind, verb)


def _hangs(verb: Token) -> bool:
    """Say whether "should", "if" or "unless" opens a clause behind a verb."""
    later = [t for t in verb.subtree if t.i > verb.i]
    # The parser may hang the main clause on that of the condition.
    later += [t for t in verb.head.children if t.i > verb.i]
    return any(
        t.lower_ in ("if", "unless") or (t.lower_ == "should" and t.dep_ == "aux" and _turned(t))
        for t in later
    )


def _turned(helper: Token) -> bool:
    """Say whether a helper stands before its subject: "should they come"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > helper.i for c in helper.head.children)


def _of_kin(kind: str, verb: Token) -> str:
    """Tell what is insisted on as a fact from demands, and good offices from offers."""
    if kind == "demand" and verb.lemma_ == "insist" and _states(verb):
        return "framing"
    near = {t.lower_ for t in verb.subtree if 0 < t.i - verb.i < 12}
    return "mediation" if kind == "offer" and near & _BETWEEN else kind


def free_speech(verb: Token) -> bool:
    """Say whether minutes go on with a speech: "His Government had no further aims"."""
    return any(
        c.dep_ == "nsubj"
        and c.lemma_.lower() in _FREE_SPEECH
        and any(p.dep_ == "poss" and p.tag_ == "PRP$" for p in c.children)
        for c in verb.children
    )


def _states(verb: Token) -> bool:
    """Say whether what is insisted on is told as a fact: "insists that it was attacked"."""
    return verb.dep_ == "parataxis" or any(
        c.dep_ == "ccomp"
        and (c.tag_ in ("VBD", "VBZ", "VBP") or any(a.dep_.startswith("aux") for a in c.children))
        and not any(a.lower_ in ("should", "must", "be") and a.dep_ == "aux" for a in c.children)
        and not any(a.lower_ == "be" and a.dep_ == "auxpass" for a in c.children)
        for c in verb.children
    )
