"""The text round an item's quotes, against which its fields are held."""

from collections.abc import Mapping
from dataclasses import dataclass

from offramp.reading.documents._source import Quote, Source
from offramp.reading.drafts._items import Item, PartyItem
from offramp.reading.verifying._mentions import is_named
from offramp.reading.verifying._quotes import find_quote, passage


@dataclass(frozen=True)
class Held:
    """What became of an item.

    Attributes
    ----------
    item : Item or None
        None where it does not stand.
    faults : tuple of str
        What was wrong, in sentences: of the item, or of the fields that were taken out.
    """

    item: Item | None
    faults: tuple[str, ...] = ()


class Surroundings:
    """The text round an item's quotes, over all its sources."""

    def __init__(self, sources: Mapping[str, Source], quotes: tuple[Quote, ...]) -> None:
        self._cited = [sources[name] for name in dict.fromkeys(q.source for q in quotes)]
        self._quotes = quotes
        self.said = "\n".join(passage(source, quotes) for source in self._cited)

    def names(self, party: PartyItem) -> str:
        """Say where a party is named: in the ``quote``, in the same ``text``, or nowhere."""
        if is_named(party, self.said):
            return "quote"
        return "text" if any(is_named(party, source.text) for source in self._cited) else ""

    def holds(self, words: str) -> str:
        """Say where words stand: in the ``quote``, in the same ``text``, or nowhere (empty)."""
        if not words.strip():
            return ""
        found = [quote for source in self._cited for quote in find_quote(source, words)]
        if not found:
            return ""
        own = find_quote(Source("own", self.said), words)
        return "quote" if own else "text"


def hold_parties(
    names: tuple[str, ...], parties: Mapping[str, PartyItem], near: Surroundings
) -> tuple[tuple[str, ...], bool, list[str]]:
    """Keep the parties that the text bears out; say whether any is named elsewhere."""
    kept: list[str] = []
    faults: list[str] = []
    inferred = False
    for name in dict.fromkeys(names):
        where = near.names(parties[name]) if name in parties else ""
        if where:
            kept.append(name)
            inferred |= where == "text"
        else:
            faults.append(f'"{name}" is not named in the text.')
    return tuple(kept), inferred, faults
