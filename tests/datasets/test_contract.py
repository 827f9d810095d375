"""The contracts of the published files."""

import pytest

from offramp.datasets import KNOWN
from offramp.datasets._contract import Contract, code, missing_columns

CONTRACTS = [pytest.param(file.contract, id=file.key) for known in KNOWN for file in known.files]


@pytest.mark.parametrize("contract", CONTRACTS)
def test_rules_speak_of_columns_that_are_there(contract: Contract) -> None:
    names = contract.names
    assert len(set(names)) == len(names)
    for day in contract.days:
        assert set(day) <= set(names)
    assert set(contract.key) <= set(names)
    assert set(contract.apart) <= set(names)
    assert contract.version[0] in ("", *names)


@pytest.mark.parametrize("contract", CONTRACTS)
def test_months_are_bounded_where_days_are_checked(contract: Contract) -> None:
    bounds = {column.name: (column.low, column.high) for column in contract.columns}
    for _, month, _ in contract.days:
        assert bounds[month][1] == 12


def test_missing_columns_are_listed_in_order() -> None:
    contract = KNOWN[0].files[0].contract
    assert missing_columns(contract.names[2:], contract) == ["micnum", "eventnum"]
    assert missing_columns((*contract.names, "more"), contract) == []


def test_codes_make_a_column() -> None:
    column = code("action", (3, 1), empty=True)
    assert (column.kind, column.codes, column.empty) == ("whole", {1, 3}, True)
