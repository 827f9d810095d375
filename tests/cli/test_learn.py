"""offramp learn: parameters from published events, and a clear sentence where there are none."""

import json
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import Result

from datasets._made import cinc, mie, write
from learning._made_up import made_up
from offramp.history import MARKS
from offramp.learning import _fit, _posterior
from offramp.model import shipped_parameters
from offramp.model._parameters import VARIABLE

Call = Callable[..., Result]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty acts of made-up confrontations of the eighties, in the format of MIE."""
    events = made_up((6, 8, 7, 5, 8, 6))
    rows = []
    for row in range(events.count):
        day = date.fromordinal(int(events.day[row]))
        who, level = MARKS[events.mark[row]]
        history = int(events.history[row])
        sides = (100 + history, 700) if who != 1 else (700, 100 + history)
        rows.append(
            mie(
                int(events.confrontation[history]), row + 1, ccode1=sides[0], ccode2=sides[1],
                sidea1=int(who != 1), styear=day.year, stmon=day.month, stday=day.day,
                endyear=day.year, endmon=day.month, endday=day.day, hostlev=level,
                action=int(events.action[row]),
            )
        )  # fmt: skip
    return write(tmp_path_factory.mktemp("mie"), "mie", rows)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--draws", "0"), "0 draws cannot be made; choose 20 to 2000."),
        (("--draws", "19"), "19 draws cannot be made"),
        (("--draws", "2001"), "2001 draws cannot be made"),
        (("--seed", "-1"), "A seed of -1 cannot be used; choose 0 to 2147483647."),
        (("--seed", "2147483648"), "A seed of 2147483648 cannot be used"),
        (("--before", "0"), "--before must be a year; it cannot be 0."),
        (("--since", "10000"), "--since must be a year; it cannot be 10000."),
    ],
)
def test_an_option_out_of_range_is_refused(
    words: tuple[str, ...], sentence: str, call: Call, table: Path, tmp_path: Path
) -> None:
    result = call("learn", str(table), "--out", "new", *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_no_dataset_and_no_folder_are_refused(call: Call, table: Path) -> None:
    assert call("learn", "--out", "new").exit_code == 2
    assert call("learn", str(table)).exit_code == 2


def test_an_unknown_dataset_is_refused(call: Call, tmp_path: Path) -> None:
    result = call("learn", "nonsense", "--out", "new")
    assert result.exit_code == 2
    assert "nonsense" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_dataset_of_another_kind_is_refused(call: Call, tmp_path: Path) -> None:
    path = write(tmp_path, "cinc", [cinc()])
    result = call("learn", str(path), "--out", "new")
    assert result.exit_code == 2
    assert "holds no confrontations to learn from. Give mie, midi or icb" in result.stderr
    assert not (tmp_path / "new").exists()


def test_a_file_that_is_not_as_published_is_refused(
    call: Call, table: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.csv"
    header, first, *_ = table.read_text("utf-8").splitlines()
    cells = first.split(",")
    cells[header.split(",").index("stmon")] = "13"
    bad.write_text(f"{header}\n{','.join(cells)}\n", "utf-8")
    result = call("learn", str(bad), "--out", "new")
    assert result.exit_code == 3
    assert "bad.csv:2" in result.stderr
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_a_file_is_refused(call: Call, table: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", "utf-8")
    result = call("learn", str(table), "--out", "taken")
    assert result.exit_code == 2
    assert "taken is a file. Give a folder." in result.stderr
    under = call("learn", str(table), "--out", "taken/under")
    assert under.exit_code == 1
    assert "Cannot make" in under.stderr
    assert (tmp_path / "taken").read_text("utf-8") == "mine"


@pytest.mark.parametrize("words", [("--before", "1970"), ("--since", "1999")])
def test_years_without_an_act_are_refused(
    words: tuple[str, str], call: Call, table: Path, tmp_path: Path
) -> None:
    result = call("learn", str(table), "--out", "new", *words)
    assert result.exit_code == 1
    assert "holds no act since" in result.stderr
    assert "Choose other years." in result.stderr
    assert not (tmp_path / "new").exists()


def test_too_little_to_learn_from_is_refused(call: Call, table: Path, tmp_path: Path) -> None:
    result = call("learn", str(table), "--out", "new", "--before", "1981")
    assert result.exit_code == 1
    assert "at least 30 are needed" in result.stderr
    assert list((tmp_path / "new").glob("*")) == []


@pytest.mark.slow
@pytest.mark.skipif(
    not all(map(find_spec, ("arviz_base", "h5netcdf", "h5py"))), reason="needs the extra learn"
)
def test_what_was_learned_can_be_used(
    call: Call, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tiny run: short climbs, twenty draws, the files, the manifest, and a forecast with them."""
    monkeypatch.setattr(_fit, "ROUNDS", 5)
    monkeypatch.setattr(_posterior, "ROUNDS", 3)
    result = call("learn", str(table), "--out", "new", "--draws", "20", "--json")
    assert result.exit_code == 0, result.stderr
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == ["draws.npz", "manifest.json", "parameters.npz", "posterior.nc"]
    manifest = json.loads(result.stdout)
    assert (manifest["draws"], manifest["dataset"], manifest["before"]) == (20, "mie-1.0", None)
    assert manifest["points"] >= 30
    assert all(f"new/{name}" in result.stderr for name in names if name != "draws.npz")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "new"))
    found = shipped_parameters()
    assert found.count == 20
    assert found.basis == manifest["basis"]
    assert found.until.isoformat() == manifest["until"]

    again = call("learn", str(table), "--out", "again", "--draws", "20")
    assert again.exit_code == 0, again.stderr
    assert manifest["basis"] in again.stdout
    assert "OFFRAMP_PARAMETERS=again" in again.stdout
    monkeypatch.setenv(VARIABLE, str(tmp_path / "again"))
    for name, values in shipped_parameters().values.items():
        assert (values == found.values[name]).all(), "same seed, same draws"


@pytest.mark.parametrize("words", [("--before", "1990"), ("--without-icbe",)])
def test_the_librarys_folds_choose_their_own_years(
    words: tuple[str, ...], call: Call, table: Path
) -> None:
    result = call("learn", str(table), "--out", "new", "--library", *words)
    assert result.exit_code == 2
    assert "--library takes neither --before nor --without-icbe" in result.stderr
    assert not Path("new").exists()
