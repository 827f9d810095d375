"""International Crisis Behavior Events, version 1.1: what the sentences on a crisis say."""

from typing import Any

import numpy as np

from offramp.datasets._arrow import part
from offramp.datasets._columns import MISSING, Ints, ints, month_lengths, ordinals, texts
from offramp.datasets._contract import Column, Contract
from offramp.datasets._dataset import DataFile, Dataset, Tables

_DATE = ("date_earliest_year", "date_earliest_month", "date_earliest_day")
_KEPT = (
    "event_type", "do_actor_a", "do_actor_b", "say_actor_a", "say_actor_b", "think_actor_a",
    "do_interact_kind", "interact_escalate", "interact_deescalate", "interact_increasecoop",
    "interact_decreasecoop", "interact_location", "interact_fatalities", "do_kind",
    "act_escalate", "act_deescalate", "act_uncooperative", "sayintkind", "condition", "thinkkind",
)  # fmt: skip
_ANSWERS = "sayintkind_react"
CRISIS_YEARS = 25
"""A year further than this from the crisis's middle year is a slip of the coder."""

CONTRACT = Contract(
    "ICBe 1.1",
    (
        Column("crisno", low=1),
        Column("sentence_number_int_aligned", low=0),
        Column("sentence_span_text", "text", empty=True),
        *(Column(name, "text", empty=True) for name in (*_DATE, *_KEPT, _ANSWERS)),
    ),
)


def _read(tables: Tables) -> Any:
    """Read a row for each coding: an act, a thing said or a thought in one sentence.

    Codings are what coders read in sentences and not events: several coders may have read
    the same sentence, and several values of one cell are joined by ``;``. They are therefore
    a table and no histories.

    Returns
    -------
    pyarrow.Table
        ``crisno``, ``sentence`` (its number in the crisis's narrative), ``text``, ``day``
        (proleptic ordinal; null unless year, month and day are given once, exist, and lie
        within 25 years of the middle of the crisis's years), ``date_earliest_year``, ``_month``
        and ``_day`` as coded, the columns of actors and of what was done, said or thought, and
        ``answers`` (numbers of the sentences that it answers, as coded).
    """
    pa = part("pyarrow")
    table = tables["icbe"]
    year, month, day = (_single(table, name) for name in _DATE)
    there = (year > 0) & (month >= 1) & (month <= 12)
    length = month_lengths(np.where(there, year, 1), np.where(there, month, 1))
    there &= (day >= 1) & (day <= length)
    crisis = ints(table, "crisno")
    there &= np.abs(year - _middle(crisis, year)) <= CRISIS_YEARS
    ordinal, _ = ordinals(*(np.where(there, given, 1) for given in (year, month, day)))
    columns = {
        "crisno": table.column("crisno"),
        "sentence": table.column("sentence_number_int_aligned"),
        "text": table.column("sentence_span_text"),
        "day": pa.array(ordinal, mask=~there),
        **{name: table.column(name) for name in (*_DATE, *_KEPT)},
        "answers": table.column(_ANSWERS),
    }
    return pa.table(columns)


def _single(table: Any, name: str) -> Ints:
    """Whole numbers; -9 where a cell is empty, holds several values or something else."""
    cells = [text.split(".")[0] for text in texts(table, name).tolist()]
    return np.array(
        [int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 5 else MISSING
         for cell in cells],
        dtype=np.int64,
    )  # fmt: skip


def _middle(crisis: Ints, year: Ints) -> Ints:
    """Median year of each row's crisis, over the years given."""
    out = np.zeros_like(year)
    for number in np.unique(crisis):
        rows = crisis == number
        given = year[rows & (year > 0)]
        out[rows] = int(np.median(given)) if len(given) else 0
    return out


ICBE = Dataset(
    name="icbe",
    title="International Crisis Behavior Events",
    version="1.1",
    citation="Rex W. Douglass, Thomas Leo Scherer, J. Andrés Gannon and others, Introducing the"
    " International Crisis Behavior Events (ICBe) dataset. Political Science Research and"
    " Methods, 2024.",
    terms="CC BY-NC-SA 4.0: not for commercial use; what is made of it under the same terms",
    files=(DataFile("icbe", "ICBe_V1.1_events_agreed.csv", "icbe*.csv", CONTRACT),),
    read=_read,
    ask="https://github.com/CenterForPeaceAndSecurityStudies/ICBEdataset",
)
