"""A published file is opened with what lies beside it."""

from pathlib import Path

import pytest

from datasets._made import cluster, icb2, midi, midip, mie, target, write, write_icb, write_midi
from offramp.datasets import DatasetError, dataset, open_dataset
from offramp.datasets._open import beside, find, recognise


def test_a_file_is_known_by_its_columns_whatever_its_name(tmp_path: Path) -> None:
    path = write(tmp_path, "mie", [mie()]).rename(tmp_path / "events of mine.csv")
    known, file = recognise(path)
    assert (known.name, file.key) == ("mie", "mie")
    assert open_dataset(path).count == 1


def test_what_is_beside_is_found_by_name_and_the_published_one_first(tmp_path: Path) -> None:
    _, participants = dataset("midi").files
    assert find(tmp_path, participants) is None
    (tmp_path / "MIDIP 5.0 copy.csv").touch()
    (tmp_path / "midip-5.0.csv").touch()
    assert find(tmp_path, participants) == tmp_path / "MIDIP 5.0 copy.csv"
    (tmp_path / "MIDIP 5.0.csv").touch()
    assert find(tmp_path, participants) == tmp_path / "MIDIP 5.0.csv"
    (tmp_path / "midip-5.0.csv").unlink()
    (tmp_path / "midip-folder.csv").mkdir()
    incidents, _ = dataset("midi").files
    assert find(tmp_path, incidents) is None, "participants are no incidents"


def test_several_datasets_in_one_folder_do_not_mix(tmp_path: Path) -> None:
    write(tmp_path, "mie", [mie()])
    write_midi(tmp_path, [midi()], [midip(), target()])
    write_icb(tmp_path, [icb2()])
    write(tmp_path, "clusters", [cluster("m", 1, 5), cluster("c", 1, 5)])
    names = ("mie-1.0.csv", "MIDI 5.0.csv", "icb2v15.csv")
    found = [open_dataset(tmp_path / name) for name in names]
    assert [one.dataset for one in found] == ["mie-1.0", "midi-5.0", "icb-15"]
    assert [one.cluster.tolist() for one in found] == [[5], [5], [5]]


def test_a_bad_table_beside_it_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "mie", [mie()])
    write(tmp_path, "clusters", [cluster("x")])
    with pytest.raises(DatasetError, match=r"crisis-clusters\.csv:2:1: kind is"):
        open_dataset(path)


def test_nothing_is_beside_in_an_empty_folder(tmp_path: Path) -> None:
    assert beside(dataset("mie"), tmp_path) == []


def test_what_lacks_a_column_is_told_what_it_looks_like(tmp_path: Path) -> None:
    row = mie()
    del row["hostlev"]
    with pytest.raises(DatasetError, match=r'MIE 1\.0 lacks the column "hostlev"'):
        open_dataset(write(tmp_path, "mie", [row]))
