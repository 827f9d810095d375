"""Groups that no gazetteer knows, found by the words of their names."""

import re
from dataclasses import dataclass, field
from typing import Any

from offramp.reading._words import words as _listed
from offramp.reading.english._nlp import Parsed, Token
from offramp.reading.english._tables import roles
from offramp.reading.parties._gazetteer import Mention

_BEHIND = _listed("movement militia group faction brigade brigades guerrillas rebels insurgents")


# "The Northern Council" is a body between states, "the Revolutionary Council" one of a state's own.
_COUNCILS = _listed("council organisation organization community")
_OF_ONE_STATE = _listed(
    "state supreme national revolutionary military executive city privy governing ruling cabinet "
    "war federal defence defense town legislative regency crown security army people's municipal "
    "intelligence workers central presidential grand liberation resistance rebel student labour"
)
_PAPERS = _listed("treaty pact agreement convention protocol charter declaration accord")


@dataclass
class Found:
    """What a text names that the gazetteer does not know.

    Attributes
    ----------
    mentions : list of Mention
    states : dict of str to (str, set of str)
        Name and other forms, by id.
    groups : dict of str to (str, str, set of str)
        Name, kind and other forms, by id.
    """

    mentions: list[Mention] = field(default_factory=list[Mention])
    states: dict[str, tuple[str, set[str]]] = field(default_factory=dict[str, Any])
    groups: dict[str, tuple[str, str, set[str]]] = field(default_factory=dict[str, Any])


def slug(name: str) -> str:
    """Make an id of a name.

    Examples
    --------
    >>> slug("Front for a Free Tovaria")
    'front-for-a-free-tovaria'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:60] or "x"


def find_groups(parsed: Parsed, taken: set[int], found: Found) -> None:
    """Find groups by the words of their names: fronts, brigades, liberation armies, unions."""
    doc = parsed.doc
    at = 0
    while at < len(doc):
        last = _name_end(doc, at, taken)
        if last is None:
            at += 1
            continue
        words = [doc[i] for i in range(at, last + 1)]
        kind = _kind_of(words) or _kind_behind(doc, at, last)
        if kind is not None:
            name = doc[at : last + 1].text
            key = slug(name)
            forms = found.groups.setdefault(key, (name, kind, set()))[2]
            forms.add(name)
            _short_forms(doc, words, last, forms)
            found.mentions.append(Mention(at, last + 1, key, "group"))
            taken.update(range(at, last + 1))
        at = last + 1
    _later_mentions(doc, taken, found)


def _name_end(doc: Any, at: int, taken: set[int]) -> int | None:
    """Give the last token of a capitalised name that begins here, with "of", "for", "a" inside."""
    if at in taken or not doc[at].text[:1].isupper() or doc[at].pos_ == "PRON":
        return None
    if doc[at].ent_type_ in ("DATE", "TIME"):
        return None
    common = doc[at].is_stop or doc[at].pos_ == "NOUN" or doc[at].lemma_.lower() in roles("groups")
    if doc[at].is_sent_start and common:
        return None
    last, look = at, at + 1
    while look < len(doc) and look - last <= 3:
        text = doc[look].text
        if look in taken:
            break
        if text[:1].isupper() and doc[look].is_alpha and not doc[look].is_sent_start:
            last = look
        elif text not in ("of", "for", "a", "the", "and", "'s", "-"):
            break
        look += 1
    # "and" joins two names more often than it stands inside of one.
    for i in range(at, last):
        if doc[i].text == "and":
            return i - 1 if i > at else None
    return last


def _kind_of(words: list[Token]) -> str | None:
    lower = [word.text.lower() for word in words]
    first = lower[1] if lower[0] == "the" and len(lower) > 1 else lower[0]
    if first in _PAPERS:
        return None
    if len(words) < 2 or (first in roles("offices") | roles("states") and "of" in lower):
        # "the Government of the Union of Sarawa" names a state, not a body.
        return None
    if any(word in roles("group_names") for word in lower):
        return "armed-group"
    listed = "of" in lower and any(word in roles("body_names") for word in lower)
    if listed or (lower[-1] in _COUNCILS and not _OF_ONE_STATE & set(lower)):
        return "organisation"
    if lower[-1] in ("league", "union", "federation", "alliance", "bloc", "confederation"):
        return "alliance"
    return None


def _kind_behind(doc: Any, at: int, last: int) -> str | None:
    """Give the kind of "the Red Sail movement", which a common noun behind the name tells."""
    if last + 1 >= len(doc) or at == 0 or doc[at - 1].lower_ != "the" or doc[last].text == "'s":
        return None
    behind = doc[last + 1]
    plain = not any(doc[i].tag_ in ("JJ", "CD") for i in range(at, last + 1))
    return "armed-group" if plain and behind.lower_ in _BEHIND else None


def _short_forms(doc: Any, words: list[Token], last: int, forms: set[str]) -> None:
    """Add the abbreviation in brackets behind a name, and the word that it is called by later."""
    if last + 2 < len(doc) and doc[last + 1].text == "(" and doc[last + 2].text.isupper():
        forms.add(doc[last + 2].text)
    for word in words:
        if word.text.lower() in roles("group_names") and len(word.text) > 4:
            forms.add(word.text)


def _later_mentions(doc: Any, taken: set[int], found: Found) -> None:
    short = {form: key for key, (_, _, forms) in found.groups.items() for form in forms}
    for token in doc:
        if token.i not in taken and token.text in short:
            found.mentions.append(Mention(token.i, token.i + 1, short[token.text], "group"))
            taken.add(token.i)
