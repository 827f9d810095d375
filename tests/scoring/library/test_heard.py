"""What was said is kept: looked up when nothing has changed, and made anew when something has."""

import json
from pathlib import Path

import pytest

from offramp.history import Points
from offramp.model import shipped_parameters
from offramp.scoring.library import RIVALS, moments_of
from offramp.scoring.library import _heard as module
from offramp.scoring.library._heard import OURS, hear

from ._heard import crisis, said

MOMENTS = moments_of(crisis())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who is asked; Offramp and the baselines are stand-ins."""
    calls: list[str] = []

    def ours(moment: object, *_: object) -> object:
        calls.append("ours")
        return said(0.25)

    def rivals(_train: object, moments: list[object]) -> object:
        calls.append("rivals")
        return {name: [said(0.5) for _ in moments] for name in RIVALS}

    monkeypatch.setattr(module, "say_ours", ours)
    monkeypatch.setattr(module, "say_rivals", rivals)
    return calls


def test_a_second_run_asks_nobody(asked: list[str], train: Points, tmp_path: Path) -> None:
    one = hear(MOMENTS, shipped_parameters(), train, tmp_path / "x")
    assert sorted(asked) == ["ours"] * 3 + ["rivals"]
    again = hear(MOMENTS, shipped_parameters(), train, tmp_path / "x")
    assert len(asked) == 4
    assert [each.said for each in again] == [each.said for each in one]
    assert one[0].said[OURS]["quiet-60"] == (0.25,)


def test_other_parameters_or_another_seed_are_asked_anew(
    asked: list[str], train: Points, tmp_path: Path
) -> None:
    hear(MOMENTS, shipped_parameters(), train, tmp_path)
    hear(MOMENTS, shipped_parameters().replace("fear.weight", 1.0), train, tmp_path)
    hear(MOMENTS, shipped_parameters(), train, tmp_path, seed=3)
    assert asked.count("ours") == 9
    assert asked.count("rivals") == 1


def test_baselines_fitted_to_other_points_are_asked_anew(
    asked: list[str], train: Points, scored: Points, tmp_path: Path
) -> None:
    hear(MOMENTS, shipped_parameters(), train, tmp_path)
    hear(MOMENTS, shipped_parameters(), scored, tmp_path)
    assert asked.count("rivals") == 2


def test_without_data_what_baselines_said_before_is_looked_up(
    asked: list[str], train: Points, tmp_path: Path
) -> None:
    alone = hear(MOMENTS, shipped_parameters(), None, tmp_path)
    assert set(alone[0].said) == {OURS, "shipped_base_rate"}
    hear(MOMENTS, shipped_parameters(), train, tmp_path)
    assert set(hear(MOMENTS, shipped_parameters(), None, tmp_path)[0].said) == {OURS, *RIVALS}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"mark": 1}', '{"said": {"offramp": 3}}'])
def test_a_broken_file_is_as_good_as_none(
    text: str, asked: list[str], train: Points, tmp_path: Path
) -> None:
    (tmp_path / "ours.json").write_text(text)
    (tmp_path / "rivals.json").write_text(text)
    hear(MOMENTS, shipped_parameters(), train, tmp_path)
    assert sorted(asked) == ["ours"] * 3 + ["rivals"]


def test_a_file_that_lacks_a_question_is_made_anew(
    asked: list[str], train: Points, tmp_path: Path
) -> None:
    hear(MOMENTS, shipped_parameters(), train, tmp_path)
    held = json.loads((tmp_path / "ours.json").read_text())
    del held["said"]["offramp"][1]["quiet-60"]
    (tmp_path / "ours.json").write_text(json.dumps(held))
    hear(MOMENTS, shipped_parameters(), train, tmp_path)
    assert asked.count("ours") == 6
