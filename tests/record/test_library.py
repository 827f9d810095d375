from pathlib import Path

import pytest
from ruamel.yaml import YAML

from offramp import crises
from offramp._errors import UsageError
from offramp.record import drawn_by_lot, find_record, library, open_record


@pytest.fixture
def shelf(tmp_path: Path, small: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "crisis.yaml").write_text(small, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(crises, "__path__", [str(tmp_path)])
    return tmp_path


def test_library_lists_folders_with_a_record(shelf: Path) -> None:
    assert library() == {"small": shelf / "small"}


def test_crises_drawn_by_lot_are_in_the_library_and_some_were_chosen() -> None:
    assert drawn_by_lot() < set(library())


def test_what_was_passed_over_in_the_draw_has_its_reason() -> None:
    file = Path(crises.__path__[0]) / "lot.yaml"
    drawn = YAML(typ="safe").load(file.read_text("utf-8"))["drawn"]
    assert all(("record" in one) != bool(one.get("passed")) for one in drawn)


def test_a_record_opens_by_its_name(shelf: Path) -> None:
    assert open_record("small").id == "small"
    assert find_record("small") == shelf / "small" / "crisis.yaml"


def test_unknown_names_get_the_nearest(shelf: Path) -> None:
    with pytest.raises(UsageError, match='The nearest in the library is "small"'):
        open_record("smal")
    with pytest.raises(UsageError, match="The library has small"):
        open_record("something-else-entirely")


def test_an_empty_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crises, "__path__", [str(tmp_path)])
    with pytest.raises(UsageError, match=r"folder that holds crisis\.yaml"):
        open_record("small")
