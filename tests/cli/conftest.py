"""Commands, run as a user runs them or inside the test's own process."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from offramp.cli._app import app
from offramp.record import new_record

COMMAND = (sys.executable, "-m", "offramp")
ODD_ACTS = """\
acts:
  - id: odd-rung
    date: 2024-03-01
    by: [northland]
    against: [southland]
    act: air-strike
    sources: [agency-1-march]
  - id: odd-date
    date: 2024-13-01
    by: [northland]
    against: [southland]
    act: display
    sources: [agency-1-march]
  - id: odd-party
    date: 2024-03-01
    by: [nobody]
    against: [southland]
    act: display
    sources: [agency-1-march]
"""


@pytest.fixture(scope="session", autouse=True)
def cache_folder(pytestconfig: pytest.Config) -> Path:
    """Keep compilations where pytest keeps its own things, not in the user's cache."""
    folder = Path(pytestconfig.cache.mkdir("offramp")).resolve()
    os.environ["OFFRAMP_CACHE_DIR"] = str(folder)
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run ``offramp`` as a program of its own, in an empty folder.

    `prelude` is Python that the new process runs before it becomes ``offramp``; to run it
    between fork and exec would not be safe beside JAX's threads.
    """

    def run_offramp(
        *words: str, prelude: str = "", **more: Any
    ) -> subprocess.CompletedProcess[str]:
        become = f"{prelude}\nimport os, sys\nos.execv(sys.executable, sys.argv[1:])"
        command = [sys.executable, "-c", become, *COMMAND] if prelude else [*COMMAND]
        settings = {"capture_output": True, "text": True, "cwd": tmp_path, **more}
        return subprocess.run([*command, *words], check=False, **settings)

    return run_offramp


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command inside this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call_offramp(*words: str) -> Result:
        return CliRunner().invoke(app, list(words))

    return call_offramp


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A sound record of one's own."""
    return _written(tmp_path / "two-rivals", new_record("two-rivals"))


@pytest.fixture
def bad_record(tmp_path: Path) -> Path:
    """A record with three mistakes in its acts."""
    text = new_record("bad-one")
    begin, end = text.index("acts:\n"), text.index("signals:\n")
    return _written(tmp_path / "bad-one", text[:begin] + ODD_ACTS + text[end:])


@pytest.fixture
def no_acts(tmp_path: Path) -> Path:
    """A record in which nothing is done."""
    text = new_record("no-acts")
    begin, end = text.index("acts:\n"), text.index("questions:\n")
    return _written(tmp_path / "no-acts", text[:begin] + text[end:])


@pytest.fixture
def one_side(tmp_path: Path) -> Path:
    """A record with one side only."""
    text = new_record("one-side").replace("  south: [southland]\n", "")
    return _written(tmp_path / "one-side", text)


def _written(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "crisis.yaml").write_text(text, "utf-8")
    return folder
