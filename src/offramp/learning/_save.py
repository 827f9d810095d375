"""What was learned, on disk: parameters for the program, a posterior for ArviZ, a manifest."""

import json
from datetime import UTC, date, datetime
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from offramp._errors import OfframpError
from offramp._extras import part
from offramp._files import write_atomic
from offramp._version import __version__
from offramp.history import Points
from offramp.learning._posterior import Posterior

if TYPE_CHECKING:
    from xarray import DataTree

PACKAGES = ("jax", "numpy", "scipy")

Draws = dict[str, NDArray[np.float32]]


def basis_of(points: Points, draws: int, dials: str = "ICB and ICBe") -> str:
    """Say in a sentence what parameters were learned from.

    Parameters
    ----------
    points : Points
    draws : int
    dials : str
        What the dials rest on beside judgement.
    """
    years = points.year
    confrontations = len(np.unique(points.confrontation))
    return (
        f"Learned from {points.confrontations.dataset}, {years.min()}-{years.max()}: what followed "
        f"{points.count:,} acts in {confrontations:,} confrontations; {draws} draws by a bootstrap "
        f"over crises. Dials are priors from {dials} up to 1994 and judgement: no events at "
        "hand hold signals."
    )


def manifest_of(
    found: Posterior,
    points: Points,
    seed: int,
    more: dict[str, Any],
    dials: str = "ICB and ICBe",
) -> dict[str, Any]:
    """Say what went into the parameters, and how.

    Parameters
    ----------
    found : Posterior
    points : Points
        What was learned from.
    seed : int
    more : dict
        Further entries, such as the files and their hashes.
    dials : str
        What the dials rest on beside judgement.

    Returns
    -------
    dict
        Plain values.
    """
    years = points.year
    return {
        "basis": basis_of(points, len(found.vectors), dials),
        "until": date.fromordinal(int(points.day.max())).isoformat(),
        "dataset": points.confrontations.dataset,
        "years": [int(years.min()), int(years.max())],
        "points": points.count,
        "confrontations": len(np.unique(points.confrontation)),
        "crises": len(np.unique(points.cluster)),
        "weights": "n^-1/2 by the n points of a confrontation",
        "method": "likeliest parameters by L-BFGS; draws by a bootstrap over crises with "
        "exponential weights, each with its prior centred on a draw from itself",
        "coordinates": found.space.size,
        "draws": len(found.vectors),
        "seed": seed,
        "offramp": __version__,
        **{name: version(name) for name in PACKAGES},
        "made": datetime.now(UTC).strftime("%Y-%m-%d"),
        **more,
    }


def save(folder: Path, draws: Draws, found: Posterior, manifest: dict[str, Any]) -> list[Path]:
    """Write parameters, posterior and manifest into a folder, each whole or not at all.

    Parameters
    ----------
    folder : Path
        Made where it is missing.
    draws : dict of str to array
        Learned parameters by name, each (draws, ...).
    found : Posterior
    manifest : dict
        From `manifest_of`.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    OfframpError
        When the folder cannot be written, or the extra ``learn`` is missing.
    """
    tree = to_inference_data(found, draws, manifest)
    text = json.dumps(manifest, indent=1)
    arrays, net = BytesIO(), BytesIO()
    whole: dict[str, Any] = {"manifest": np.array(text), **draws}
    np.savez_compressed(arrays, **whole)
    part("learn", "h5py")
    tree.to_netcdf(net, engine="h5netcdf")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OfframpError(
            f"Cannot make {folder}: {error.strerror}. Nothing was written."
        ) from error
    files = {
        "parameters.npz": arrays.getvalue(), "posterior.nc": net.getvalue(),
        "manifest.json": f"{text}\n".encode(),
    }  # fmt: skip
    for name, content in files.items():
        write_atomic(folder / name, content)
    return [folder / name for name in files]


def to_inference_data(found: Posterior, draws: Draws, manifest: dict[str, Any]) -> "DataTree":
    """Give the draws as InferenceData, one chain: independent draws have no order.

    What walks from year to year is there as a whole path, with its years.

    Raises
    ------
    OfframpError
        When the extra ``learn`` is missing.
    """
    from_dict = part("learn", "arviz_base").from_dict
    paths = [found.space.parameters(vector) for vector in found.vectors]
    years = list(range(found.space.years[0], found.space.years[1] + 1))
    variables: dict[str, Any] = {name: value[None] for name, value in draws.items()}
    walks = {name: f"{name}.path" for name in ("pace.era", "early.ratio", "same-day.ratio")}
    for name, path in walks.items():
        variables[path] = np.stack([np.asarray(each[name]) for each in paths])[None]
    return from_dict(
        {"posterior": variables},
        coords={"year": years},
        dims={path: ["year"] for path in walks.values()},
        attrs={"posterior": {"manifest": json.dumps(manifest)}},
    )
