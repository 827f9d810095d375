"""Open a dataset from the published files themselves."""

from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from offramp.datasets._check import check_sheet
from offramp.datasets._csv import read_header, read_sheet
from offramp.datasets._dataset import DataFile, Dataset
from offramp.datasets._faults import fault
from offramp.datasets._known import KNOWN, dataset, recognised
from offramp.history import Confrontations


def recognise(path: Path) -> tuple[Dataset, DataFile]:
    """Find out which file of which dataset a CSV file is, by its columns.

    Raises
    ------
    DatasetError
        When it is none that Offramp knows.
    """
    found = recognised(read_header(path))
    if found is None:
        titles = ", ".join(known.title for known in KNOWN)
        raise fault(path, "No dataset that Offramp reads has these columns.", f"Known: {titles}.")
    return found


def read_files(known: Dataset, paths: dict[str, Path]) -> dict[str, Any]:
    """Read and check files, given by their key in the dataset."""
    contracts = {file.key: file.contract for file in known.files}
    return {key: check_sheet(read_sheet(path), contracts[key]) for key, path in paths.items()}


def read_tables(known: Dataset, tables: dict[str, Any], path: Path) -> Any:
    """Read checked tables, and make sure that there is something in them.

    Raises
    ------
    DatasetError
        When they hold no act.
    """
    found = known.read(tables)
    if isinstance(found, Confrontations) and not found.count:
        raise fault(path, "There is no act of threat or force in it.", "Take the published file.")
    return found


def open_files(path: Path) -> Any:
    """Read a published file, and with it those beside it that belong to it.

    Parameters
    ----------
    path : Path
        A file of a dataset; which one is told by its columns. The dataset's other files, and
        tables that it can use such as ``crisis-clusters.csv``, are looked for in its folder.

    Raises
    ------
    DatasetError
        When a file is not as published, or one that is needed is not beside it.
    """
    known, file = recognise(path)
    paths = completed(known, {file.key: path})
    tables = read_files(known, paths)
    for also, found in beside(known, path.parent):
        tables |= read_files(also, found)
    return read_tables(known, tables, path)


def beside(known: Dataset, folder: Path) -> list[tuple[Dataset, dict[str, Path]]]:
    """Find what a dataset can use and is whole in a folder, with its files by key."""
    usable: list[tuple[Dataset, dict[str, Path]]] = []
    for name in known.beside:
        also = dataset(name)
        found = {one.key: near for one in also.files if (near := find(folder, one))}
        if len(found) == len(also.files):
            usable.append((also, found))
    return usable


def completed(known: Dataset, paths: dict[str, Path]) -> dict[str, Path]:
    """Look beside the first of a dataset's files for those that are not given.

    Raises
    ------
    DatasetError
        When one that is needed is not there.
    """
    first = next(iter(paths.values()))
    found = {file.key: paths.get(file.key) or find(first.parent, file) for file in known.files}
    for file in known.files:
        if file.needed and found[file.key] is None:
            what = f"{known.title} {known.version} needs {file.published} too."
            raise fault(first, what, "Name both, or put them into one folder.")
    return {key: path for key, path in found.items() if path is not None}


def find(folder: Path, file: DataFile) -> Path | None:
    """Find a file of a dataset in a folder, by its name."""
    names = sorted(
        near
        for near in folder.iterdir()
        if fnmatch(near.name.lower(), file.pattern) and near.is_file()
    )
    exact = [near for near in names if near.name == file.published]
    return next(iter([*exact, *names]), None)
