"""Whose a ship, a patrol or a post is, once the text has said it: "the frigate" is that one."""

from collections.abc import Iterator

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.english._tables import noun_class
from offramp.reading.parties._phrases import points

# What sails or flies under other names as well.
_WIDER = {"vessels": ("ship", "vessel", "boat", "craft"), "aircraft": ("plane", "aircraft", "jet")}
_LASTING = ("vessels", "aircraft", "places", "territory", "people", "forces", "fighters")
# What belongs to whichever ship or aeroplane was spoken of last.
_ABOARD = words(
    "crew captain skipper master pilot navigator crewman crewmen helmsman deckhand hull bridge "
    "cargo deck bow mast stern wreck wreckage gun flag survivor officer passenger engine"
)
_VAGUE = words(
    "force side group team people person man woman national citizen official leader area section "
    "minister president king figure member chief operative facility target country state half one "
    "hundred thousand dozen government head mission fire weapon company system network kingdom "
    "republic president secretary general commander"
)
_SENDS = words("send dispatch despatch deploy lose own operate order position station post crew")


class Belongings:
    """Keeps whose things are, in the order of the text."""

    def __init__(self) -> None:
        self._of: dict[str, list[tuple[int, tuple[str, ...]]]] = {}

    def note(self, token: Token, owners: tuple[str, ...]) -> None:
        """Note that a thing, told by the head of its phrase, has an owner."""
        for name in _names(token):
            self._of.setdefault(name, []).append((token.i, owners))

    def owners(self, token: Token) -> tuple[str, ...]:
        """Give whose a thing is that the text speaks of again.

        Parameters
        ----------
        token : Token
            The head of its phrase.

        Returns
        -------
        tuple of str
            Empty where nothing said so before, or where two parties have such things.
        """
        if token.pos_ == "PROPN":
            return self._last(token.text, token.i)
        lemma = token.lemma_.lower()
        told = any(child.dep_ in ("amod", "poss") for child in token.lefts)
        if not points(token) or not any(c.dep_ == "det" for c in token.lefts) or told:
            return ()
        found = self._last(lemma, token.i)
        return found or (self.ship(token) if lemma in _ABOARD else ())

    def ship(self, token: Token) -> tuple[str, ...]:
        """Give whose the ship or the aeroplane is that was spoken of last before a token."""
        listed = [row for name in ("ship", "plane") for row in self._of.get(name, ())]
        before = [(at, owners) for at, owners in listed if at < token.i]
        return max(before)[1] if before else ()

    def _last(self, name: str, before: int) -> tuple[str, ...]:
        told = [owners for at, owners in self._of.get(name, ()) if at < before]
        sure = bool(told) and (len({*told}) == 1 or name in noun_class("vessels"))
        return told[-1] if sure else ()


def aboard(token: Token) -> bool:
    """Say whether a noun is a part of a ship, or those whom it carries: "her crew"."""
    return token.lemma_.lower() in _ABOARD


def sender(token: Token) -> Token | None:
    """Give who "sent a cutter": the subject of a verb whose object is its own ship or force."""
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_ not in _SENDS:
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj"), None)


def _names(token: Token) -> Iterator[str]:
    """Give the words by which a thing may be called later."""
    noun = token
    if token.pos_ == "PROPN":
        before = [c for c in token.lefts if c.dep_ in ("compound", "nmod")]
        kinds = [c for c in before if c.lemma_.lower() in noun_class("vessels")]
        if not kinds:
            return
        yield token.text
        noun = kinds[-1]
    lemma = noun.lemma_.lower()
    if lemma in _VAGUE:
        return
    classes = [name for name in _LASTING if lemma in noun_class(name)]
    if classes:
        yield lemma
    for name in classes:
        yield from (wider for wider in _WIDER.get(name, ()) if wider != lemma)
