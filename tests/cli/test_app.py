"""The commands as a whole: help, version, and what they may not import to give it."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from typer.testing import Result

from offramp import __version__

HEAVY = {
    "altair", "edtf", "httpx", "jax", "jinja2", "numpy", "pyarrow", "pydantic", "platformdirs",
    "rich", "ruamel", "scipy", "vl_convert",
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "allowed"),
    # Typer itself takes pydantic to print the defaults of a command's own options.
    [
        (["--help"], set[str]()),
        (["report", "--help"], {"pydantic"}),
        (["data", "--help"], {"pydantic"}),
    ],
)
def test_help_imports_nothing_heavy(words: list[str], allowed: set[str]) -> None:
    code = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from offramp.cli._app import app\n"
        "assert CliRunner().invoke(app, sys.argv[1:]).exit_code == 0\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
    )
    assert set(result.stdout.split()) & HEAVY <= allowed


def test_help_names_every_command_and_exit_code(call: Callable[..., Result]) -> None:
    text = call("--help").stdout
    for name in ("report", "forecast", "check", "new", "list", "data", "0 done", "3 a bad record"):
        assert name in " ".join(text.split())


@pytest.mark.parametrize("command", ["report", "forecast", "check", "new", "list"])
def test_every_command_has_help(call: Callable[..., Result], command: str) -> None:
    result = call(command, "-h")
    assert result.exit_code == 0
    assert f"Usage: offramp {command}" in result.stdout.replace("root", "offramp")


def test_version(run: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    result = run("--version")
    assert (result.returncode, result.stdout, result.stderr) == (0, f"offramp {__version__}\n", "")


def test_an_unknown_command_gets_the_nearest(call: Callable[..., Result]) -> None:
    result = call("repor")
    assert result.exit_code == 2
    assert "report" in result.stderr
    assert result.stdout == ""
