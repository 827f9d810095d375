"""Hold who did or said something, and to whom, against the sentence that tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from offramp.reading.documents._sentences import around
from offramp.reading.documents._source import Quote, Source
from offramp.reading.drafts._items import PartyItem
from offramp.reading.verifying._mentions import mentions
from offramp.reading.verifying._roles import doers, sufferers


@dataclass(frozen=True)
class Who:
    """Who is said to have done something, to whom, and by which word.

    Attributes
    ----------
    makers, others : tuple of str
        Ids of parties.
    trigger : Quote or None
        The word for the deed; without one nothing is held against the sentence.
    mutual : bool
        Whether both did it.
    struck : bool
        Whether the others are struck, so that whoever is its subject in the passive suffers it.
    """

    makers: tuple[str, ...]
    others: tuple[str, ...]
    trigger: Quote | None
    mutual: bool = False
    struck: bool = False


def who_fault(
    who: Who,
    sources: Mapping[str, Source],
    parties: Mapping[str, PartyItem],
    head: Mapping[str, str],
) -> str:
    """Find that a sentence has something done by another, or the other way round.

    Parameters
    ----------
    who : Who
    sources : mapping of str to Source
    parties : mapping of str to PartyItem
        All that the draft knows.
    head : mapping of str to str
        For whom each party acts in the end.

    Returns
    -------
    str
        What is wrong, in a sentence; empty where the sentence contradicts nobody.

    Examples
    --------
    >>> source = Source("s", "Iran attacked Israel.")
    >>> people = {name: PartyItem(name, (), name.title()) for name in ("iran", "israel")}
    >>> told = Who(("israel",), ("iran",), source.quote(5, 13))
    >>> who_fault(told, {"s": source}, people, {})
    'The quote has it the other way round.'
    """
    word = who.trigger
    if word is None or word.source not in sources or who.mutual or not who.makers:
        return ""
    if set(who.makers) & set(who.others):
        return ""
    text = sources[word.source].text
    start, end = around(text, word.start, word.end)
    sentence, trigger = text[start:end], (word.start - start, word.end - start)
    named = {
        name: [at for at in mentions(party, sentence) if at[1] <= trigger[0] or at[0] >= trigger[1]]
        for name, party in parties.items()
    }
    places = {at for found in named.values() for at in found}
    doing = doers(sentence, trigger, places)
    ours = {at for name in who.makers for at in named.get(name, ())}
    theirs = {at for name in who.others for at in named.get(name, ())}
    if doing & theirs and not doing & ours:
        return "The quote has it the other way round."
    kin = {head.get(name, name) for name in who.makers}
    own = {name for name in named if name in who.makers or head.get(name, name) in kin}
    if doing and not any(doing & set(named[name]) for name in own):
        return "The quote has it done by another."
    if who.struck and sufferers(sentence, trigger, places) & ours - theirs and not doing & ours:
        return "The quote has the actor suffer it."
    return ""
