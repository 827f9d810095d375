"""Which confrontations in published data are the crisis of a record."""

import numpy as np

from offramp.history import Confrontations
from offramp.record import Record

COW = {
    "ARG": 160, "CHN": 710, "CUB": 40, "CYP": 352, "DEU": 255, "ECU": 130, "ERI": 531, "ETH": 530,
    "FRA": 220, "GBR": 200, "GRC": 350, "HND": 91, "IND": 750, "IRN": 630, "IRQ": 645, "ISL": 395,
    "ISR": 666, "JOR": 663, "KHM": 811, "KOR": 732, "LBY": 620, "NIC": 93, "PAK": 770, "PAN": 95,
    "PER": 135, "PRK": 731, "RUS": 365, "SUN": 365, "SYR": 652, "TUR": 640, "TWN": 713, "USA": 2,
    "VNM": 816, "EGY": 651, "DZA": 615, "MAR": 600, "TUN": 616, "KEN": 501, "UGA": 500,
    "ARM": 371, "AZE": 373, "SLV": 92, "MEX": 70, "GTM": 90, "LBN": 660,
    "SAU": 670,
}  # fmt: skip
"""Correlates of War codes of the states that are sides in the library."""


def clusters_of_record(record: Record, events: Confrontations) -> tuple[int, ...]:
    """Find the clusters in which the two sides acted while a record's crisis ran.

    Parameters
    ----------
    record : Record
    events : Confrontations
        With sides coded as by the Correlates of War project.

    Returns
    -------
    tuple of int
        Empty where the data hold nothing of the crisis, as when it began after they end.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> none = np.zeros(0, int)
    >>> empty = Confrontations(
    ...     "none", none, none, none, none, np.zeros(0), np.zeros(0, bool), none, none,
    ...     np.zeros((0, 2), str), until=0,
    ... )
    >>> clusters_of_record(parse_record(new_record("two-rivals")), empty)
    ()
    """
    one, two = (
        {str(COW[code]) for party in members if (code := record.party(party).iso3) in COW}
        for members in record.sides.values()
    )
    first, second = events.sides.T
    meets = (np.isin(first, [*one]) & np.isin(second, [*two])) | (
        np.isin(first, [*two]) & np.isin(second, [*one])
    )
    day = events.day
    during = day >= record.opens.toordinal()
    if record.closes is not None:
        during &= day <= record.closes.toordinal()
    theirs = np.unique(events.history[during & meets[events.history]])
    return tuple(int(each) for each in np.unique(events.cluster[theirs]))
