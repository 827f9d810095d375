"""What is said, and what kind of signal that makes of it."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from offramp.reading._nlp import Token
from offramp.reading._tables import shipped
from offramp.reading._times import count

_FUTURE = frozenset({"will", "shall", "would", "'ll", "must", "wo", "could", "may"})
_HOURS = re.compile(
    r"\b([\w-]+)(?: or so)?[ -](hours?|days?|minutes?|weeks?)'?"
    r"(?: (?:in advance|before(?:hand)?|ahead|prior|earlier)|(?:')? (?:notice|warning))",
    re.I,
)
_SELF_IF = re.compile(r"\b(?:not|never|no longer|neither|nor)\b|n't\b")


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
    """

    verb: Token
    tokens: tuple[Token, ...]
    quoted: bool = False

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
        return any(t.lemma_.lower() in _list("blows") and t.pos_ == "VERB" for t in self.tokens) or (
            re.search(r"\b(?:revenge|retribution|punish|pay for|price|guns|blow|surprise)\b", self.words)
            is not None
        )

    @cached_property
    def negated(self) -> bool:
        """Whether the main thing said is denied."""
        heads = [t for t in self.tokens if t.pos_ in ("VERB", "AUX")]
        return bool(heads) and any(
            c.dep_ == "neg" for head in heads[:2] for c in head.children
        )

    @cached_property
    def conditional(self) -> bool:
        """Whether it hangs on a condition."""
        return any(re.search(rf"\b{re.escape(mark)}\b", self.words) for mark in _list("conditions"))

    @cached_property
    def condition(self) -> str:
        """The condition, in the text's words; empty where there is none."""
        for token in self.tokens:
            if token.lower_ in ("if", "unless", "should", "until", "provided") and token.head.i != token.i:
                clause = token.head
                first, last = clause.left_edge.i, clause.right_edge.i
                return token.doc[max(first, token.i) : last + 1].text.strip(' ".,')[:280]
        return ""

    @cached_property
    def own_deed(self) -> bool:
        """Whether it tells of what the speaker is about to do."""
        text = " ".join([*(t.lower_ for t in self.tokens)])
        return bool(re.search(r"\b(?:that it would (?:strike|attack|launch)|its (?:impending|planned))\b", text))


def content_kind(content: Content) -> str | None:
    """Say what kind of signal a sentence with "said" carries, by what is said.

    Parameters
    ----------
    content : Content

    Returns
    -------
    str or None
        None where nothing in it is a signal.
    """
    words = content.words
    if not words:
        return None
    if content.verb.lemma_ in ("release", "issue", "publish"):
        threat = re.search(r"\b(?:impending|coming|imminent|forthcoming) \w+", words)
        if threat and "statement" in words:
            return "threat"
    if content.own_deed:
        return "notice"
    if any(re.search(rf"\b{re.escape(mark)}\b", words) for mark in _list("limits")):
        return "limit"
    if re.search(r"\b(?:self[ -]+defen[cs]e|reserve[sd]? (?:the|its|his) right)", words):
        return "justification" if "reserve" not in words else (
            "conditional-threat" if content.conditional else "threat"
        )
    if re.search(r"\b(?:retaliation|(?:in |a )?response (?:to|for)|reprisal|in revenge|had answered|answer to)\b", words):
        if not content.future:
            return "justification"
    if content.future and content.hostile and not content.negated:
        return "conditional-threat" if content.conditional else "vow"
    if content.future and content.conditional and not content.negated and _LEADS.search(words):
        return "conditional-threat"
    if re.search(r"\b(?:(?:will|would|could) not (?:take part|partake|support|join|participate|help|cover)|did not cover)\b", words):
        return "stance"
    if re.search(r"\b(?:right to (?:defend|respond)|stands? (?:by|with|behind)|full support)\b", words):
        return "stance"
    if re.search(r"\b(?:ready to|prepared to|willing to|open to)\b.*\b(?:talk|negotiat|meet|submit|discuss|dialogue|arbitrat)", words):
        return "offer"
    if any(re.search(rf"\b{re.escape(mark)}\b", words) for mark in _list("faults")):
        return "accusation"
    return None


_LEADS = re.compile(r"\b(?:war|consequence|response|force|met|regarded?|act of|retaliat|target|expect|price|humiliation)")


def hours_before(text: str) -> float | None:
    """Read how long before a deed notice of it was given, in hours.

    Examples
    --------
    >>> hours_before("seventy-two hours before the strikes"), hours_before("two days in advance")
    (72.0, 48.0)
    """
    match = _HOURS.search(text)
    if match is None:
        return None
    amount = count(match[1])
    unit = match[2].lower()
    factor = 1 / 60 if unit.startswith("min") else 24 if unit.startswith("day") else 1
    return round(amount * (168 if unit.startswith("week") else factor), 2)
