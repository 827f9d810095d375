"""The benchmark compares like with like: the Mesa twin is the model, and says so when not."""

import importlib
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("mesa") is None, reason="Mesa is an extra"),
]


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    monkeypatch.syspath_prepend(str(FOLDER))
    names = ("agree", "given", "simulated", "tables", "twin")
    return SimpleNamespace(**{name: importlib.import_module(name) for name in names})


def test_the_two_are_one_model() -> None:
    ran = subprocess.run(
        [sys.executable, "run.py", "--only", "agreement", "--check-futures", "1000", "--json"],
        capture_output=True, text=True, check=False, cwd=FOLDER,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    compared = json.loads(ran.stdout)["agreement"]
    assert compared["log_hazard_gap"] < 1e-4
    odds = {each["ask"]: each for each in compared["odds"]}
    assert sum(ask.startswith("force by") for ask in odds) == 2
    assert 0.1 < odds["any act within 30d"]["mesa"] < 0.9, "a draw under which things happen"
    for each in odds.values():
        assert abs(each["z"]) < 4, each


@pytest.mark.parametrize(
    ("where", "name", "change"),
    [
        ("Side", "held", lambda self, other: 0.0),
        ("Side", "suffer", lambda self, weight: None),
        ("Side", "ease", lambda self, weight: None),
        ("Confrontation", "activity", lambda self: [0.0] * 8),
        ("Confrontation", "count", lambda self, actor, kind: None),
        ("Confrontation", "remember", lambda self, actor, kind, deed: None),
    ],
    ids=[
        "without dials", "without provocation", "without answers", "without activity",
        "without counts", "without memory",
    ],
)  # fmt: skip
def test_a_twin_that_lacks_a_part_is_found_out(
    modules: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, where: str, name: str, change: Any
) -> None:
    history, parameters = modules.simulated.setting()
    fixed = modules.given.one_draw(parameters, 0)
    assert modules.agree.hazard_gap(history, fixed, seed=0, futures=4) < 1e-4
    monkeypatch.setattr(getattr(modules.twin, where), name, change)
    assert modules.agree.hazard_gap(history, fixed, seed=0, futures=4) > modules.agree.CLOSE


@pytest.mark.parametrize("table", ["sequence", "answer", "opening", "lapse"])
def test_a_twin_with_an_empty_table_is_found_out(
    modules: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    history, parameters = modules.simulated.setting()
    fixed = modules.given.one_draw(parameters, 0)
    laid_out = getattr(modules.tables, table)
    monkeypatch.setattr(modules.tables, table, lambda draw: _emptied(laid_out(draw)))
    assert modules.agree.hazard_gap(history, fixed, seed=0, futures=4) > modules.agree.CLOSE


def test_a_twin_in_which_nothing_happens_is_found_out(
    modules: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    history, parameters = modules.simulated.setting()
    assert modules.agree.agreement(history, parameters, draw=0, futures=300)["agree"]
    monkeypatch.setattr(modules.twin.Confrontation, "act", lambda self: False)
    assert not modules.agree.agreement(history, parameters, draw=0, futures=300)["agree"]


def _emptied(table: Any) -> Any:
    """Put nought in the place of every number."""
    return [_emptied(row) for row in table] if isinstance(table, list) else 0.0
