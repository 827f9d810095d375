"""What was learned, on disk: it comes back as it was, and opens in ArviZ's own format."""

import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from offramp import OfframpError
from offramp.history import Points, standing_points
from offramp.learning import Fitted, Posterior, basis_of, manifest_of, save, to_inference_data
from offramp.learning._coordinates import WALKS, coordinates
from offramp.model import SHARE
from offramp.model._parameters import load_parameters

from ._made_up import made_up

needs_arviz = pytest.mark.skipif(
    not all(map(find_spec, ("arviz_base", "h5netcdf", "h5py"))), reason="needs the extra learn"
)
DRAWS = 5


@pytest.fixture(scope="module")
def points() -> Points:
    return standing_points(made_up((6, 8, 7)))


@pytest.fixture(scope="module")
def found() -> Posterior:
    space = coordinates(1980, 1983)
    vectors = np.random.default_rng(0).standard_normal((DRAWS, space.size))
    return Posterior(Fitted(space, np.zeros(space.size)), vectors)


@pytest.fixture(scope="module")
def manifest(found: Posterior, points: Points) -> dict[str, Any]:
    return manifest_of(found, points, 7, {"files": {"mie.csv": "made up"}})


@pytest.fixture(scope="module")
def folder(
    found: Posterior, manifest: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("learned") / "new"
    written = save(folder, found.draws(), found, manifest)
    assert [path.name for path in written] == ["parameters.npz", "posterior.nc", "manifest.json"]
    assert sorted(path.name for path in folder.iterdir()) == sorted(p.name for p in written)
    return folder


def test_the_basis_says_what_was_learned_from(points: Points) -> None:
    told = basis_of(points, 200)
    assert told.startswith("Learned from made up, 1980-")
    assert f"{points.count:,} acts in 3 confrontations; 200 draws" in told


def test_the_manifest_says_what_went_in_and_how(
    manifest: dict[str, Any], found: Posterior, points: Points
) -> None:
    assert json.loads(json.dumps(manifest)) == manifest, "plain values"
    assert (manifest["points"], manifest["draws"], manifest["seed"]) == (points.count, DRAWS, 7)
    assert (manifest["confrontations"], manifest["crises"]) == (3, 2)
    assert manifest["coordinates"] == found.space.size
    assert manifest["files"] == {"mie.csv": "made up"}
    assert manifest["until"].startswith(str(points.year.max()))
    assert {"jax", "numpy", "scipy", "offramp", "made"} <= set(manifest)


@needs_arviz
def test_parameters_come_back_as_they_were(
    folder: Path, found: Posterior, manifest: dict[str, Any]
) -> None:
    back = load_parameters(folder)
    draws = found.draws()
    assert back.learned == set(draws)
    for name, array in draws.items():
        assert np.array_equal(back.values[name], array), name
    assert (back.basis, back.until.isoformat()) == (manifest["basis"], manifest["until"])
    assert back.count == DRAWS == len(back.values[SHARE])


@needs_arviz
def test_the_manifest_lies_beside_them(folder: Path, manifest: dict[str, Any]) -> None:
    assert json.loads((folder / "manifest.json").read_text("utf-8")) == manifest


@needs_arviz
def test_the_posterior_opens_as_inference_data(
    folder: Path, found: Posterior, manifest: dict[str, Any]
) -> None:
    import xarray

    with xarray.open_datatree(folder / "posterior.nc", engine="h5netcdf") as tree:
        held = tree["posterior"]
        assert dict(held.sizes)["chain"] == 1
        assert dict(held.sizes)["draw"] == DRAWS
        for name, array in found.draws().items():
            assert np.array_equal(held[name].values[0], array), name
        for name in WALKS:
            path = held[f"{name}.path"]
            assert path.dims == ("chain", "draw", "year")
            assert path.year.values.tolist() == [1980, 1981, 1982, 1983]
            assert np.allclose(path.values[0, :, -1], found.draws()[name])
        assert json.loads(held.attrs["manifest"]) == manifest


@needs_arviz
def test_a_file_that_was_cut_short_is_refused(folder: Path, tmp_path: Path) -> None:
    raw = (folder / "parameters.npz").read_bytes()
    for length in (0, 30, len(raw) // 2, len(raw) - 1):
        (tmp_path / "parameters.npz").write_bytes(raw[:length])
        with pytest.raises(OfframpError, match="holds no parameters that this program can read"):
            load_parameters(tmp_path)


@needs_arviz
def test_a_folder_that_cannot_be_made_is_refused_before_anything_is_written(
    found: Posterior, manifest: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "taken"
    file.write_text("mine", "utf-8")
    with pytest.raises(OfframpError, match="Nothing was written"):
        save(file / "under", found.draws(), found, manifest)
    assert file.read_text("utf-8") == "mine"


@needs_arviz
def test_what_stood_there_before_is_replaced_whole(
    found: Posterior, manifest: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "parameters.npz").write_bytes(b"old")
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    save(tmp_path, found.draws(), found, manifest)
    assert load_parameters(tmp_path).count == DRAWS
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"


def test_without_the_extra_it_says_what_to_install(
    found: Posterior, manifest: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "arviz_base", None)
    with pytest.raises(OfframpError, match=r"pip install 'offramp\[learn\]'"):
        to_inference_data(found, found.draws(), manifest)
    with pytest.raises(OfframpError, match="learn"):
        save(tmp_path / "new", found.draws(), found, manifest)
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(find_spec("arviz_base") is None, reason="needs the extra learn")
def test_without_what_writes_the_posterior_nothing_is_written(
    found: Posterior, manifest: dict[str, Any], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from offramp import _extras

    def without(name: str) -> Any:
        if name == "h5py":
            raise ModuleNotFoundError(name=name)
        return import_module(name)

    monkeypatch.setattr(_extras, "import_module", without)
    with pytest.raises(OfframpError, match=r"h5py is not installed.*offramp\[learn\]"):
        save(tmp_path / "new", found.draws(), found, manifest)
    assert not (tmp_path / "new").exists()
