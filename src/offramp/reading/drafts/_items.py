"""What a coder finds in documents: items that stand on quotes.

A draft is not yet a record. Its items are plain and forgiving where the parts of a record
(`offramp.record`) are checked and strict, and every one of them holds the words that it was
read from. `draft_to_record` makes the one into the other; nothing else does.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from offramp.reading.documents._source import Quote, Source
from offramp.record import Count

Modality = Literal[
    "actual", "claimed", "proposed", "threatened", "hypothetical", "habitual", "negated"
]
"""How a text speaks of an act. `actual`: in its own voice, as done. `claimed`: as done, and
only someone else says so. `negated`: as not done."""

DateFound = Literal["stated", "relative", "carried", "document", "unknown"]
"""How a date was found. `stated`: it stands in the sentence ("on April 1"). `relative`: counted
from another date in the text ("twelve days after"). `carried`: the date that the text spoke of
before. `document`: no later than the document's own date."""


@dataclass(frozen=True)
class Item:
    """What every item has.

    Attributes
    ----------
    id : str
        Unique in the draft among the items of its kind: a party's short name, else such as
        ``a1``, ``s1``, ``c1``. Other items refer to it.
    quotes : tuple of Quote
        Where it stands, at least one. Several of one source are pieces of an elision or several
        mentions; several sources tell the same.
    inferred : tuple of str
        The fields, by their names here, that were worked out and that no quote states.
    """

    id: str
    quotes: tuple[Quote, ...]
    inferred: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True)
class PartyItem(Item):
    """Someone who acts, speaks, hosts or is struck; `kind` as in a record's party."""

    name: str = ""
    kind: str = "state"
    iso3: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class RelationItem(Item):
    """What one party is to another; `kind` as in a record's relation.

    Attributes
    ----------
    from_, to : str
        Ids of parties; `to` is empty for a channel.
    between : tuple of str
        For a channel, the two parties that speak through `from_`.
    """

    kind: str = ""
    from_: str = ""
    to: str = ""
    between: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True)
class Means:
    """What an act was done with: a kind of munition of the record, or words; and how many."""

    words: str
    kind: str | None = None
    count: Count | None = None


@dataclass(frozen=True)
class Toll:
    """A number of dead, and the source or party that gives it (None: the text itself)."""

    count: Count
    says: str | None = None


@dataclass(frozen=True)
class Said:
    """What one source says of a field on which sources differ; fields by their names here."""

    field: str
    value: str
    says: str


@dataclass(frozen=True)
class ActItem(Item):
    """A deed, done or spoken of.

    Attributes
    ----------
    trigger : Quote or None
        The word or words that name the deed: "launched", "the April 1 strikes".
    rung : str
        A rung of the ladder; empty where none fits.
    plover, cameo : str
        PLOVER event with its mode after a slash (``ASSAULT/aerial``), and CAMEO code.
    actors, targets : tuple of str
        Ids of parties.
    channel : str
        ``direct``, ``proxy`` or ``covert``.
    modality : str
        How the text speaks of it.
    reported_by : str or None
        The party or source that says so, where it is not the text itself.
    date : str or None
        EDTF; None where nothing says when.
    date_found : str
        How the date was found.
    place, country : str or None
        Name of the place; ISO 3166 code of the country that it lies in.
    target_kind : str or None
        As in a record's target: ``diplomatic``, ``military``, ...
    means : tuple of Means
    killed : tuple of Toll
    answers : tuple of str
        Ids of earlier acts that it answers.
    withheld : tuple of str
        Ids of parties that were kept out.
    mutual : bool
        A clash that neither side began.
    leaders : tuple of (str, str)
        Leaders struck at: name, and rank as in a record's leader.
    disputed : tuple of Said
        Where sources differ on a field: who says what. Joining fills it, coders do not.
    """

    trigger: Quote | None = None
    rung: str = ""
    plover: str = ""
    cameo: str = ""
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    channel: str = "direct"
    admitted: str = "yes"
    modality: Modality = "actual"
    reported_by: str | None = None
    date: str | None = None
    date_found: DateFound = "unknown"
    place: str | None = None
    country: str | None = None
    target_kind: str | None = None
    means: tuple[Means, ...] = ()
    killed: tuple[Toll, ...] = ()
    answers: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    mutual: bool = False
    leaders: tuple[tuple[str, str], ...] = ()
    disputed: tuple[Said, ...] = ()


@dataclass(frozen=True)
class SignalItem(Item):
    """Something that one party tells another, or the world; words as in a record's signal.

    Attributes
    ----------
    trigger : Quote or None
        The word that carries it: "warned", "vowed".
    via : str or None
        The party that carries it.
    about : str
        Id of an act of the draft, or a few words.
    condition : str
        For a conditional threat, what it hangs on, in the text's words.
    hours : float or None
        For a notice, how many hours before the act.
    stance : str or None
        For a stance: ``withholds``, ``backs``, ``restrains`` or ``joins``.
    """

    trigger: Quote | None = None
    kind: str = ""
    sender: str = ""
    receivers: tuple[str, ...] = ()
    via: str | None = None
    audience: str | None = None
    about: str = ""
    condition: str = ""
    hours: float | None = None
    public: bool = True
    stance: str | None = None
    reported_by: str | None = None
    date: str | None = None
    date_found: DateFound = "unknown"


@dataclass(frozen=True)
class ClaimItem(Item):
    """A sentence that judges, explains or foretells; its first quote is the sentence.

    Attributes
    ----------
    claimant : str or None
        The party whose claim it is; None for the author of the source.
    hedge : str
        The words that weaken it ("likely", "may"), as they stand; empty where none.
    about : tuple of str
        Ids of the acts and signals of the draft that it is about.
    """

    claimant: str | None = None
    hedge: str = ""
    about: tuple[str, ...] = ()


UNREAD = "The model gave no answer of use about this passage."


@dataclass(frozen=True)
class Unverified:
    """Something that a coder put forward and that its source does not bear out.

    Attributes
    ----------
    kind : str
        ``party``, ``relation``, ``act``, ``signal`` or ``claim``.
    said : str
        The words that were given for a quote.
    why : str
        What is wrong, in a sentence.
    source : str
        The source's id.
    """

    kind: str
    said: str
    why: str
    source: str = ""

    @property
    def unread(self) -> bool:
        """Whether a passage was not read at all, so that nothing is known of what it holds."""
        return self.why == UNREAD


@dataclass(frozen=True)
class Draft:
    """All that was read from one document or several, each item with its quotes."""

    sources: tuple[Source, ...] = ()
    parties: tuple[PartyItem, ...] = ()
    relations: tuple[RelationItem, ...] = ()
    acts: tuple[ActItem, ...] = ()
    signals: tuple[SignalItem, ...] = ()
    claims: tuple[ClaimItem, ...] = ()
    unverified: tuple[Unverified, ...] = ()


Coder = Callable[[Source], Draft]
"""A coder reads one source, cleaned or not, into a draft whose `sources` is that source."""
