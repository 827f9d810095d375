"""Say whether two items tell of the same thing."""

from collections.abc import Mapping

from offramp.ladder import load_ladder
from offramp.reading._slug import slug
from offramp.reading.documents._source import Quote
from offramp.reading.drafts._items import ActItem, ClaimItem, PartyItem, SignalItem
from offramp.record import Span, parse_span

REAL = ("actual", "claimed")
NEAR_DAYS = 1
"""How many days apart two sources may put the same act: a night's attack is on either day."""
NEAR_RUNGS = 1


def same_party(one: PartyItem, other: PartyItem) -> bool:
    """Say whether two parties are one: by id, country code, name, or a byname in one source.

    Examples
    --------
    >>> iran = PartyItem("iran", (), "Iran", "state", "IRN")
    >>> same_party(iran, PartyItem("tehran", (), "Tehran", "state", "IRN"))
    True
    """
    if one.iso3 and other.iso3 and one.kind == other.kind == "state":
        return one.iso3 == other.iso3
    if one.id == other.id or one.name.casefold() == other.name.casefold():
        return True
    # A state is not told by a byname, nor is anyone by what another document calls it.
    if one.kind == "state" or one.kind != other.kind or one.iso3 != other.iso3:
        return False
    if not {quote.source for quote in one.quotes} & {quote.source for quote in other.quotes}:
        return False
    called = [{name.casefold() for name in party.aliases} for party in (one, other)]
    return one.name.casefold() in called[1] or other.name.casefold() in called[0]


def same_words(one: Quote | None, other: Quote | None) -> bool:
    """Say whether two quotes share words of one source."""
    return (
        one is not None
        and other is not None
        and one.source == other.source
        and one.start < other.end
        and other.start < one.end
    )


def same_act(one: ActItem, other: ActItem, head: Mapping[str, str], retold: bool = False) -> bool:
    """Say whether two acts are one act told twice.

    Parameters
    ----------
    one, other : ActItem
        With parties that go by the same ids.
    head : mapping of str to str
        For whom each party acts in the end.
    retold : bool
        Whether two acts of one source may be one that it tells again. A coder that has seen
        the whole source has told them apart; one that sees it in pieces has not.

    Returns
    -------
    bool
        True for the same words of one source, unless they are given two days ("in 1951 and in
        1977"). Else both must be told as done, on one day and a
        rung apart at most; place, means and kind of target may not contradict each other, and
        they must share an actor. Where one of the two names none they must share target and
        rung instead; where the sources differ on who it was, the place too. A day apart, they
        must share all of it. Acts of one source must agree in all of it, and on the day.
    """
    if same_words(one.trigger, other.trigger):
        alike = one.rung == other.rung or bool(set(one.actors) & set(other.actors))
        return alike and not _days_apart(one.date, other.date)
    real = one.modality in REAL and other.modality in REAL
    if not (real and _near_rungs(one.rung, other.rung) and _near_days(one.date, other.date)):
        return False
    actors, targets = (
        (_heads(getattr(one, name), head), _heads(getattr(other, name), head))
        for name in ("actors", "targets")
    )
    places = _place(one), _place(other)
    if not (_agree(*targets) and _same_place(*places)):
        return False
    placed = None not in places
    aimed, shared = bool(targets[0] & targets[1]), bool(actors[0] & actors[1])
    day, rung = one.date == other.date, one.rung == other.rung
    if {q.source for q in one.quotes} & {q.source for q in other.quotes}:
        # Two deeds that one sentence tells were told apart by whoever read it.
        apart = any(same_words(here, there) for here in one.quotes for there in other.quotes)
        return retold and not apart and day and (placed or rung) and aimed and shared
    if day and _agree(_kinds(one), _kinds(other)) and _agree(_aims(one), _aims(other)):
        # Where one names nobody, or the sources differ on who it was, more must be the same.
        nameless = bool(actors[0]) != bool(actors[1])
        return shared or (aimed and rung and (placed or nameless))
    # A day apart, they are one only where the place says so.
    return not day and placed and aimed and shared and rung


def _place(act: ActItem) -> str | None:
    """Give the place of an act, but not a whole country that is a party to it."""
    broad = act.place is not None and slug(act.place) in {*act.actors, *act.targets}
    return None if broad else act.place


def _kinds(act: ActItem) -> set[str]:
    return {one.kind for one in act.means if one.kind is not None}


def _aims(act: ActItem) -> set[str]:
    return {act.target_kind} if act.target_kind is not None else set()


def same_signal(one: SignalItem, other: SignalItem) -> bool:
    """Say whether two signals are one: the same words, or kind, sender, receivers and day."""
    if same_words(one.trigger, other.trigger):
        return one.kind == other.kind
    if one.kind != other.kind or one.sender != other.sender:
        return False
    if {q.source for q in one.quotes} & {q.source for q in other.quotes}:
        return False
    days = one.date is not None and other.date is not None and _near_days(one.date, other.date)
    return days and _agree({*one.receivers}, {*other.receivers})


def same_claim(one: ClaimItem, other: ClaimItem) -> bool:
    """Say whether two claims are the same sentence."""
    return same_words(one.quotes[0], other.quotes[0])


def _near_rungs(one: str, other: str) -> bool:
    orders = {rung.key: rung.order for rung in load_ladder().rungs}
    if one not in orders or other not in orders:
        return one == other
    return abs(orders[one] - orders[other]) <= NEAR_RUNGS


def _near_days(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    first, second = parse_span(one), parse_span(other)
    if first.days == second.days == 1:
        return abs((first.first - second.first).days) <= NEAR_DAYS
    # A month holds many acts: only a short span may stand for the day in it.
    return max(first.days, second.days) <= 7 and _overlap(first, second)


def _days_apart(one: str | None, other: str | None) -> bool:
    """Say whether two dates leave days between them, so that they are of two deeds."""
    if one is None or other is None:
        return False
    first, second = sorted((parse_span(one), parse_span(other)), key=lambda span: span.first)
    return (second.first - first.last).days > NEAR_DAYS


def _overlap(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last


def _heads(names: tuple[str, ...], head: Mapping[str, str]) -> set[str]:
    return {head.get(name, name) for name in names}


def _agree(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)


def _same_place(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    first, second = one.casefold(), other.casefold()
    return first in second or second in first
