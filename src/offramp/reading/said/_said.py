"""What is said, and what kind of signal that makes of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from offramp.reading.english._nlp import Token
from offramp.reading.english._tables import noun_class, shipped
from offramp.reading.said import _said_marks as marks

_FUTURE = frozenset({"will", "shall", "would", "'ll", "must", "wo", "could", "may"})
_BLOWS = re.compile(
    r"\b(?:revenge|retribution|punish|pay for|price|guns|blow|surprise|lesson|trial|measures|"
    r"give battle|make war|go to war|take up arms|"
    r"whatever it takes|cease to exist|regret|cut off|bury|graveyard|ashes|blood|doom|fate)\b"
)
_HELPS = re.compile(r"\b(?:oppose|protect|help|support|assist|prevent|safeguard|aid)\b")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in shipped("signals.yaml")[name])


@dataclass(frozen=True)
class Content:
    """What a verb of saying carries.

    Attributes
    ----------
    verb : Token
    tokens : tuple of Token
        Those of the clause or the quotation.
    quoted : bool
        Whether it is a quotation that opens the sentence.
    around : str
        The whole sentence, in small letters.
    """

    verb: Token
    tokens: tuple[Token, ...]
    quoted: bool = False
    around: str = ""

    @cached_property
    def words(self) -> str:
        """The text of it, in small letters."""
        return " ".join(t.lower_ for t in self.tokens if not t.is_space)

    @cached_property
    def future(self) -> bool:
        """Whether it speaks of what is to come."""
        return any(t.lower_ in _FUTURE and t.dep_ in ("aux", "ROOT", "ccomp") for t in self.tokens)

    @cached_property
    def hostile(self) -> bool:
        """Whether something is to be done to the other."""
        blows = _list("blows")
        verbs = any(t.lemma_.lower() in blows and t.pos_ == "VERB" for t in self.tokens)
        return verbs or _BLOWS.search(self.words) is not None

    @cached_property
    def helping(self) -> bool:
        """Whether what is to be done serves the other."""
        return _HELPS.search(self.words) is not None

    @cached_property
    def negated(self) -> bool:
        """Whether the main thing said is denied."""
        heads = [
            t for t in self.tokens
            if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")
        ]  # fmt: skip
        return bool(heads) and any(c.dep_ == "neg" for head in heads[:2] for c in head.children)

    @cached_property
    def conditional(self) -> bool:
        """Whether it hangs on a condition."""
        return _conditions().search(self.words) is not None

    @cached_property
    def condition(self) -> str:
        """The condition, in the text's words; empty where there is none."""
        for token in self.tokens:
            if (
                token.lower_ in ("if", "unless", "should", "until", "provided", "failing")
                and token.head.i != token.i
            ):
                clause = token.head
                first, last = clause.left_edge.i, clause.right_edge.i
                return token.doc[max(first, token.i) : last + 1].text.strip(' ".,')[:280]
        return ""

    @cached_property
    def joined(self) -> "tuple[Content, ...]":
        """The clauses of it that "and" joins, where there are several."""
        inside = {t.i for t in self.tokens}
        heads = [
            t for t in self.tokens
            if t.dep_ == "conj" and t.pos_ in ("VERB", "AUX") and t.head.pos_ in ("VERB", "AUX")
            and t.head.i in inside and _top(t.head, self.verb)
            and (t.tag_ in ("VBD", "VBZ") or _has_own(t))
        ]  # fmt: skip
        if not heads:
            return ()
        later = [{t.i for t in head.subtree} & inside for head in heads]
        spans = [inside.difference(*later), *later]
        parts = [tuple(t for t in self.tokens if t.i in span) for span in spans]
        return tuple(Content(self.verb, part, self.quoted, self.around) for part in parts)

    @cached_property
    def own_deed(self) -> bool:
        """Whether it tells of what the speaker is about to do."""
        text = " ".join([*(t.lower_ for t in self.tokens)])
        return bool(
            re.search(
                r"\b(?:that it would (?:strike|attack|launch)|its (?:impending|planned))\b", text
            )
        )


def _has_own(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children)


def _top(token: Token, verb: Token) -> bool:
    """Say whether a verb heads what is said, or is joined to what does."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return verb.i in {token.i, token.head.i} or token.dep_ == "ROOT"


def content_kind(content: Content) -> str | None:
    """Say what kind of signal a sentence with "said" carries, by what is said.

    Parameters
    ----------
    content : Content

    Returns
    -------
    str or None
        The first kind whose rule fits; None where nothing in it is a signal.
    """
    if not content.words:
        return None
    return next((kind for kind, rule in _RULES if rule(content)), None)


def content_kinds(content: Content) -> tuple[str, ...]:
    """Give the kinds of signal in what is said: of the whole, and of clauses that "and" joins.

    Parameters
    ----------
    content : Content

    Returns
    -------
    tuple of str
        Each once.
    """
    found = [kind for part in content.joined if (kind := content_kind(part)) is not None]
    if len(found) < 2:
        whole = content_kind(content)
        found = [] if whole is None else [whole]
    return tuple({_KIN.get(kind, kind): kind for kind in reversed(found)}.values())[::-1]


# Of what is of one kin, such as a limit and an assurance, the first counts.
_KIN = {
    "limit": "assurance", "stance": "assurance",
    "threat": "warning", "conditional-threat": "warning", "vow": "warning",
}  # fmt: skip


@cache
def _conditions() -> re.Pattern[str]:
    """Match what opens a condition, but not "as if" or "for every inch"."""
    return re.compile(
        rf"(?<!\bas )(?:{_has('conditions').pattern})(?! (?:inch|foot|metre|meter|yard|stone)\b)"
    )


@cache
def _has(name: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(w)}\b" for w in sorted(_list(name))))


def _announces(content: Content) -> bool:
    """Say whether statements are released about an answer that is to come."""
    impending = re.search(r"\b(?:impending|coming|imminent|forthcoming) \w+", content.words)
    return content.verb.lemma_ in ("release", "issue", "publish") and impending is not None


def _hints(content: Content) -> bool:
    lemmas = {t.lemma_.lower() for t in content.tokens}
    might = any(t.lower_ in ("might", "could", "may") for t in content.tokens)
    return content.verb.lemma_ in ("hint", "imply") and bool(
        might
        or lemmas & (noun_class("weapons") | noun_class("strikes") | {"weapon", "nuclear", "force"})
    )


def _answered(content: Content) -> bool:
    return not content.future and marks.CAUSE.search(content.words) is not None


def _would_strike(content: Content) -> bool:
    verbs = [t for t in content.tokens if t.pos_ == "VERB" and t.lemma_.lower() in _list("blows")]
    asked = marks.MUST.search(content.words) is not None
    blow = content.future and not asked and _BLOWS.search(content.words) is not None
    return not content.negated and (blow or any(_to_come(verb) for verb in verbs))


def _would_follow(content: Content) -> bool:
    leads = marks.LEADS.search(content.words) is not None
    return content.future and content.conditional and not content.negated and leads


def _yields(content: Content) -> bool:
    """Say whether something is promised that leads down: release, withdrawal, a halt."""
    if not content.negated and marks.STANDS_DOWN.search(content.words) is not None:
        return True
    verbs = [t for t in content.tokens if t.pos_ == "VERB" and t.lemma_.lower() in _list("yields")]
    return not content.negated and any(_to_come(verb) for verb in verbs)


def _to_come(verb: Token) -> bool:
    """Say whether a verb, or the one that it hangs on, speaks of what is to come."""
    if any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in verb.children):
        return True
    hangs = verb.dep_ in ("xcomp", "conj", "pcomp") and verb.head.i != verb.i
    return hangs and _to_come(verb.head)


def _refuses(content: Content) -> bool:
    """Say whether something is declared that one will not do."""
    return content.future and marks.WILL_NOT.search(content.words) is not None


def _orders(content: Content) -> bool:
    """Say whether a quotation is an order: "Take the ships away"."""
    if not content.quoted:
        return False
    return any(
        t.tag_ == "VB"
        and t.dep_ in ("ROOT", "ccomp")
        and t.lemma_ != "let"
        and not any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in t.children)
        for t in content.tokens
    )


def _whoever(content: Content) -> bool:
    met = marks.ANSWERS.search(content.words)
    return met is not None and marks.WHOEVER.search(content.words) is not None


def _shows(mark: re.Pattern[str], past: bool = False) -> Callable[[Content], bool]:
    """Give the rule that a phrase stands in what is said; `past`: of what has been."""
    return lambda c: not (past and c.future) and mark.search(c.words) is not None


def _held(mark: re.Pattern[str], sure: bool) -> Callable[[Content], bool]:
    """Give the rule that a phrase stands in what is said on a condition."""
    return lambda c: c.conditional is sure and mark.search(c.words) is not None


_RULES: tuple[tuple[str, Callable[[Content], bool]], ...] = (
    ("threat", _announces),
    ("threat", _hints),
    ("notice", lambda c: c.own_deed),
    ("notice", _shows(marks.FORETOLD)),
    ("warning", _shows(marks.FORBIDS)),
    ("conditional-threat", lambda c: marks.FAILING.search(c.around) is not None),
    ("conditional-threat", _shows(marks.RETURNED)),
    ("limit", lambda c: marks.BEYOND_DEFENCE.search(c.around) is not None),
    ("limit", _shows(marks.OVER)),
    ("limit", lambda c: _has("limits").search(c.words) is not None),
    ("limit", _shows(marks.NARROW)),
    ("justification", lambda c: marks.SELF_DEFENCE.search(c.around) is not None),
    ("conditional-threat", _held(marks.RESERVES, True)),
    ("threat", _shows(marks.RESERVES)),
    ("assurance", _shows(marks.PEACE)),
    ("conditional-threat", lambda c: _whoever(c) and c.future),
    ("warning", _whoever),
    ("conditional-threat", _held(marks.UNLEASHED, True)),
    ("warning", _shows(marks.UNLEASHED)),
    ("justification", _answered),
    ("justification", _shows(marks.EXCUSED)),
    ("warning", _shows(marks.ADVISED)),
    ("conditional-threat", lambda c: _would_strike(c) and c.conditional),
    ("vow", _would_strike),
    ("conditional-threat", _held(marks.FOUND_READY, True)),
    ("vow", _shows(marks.FOUND_READY)),
    ("vow", _shows(marks.VOWS)),
    ("conditional-threat", _would_follow),
    ("conditional-threat", _shows(marks.ON_ITSELF)),
    ("warning", _shows(marks.CONSEQUENCES)),
    ("demand", _shows(marks.MUST)),
    ("demand", _orders),
    ("stance", _shows(marks.UNLENT)),
    ("warning", _shows(marks.TOLERATES)),
    ("warning", _shows(marks.ENTITLED)),
    ("stance", _shows(marks.APART)),
    ("stance", _shows(marks.BESIDE)),
    ("stance", _shows(marks.BUSINESS)),
    ("offer", _shows(marks.READY)),
    ("offer", _shows(marks.OPEN)),
    ("offer", _shows(marks.CONTENT)),
    ("assurance", _shows(marks.HARMLESS)),
    ("warning", _shows(marks.COMING)),
    ("threat", _shows(marks.READY_TO_FIGHT)),
    ("justification", _shows(marks.INVITED, past=True)),
    ("justification", _shows(marks.NEEDED, past=True)),
    ("framing", _shows(marks.DENIES, past=True)),
    ("accusation", lambda c: _has("faults").search(c.words) is not None),
    ("accusation", _shows(marks.BLAMES)),
    ("framing", _shows(marks.EXULTS, past=True)),
    ("framing", _shows(marks.BELONGS)),
    ("offer", lambda c: _yields(c) and marks.IN_RETURN.search(c.words) is not None),
    ("withdrawal", lambda c: _yields(c) and "withdraw" in c.words),
    ("assurance", _yields),
    ("notice", _shows(marks.FROM_NOW)),
    ("conditional-threat", lambda c: _refuses(c) and marks.IN_CASE.search(c.words) is not None),
    ("stance", _refuses),
)
