"""The list of datasets, and how a file is told by its columns."""

import doctest

import pytest

from offramp._errors import UsageError
from offramp.datasets import KNOWN, DataFile, Dataset, _known, dataset
from offramp.datasets._known import recognised

FILES = [pytest.param(known, file, id=file.key) for known in KNOWN for file in known.files]


def test_names_and_keys_are_apart() -> None:
    names = [known.name for known in KNOWN]
    keys = [file.key for known in KNOWN for file in known.files]
    assert len(set(names)) == len(names)
    assert len(set(keys)) == len(keys)
    assert {name for known in KNOWN for name in known.beside} <= set(names)


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)
def test_each_says_what_it_is_and_on_which_terms(known: Dataset) -> None:
    assert known.title
    assert known.citation
    assert known.terms
    assert known.ask.startswith("https://") or known.name == "clusters"
    if known.address:
        assert known.address.url.startswith("https://")
        assert set(known.address.members) == {file.key for file in known.files}


def test_what_may_not_be_shared_has_no_address() -> None:
    assert "not to be shared" in dataset("mie").terms
    assert dataset("mie").address is None


@pytest.mark.parametrize(("known", "file"), FILES)
def test_a_file_is_told_by_its_columns(known: Dataset, file: DataFile) -> None:
    names = file.contract.names
    assert recognised(names) == (known, file)
    assert recognised([*reversed(names), "more"]) == (known, file)
    if len(names) > 3:
        assert recognised(names[1:]) == (known, file), "it still looks like it"


def test_other_tables_are_none_of_them() -> None:
    assert recognised(["year", "ccode", "gdp", "population"]) is None
    assert recognised([]) is None


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match='Did you mean "midi"'):
        dataset("mid")
    with pytest.raises(UsageError, match="Known: mie, midi, icb"):
        dataset("gdelt")


def test_examples_run() -> None:
    assert doctest.testmod(_known).failed == 0
