import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from offramp._errors import OfframpError
from offramp.cli._backtest_json import backtest_json
from offramp.cli._say import plain
from offramp.history import TARGETS
from offramp.scoring import (
    MEASURES,
    Backtest,
    TrackRecord,
    backtest,
    read_track_record,
    shipped_track_record,
    track_record_of,
    write_track_record,
)
from offramp.scoring._base_rate import fit_recent_base_rate
from offramp.scoring._markov import fit_markov
from scoring._made import made


@cache
def found() -> Backtest:
    baselines = {"recent_base_rate": fit_recent_base_rate, "boosting": fit_markov}
    return backtest(made(60), fit_markov, 1990, baselines=baselines, draws=50)


@pytest.fixture
def record() -> TrackRecord:
    return track_record_of(found())


def test_it_says_what_the_backtest_found(record: TrackRecord) -> None:
    assert (record.dataset, record.since) == ("made-up", 1990)
    assert record.fitted.events > record.scored.events > record.scored.confrontations
    assert set(record.cards) == {"offramp", "pooled", "recent_base_rate", "boosting"}
    for name, card in record.cards.items():
        full = found().cards[name]
        assert (card.joint, card.when, card.what) == (
            full.scores.joint, full.scores.when, full.scores.what,
        )  # fmt: skip
        assert set(card.targets) == set(TARGETS)
        assert card.targets["force_30"].said == full.targets["force_30"].said
        assert card.wait["0.9"] == full.wait.coverage[0.9]
    gaps = record.differences["offramp"]["recent_base_rate"]
    assert set(gaps) == set(MEASURES)
    assert gaps["joint"] == found().differences["offramp"]["recent_base_rate"]["joint"]


def test_what_is_written_is_read_as_it_was(record: TrackRecord, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    write_track_record(record, path)
    again = read_track_record(path)
    assert again.scored == record.scored
    for name, card in record.cards.items():
        assert again.cards[name].joint.event == pytest.approx(card.joint.event, abs=1e-6)
        for target in TARGETS:
            brier, other = (each.cards[name].targets[target].brier for each in (again, record))
            assert brier.confrontation == pytest.approx(other.confrontation, abs=1e-6)
    write_track_record(again, tmp_path / "again.json")
    assert path.read_text() == (tmp_path / "again.json").read_text()


def test_it_is_read_from_what_the_command_prints(record: TrackRecord, tmp_path: Path) -> None:
    path = tmp_path / "backtest.json"
    path.write_text(json.dumps(plain(backtest_json(found()))))
    assert read_track_record(path) == record


def test_what_is_no_number_stays_none(record: TrackRecord, tmp_path: Path) -> None:
    card = record.cards["offramp"]
    odd = replace(card, joint=replace(card.joint, event=float("nan")))
    path = tmp_path / "record.json"
    write_track_record(replace(record, cards={**record.cards, "offramp": odd}), path)
    assert json.loads(path.read_text())["offramp"]["joint"]["event"] is None
    assert str(read_track_record(path).cards["offramp"].joint.event) == "nan"


def test_a_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(OfframpError, match="There is no track record at"):
        read_track_record(tmp_path / "none.json")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", "{}", '{"differences": 1}', "\xff", "[" * 9999]
)
def test_a_broken_file_is_a_clear_error(text: str, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(OfframpError, match="holds no track record that this program can read"):
        read_track_record(path)


def test_what_is_left_out_is_named(record: TrackRecord, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    write_track_record(record, path)
    data: dict[str, Any] = json.loads(path.read_text())
    del data["boosting"]["force_30"]
    path.write_text(json.dumps(data))
    with pytest.raises(OfframpError, match="it lacks 'force_30'"):
        read_track_record(path)


def test_what_ships_can_be_read() -> None:
    record = shipped_track_record()
    assert record.scored.confrontations > 50
    assert {"offramp", "pooled", "recent_base_rate", "boosting"} <= set(record.cards)
    assert shipped_track_record() is record


def test_it_is_read_without_the_extra_and_without_what_made_it() -> None:
    code = (
        "import sys; sys.modules['sklearn'] = sys.modules['scoringrules'] = None\n"
        "from offramp.scoring import TrackRecord, read_track_record, shipped_track_record\n"
        "print(*sorted(m for m in sys.modules if m.startswith(('offramp.learning', 'scipy', "
        "'jax', 'offramp.scoring._backtest'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
