"""offramp data: add, list, get, remove."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import Result

from datasets._made import cluster, mie, write
from offramp.datasets import KNOWN, _fetch, dataset


@pytest.fixture(autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("store")
    monkeypatch.setenv("OFFRAMP_DATA_DIR", str(folder))
    return folder


def test_what_is_added_is_told_listed_and_removed(
    call: Callable[..., Result], tmp_path: Path, folder: Path
) -> None:
    write(tmp_path, "mie", [mie(), mie(2)])
    write(tmp_path, "clusters", [cluster()])
    result = call("data", "add", "mie", "mie-1.0.csv")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "mie: 2 rows from mie-1.0.csv",
        "clusters: 1 rows from crisis-clusters.csv",
    ]
    shown = call("data", "list").stdout
    assert "2 rows" in shown
    assert str(folder) in shown.replace("\n", "")
    assert call("data", "remove", "mie").stdout == "mie: removed\n"
    assert not (folder / "mie").exists()


def test_the_list_as_json_tells_all(call: Callable[..., Result], tmp_path: Path) -> None:
    call("data", "add", "mie", str(write(tmp_path, "mie", [mie()])))
    rows = json.loads(call("data", "list", "--json").stdout)
    assert [row["name"] for row in rows] == [known.name for known in KNOWN]
    first = rows[0]
    assert first["terms"] == "not for commercial use; not to be shared other than for replication"
    assert first["citation"].startswith("Douglas M. Gibler")
    assert first["fetched_from"] is None
    assert first["kept"]["files"][0]["rows"] == 1
    assert rows[1]["kept"] is None
    assert rows[1]["fetched_from"].startswith("https://correlatesofwar.org/")


def test_the_list_fits_a_terminal(call: Callable[..., Result]) -> None:
    shown = call("data", "list").stdout
    assert max(map(len, shown.splitlines())) <= 80
    for known in KNOWN:
        assert known.name in shown
    assert "offramp data get midi" in shown
    assert "offramp data get mie" not in shown


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["add", "mie", "none.csv"], 2, "There is no file none.csv."),
        (["add", "mei", "none.csv"], 2, 'No dataset "mei". Did you mean "mie"?'),
        (["remove", "mie"], 2, 'The dataset "mie" is not there. See: offramp data list'),
        (["get", "mie"], 2, "Ask for it at https://internationalconflict.ua.edu"),
        (["get", "midi", "--sha256", "12"], 2, "A SHA-256 checksum has 64 digits"),
    ],
)
def test_what_cannot_be_done_is_said(
    words: list[str], code: int, told: str, call: Callable[..., Result]
) -> None:
    result = call("data", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr


def test_a_bad_file_is_told_by_line_and_earns_three(
    call: Callable[..., Result], tmp_path: Path, folder: Path
) -> None:
    write(tmp_path, "mie", [mie(), mie(2, action=99), mie(3, stmon=2, stday=30)])
    result = call("data", "add", "mie", "mie-1.0.csv")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith('mie-1.0.csv:3:12: action is "99". Allowed:')
    assert not list(folder.iterdir())


def test_what_is_fetched_is_told_with_terms_and_citation(
    call: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path, "cinc", [{"ccode": 901, "year": 1990, "cinc": 0.1, "milex": 1,
        "milper": 1, "irst": 1, "pec": 1, "tpop": 1, "upop": 1}])  # fmt: skip
    known = dataset("cinc")
    bare = replace(known, address=replace(known.address, members={}))
    asked = []

    def download(address: object, *_more: object) -> Path:
        asked.append(address)
        return source

    monkeypatch.setattr(_fetch, "dataset", lambda name: bare)
    monkeypatch.setattr(_fetch, "download", download)
    result = call("data", "get", "cinc")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == "cinc: 1 rows from NMC-60-abridged.csv\n"
    assert "Fetching https://correlatesofwar.org/" in result.stderr
    assert "Cite: J. David Singer" in result.stderr
    assert asked == [bare.address]


def test_nothing_else_reaches_the_network(
    call: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_what: object, **_more: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    path = write(tmp_path, "mie", [mie()])
    for words in (["add", "mie", str(path)], ["list"], ["list", "--json"], ["remove", "mie"]):
        assert call("data", *words).exit_code == 0
