"""Which dials a signal turns, and for which side."""

from offramp.history._arrays import FIRST, MUTUAL, SECOND
from offramp.record import Record, Signal

BY_SENDER = {
    "vow": "vow",
    "threat": "threat",
    "conditional-threat": "threat",
    "limit": "limit",
    "assurance": "limit",
    "notice": "notice",
    "warning": "notice",
    "demand": "demand",
    "accusation": "demand",
    "framing": "framing",
    "ceasefire": "ceasefire",
    "withdrawal": "withdrawal",
}
"""A side's own signals act through the side that sends them. Offers and justifications carry
no dial: nothing at hand says what they do."""

STANCES = {
    "withholds": "restraint",
    "restrains": "restraint",
    "backs": "backing",
    "joins": "backing",
}


def said(known: Record, signal: Signal, sides: tuple[str, str]) -> list[tuple[str, int]]:
    """List the kinds of dial that a signal turns, each with the side it turns it for.

    Parameters
    ----------
    known : Record
        The record as of a date.
    signal : Signal
        One of its signals.
    sides : (str, str)
        The sides in the order of the arrays.

    Returns
    -------
    list of (kind, side)
        Kind is one of `SIGNAL_KINDS`; side is `FIRST`, `SECOND` or `MUTUAL`.
    """
    day = signal.span.last
    sender = _index(known.side_of(signal.from_, day), sides)
    if sender is None:
        return _from_third_party(known, signal, sides)
    kind = BY_SENDER.get(signal.kind)
    if kind is None:
        return []
    if kind in ("vow", "threat", "demand") and not _at_other(known, signal, sides, sender):
        return []
    return [(kind, sender)]


def _from_third_party(
    known: Record, signal: Signal, sides: tuple[str, str]
) -> list[tuple[str, int]]:
    heard = _heard(known, signal, sides)
    if _is_faction(known, signal.from_):
        # A faction presses its own side; what that does is in the pressure of what it suffered.
        return []
    if signal.kind == "mediation":
        return [("mediation", side) for side in sorted(heard or {MUTUAL})]
    if signal.kind == "stance" and signal.stance is not None:
        return [(STANCES[signal.stance], side) for side in sorted(heard)]
    if signal.kind in ("warning", "conditional-threat"):
        # A third party that warns or threatens a side holds it back.
        return [("restraint", side) for side in sorted(heard)]
    return []


def _at_other(known: Record, signal: Signal, sides: tuple[str, str], sender: int) -> bool:
    """Say whether a vow or threat is meant for the other side, or for nobody named."""
    heard = _heard(known, signal, sides)
    return not signal.to or (SECOND if sender == FIRST else FIRST) in heard


def _is_faction(known: Record, party: str) -> bool:
    return any(r.kind == "faction-of" and r.from_ == party for r in known.relations)


def _heard(known: Record, signal: Signal, sides: tuple[str, str]) -> set[int]:
    """List the sides that a signal is meant for."""
    found = (_index(known.side_of(party, signal.span.last), sides) for party in signal.to)
    return {side for side in found if side is not None}


def _index(side: str | None, sides: tuple[str, str]) -> int | None:
    return None if side is None else (FIRST, SECOND)[sides.index(side)]
