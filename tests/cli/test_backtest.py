"""offramp backtest: the scores, and a clear sentence where there is nothing to score."""

import csv
import json
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import Result

from datasets._made import cinc, mie, write
from offramp import scoring
from offramp.history import TARGETS
from offramp.scoring._base_rate import fit_base_rate
from offramp.scoring._markov import fit_markov
from offramp.scoring._sample import split
from scoring._made import made

pytestmark = pytest.mark.skipif(
    not all(map(find_spec, ("sklearn", "scoringrules"))), reason="needs the extra score"
)
ACTIONS = {2: 1, 3: 7, 4: 16}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up confrontations in the format of MIE."""
    events = made(100)
    rows = []
    for row in range(events.count):
        day = date.fromordinal(int(events.day[row]))
        mark, history = int(events.mark[row]), int(events.history[row])
        first = mark >= 6 or mark < 3
        level = (4, 5)[mark - 6] if mark >= 6 else mark % 3 + 2
        rows.append(
            mie(
                int(events.confrontation[history]), row + 1,
                ccode1=100 + history if first else 700, ccode2=700 if first else 100 + history,
                sidea1=int(first), styear=day.year, stmon=day.month, stday=day.day,
                endyear=day.year, endmon=day.month, endday=day.day, hostlev=level,
                action={6: 17, 7: 22}.get(mark, ACTIONS.get(level, 16)),
            )
        )  # fmt: skip
    return write(tmp_path_factory.mktemp("mie"), "mie", rows)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for the model and few baselines, since what is tested is the command."""
    few = {"base_rate": fit_base_rate, "boosting": fit_markov}
    monkeypatch.setattr(scoring, "fit_offramp", lambda train, progress=None: fit_markov(train))
    monkeypatch.setattr(scoring, "backtest", partial(scoring.backtest, baselines=few, draws=50))


@pytest.mark.usefixtures("quick")
def test_json_holds_what_is_promised(call: Callable[..., Result], table: Path) -> None:
    result = call("backtest", "mie", str(table), "--from", "1990", "--json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert (found["dataset"], found["from"]) == ("mie-1.0", 1990)
    assert found["events"] > found["confrontations"] > 10
    for name in ("offramp", "pooled", "base_rate", "boosting"):
        for measure in ("joint", "when", "what"):
            assert set(found[name][measure]) == {"event", "confrontation"}
        for target in TARGETS:
            scores = found[name][target]
            assert {"brier_event", "brier_confrontation", "mean", "rate"} <= set(scores)
            assert 0 <= scores["brier_event"] <= 1
    gap = found["differences"]["pooled"]["base_rate"]["joint"]["confrontation"]
    assert gap["low"] <= gap["mean"] <= gap["high"]
    assert gap["mean"] == pytest.approx(
        found["pooled"]["joint"]["confrontation"] - found["base_rate"]["joint"]["confrontation"]
    )
    assert found["worst"][0]["dataset"] == "mie-1.0"
    assert found["recalibrated"]["offramp"]["joint"]["event"] > 0


@pytest.mark.usefixtures("quick")
def test_the_table_leads_with_the_differences_and_fits(
    call: Callable[..., Result], table: Path
) -> None:
    result = call("backtest", str(table), "--from", "1990")
    assert result.exit_code == 0, result.stderr
    shown = result.stdout
    assert max(map(len, shown.splitlines())) <= 80
    order = [
        "Offramp less each baseline", "Per event, Offramp", "Log score, nats",
        "Force within 30 days", "A battle within 90 days", "central interval",
        "Offramp's worst forecasts",
    ]  # fmt: skip
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert "Fitting" not in shown
    assert "Fitting" in result.stderr


@pytest.mark.usefixtures("quick")
def test_shipped_parameters_say_what_they_were_fitted_to(
    call: Callable[..., Result], table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = (
        fit_base_rate(split(made(40), 1990).train),
        scoring.Beforehand("Learned from a made-up table.", date(1995, 6, 1)),
    )
    monkeypatch.setattr(scoring, "shipped_offramp", lambda progress=None: ready)
    found = json.loads(call("backtest", str(table), "--shipped", "--json").stdout)
    told = " ".join(found["notes"])
    assert "Learned from a made-up table." in told
    assert "into the years that are scored" in told
    assert found["pool"] == {"offramp": 0.5, "boosting": 0.5}
    assert "offramp" not in found["recalibrated"]


@pytest.mark.usefixtures("quick")
def test_it_says_plainly_where_a_baseline_wins(
    call: Callable[..., Result], table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "fit_offramp", lambda train, progress=None: fit_base_rate(train))
    shown = " ".join(call("backtest", str(table), "--from", "1990").stdout.split())
    assert "Offramp cannot be told apart from base rate; LOSES to boosting." in shown


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--from", "2005"), "There is no event to score from 2005 on"),
        (("--from", "1950"), "too little to fit to before 1950"),
        (("--from", "0"), "--from must be a year"),
    ],
)
def test_a_year_that_cannot_be_scored(
    words: tuple[str, ...], message: str, call: Callable[..., Result], table: Path
) -> None:
    result = call("backtest", str(table), *words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not result.stdout


def test_one_confrontation(call: Callable[..., Result], tmp_path: Path) -> None:
    path = write(tmp_path, "mie", [mie(), mie(event=2, stday=9)])
    result = call("backtest", str(path))
    assert result.exit_code == 1
    assert "mie-1.0 holds 1 confrontation." in result.stderr


def test_a_dataset_of_another_kind(call: Callable[..., Result], tmp_path: Path) -> None:
    path = write(tmp_path, "cinc", [cinc()])
    result = call("backtest", str(path))
    assert result.exit_code == 2
    assert "holds no acts to forecast. It takes a dataset of confrontations" in result.stderr


def test_another_dataset_than_was_said(call: Callable[..., Result], table: Path) -> None:
    result = call("backtest", "midi", str(table))
    assert result.exit_code == 2
    assert "is mie-1.0 and not midi" in result.stderr
    result = call("backtest", "nonsense", str(table))
    assert result.exit_code == 2
    assert 'There is no dataset "nonsense"' in result.stderr


def test_a_file_that_is_not_as_published(call: Callable[..., Result], table: Path) -> None:
    with table.open(encoding="utf-8") as file:
        header, first, *_ = csv.reader(file)
    bad = table.parent / "bad.csv"
    first[header.index("stmon")] = "13"
    bad.write_text("\n".join(map(",".join, (header, first))), "utf-8")
    result = call("backtest", str(bad))
    assert result.exit_code == 3
    assert "bad.csv:2" in result.stderr


def test_no_such_dataset(call: Callable[..., Result]) -> None:
    result = call("backtest", "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_without_the_extra_it_says_what_to_install(
    call: Callable[..., Result], table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from offramp import _extras

    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(_extras, "import_module", missing)
    result = call("backtest", str(table), "--from", "1990")
    assert result.exit_code == 1
    assert "pip install 'offramp[score]'" in result.stderr
