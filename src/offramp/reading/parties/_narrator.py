"""For whom a text speaks that says "we": the state of a speaker, a diarist or an embassy."""

import re
from collections import Counter
from collections.abc import Callable, Mapping

from offramp.reading._words import words
from offramp.reading.english._nlp import Parsed, Token
from offramp.reading.parties._gazetteer import Mention

SELF = words("we us our ours i my me mine ourselves myself")
# "I was secretary at the German legation", "we of the Veldian service".
_POSTS = words(
    "brigade regiment battalion division legation embassy consulate ministry delegation mission "
    "service staff desk navy army fleet "
    "squadron government cabinet foreign office ambassador minister secretary consul attaché "
    "attache officer lieutenant captain envoy"
)
_SERVES = words("be serve join enter become")
# "Members of the Assembly of Veldia", "on behalf of the Government of Veldia".
_FOR = re.compile(
    r"\b(?:(?:members|honou?rable \w+) of the [\w ]{3,40}?|my fellow|"
    r"[.!?:]\s+(?:people|citizens) of|"
    r"(?:on|in) (?:the )?(?:behalf|name) of|(?:speak|speaking|appear|appears|plead) (?:\w+ )?for|"
    r"(?:counsel|agent) for|we,? (?:the )?(?:people|government) of) "
    r"(?:the )?(?:[\w']+ ){0,5}$",
    re.I,
)
_LOOKS_BACK = 70
# So speak only the servants of that crown.
_OWN_CROWN = re.compile(r"(?:Her|His) Majesty's\b")
_HEADED = re.compile(r"\s*(?:From )?(?:the )?$", re.I)
_MISSIONS = words("embassy legation mission consulate delegation")
# What only a state, or its people, calls "our".
_OURS = words(
    "minister ministry ambassador envoy government cabinet premier president king queen army navy "
    "fleet force troop soldier sailor squadron ship frigate destroyer gun gunner border frontier "
    "water territory soil airspace coast admiral general marine airman vessel trawler"
)
_ENOUGH, _CHIEF = 2, 3


def narrator_of(
    parsed: Parsed, at: Mapping[int, Mention], kind: Callable[[str], str]
) -> str | None:
    """Give the state for which a text speaks in the first person; None where it is not clear.

    Parameters
    ----------
    parsed : Parsed
    at : mapping of int to Mention
        The names of parties, by token.
    kind : callable
        Gives the sort of a party.

    Returns
    -------
    str or None
        That in whose service or name the text says to speak; else the one of its three chief
        states that it sets least beside "us", where it speaks of "our fleet" or the like.
    """
    selves = [t for t in parsed.doc if is_self(t) and not in_quotes(parsed, t)]
    states = {i: m.party for i, m in at.items() if kind(m.party) == "state"}
    if not selves or not states:
        return None
    told = [p for t in selves if (p := _serves(t, states)) is not None]
    told += [p for i, p in states.items() if at[i].start == i and _spoken_for(parsed, i)]
    if told:
        return told[0]
    return _left(parsed, selves, states, at)


def is_self(token: Token) -> bool:
    """Say whether a word is "we" or "I" or one of their forms; "US" is none."""
    return token.lower_ in SELF and token.text not in ("US", "U.S.")


def in_quotes(parsed: Parsed, token: Token) -> bool:
    """Say whether a word stands between quotation marks."""
    first = parsed.sentence(token).start
    marks = parsed.text[max(first - 600, 0) : token.idx].rpartition("\n")[2]
    return marks.count('"') % 2 == 1


def _serves(token: Token, states: Mapping[int, str]) -> str | None:
    """Read "I was secretary at the German legation"."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in _SERVES:
        return None
    for inner in verb.subtree:
        post = inner.head.lemma_.lower() in _POSTS or inner.head.head.lemma_.lower() in _POSTS
        clause = any(t.dep_ in ("relcl", "advcl", "ccomp") for t in _between(inner, verb))
        if inner.i > verb.i and inner.i in states and post and not clause:
            return states[inner.i]
    return None


def _between(token: Token, verb: Token) -> list[Token]:
    found: list[Token] = []
    while token.i not in {verb.i, token.head.i}:
        found.append(token)
        token = token.head
    return found


def _spoken_for(parsed: Parsed, i: int) -> bool:
    """Say whether a name stands behind "on behalf of" and the like."""
    start = parsed.doc[i].idx
    before = parsed.text[max(start - _LOOKS_BACK, 0) : start]
    headed = start < _LOOKS_BACK and _HEADED.match(before) is not None
    if headed and i + 1 < len(parsed.doc) and parsed.doc[i + 1].lower_ in _MISSIONS:
        return True
    return _FOR.search(before) is not None or _OWN_CROWN.match(parsed.text[start:]) is not None


def _left(
    parsed: Parsed, selves: list[Token], states: Mapping[int, str], at: Mapping[int, Mention]
) -> str | None:
    """Give the one of the three chief states that is least often told of beside "us"."""
    ours = any(t.lower_ == "our" and t.head.lemma_.lower() in _OURS for t in selves)
    counts = Counter(party for i, party in states.items() if at[i].start == i)
    beside: Counter[str] = Counter()
    for number in {parsed.of_token[t.i] for t in selves}:
        sentence = parsed.sentences[number]
        beside.update({states[i] for i in range(sentence.first, sentence.last) if i in states})
    ranked = sorted((beside[party], party) for party, _ in counts.most_common(_CHIEF))
    if not ours or len(selves) < _ENOUGH or len(ranked) < 2:
        return None
    (least, party), (next_, _) = ranked[:2]
    return party if least < next_ and least < _ENOUGH else None
