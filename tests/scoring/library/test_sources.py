"""Sources: whose parameters stand behind a forecast, and whether they have seen the crisis."""

from datetime import date
from pathlib import Path

from _invented import invent
from learning._kept import keep_parameters
from offramp.learning import Protocol
from offramp.model import Parameters
from offramp.record import Record
from offramp.scoring.library._sources import Source, source_of

from ._heard import ACTS

FORWARD: Protocol = "forward"


def found(record: Record, folder: Path | None) -> tuple[Parameters, Source]:
    """Parameters that must be there."""
    taken = source_of(record, FORWARD, folder)
    assert taken is not None
    return taken


def test_what_opened_after_all_data_has_the_set_that_ships(tmp_path: Path) -> None:
    for folder in (None, tmp_path):
        parameters, source = found(invent(ACTS), folder)
        assert parameters.until == source.until < date(2024, 3, 1)
        assert not source.saw
        assert not source.prepared


def test_a_crisis_of_old_was_seen_and_that_is_said() -> None:
    old = invent(ACTS).model_copy(update={"opens": date(1969, 3, 2)})
    assert found(old, None)[1].saw


def test_prepared_parameters_are_taken_and_missing_ones_are_missed(tmp_path: Path) -> None:
    old = invent(ACTS).model_copy(update={"opens": date(1969, 3, 2)})
    assert source_of(old, FORWARD, tmp_path) is None
    keep_parameters(tmp_path / "forward" / "rivals", until=date(1968, 12, 1))
    parameters, source = found(old, tmp_path)
    assert parameters.until == date(1968, 12, 1)
    assert (source.prepared, source.saw) == (True, False)
