"""Folds over the library: what may be learned from before a crisis is forecast."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from offramp.history import Confrontations, Points
from offramp.learning._same_crisis import clusters_of_record
from offramp.record import Record

Protocol = Literal["forward", "without"]

PROTOCOLS: tuple[Protocol, ...] = ("forward", "without")
"""Forward in time, which leads; and all years without the crisis itself, which is kinder."""


@dataclass(frozen=True)
class Fold:
    """What may be learned from before one crisis of the library is forecast.

    Attributes
    ----------
    crisis : str
        The record's id.
    protocol : {"forward", "without"}
        ``forward``: only points whose whole window had closed before the crisis opened.
        ``without``: all years, save for the clusters in which its sides met while it ran.
    opens : datetime.date
        The day on which the crisis opened.
    left_out : tuple of int
        Those clusters; empty for ``forward``.
    """

    crisis: str
    protocol: Protocol
    opens: date
    left_out: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The fold's folder, below that of all."""
        return f"{self.protocol}/{self.crisis}"

    def points(self, every: Points) -> Points:
        """Keep of some points those that may be learned from."""
        if self.protocol == "forward":
            return every.closed_before(self.opens)
        return every.where(~np.isin(every.cluster, self.left_out))


def folds_of(records: Iterable[Record], events: Confrontations) -> tuple[Fold, ...]:
    """List the folds of a library, forward ones first and in the order of time.

    Crises that opened after the data end have none: parameters that were learned from all of
    the data are forward by themselves.

    Parameters
    ----------
    records : iterable of Record
    events : Confrontations

    Returns
    -------
    tuple of Fold
    """
    inside = sorted(
        (record for record in records if record.opens.toordinal() <= events.until),
        key=lambda record: (record.opens, record.id),
    )
    forward = [Fold(record.id, "forward", record.opens) for record in inside]
    without = [
        Fold(record.id, "without", record.opens, clusters_of_record(record, events))
        for record in inside
    ]
    return (*forward, *without)
