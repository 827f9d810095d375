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
    names = ("agree", "given", "simulated", "twin")
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
    ("name", "change"),
    [
        ("held", lambda self, other: 0.0),
        ("suffer", lambda self, weight: None),
        ("ease", lambda self, weight: None),
    ],
    ids=["without dials", "without provocation", "without answers"],
)
def test_a_twin_that_lacks_a_part_is_found_out(
    modules: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, name: str, change: Any
) -> None:
    history, parameters = modules.simulated.setting()
    fixed = modules.given.one_draw(parameters, 0)
    assert modules.agree.hazard_gap(history, fixed, seed=0, futures=4) < 1e-4
    monkeypatch.setattr(modules.twin.Side, name, change)
    assert modules.agree.hazard_gap(history, fixed, seed=0, futures=4) > modules.agree.CLOSE


def test_a_twin_in_which_nothing_happens_is_found_out(
    modules: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    history, parameters = modules.simulated.setting()
    assert modules.agree.agreement(history, parameters, draw=0, futures=300)["agree"]
    monkeypatch.setattr(modules.twin.Confrontation, "act", lambda self: False)
    assert not modules.agree.agreement(history, parameters, draw=0, futures=300)["agree"]
