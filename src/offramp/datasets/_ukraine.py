"""Missiles and drones launched at Ukraine and stopped, night by night."""

from typing import Any

import numpy as np

from offramp.datasets._arrow import part
from offramp.datasets._columns import floats, texts
from offramp.datasets._contract import Column, Contract
from offramp.datasets._dataset import DataFile, Dataset, Tables

KINDS = ("drone", "cruise", "ballistic", "air-launched", "rocket")
"""The kinds of munition that an exchange holds, by their index in the table."""
MODELS = {
    "Shahed-136/131": 0,
    "X-101/X-555": 1, "Kalibr": 1, "X-101/X-555 and Kalibr": 1, "Iskander-K": 1,
    "Iskander-M": 2, "KN-23": 2, "Iskander-M/KN-23": 2,
    "X-47 Kinzhal": 3, "X-22": 3, "X-32": 3, "X-22 and X-32": 3,
    "X-59": 3, "X-69": 3, "X-59/X-69": 3,
    "C-300": 4, "C-400": 4, "C-300/C-400": 4,
}  # fmt: skip
"""Models of one kind; a row that names several kinds cannot be told apart."""
# regional commands and pages list what they brought down and seldom what got through
NATIONAL_REPORTS = "kpszsu"

CONTRACT = Contract(
    "the table of missile attacks",
    (
        Column(
            "time_start",
            "text",
            pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}([ T].*)?$",
            like="2022-09-28 or 2022-09-28 22:00",
        ),
        Column("model", "text"),
        Column("launched", "number", low=0, empty=True),
        Column("destroyed", "number", low=0, empty=True),
        Column("source", "text", empty=True),
    ),
)


def _read(tables: Tables) -> Any:
    """Read a row for each report of one kind of munition.

    Kept are reports of the national air force command on models of a single kind that say
    both how many were launched and how many were stopped. Reconnaissance and unnamed drones
    are left out, since only those brought down were counted. "Stopped" is what the defender
    claims.

    Returns
    -------
    pyarrow.Table
        ``kind`` (index in `KINDS`), ``month`` (12 · year + month), ``launched`` and
        ``stopped``, in the order of the file.
    """
    pa = part("pyarrow")
    table = tables["ukraine"]
    kind = np.array([MODELS.get(model, -1) for model in texts(table, "model").tolist()])
    national = np.char.startswith(texts(table, "source"), NATIONAL_REPORTS)
    launched, stopped = floats(table, "launched"), floats(table, "destroyed")
    keep = (kind >= 0) & national & (launched > 0) & (stopped <= launched)
    begun = texts(table, "time_start")
    month = np.array([12 * int(day[:4]) + int(day[5:7]) for day in begun.tolist()])
    return pa.table(
        {
            "kind": kind[keep],
            "month": month[keep],
            "launched": launched[keep],
            "stopped": stopped[keep],
        }
    )


UKRAINE = Dataset(
    name="ukraine",
    title="Massive Missile Attacks on Ukraine",
    version="",
    citation="Petro Ivaniuk, Massive Missile Attacks on Ukraine, Kaggle.",
    terms="a mirror states ODC-BY: free to use with attribution",
    files=(DataFile("ukraine", "missile_attacks_daily.csv", "*missile*attacks*.csv", CONTRACT),),
    read=_read,
    ask="https://www.kaggle.com/datasets/piterfm/massive-missile-attacks-on-ukraine",
)
