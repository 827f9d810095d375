"""What is said, and what kind of signal that makes of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from offramp.reading._nlp import Token
from offramp.reading._tables import noun_class, shipped
from offramp.reading._times import count

_FUTURE = frozenset({"will", "shall", "would", "'ll", "must", "wo", "could", "may"})
_HOURS = re.compile(
    r"\b([\w-]+)(?: or so)?[ -](hours?|days?|minutes?|weeks?)'?"
    r"(?: (?:in advance|before(?:hand)?|ahead|prior|earlier)|(?:')? (?:notice|warning))",
    re.I,
)


_BLOWS = re.compile(
    r"\b(?:revenge|retribution|punish|pay for|price|guns|blow|surprise|lesson|trial|measures|"
    r"whatever it takes|regret|cut off|bury|graveyard|ashes|blood|doom|fate)\b"
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
        heads = [t for t in self.tokens if t.pos_ in ("VERB", "AUX")]
        return bool(heads) and any(c.dep_ == "neg" for head in heads[:2] for c in head.children)

    @cached_property
    def conditional(self) -> bool:
        """Whether it hangs on a condition."""
        return any(re.search(rf"\b{re.escape(mark)}\b", self.words) for mark in _list("conditions"))

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
    def own_deed(self) -> bool:
        """Whether it tells of what the speaker is about to do."""
        text = " ".join([*(t.lower_ for t in self.tokens)])
        return bool(
            re.search(
                r"\b(?:that it would (?:strike|attack|launch)|its (?:impending|planned))\b", text
            )
        )


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


@cache
def _has(name: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(w)}\b" for w in sorted(_list(name))))


def _announces(content: Content) -> bool:
    """Say whether statements are released about an answer that is to come."""
    impending = re.search(r"\b(?:impending|coming|imminent|forthcoming) \w+", content.words)
    return content.verb.lemma_ in ("release", "issue", "publish") and impending is not None


def _hints(content: Content) -> bool:
    lemmas = {t.lemma_.lower() for t in content.tokens}
    return content.verb.lemma_ in ("hint", "imply") and bool(
        lemmas & (noun_class("weapons") | noun_class("strikes") | {"weapon", "nuclear", "force"})
    )


def _answered(content: Content) -> bool:
    return not content.future and _CAUSE.search(content.words) is not None


def _would_strike(content: Content) -> bool:
    return content.future and content.hostile and not content.negated


def _would_follow(content: Content) -> bool:
    leads = _LEADS.search(content.words) is not None
    return content.future and content.conditional and not content.negated and leads


def _yields(content: Content) -> bool:
    """Say whether something is promised that leads down: release, withdrawal, a halt."""
    verbs = {t.lemma_.lower() for t in content.tokens if t.pos_ == "VERB"}
    return content.future and not content.negated and bool(verbs & _list("yields"))


_LEADS = re.compile(
    r"\b(?:war|consequence|response|force|met|dealt with|released from|regarded?|"
    r"act of|retaliat|target|expect|price|"
    r"humiliation|find|reply|blow|attack|strike)"
)
_CAUSE = re.compile(
    r"\b(?:retaliation|(?:in |a )?response (?:to|for)|reprisal|in revenge|"
    r"(?:had|has|have) answered|answer to|in reply to|in defen[cs]e of)\b"
)
_OVER = re.compile(
    r"\b(?:operations?|matter|affair|incident|account|chapter|response|campaign|action|it|mission|"
    r"attacks?|strikes?|retaliation|issue|business) "
    r"(?:is|are|was|were|had been|has been|have been|as|) ?(?:now )?"
    r"(?:over|closed|concluded|complete|finished|ended|settled)\b"
)
_SELF_DEFENCE = re.compile(r"\bself ?- ?defen[cs]e\b|\bright to self defen[cs]e\b")
_RESERVES = re.compile(r"\breserv\w+ (?:the|its|his|their|our) (?:\w+ )?(?:'s )?right")
_APART = re.compile(
    r"\b(?:will|would|could|did|does|do) not (?:\w+ )?(?:take part|partake|support|join|"
    r"participate|help|cover|allow|become involved|be drawn|intervene|back|assist)\b|"
    r"\bno (?:help|support|aid|troops|arms|fuel) (?:would|will|could)\b|\bstay (?:out|neutral)\b|"
    r"\bon (?:its|their|his) own\b"
)
_TOLERATES = re.compile(
    r"\b(?:would|will|could|can|did|does|shall) ?not (?:\w+ )?(?:tolerate|accept|stand|"
    r"permit|remain|sit|let|yield|bow|be intimidated|hesitate|rule out|give way|give in|back down|"
    r"retreat|compromise|surrender|be bullied|be pushed|go unavenged|"
    r"be indifferent|stand by|look on|go unpunished|"
    r"go unanswered)\b|\bno choice but\b|\bpatience\b|"
    r"\bno (?:[\w-]+ ){1,3}(?:would|will|could|can) be (?:allowed|permitted|tolerated|spared)\b|"
    r"\b(?:there will be|find|have) no (?:sanctuary|mercy|escape|hiding|refuge|safe)\b|"
    r"\bline (?:has been|had been|is|was) (?:drawn|crossed)\b|\bred line"
)
_MUST = re.compile(
    r"\b(?:we|i|it|they|he|she) (?:want|demand|expect|require|insist)(?:s|ed)? "
    r"(?:that|\w+ \w+ to|them)\b|"
    r"\b(?:we|i) (?:want|demand|expect|require|insist)\b|\bmust (?:\w+ )?(?:be )?(?:withdr|stop|"
    r"end|leave|releas|return|apolog|pay|respect|cease|go|hand|free|lift|halt|give|punish|answer)"
)
_BESIDE = re.compile(
    r"\b(?:right to (?:defend|respond)|stands? (?:by|with|behind)|stood (?:by|with|behind)|"
    r"full support|treaty appli\w+|treaty cover\w+|commitment to|come to (?:the|its) aid)\b"
)
_READY = re.compile(
    r"\b(?:ready|prepared|willing|open) (?:to|for)\b.*\b(?:talk|sit down|negotiat|meet|submit|"
    r"discuss|dialogue|arbitrat|settle|compromise|exchange)"
)
_NEEDED = re.compile(
    r"\b(?:needed|necessary|(?:was|were|been) (?:forced|compelled|obliged|provoked|responding)|"
    r"had (?:no choice|to)|left with no (?:other )?choice|in order to|"
    r"to (?:protect|defend|prevent|forestall|restore|enforce)|"
    r"lay (?:on|in|within)|own (?:side|soil|waters|territory|airspace))\b"
)
_READY_TO_FIGHT = re.compile(
    r"\b(?:ready|prepared|prepare|preparing|brace) (?:\w+ )?(?:for|to) (?:\w+ ){0,3}"
    r"(?:war|fight|battle|attack|conflict|worst|die|sacrifice|strike|struggle|confrontation)\b"
)
_HARMLESS = re.compile(
    r"\b(?:nothing to fear|no (?:quarrel|designs?|ambitions?|wish|further (?:\w+ )?aims?|claims?)|"
    r"(?:not|n't) (?:be )?(?:harmed|fired upon|touched|used|involved|attacked|targeted)|"
    r"free to|safe passage|(?:was|is) not (?:the|its|our) policy|(?:be|been) confined to|"
    r"defensive|would be (?:let|set|sent) (?:go|free|home))\b"
)
_DENIES = re.compile(
    r"\b(?:fabricat\w+|baseless|groundless|untrue|unfounded|propaganda|invention|misunderstanding|"
    r"(?:an?|by) (?:\w+ )?(?:accident|mistake|error)|nothing to do with|"
    r"no (?:part|hand|role|knowledge|connection)\b|"
    r"(?:had|has|have|did|was|were) (?:not|never) (?:been )?(?:cross|fire|enter|attack|take part|"
    r"order|know|violat|involv|leave|left|authoris|authoriz|responsible)\w*|routine|unharmed|"
    r"no (?:losses|casualties|damage))\b"
)
_OPEN = re.compile(
    r"\bdoors? (?:to \w+ )?(?:\w+ )?(?:open|ajar)\b|\b(?:open|willing|ready|prepared) to "
    r"(?:receive|accept|consider|enter|let|admit|resume|hold|withdraw|release|return|lift|sign)\b"
)


def _refuses(content: Content) -> bool:
    """Say whether something is declared that one will not do."""
    return content.future and _WILL_NOT.search(content.words) is not None


_WILL_NOT = re.compile(r"\b(?:will|would|shall|wo|could|can) ?(?:not|n't|never) \w+")
_RULES: tuple[tuple[str, Callable[[Content], bool]], ...] = (
    ("threat", _announces),
    ("threat", _hints),
    ("notice", lambda c: c.own_deed),
    ("limit", lambda c: bool(_OVER.search(c.words) or _has("limits").search(c.words))),
    ("justification", lambda c: _SELF_DEFENCE.search(c.around) is not None),
    ("conditional-threat", lambda c: bool(_RESERVES.search(c.words)) and c.conditional),
    ("threat", lambda c: _RESERVES.search(c.words) is not None),
    ("justification", _answered),
    ("conditional-threat", lambda c: _would_strike(c) and c.conditional),
    ("vow", _would_strike),
    ("conditional-threat", _would_follow),
    ("demand", lambda c: _MUST.search(c.words) is not None),
    ("warning", lambda c: _TOLERATES.search(c.words) is not None),
    ("stance", lambda c: bool(_APART.search(c.words) or _BESIDE.search(c.words))),
    ("offer", lambda c: _READY.search(c.words) is not None),
    ("offer", lambda c: _OPEN.search(c.words) is not None),
    ("assurance", lambda c: _HARMLESS.search(c.words) is not None),
    ("threat", lambda c: _READY_TO_FIGHT.search(c.words) is not None),
    ("justification", lambda c: not c.future and _NEEDED.search(c.words) is not None),
    ("framing", lambda c: not c.future and _DENIES.search(c.words) is not None),
    ("accusation", lambda c: _has("faults").search(c.words) is not None),
    ("withdrawal", lambda c: _yields(c) and "withdraw" in c.words),
    ("assurance", _yields),
    ("stance", _refuses),
)


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
    return float(round(amount * (168 if unit.startswith("week") else factor), 2))
