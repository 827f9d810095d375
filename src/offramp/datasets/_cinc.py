"""National Material Capabilities: the Composite Index of National Capability."""

from typing import Any

from offramp.datasets._arrow import part
from offramp.datasets._contract import Column, Contract
from offramp.datasets._dataset import Address, DataFile, Dataset, Tables

MISSING = -9
_PARTS = ("milex", "milper", "irst", "pec", "tpop", "upop")

CONTRACT = Contract(
    "National Material Capabilities",
    (
        Column("ccode", low=1, high=999),
        Column("year", low=1816, high=2100),
        *(Column(name, "number", low=MISSING, empty=True) for name in _PARTS),
        Column("cinc", "number", low=MISSING, high=1, empty=True),
    ),
    key=("ccode", "year"),
)


def _read(tables: Tables) -> Any:
    """Read a row for each state and year, in order of state and year.

    Returns
    -------
    pyarrow.Table
        ``ccode``, ``year``, the six components and ``cinc``, the state's share of the world's
        capabilities, 0 to 1. -9 becomes null.
    """
    pa, pc = part("pyarrow"), part("pyarrow.compute")
    table = tables["cinc"].select(list(CONTRACT.names))
    columns = {name: table.column(name) for name in ("ccode", "year")}
    for name in (*_PARTS, "cinc"):
        values = table.column(name)
        columns[name] = pc.if_else(pc.equal(values, MISSING), None, values)
    return pa.table(columns).sort_by([("ccode", "ascending"), ("year", "ascending")])


CINC = Dataset(
    name="cinc",
    title="National Material Capabilities",
    version="6.0 or later",
    citation="J. David Singer, Stuart Bremer and John Stuckey, Capability Distribution,"
    " Uncertainty, and Major Power War, 1820-1965, in Bruce Russett (ed.), Peace, War, and"
    " Numbers, Sage, 1972; Correlates of War, National Material Capabilities.",
    terms="free to use with citation; not to be passed on by others than the publisher",
    files=(DataFile("cinc", "NMC-60-abridged.csv", "*nmc*.csv", CONTRACT),),
    read=_read,
    ask="https://correlatesofwar.org/data-sets/national-material-capabilities/",
    address=Address(
        "https://correlatesofwar.org/wp-content/uploads/NMC_Documentation-6.0.zip",
        {"cinc": "NMC-60-abridged.zip/NMC-60-abridged.csv"},
    ),
)
