"""offramp backtest --library: the misses first, a page, and clear sentences where it cannot run."""

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import Result

from offramp import record
from offramp.record import library
from offramp.scoring.library import _backtest

pytestmark = pytest.mark.skipif(
    not all(map(find_spec, ("sklearn", "scoringrules"))), reason="needs the extra score"
)
Call = Callable[..., Result]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two crises of few acts, few futures, and a cache of the test's own."""
    some = {name: library()[name] for name in ("imia-1996", "iran-israel-2024")}
    monkeypatch.setattr(record, "library", lambda: some)
    monkeypatch.setattr(_backtest.backtest_library, "__kwdefaults__", {
        **_backtest.backtest_library.__kwdefaults__, "futures": 200, "draws": 50,
    })  # fmt: skip
    monkeypatch.setenv("OFFRAMP_CACHE_DIR", str(tmp_path / "cache"))


@pytest.mark.usefixtures("short")
@pytest.mark.slow
def test_the_misses_come_first_and_what_was_seen_is_said(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "track.html"
    result = call("backtest", "--library", "--out", str(page))
    assert result.exit_code == 0, result.stderr
    shown = " ".join(result.stdout.split())
    assert shown.startswith("The worst forecast of each crisis")
    assert "Iran and Israel, October 2023 to May 2024, on the evening of" in shown
    assert "have seen the years of these crises" in shown
    assert "imia-1996 (2002)" in shown
    html = page.read_text("utf-8")
    assert html.index("The misses") < html.index("Forward in time")
    assert "<script" not in html
    assert (tmp_path / "cache" / "library" / "shipped" / "imia-1996" / "ours.json").exists()


@pytest.mark.usefixtures("short")
@pytest.mark.slow
def test_json_holds_all_groups(call: Call) -> None:
    result = call("backtest", "--library", "--json")
    (run,) = json.loads(result.stdout)["runs"]
    assert run["protocol"] == "forward"
    assert {"pooled", "quiet-60", "highest-30"} <= set(run["scores"])
    assert [line["crisis"] for line in run["crises"]] == ["imia-1996", "iran-israel-2024"]


@pytest.mark.usefixtures("short")
def test_a_folder_without_parameters_is_refused(call: Call, tmp_path: Path) -> None:
    result = call("backtest", "--library", "--parameters", str(tmp_path))
    assert result.exit_code == 1
    assert "holds no parameters for the library" in result.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Give a dataset of confrontations: mie, midi or icb; or --library."),
        (("mie", "--out", "x.html"), "--parameters and --out go with --library"),
        (("--library", "--from", "1990"), "--library takes neither --from nor --shipped"),
        (("--library", "--parameters", "nowhere"), "There is no folder nowhere."),
        (("nowhere", "--library"), 'no dataset and no file "nowhere"'),
    ],
)
def test_what_does_not_go_together_is_said(
    words: tuple[str, ...], sentence: str, call: Call
) -> None:
    result = call("backtest", *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
