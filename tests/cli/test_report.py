"""offramp report, the main job, run once as a user runs it."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from offramp.cli._app import app
from offramp.cli._options import LONGEST_DAYS, MOST_DRAWS, last_day, prepare
from offramp.cli._report import _place
from offramp.record import new_record, open_record, parse_record

NAME = "iran-israel-2024-2024-04-14.html"
ASKED = ["report", "iran-israel-2024", "--as-of", "2024-04-14", "--draws", "400"]
QUICK = [*ASKED, "--quick"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("report")


@pytest.fixture(scope="module")
def ran(folder: Path) -> subprocess.CompletedProcess[str]:
    days = ["--from", "2024-04-13", "--to", "2024-04-14", "--reveal"]
    return subprocess.run(
        [sys.executable, "-m", "offramp", *QUICK, *days],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def printed(folder: Path) -> dict[str, Any]:
    # Inside this process, which has compiled the model for other tests already.
    more = ["--from", "2024-04-14", "--json", "--out", str(folder / "json.html")]
    result = CliRunner().invoke(app, [*QUICK, *more])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.slow
def test_it_writes_one_page_and_says_where(
    ran: subprocess.CompletedProcess[str], folder: Path
) -> None:
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == f"The report is {NAME}\n"
    page = (folder / NAME).read_text("utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert not list(folder.glob(".*"))


@pytest.mark.slow
def test_the_summary_is_on_stdout(ran: subprocess.CompletedProcess[str]) -> None:
    assert "Iran and Israel" in ran.stdout
    assert "14 April 2024" in ran.stdout.replace("\u00a0", " ")
    assert "\x1b" not in ran.stdout
    assert max(map(len, ran.stdout.splitlines())) <= 80


def test_json_holds_the_forecast_and_all_else(printed: dict[str, Any], folder: Path) -> None:
    assert printed["crisis"] == "iran-israel-2024"
    assert printed["as_of"] == "2024-04-14"
    assert printed["horizon_days"] == 90
    assert printed["report"] == str(folder / "json.html")
    assert Path(printed["report"]).is_file()
    assert printed["odds"]["days"] == ["2024-04-14"]
    assert printed["reveals"] == []
    for part in ("answers", "next_acts", "ledger", "postures", "firsts", "parameters"):
        assert printed[part], part
    assert "record" not in printed


@pytest.mark.slow
def test_json_holds_what_else_was_asked_and_the_page_shows_it(folder: Path) -> None:
    page = folder / "whole.html"
    result = CliRunner().invoke(app, [*ASKED, "--json", "--out", str(page)])
    assert result.exit_code == 0, result.output
    printed, html = json.loads(result.stdout), page.read_text("utf-8")
    parts = ("effect", "asked", "claims", "hypotheses", "offramps", "watch")
    assert all(printed[part] for part in parts)
    assert "hinges" not in printed
    for section in ("act", "questions", "claims", "hypotheses", "offramps", "watch"):
        assert f'<section id="{section}">' in html
    assert len(html.encode()) < 1_500_000


@pytest.mark.slow
def test_a_quick_one_is_the_forecast_alone(
    ran: subprocess.CompletedProcess[str], folder: Path
) -> None:
    assert ran.returncode == 0
    assert '<section id="claims">' not in (folder / NAME).read_text("utf-8")


def test_quick_and_full_contradict_each_other() -> None:
    result = CliRunner().invoke(app, [*QUICK, "--full"])
    assert result.exit_code == 2


def test_where_the_page_goes(tmp_path: Path) -> None:
    asked = prepare("iran-israel-2024", None, 90, 100, 0, None, None)
    assert _place(None, asked) == Path("iran-israel-2024-2024-07-18.html")
    assert _place(tmp_path, asked) == tmp_path / "iran-israel-2024-2024-07-18.html"
    assert _place(tmp_path / "mine.html", asked) == tmp_path / "mine.html"


def test_one_stands_at_the_end_of_the_record_unless_told_otherwise() -> None:
    assert last_day(open_record("iran-israel-2024")) == date(2024, 7, 18)
    assert last_day(parse_record(new_record("two-rivals"))) == date(2024, 3, 5)


def test_odds_end_on_the_day_one_stands_on() -> None:
    asked = prepare("iran-israel-2024", "2024-04-14", 90, 100, 0, "2024-04-01", None)
    assert (asked.first, asked.last) == (date(2024, 4, 1), date(2024, 4, 14))


def test_the_bounds_of_the_options_are_those_of_the_futures() -> None:
    from offramp.futures import _simulate

    assert (LONGEST_DAYS, MOST_DRAWS) == (_simulate.LONGEST, _simulate.MOST)
