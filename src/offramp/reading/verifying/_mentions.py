"""Where a text names a party."""

import re
from functools import lru_cache

from offramp.reading.drafts._items import PartyItem

# "Iran" is named by "Iranian" and "Iran's", "Israel" by "Israelis".
_DERIVED = r"(?:['’]s?|(?:n|an|ian|i|ese|ite)?s?)"


def mentions(party: PartyItem, text: str) -> tuple[tuple[int, int], ...]:
    """List where a text names a party, by its name, what is derived from it, or an alias.

    Examples
    --------
    >>> iran = PartyItem("iran", (), "Iran", aliases=("Tehran",))
    >>> text = "Tehran denied it; Iranian media and Iran's allies did not. Uranium."
    >>> [text[a:b] for a, b in mentions(iran, text)]
    ['Tehran', 'Iranian', "Iran's"]
    """
    pattern = _pattern((party.name, *party.aliases))
    return tuple(match.span() for match in pattern.finditer(text)) if pattern else ()


def is_named(party: PartyItem, text: str) -> bool:
    """Say whether a text names a party at all.

    Examples
    --------
    >>> is_named(PartyItem("iran", (), "Iran"), "Iraqi forces")
    False
    """
    return _is_named((party.name, *party.aliases), text)


@lru_cache(maxsize=4096)
def _is_named(names: tuple[str, ...], text: str) -> bool:
    pattern = _pattern(names)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=1024)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = [_form(name) for name in sorted(set(names), key=len, reverse=True) if name.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if forms else None


def _form(name: str) -> str:
    words = name.split()
    body = r"\s+".join(re.escape(word).replace("'", "['’]") for word in words)
    first = name[0]
    if first.isalpha():
        body = f"[{first.lower()}{first.upper()}]{body[1:]}" if not name.isupper() else body
    # Case tells "US" from "us"; a name in capitals takes no ending but a plural or possessive.
    return body + (r"(?:['’]s|s)?" if name.isupper() else _DERIVED)
