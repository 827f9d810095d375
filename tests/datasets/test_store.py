"""The user's folder: whole or not at all, the same each time."""

import doctest
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from datasets._made import (
    cinc,
    cluster,
    icb2,
    icbe,
    midi,
    midip,
    mie,
    target,
    td,
    tss,
    ukraine,
    write,
    write_icb,
    write_midi,
)
from offramp._errors import OfframpError, UsageError
from offramp.datasets import (
    KNOWN,
    DatasetError,
    _store,
    add,
    data_folder,
    listed,
    open_dataset,
    remove,
    stored,
)


def everything(folder: Path) -> dict[str, Path]:
    """Make one small file of every dataset, each in a folder of its own."""

    def at(name: str) -> Path:
        (folder / name).mkdir()
        return folder / name

    return {
        "mie": write(at("mie"), "mie", [mie(1), mie(2, styear=1991)]),
        "midi": write_midi(at("midi"), [midi()], [midip(), target()]),
        "icb": write_icb(at("icb"), [icb2(), icb2(2, 2)]),
        "icbe": write(at("icbe"), "icbe", [icbe(), icbe(2)]),
        "cinc": write(at("cinc"), "cinc", [cinc()]),
        "rivalries-tss": write(at("tss"), "rivalries-tss", [tss()]),
        "rivalries-td": write(at("td"), "rivalries-td", [td()]),
        "ukraine": write(at("ukraine"), "ukraine", [ukraine()]),
        "clusters": write(at("clusters"), "clusters", [cluster("m", 1, 9), cluster("c", 1, 9)]),
    }


def same(one: Any, other: Any) -> bool:
    if hasattr(one, "equals"):
        return one.equals(other)
    return all(np.array_equal(value, getattr(other, name)) for name, value in vars(one).items())


def test_each_dataset_opens_by_name_as_by_path(tmp_path: Path) -> None:
    paths = everything(tmp_path)
    assert set(paths) == {known.name for known in KNOWN}
    for name, path in paths.items():
        before = open_dataset(path)
        add(name, [path])
        if name != "clusters":
            assert same(open_dataset(name), before), name
    assert all(kept is not None for kept in listed().values())


def test_what_is_kept_is_written_down(tmp_path: Path) -> None:
    path = write(tmp_path, "mie", [mie(1), mie(2)])
    (kept,) = add("mie", [path])
    assert kept == stored("mie") == listed()["mie"]
    assert (kept.name, kept.version, kept.rows) == ("mie", "1.0", 2)
    assert kept.added == datetime.now(UTC).date()
    (file,) = kept.files
    assert file.source == "mie-1.0.csv"
    assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert listed()["midi"] is None


def test_stored_clusters_are_used(tmp_path: Path) -> None:
    add("mie", [write(tmp_path, "mie", [mie(1), mie(2)])])
    assert open_dataset("mie").cluster.tolist() == [-2, -3]
    add("clusters", [write(tmp_path, "clusters", [cluster("m", 2, 8)])])
    assert open_dataset("mie").cluster.tolist() == [-2, 8]


def test_clusters_beside_the_file_are_added_with_it(tmp_path: Path) -> None:
    write(tmp_path, "clusters", [cluster("m", 1, 8)])
    kept = add("mie", [write(tmp_path, "mie", [mie()])])
    assert [one.name for one in kept] == ["mie", "clusters"]
    assert open_dataset("mie").cluster.tolist() == [8]


@pytest.mark.parametrize("named", [["."], ["MIDI 5.0.csv"], ["MIDIP 5.0.csv", "MIDI 5.0.csv"]])
def test_files_are_found_in_a_folder_and_beside(
    named: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_midi(tmp_path, [midi()], [midip(), target()])
    monkeypatch.chdir(tmp_path)
    ((kept),) = add("midi", named)
    assert [file.source for file in kept.files] == ["MIDI 5.0.csv", "MIDIP 5.0.csv"]


def test_what_is_not_as_published_leaves_what_was_there(tmp_path: Path, data_folder: Path) -> None:
    path = write(tmp_path, "mie", [mie()])
    add("mie", [path])
    before = {file: file.read_bytes() for file in data_folder.rglob("*") if file.is_file()}
    write(tmp_path, "mie", [mie(action=99)])
    with pytest.raises(DatasetError):
        add("mie", [path])
    write(tmp_path, "mie", [mie(action=0, hostlev=1)])
    with pytest.raises(DatasetError, match="no act"):
        add("mie", [path])
    assert {f: f.read_bytes() for f in data_folder.rglob("*") if f.is_file()} == before


def test_a_write_that_fails_in_the_middle_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("midi", [write_midi(tmp_path, [midi()], [midip(), target()])])
    write_midi(tmp_path, [midi(), midi(1002)], [midip(), target(), midip(1002), target(1002)])
    real, written = _store.write_atomic, []

    def fails(path: Path, content: str | bytes) -> None:
        written.append(path)
        if len(written) == 3:
            raise OfframpError("Cannot write: No space left on device.")
        real(path, content)

    monkeypatch.setattr(_store, "write_atomic", fails)
    with pytest.raises(OfframpError, match="No space left"):
        add("midi", [tmp_path])
    assert open_dataset("midi").count == 1
    monkeypatch.setattr(_store, "write_atomic", real)
    add("midi", [tmp_path])
    assert open_dataset("midi").count == 2


def test_the_same_file_added_twice_is_kept_once(tmp_path: Path, data_folder: Path) -> None:
    path = write(tmp_path, "mie", [mie()])
    add("mie", [path])
    first = {file: file.read_bytes() for file in data_folder.rglob("*.parquet")}
    add("mie", [path])
    assert {file: file.read_bytes() for file in data_folder.rglob("*.parquet")} == first
    write(tmp_path, "mie", [mie(), mie(2)])
    add("mie", [path])
    assert len(list(data_folder.rglob("*.parquet"))) == 1
    assert open_dataset("mie").count == 2


def test_a_file_that_is_not_needed_may_be_left_out(tmp_path: Path) -> None:
    actors = write_icb(tmp_path, [icb2()])
    (tmp_path / "icb1v15.csv").unlink()
    (kept,) = add("icb", [actors])
    assert [file.key for file in kept.files] == ["icb2"]
    assert open_dataset("icb").count == 2


def test_what_is_removed_is_gone(tmp_path: Path, data_folder: Path) -> None:
    add("mie", [write(tmp_path, "mie", [mie()])])
    remove("mie")
    assert stored("mie") is None
    assert not list(data_folder.iterdir())
    with pytest.raises(UsageError, match='"mie" is not there'):
        remove("mie")


@pytest.mark.parametrize("name", ["mie", Path("mie")])
def test_a_dataset_that_is_not_there_says_how_to_add_it(name: str | Path) -> None:
    with pytest.raises(UsageError, match="Add it: offramp data add mie PATH" if name == "mie"
                       else "no dataset and no file"):  # fmt: skip
        open_dataset(name)


def test_what_is_no_dataset_and_no_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='no dataset and no file "gdelt"'):
        open_dataset("gdelt")
    with pytest.raises(UsageError, match="There is no file"):
        open_dataset(tmp_path / "gdelt.csv")


def test_a_file_of_another_dataset_is_refused_with_its_name(tmp_path: Path) -> None:
    path = write(tmp_path, "mie", [mie()])
    with pytest.raises(DatasetError, match=r"This is Militarized Interstate Events, not Internat"):
        add("icb", [path])
    with pytest.raises(UsageError, match=r"There is no icb2v15.csv and icb1v15.csv in the folder"):
        add("icb", [tmp_path])
    with pytest.raises(DatasetError, match="is the same file of"):
        add("mie", [path, path])
    with pytest.raises(UsageError, match="Name the published file"):
        add("mie", [])


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", '{"format": 2}', '{"format": 1, "files": 3}', "[" * 9999,
     '{"format": 1, "version": "1", "added": "x", "files": []}',
     '{"format": 1, "version": "1", "added": "2026-01-01", "files": [{"key": "../x",'
     ' "source": "s", "sha256": "../../etc", "rows": 1}]}'],
)  # fmt: skip
def test_a_manifest_that_is_garbled_asks_to_add_again(text: str, data_folder: Path) -> None:
    (data_folder / "mie").mkdir()
    (data_folder / "mie" / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(OfframpError, match="Add it again: offramp data add mie PATH"):
        open_dataset("mie")


def test_a_table_that_is_damaged_or_of_another_kind_asks_to_add_again(
    tmp_path: Path, data_folder: Path
) -> None:
    add("mie", [write(tmp_path, "mie", [mie()])])
    (table,) = data_folder.rglob("*.parquet")
    whole = table.read_bytes()
    for content in (b"", whole[: len(whole) // 2], b"PAR1" * 20):
        table.write_bytes(content)
        with pytest.raises(OfframpError, match=r"damaged or gone\. Add it again"):
            open_dataset("mie")
    table.unlink()
    with pytest.raises(OfframpError, match="damaged or gone"):
        open_dataset("mie")
    add("clusters", [write(tmp_path, "clusters", [cluster()])])
    (other,) = (data_folder / "clusters").glob("*.parquet")
    table.write_bytes(other.read_bytes())
    with pytest.raises(OfframpError, match="not what this version of Offramp reads"):
        open_dataset("mie")


def test_the_folder_is_the_one_that_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert data_folder().name.startswith("store")
    monkeypatch.delenv("OFFRAMP_DATA_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder().name == "datasets"


def test_a_folder_that_cannot_be_made_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("OFFRAMP_DATA_DIR", str(tmp_path / "file" / "inside"))
    path = write(tmp_path, "mie", [mie()])
    with pytest.raises(OfframpError, match="Cannot make the folder"):
        add("mie", [path])
    assert stored("mie") is None


def test_manifests_can_be_read_by_others(tmp_path: Path, data_folder: Path) -> None:
    add("mie", [write(tmp_path, "mie", [mie()])])
    said = json.loads((data_folder / "mie" / "manifest.json").read_text("utf-8"))
    assert set(said) == {"format", "name", "version", "added", "files"}
    assert set(said["files"][0]) == {"key", "source", "sha256", "rows"}


def test_examples_run() -> None:
    assert doctest.testmod(_store).failed == 0
