"""Which parameters stand behind the forecasts of a crisis, and what they have seen."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from offramp.learning import Protocol
from offramp.model import SHIPPED, Parameters, load_parameters, shipped_parameters
from offramp.record import Record


@dataclass(frozen=True)
class Source:
    """What the forecasts of one crisis rest on.

    Attributes
    ----------
    crisis, title : str
    protocol : {"forward", "without"}
    basis : str
        What the parameters were learned from, in a sentence.
    until : datetime.date
        The last day of it.
    prepared : bool
        Whether they were learned for this crisis; else they are the set that ships.
    saw : bool
        Whether what they were learned from reaches into the crisis itself.
    """

    crisis: str
    title: str
    protocol: Protocol
    basis: str
    until: date
    prepared: bool
    saw: bool


def source_of(
    record: Record, protocol: Protocol, folder: Path | None
) -> tuple[Parameters, Source] | None:
    """Give the parameters of a crisis, and say what they are.

    Parameters
    ----------
    record : Record
    protocol : {"forward", "without"}
    folder : Path, optional
        What ``offramp learn --library`` wrote; the set that ships where left out, and for
        crises that opened after all that it was learned from.

    Returns
    -------
    Parameters and Source
        None where the folder lacks the crisis.
    """
    shipped = shipped_parameters(SHIPPED[0])
    own = None if folder is None else folder / protocol / record.id
    if own is not None and (own / "parameters.npz").exists():
        found = load_parameters(own)
        return found, Source(
            record.id, record.title, protocol, found.basis, found.until, True, False
        )
    saw = shipped.until >= record.opens
    if own is not None and saw:
        return None
    return shipped, Source(
        record.id, record.title, protocol, shipped.basis, shipped.until, False, saw
    )
