"""The user's folder of datasets."""

from pathlib import Path
from typing import Any

from offramp.datasets._open import open_files


def open_dataset(name_or_path: str | Path) -> Any:
    """Open a dataset from a published file.

    Parameters
    ----------
    name_or_path : str or Path
        The path of a published file, such as ``folder/mie-1.0.csv``.

    Returns
    -------
    Confrontations
        For event data; for other tables a `pyarrow.Table`.

    Raises
    ------
    UsageError
        When there is no such file or dataset.
    DatasetError
        When a file is not as published.
    """
    return open_files(Path(name_or_path))
