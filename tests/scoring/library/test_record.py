"""The record that is kept: it reads back as it was, and what it is not is refused."""

from pathlib import Path

import pytest

from offramp._errors import OfframpError
from offramp.scoring.library import (
    SHOWN,
    LibraryBacktest,
    LibraryRecord,
    Run,
    Source,
    library_record_of,
    read_library_record,
    write_library_record,
)
from offramp.scoring.library._backtest import CrisisLine
from offramp.scoring.library._misses import misses_of
from offramp.scoring.library._scores import scores_of

from ._heard import CLOSES, crisis, heard


@pytest.fixture(scope="module")
def found() -> LibraryBacktest:
    some = [*heard(crisis("one"), knows=True), *heard(crisis("two"), knows=False)]
    line = CrisisLine("one", "Two rivals", 3, 50, {"offramp": 0.125, "markov": 0.25}, 0.5, 0.25)
    source = Source("one", "Two rivals", "forward", "Made up.", CLOSES, True, False)
    scores = scores_of(some, draws=50)
    run = Run("forward", misses_of(some), scores, (line,), (source,), {"drawn": scores})
    return LibraryBacktest((run,), ("A note.",))


def test_what_is_written_reads_back(found: LibraryBacktest, tmp_path: Path) -> None:
    record = library_record_of(found, SHOWN)
    write_library_record(record, tmp_path / "library.json")
    again = read_library_record(tmp_path / "library.json")
    assert isinstance(again, LibraryRecord)
    assert again.notes == record.notes
    assert again.runs[0].sources == record.runs[0].sources
    assert again.runs[0].crises == record.runs[0].crises
    assert [m.came for m in again.runs[0].misses] == [m.came for m in record.runs[0].misses]
    assert set(again.runs[0].scores) == set(SHOWN)
    assert set(again.runs[0].picked["drawn"]) == set(SHOWN)
    write_library_record(again, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "library.json").read_bytes()


def test_all_groups_are_kept_where_none_are_chosen(found: LibraryBacktest) -> None:
    assert set(library_record_of(found).runs[0].scores) == set(found.runs[0].scores)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"runs": [{}], "notes": []}', '{"runs": 3}'])
def test_what_is_no_track_record_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(OfframpError, match="holds no track record over the library"):
        read_library_record(tmp_path / "x.json")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OfframpError, match=r"nowhere\.json"):
        read_library_record(tmp_path / "nowhere.json")
