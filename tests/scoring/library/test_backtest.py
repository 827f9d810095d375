"""The backtest as a whole, on made-up crises: what is kept, what is said, who has seen what."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from _invented import act, invent
from offramp._errors import UsageError
from offramp.history import Confrontations
from offramp.model import Parameters
from offramp.record import Record
from offramp.scoring.library import RIVALS, _backtest, backtest_library
from offramp.scoring.library._backtest import LibraryBacktest
from offramp.scoring.library._sources import Source

from ._heard import crisis, heard


@pytest.fixture(scope="module")
def found(events: Confrontations, tmp_path_factory: pytest.TempPathFactory) -> LibraryBacktest:
    kept = tmp_path_factory.mktemp("kept")
    told: list[tuple[int, int]] = []
    result = backtest_library(
        [crisis("one"), crisis("two")], kept, None, events, futures=200, draws=20,
        progress=lambda _, done, total: told.append((done, total)),
    )  # fmt: skip
    assert told[-1] == (6, 6)
    assert sorted(path.name for path in (kept / "shipped").iterdir()) == ["one", "two"]
    return result


@pytest.mark.slow
def test_without_prepared_parameters_there_is_one_protocol(found: LibraryBacktest) -> None:
    (run,) = found.runs
    assert run.protocol == "forward"
    assert set(run.scores["pooled"].means["brier"]) == {"offramp", *RIVALS}
    assert [line.crisis for line in run.crises] == ["one", "two"]
    assert run.crises[0].questions == run.crises[1].questions
    assert len(run.misses) == 2


def test_two_crises_alike_score_alike(found: LibraryBacktest) -> None:
    one, two = found.runs[0].crises
    assert one.brier == pytest.approx(two.brier)


def test_crises_drawn_by_lot_are_scored_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_backtest, "drawn_by_lot", lambda: frozenset({"one"}))
    some = heard(crisis("one"), knows=True)
    assert _backtest._picked(some, 50, 0) == {}
    apart = _backtest._picked([*some, *heard(crisis("two"), knows=False)], 50, 0)
    briers = {name: each["pooled"].means["brier"]["offramp"].event for name, each in apart.items()}
    assert list(briers) == ["drawn", "chosen"]
    assert briers["drawn"] < briers["chosen"]


def test_a_crisis_that_the_parameters_have_seen_is_named(
    events: Confrontations, tmp_path: Path
) -> None:
    old = crisis("old")
    moved = [{**a.model_dump(mode="json", by_alias=True, exclude_none=True)} for a in old.acts]
    for each in moved:
        each["date"] = each["date"].replace("2024", "1994")
    record = invent(moved, id="old", opens="1994-03-01", closes="1994-07-01")
    found = backtest_library([record], tmp_path, None, events, futures=200, draws=20)
    assert "have seen the years of these crises" in found.notes[0]
    assert "old (2002)" in found.notes[0]
    again = backtest_library([crisis("new")], tmp_path, None, events, futures=200, draws=20)
    assert not any("have seen" in note for note in again.notes)


def test_without_data_the_shipped_base_rate_stands_alone(tmp_path: Path) -> None:
    found = backtest_library([crisis()], tmp_path, futures=200, draws=20)
    assert set(found.runs[0].scores["pooled"].means["brier"]) == {"offramp", "shipped_base_rate"}
    assert set(found.runs[0].scores["wait-30"].means["log"]) == {"offramp"}
    assert any("base rate of 1993-2002" in note for note in found.notes)


def test_a_library_without_moments_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="to stand at"):
        backtest_library([invent([act("words", 0, rung="threat")])], tmp_path)


def test_a_crisis_whose_parameters_are_not_there_is_left_out_and_named(
    tmp_path: Path, parameters: Parameters, monkeypatch: pytest.MonkeyPatch
) -> None:
    def source_of(record: Record, protocol: str, _: Path | None) -> Any:
        if (record.id, protocol) == ("two", "forward"):
            return None
        source = Source(record.id, record.title, "forward", "", date(2002, 12, 31), True, False)
        return parameters, source

    monkeypatch.setattr(_backtest, "source_of", source_of)
    found = backtest_library(
        [crisis("one"), crisis("two")], tmp_path, tmp_path, futures=200, draws=20
    )
    forward, without = found.runs
    assert [line.crisis for line in forward.crises] == ["one"]
    assert [line.crisis for line in without.crises] == ["one", "two"]
    assert "two (forward)" in found.notes[0]
