"""Sources: whose parameters stand behind a forecast, and whether they have seen the crisis."""

from datetime import date
from pathlib import Path

import pytest

from _invented import invent
from learning._kept import keep_parameters
from offramp._errors import OfframpError
from offramp.scoring.library._sources import source_of

from ._heard import ACTS


def test_what_opened_after_all_data_has_the_set_that_ships(tmp_path: Path) -> None:
    for folder in (None, tmp_path):
        parameters, source = source_of(invent(ACTS), "forward", folder)
        assert parameters.until == source.until < date(2024, 3, 1)
        assert not source.saw
        assert not source.prepared


def test_a_crisis_of_old_was_seen_and_that_is_said() -> None:
    old = invent(ACTS).model_copy(update={"opens": date(1969, 3, 2)})
    assert source_of(old, "forward", None)[1].saw


def test_prepared_parameters_are_taken_and_missing_ones_are_an_error(tmp_path: Path) -> None:
    old = invent(ACTS).model_copy(update={"opens": date(1969, 3, 2)})
    with pytest.raises(
        OfframpError, match=r"no parameters for rivals \(forward\).*learn --library"
    ):
        source_of(old, "forward", tmp_path)
    keep_parameters(tmp_path / "forward" / "rivals", until=date(1968, 12, 1))
    parameters, source = source_of(old, "forward", tmp_path)
    assert parameters.until == date(1968, 12, 1)
    assert (source.prepared, source.saw) == (True, False)
