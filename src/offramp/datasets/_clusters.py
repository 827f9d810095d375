"""Crises that stand in several datasets: which confrontations are one crisis."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from offramp.datasets._columns import ints, texts
from offramp.datasets._contract import Column, Contract
from offramp.datasets._dataset import DataFile, Dataset, Tables

Ints = NDArray[np.int64]
NAME = "clusters"
CONFRONTATION, CRISIS = "m", "c"
"""Kinds of id: a confrontation or dispute (MIE, MID), and a crisis (ICB)."""
_APART = {CONFRONTATION: 1, CRISIS: 1_000_001}

CONTRACT = Contract(
    "the table of clusters",
    (
        Column("kind", "text", codes=frozenset({CONFRONTATION, CRISIS})),
        Column("id", low=0),
        Column("cluster", low=0),
    ),
    key=("kind", "id"),
)


def clusters_of(tables: Tables, kind: str, number: Ints) -> Ints:
    """Give each confrontation the crisis that it belongs to across datasets.

    One that the table does not know, or every one where there is no table, is a cluster
    of its own and has a negative number.
    """
    known: Mapping[int, int] = {}
    if NAME in tables:
        table = tables[NAME]
        rows = texts(table, "kind") == kind
        known = dict(
            zip(
                ints(table, "id")[rows].tolist(), ints(table, "cluster")[rows].tolist(), strict=True
            )
        )
    alone = _APART[kind]
    return np.array([known.get(one, -alone - one) for one in number.tolist()], dtype=np.int64)


def _read(tables: Tables) -> Any:
    return tables[NAME]


CLUSTERS = Dataset(
    name=NAME,
    title="Crises across datasets",
    version="",
    citation="The Offramp developers",
    terms="free to use",
    files=(DataFile(NAME, "crisis-clusters.csv", "crisis-clusters*.csv", CONTRACT),),
    read=_read,
    ask="",
)
