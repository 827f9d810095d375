"""The user's folder of datasets: parquet files, and a manifest for each dataset."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from offramp._errors import OfframpError, UsageError
from offramp._files import write_atomic
from offramp.datasets._arrow import part
from offramp.datasets._contract import missing_columns
from offramp.datasets._dataset import Dataset
from offramp.datasets._faults import fault
from offramp.datasets._known import KNOWN, dataset
from offramp.datasets._open import (
    beside,
    completed,
    find,
    open_files,
    read_files,
    read_tables,
    recognise,
)

VARIABLE = "OFFRAMP_DATA_DIR"
MANIFEST = "manifest.json"
FORMAT = 1


@dataclass(frozen=True)
class StoredFile:
    """One file of a stored dataset.

    Attributes
    ----------
    key : str
        What the dataset calls it.
    source : str
        Name of the published file.
    sha256 : str
        Of the published file.
    rows : int
        How many rows it has.
    """

    key: str
    source: str
    sha256: str
    rows: int

    @property
    def parquet(self) -> str:
        """Name of the file in which its rows are kept."""
        return f"{self.key}-{self.sha256[:16]}.parquet"


@dataclass(frozen=True)
class Stored:
    """A dataset that the user has added.

    Attributes
    ----------
    name : str
        Its name in `KNOWN`.
    version : str
        Its version.
    added : date
        The day on which it was added (UTC).
    files : tuple of StoredFile
        Its files.
    """

    name: str
    version: str
    added: date
    files: tuple[StoredFile, ...]

    @property
    def rows(self) -> int:
        """How many rows its files have together."""
        return sum(file.rows for file in self.files)


def data_folder() -> Path:
    """Return the folder of the user's datasets; it may not exist.

    Returns
    -------
    Path
        What ``OFFRAMP_DATA_DIR`` says, else the user's data folder of Offramp.
    """
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else user_data_path("offramp") / "datasets"


def add(name: str, paths: Sequence[str | Path]) -> tuple[Stored, ...]:
    """Check a dataset's published files and keep them in the user's data folder.

    Parameters
    ----------
    name : str
        A name in `KNOWN`, such as ``"mie"``.
    paths : sequence of path
        The files, or a folder that holds them. A file of the dataset that is not named is
        looked for beside the first, and so is what the dataset can use, such as
        ``crisis-clusters.csv``.

    Returns
    -------
    tuple of Stored
        The dataset, and then what was added with it.

    Raises
    ------
    UsageError
        When there is no such dataset or file.
    DatasetError
        When a file is not as published. Nothing is kept then.
    """
    known = dataset(name)
    found = _assigned(known, [Path(path) for path in paths])
    first = next(iter(found.values()))
    lots = [(known, found), *beside(known, first.parent)]
    read = [(one, files, read_files(one, files)) for one, files in lots]
    read_tables(known, {key: table for _, _, some in read for key, table in some.items()}, first)
    return tuple(_keep(*one) for one in read)


def listed() -> dict[str, Stored | None]:
    """Tell for each known dataset what is stored of it."""
    return {known.name: stored(known.name) for known in KNOWN}


def stored(name: str) -> Stored | None:
    """Read what is stored of a dataset; None if nothing.

    Raises
    ------
    UsageError
        When there is no such dataset.
    OfframpError
        When the manifest cannot be read.
    """
    path = data_folder() / dataset(name).name / MANIFEST
    try:
        said = json.loads(path.read_text("utf-8"))
        if said["format"] != FORMAT:
            raise ValueError(said["format"])
        files = tuple(
            StoredFile(str(one["key"]), str(one["source"]), _hash(one["sha256"]), int(one["rows"]))
            for one in said["files"]
        )
        return Stored(name, str(said["version"]), date.fromisoformat(said["added"]), files)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise OfframpError(f"{path} cannot be used. Add it again: {_how(name)}") from None
    except OSError as error:
        raise OfframpError(f"Cannot read {path}: {error.strerror}.") from error


def remove(name: str) -> None:
    """Take a dataset out of the user's data folder.

    Raises
    ------
    UsageError
        When it is not there.
    """
    dataset(name)
    folder = data_folder() / name
    if not (folder / MANIFEST).exists():
        raise UsageError(f'The dataset "{name}" is not there. See: offramp data list')
    try:
        # without its manifest the rest is as good as gone
        (folder / MANIFEST).unlink()
        for path in folder.glob("*.parquet"):
            path.unlink()
        folder.rmdir()
    except OSError as error:
        raise OfframpError(f"Cannot remove {error.filename}: {error.strerror}.") from error


def open_dataset(name_or_path: str | Path) -> Any:
    r"""Open a dataset: one that was added, by its name, or a published file, by its path.

    Parameters
    ----------
    name_or_path : str or Path
        A name such as ``"mie"``, or a path such as ``"folder/mie-1.0.csv"``. The dataset of a
        file is told by its columns; the other files that belong to it, and
        ``crisis-clusters.csv``, are looked for beside it.

    Returns
    -------
    Confrontations or pyarrow.Table
        Acts by history for event data (``mie``, ``midi``, ``icb``), a table for others; the
        same each time.

    Raises
    ------
    UsageError
        When there is no such dataset or file.
    DatasetError
        When a file is not as published.
    OfframpError
        When the extra ``data`` is not installed, or a file cannot be read.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "crisis-clusters.csv"
    >>> _ = path.write_text("kind,id,cluster\nm,7,1\nc,3,1\n")
    >>> open_dataset(path).num_rows
    2
    """
    names = [known.name for known in KNOWN]
    if name_or_path in names:
        return _open_stored(dataset(str(name_or_path)))
    path = Path(name_or_path)
    if not path.exists() and path.name == str(name_or_path) and not path.suffix:
        raise UsageError(
            f'There is no dataset and no file "{name_or_path}". Datasets: {", ".join(names)}.'
        )
    return open_files(path)


def _open_stored(known: Dataset) -> Any:
    if stored(known.name) is None:
        raise UsageError(f'The dataset "{known.name}" is not there. Add it: {_how(known.name)}')
    lots = [known, *(dataset(name) for name in known.beside if stored(name) is not None)]
    tables = {key: table for one in lots for key, table in _stored_tables(one).items()}
    return read_tables(known, tables, data_folder() / known.name)


def _stored_tables(known: Dataset) -> dict[str, Any]:
    kept = stored(known.name)
    files = kept.files if kept else ()
    folder = data_folder() / known.name
    tables: dict[str, Any] = {}
    for file in files:
        try:
            tables[file.key] = part("pyarrow.parquet").read_table(folder / file.parquet)
        except (OSError, ValueError):
            what = f"{folder / file.parquet} is damaged or gone."
            raise OfframpError(f"{what} Add it again: {_how(known.name)}") from None
    if any(
        (file.needed and file.key not in tables)
        or (file.key in tables and missing_columns(tables[file.key].column_names, file.contract))
        for file in known.files
    ):
        raise OfframpError(
            f"What is kept of {known.title} is not what this version of Offramp reads."
            f" Add it again: {_how(known.name)}"
        )
    return tables


def _assigned(known: Dataset, paths: Sequence[Path]) -> dict[str, Path]:
    """Find out which file is which, and look for those that were not named."""
    named: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [near for file in known.files if (near := find(path, file))]
            if not inside:
                wanted = " and ".join(file.published for file in known.files)
                raise UsageError(f"There is no {wanted} in the folder {path}.")
            named += inside
        else:
            named.append(path)
    found: dict[str, Path] = {}
    for path in named:
        which, file = recognise(path)
        if which.name != known.name:
            what = f"This is {which.title}, not {known.title}."
            raise fault(path, what, f"Add it with: offramp data add {which.name} ...")
        if file.key in found:
            raise fault(path, f"{found[file.key]} is the same file of {known.title}.", "Name one.")
        found[file.key] = path
    if not found:
        raise UsageError(f"Name the published file: {_how(known.name)}")
    return completed(known, found)


def _keep(known: Dataset, paths: Mapping[str, Path], tables: Mapping[str, Any]) -> Stored:
    files = tuple(
        StoredFile(
            file.key,
            paths[file.key].name,
            hashlib.sha256(paths[file.key].read_bytes()).hexdigest(),
            int(tables[file.key].num_rows),
        )
        for file in known.files
        if file.key in paths
    )
    kept = Stored(known.name, known.version, datetime.now(UTC).date(), files)
    folder = data_folder() / known.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OfframpError(f"Cannot make the folder {folder}: {error.strerror}.") from error
    for file in files:
        whole = BytesIO()
        part("pyarrow.parquet").write_table(tables[file.key], whole)
        write_atomic(folder / file.parquet, whole.getvalue())
    # the manifest comes last: until it is there, what was stored before stands
    said = {"format": FORMAT, **asdict(kept), "added": kept.added.isoformat()}
    write_atomic(folder / MANIFEST, json.dumps(said, indent=2) + "\n")
    for path in folder.glob("*.parquet"):
        if path.name not in {file.parquet for file in files}:
            path.unlink(missing_ok=True)
    return kept


def _how(name: str) -> str:
    return f"offramp data add {name} PATH"


def _hash(text: Any) -> str:
    if len(bytes.fromhex(text)) != hashlib.sha256().digest_size:
        raise ValueError(text)
    return str(text)
