"""Strategic rivalries: two lists of pairs of states and the years of their rivalry."""

from typing import Any

from offramp.datasets._arrow import part
from offramp.datasets._columns import ints, texts
from offramp.datasets._contract import Column, Contract
from offramp.datasets._dataset import DataFile, Dataset, Tables

KINDS = ("positional", "spatial", "ideological", "interventionary")
"""What a rivalry is about: rank, land, beliefs, or another's inner conflict."""
_STATES = (Column("ccode1", low=1, high=999), Column("ccode2", low=1, high=999))

TSS_CONTRACT = Contract(
    "the rivalries of Thompson, Sakuwa and Suhas",
    (
        Column("tssr_id", low=1),
        Column("rivalry", "text"),
        *_STATES,
        Column("start", low=1400, high=2100),
        Column("end", low=1400, high=2100),
        *(Column(kind, codes=frozenset({0, 1}), empty=True) for kind in KINDS),
    ),
    key=("tssr_id",),
    apart=("ccode1", "ccode2"),
)
TD_CONTRACT = Contract(
    "the rivalries of Thompson and Dreyer",
    (
        Column("rivalryno", low=1),
        Column("rivalryname", "text"),
        *_STATES,
        Column("styear", low=1400, high=2100),
        Column("endyear", low=1400, high=2100),
        *(
            Column(f"type{number}", "text", codes=frozenset(KINDS), empty=number > 1)
            for number in (1, 2, 3)
        ),
    ),
    key=("rivalryno",),
    apart=("ccode1", "ccode2"),
)


def _read_tss(tables: Tables) -> Any:
    """Read a row for each rivalry; see `_table`."""
    table = tables["rivalries-tss"]
    about = {kind: ints(table, kind) == 1 for kind in KINDS}
    return _table(table, ("tssr_id", "rivalry", "start", "end"), about)


def _read_td(tables: Tables) -> Any:
    """Read a row for each rivalry; see `_table`."""
    table = tables["rivalries-td"]
    named = [texts(table, f"type{number}") for number in (1, 2, 3)]
    about = {kind: (named[0] == kind) | (named[1] == kind) | (named[2] == kind) for kind in KINDS}
    return _table(table, ("rivalryno", "rivalryname", "styear", "endyear"), about)


def _table(table: Any, names: tuple[str, str, str, str], about: dict[str, Any]) -> Any:
    """Lay out both lists alike.

    Returns
    -------
    pyarrow.Table
        ``number``, ``name``, ``ccode1``, ``ccode2``, ``start``, ``end`` (years), and for each of
        `KINDS` whether the rivalry is of it; in order of number.
    """
    number, name, start, end = (table.column(one) for one in names)
    columns = {
        "number": number,
        "name": name,
        "ccode1": table.column("ccode1"),
        "ccode2": table.column("ccode2"),
        "start": start,
        "end": end,
    }
    return part("pyarrow").table({**columns, **about}).sort_by("number")


TSS = Dataset(
    name="rivalries-tss",
    title="Strategic rivalries, 1494-2020",
    version="2021",
    citation="William R. Thompson, Kentaro Sakuwa and Prashant Hosur Suhas, Analyzing Strategic"
    " Rivalries in World Politics, Springer, 2021.",
    terms="free to use with citation",
    files=(DataFile("rivalries-tss", "tss_rivalries.csv", "*rivalries*tss*.csv", TSS_CONTRACT),),
    read=_read_tss,
    ask="https://svmiller.com/peacesciencer/reference/tss_rivalries.html",
)
TD = Dataset(
    name="rivalries-td",
    title="Strategic rivalries, 1494-2010",
    version="2012",
    citation="William R. Thompson and David R. Dreyer, Handbook of International Rivalries, CQ"
    " Press, 2012.",
    terms="free to use with citation",
    files=(DataFile("rivalries-td", "td_rivalries.csv", "*rivalries*td*.csv", TD_CONTRACT),),
    read=_read_td,
    ask="https://svmiller.com/peacesciencer/reference/td_rivalries.html",
)
