"""A row of a model's answer becomes an item, if its quote stands in the source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, cast, get_args

from offramp.reading._slug import slug
from offramp.reading.documents._source import Quote, Source
from offramp.reading.drafts._items import (
    ActItem,
    ClaimItem,
    DateFound,
    Item,
    Means,
    Modality,
    PartyItem,
    RelationItem,
    SignalItem,
    Toll,
    Unverified,
)
from offramp.reading.english._tables import Known, known_parties
from offramp.reading.language_model import _answers as answers
from offramp.reading.verifying._mentions import is_named
from offramp.reading.verifying._quotes import find_quote
from offramp.record import Party

Row = Mapping[str, Any]
MODALITIES = get_args(Modality)
DATES_FOUND = get_args(DateFound)
PARTY_KINDS = get_args(Party.model_fields["kind"].annotation)


class NotFoundError(ValueError):
    """The words of a row do not stand in the source; its text is the sentence that says so."""


@dataclass
class Context:
    """What rows are read against: a piece of a source, and what was found in it so far.

    Attributes
    ----------
    source : Source
    within : tuple of int
        The piece, as a span of `Source.text`.
    parties : mapping of str to str
        From names, in small letters, to ids.
    acts : mapping of str to ActItem
        From labels ("A1") to the acts found so far.
    refused : list of Unverified
        Names that lead nowhere are added here.
    """

    source: Source
    within: tuple[int, int]
    parties: Mapping[str, str] = field(default_factory=dict[str, str])
    acts: Mapping[str, ActItem] = field(default_factory=dict[str, ActItem])
    refused: list[Unverified] = field(default_factory=list[Unverified])

    def quotes(self, row: Row) -> tuple[Quote, ...]:
        """Find the words that a row stands on.

        Raises
        ------
        NotFoundError
            When they do not stand in the source.
        """
        said = answers.text(row, "quote")
        found = find_quote(self.source, said, self.within) or find_quote(self.source, said)
        if not found:
            raise NotFoundError("The words do not stand in the source.")
        return found

    def trigger(self, row: Row, quotes: tuple[Quote, ...]) -> Quote:
        """Find the word for the deed in a row's quotes.

        Raises
        ------
        NotFoundError
            When it is not in them.
        """
        said = answers.text(row, "trigger", 200)
        for quote in quotes:
            found = find_quote(self.source, said, (quote.start, quote.end))
            if found:
                return found[0]
        raise NotFoundError("The word for it does not stand in the quote.")

    def says(self, words: str, quotes: tuple[Quote, ...]) -> bool:
        """Say whether words stand in one of some quotes."""
        return any(find_quote(self.source, words, (one.start, one.end)) for one in quotes)

    def party(self, name: str, kind: str, said: str) -> str | None:
        """Give the id of a party by a name; note a name that leads nowhere."""
        known = self.parties.get(name.casefold()) if name else None
        if name and known is None:
            why = f'"{name[:80]}" is no party that a quote bears out.'
            self.refused.append(Unverified(kind, said, why, self.source.id))
        return known

    def named(self, row: Row, field: str, kind: str) -> tuple[str, ...]:
        """Give the ids of the parties that a field names."""
        said = answers.text(row, "quote")
        found = (self.party(name, kind, said) for name in answers.texts(row, field))
        return tuple(dict.fromkeys(name for name in found if name is not None))


def party_item(row: Row, context: Context, number: int) -> PartyItem:
    """Read a party."""
    del number
    said = answers.text(row, "name", 200)
    iso3 = answers.text(row, "iso3", 3).upper() or None
    kind = answers.choice(row, "kind", PARTY_KINDS, "organisation")
    if not _may_bear(iso3, (said, *answers.texts(row, "names"))):
        iso3 = None
    name = (_state_called(said, iso3) if kind == "state" else None) or said
    party = PartyItem(
        slug(name),
        context.quotes(row),
        name=name,
        kind=kind,
        iso3=iso3,
        aliases=tuple(alias for alias in (said, *answers.texts(row, "names")) if alias != name),
    )
    if any(is_named(party, quote.text) for quote in party.quotes):
        return party
    # The quote speaks of it by another word ("the order came"); its name may stand elsewhere.
    for word in (said, name):
        places = find_quote(context.source, word, context.within) or find_quote(
            context.source, word
        )
        if places:
            return replace(party, quotes=places)
    return party


def _state_called(said: str, iso3: str | None) -> str | None:
    """Give the name of the state with this code that a text calls by its people or capital."""
    for known in known_parties().values():
        if iso3 is None or known.iso3 != iso3 or known.name in _begins_another():
            continue
        if _plain(said) & _state_forms(known):
            return known.name
    return None


def _may_bear(iso3: str | None, names: tuple[str, ...]) -> bool:
    """Say whether a code is that of no state that we know, or of one that the names call."""
    states = [known for known in known_parties().values() if known.iso3 == iso3]
    return not states or any(
        _state_forms(known) & _plain(name) for known in states for name in names
    )


def _state_forms(known: Known) -> set[str]:
    return {form.casefold() for forms in known.forms.values() for form in forms}


def _plain(name: str) -> set[str]:
    plain = name.casefold().removeprefix("the ")
    return {plain, plain.removesuffix("s")}


@cache
def _begins_another() -> frozenset[str]:
    """Give names of states that begin another's, as Niger does Nigeria; they would stand for it."""
    states = [known for known in known_parties().values() if known.kind == "state"]
    return frozenset(
        one.name
        for one in states
        if any(
            form.startswith(one.name)
            for other in states
            if other.id != one.id
            for form in other.forms["name"]
        )
    )


def relation_item(row: Row, context: Context, number: int) -> RelationItem:
    """Read a relation; its ends are ids already."""
    return RelationItem(
        f"r{number}",
        context.quotes(row),
        kind=answers.text(row, "kind", 40),
        from_=context.party(answers.text(row, "from"), "relation", answers.text(row, "quote"))
        or "",
        to=context.party(answers.text(row, "to"), "relation", answers.text(row, "quote")) or "",
        between=context.named(row, "between", "relation"),
    )


def act_item(row: Row, context: Context, number: int) -> ActItem:
    """Read an act."""
    quotes = context.quotes(row)
    means = [
        Means(words, answers.text(one, "kind", 20) or None, answers.count(one, "count"))
        for one in answers.rows(row, "means")
        if (words := answers.text(one, "words", 100)) and context.says(words, quotes)
    ]
    leaders = [
        (name, rank)
        for one in answers.rows(row, "leaders")
        if (name := answers.text(one, "name", 200)) and (rank := answers.text(one, "rank", 20))
    ]
    killed = answers.count(row, "killed")
    return ActItem(
        f"a{number}",
        quotes,
        trigger=context.trigger(row, quotes),
        rung=answers.text(row, "rung", 40),
        plover=answers.text(row, "plover", 40),
        cameo=answers.text(row, "cameo", 4),
        actors=context.named(row, "actors", "act"),
        targets=context.named(row, "targets", "act"),
        channel=answers.choice(row, "channel", ("direct", "proxy", "covert"), "direct"),
        admitted=answers.choice(row, "admitted", ("yes", "no", "denied", "partly"), "yes"),
        modality=cast(Modality, answers.choice(row, "modality", MODALITIES, "hypothetical")),
        reported_by=context.party(answers.text(row, "reported_by"), "act", quotes[0].text),
        **_date(row),
        place=answers.text(row, "place", 200) or None,
        country=_code(answers.text(row, "country", 3)),
        target_kind=answers.text(row, "target_kind", 20) or None,
        means=tuple(means),
        killed=(Toll(killed),) if killed is not None else (),
        withheld=context.named(row, "withheld", "act"),
        mutual=answers.flag(row, "mutual", otherwise=False),
        leaders=tuple(leaders),
        inferred=("channel", "country"),
    )


def signal_item(row: Row, context: Context, number: int) -> SignalItem:
    """Read a signal."""
    quotes = context.quotes(row)
    about = answers.text(row, "about", 200)
    return SignalItem(
        f"s{number}",
        quotes,
        trigger=context.trigger(row, quotes),
        kind=answers.text(row, "kind", 30),
        sender=context.party(answers.text(row, "sender"), "signal", quotes[0].text) or "",
        receivers=context.named(row, "receivers", "signal"),
        via=context.party(answers.text(row, "via"), "signal", quotes[0].text),
        audience=answers.text(row, "audience", 20) or None,
        about=context.acts[about].id if about in context.acts else "",
        condition=answers.text(row, "condition", 300),
        hours=answers.number(row, "hours"),
        public=answers.flag(row, "public", otherwise=True),
        stance=answers.text(row, "stance", 20) or None,
        reported_by=context.party(answers.text(row, "reported_by"), "signal", quotes[0].text),
        **_date(row),
        inferred=("audience", "public"),
    )


def claim_item(row: Row, context: Context, number: int) -> ClaimItem:
    """Read a claim."""
    quotes = context.quotes(row)
    return ClaimItem(
        f"c{number}",
        quotes,
        claimant=context.party(answers.text(row, "claimant"), "claim", quotes[0].text),
        hedge=answers.text(row, "hedge", 100),
        about=tuple(
            context.acts[label].id for label in answers.texts(row, "about") if label in context.acts
        ),
    )


READERS: Mapping[str, Callable[[Row, Context, int], Item]] = {
    "parties": party_item,
    "relations": relation_item,
    "acts": act_item,
    "signals": signal_item,
    "claims": claim_item,
}


def _date(row: Row) -> dict[str, Any]:
    found = answers.text(row, "date", 40) or None
    how = cast(DateFound, answers.choice(row, "date_found", DATES_FOUND, "unknown"))
    return {"date": found, "date_found": how if found else "unknown"}


def _code(text: str) -> str | None:
    return text if len(text) == 3 and text.isascii() and text.isupper() else None


def earlier(said: str, context: Context) -> tuple[str, ...]:
    """Find the act that words name: by its label, or by the words that it was read from.

    Parameters
    ----------
    said : str
        A label of `context.acts`, or words of the source.
    context : Context

    Returns
    -------
    tuple of str
        The act's id, or nothing.
    """
    if said in context.acts:
        return (context.acts[said].id,)
    places = find_quote(context.source, said)
    return tuple(
        act.id
        for act in context.acts.values()
        if places and any(q.start < places[-1].end and places[0].start < q.end for q in act.quotes)
    )[:1]
