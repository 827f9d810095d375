"""Datasets: published data on conflict, checked and read into confrontations."""

from offramp.datasets._dataset import Address, DataFile, Dataset
from offramp.datasets._faults import DatasetError
from offramp.datasets._fetch import get
from offramp.datasets._known import KNOWN, dataset
from offramp.datasets._store import (
    Stored,
    StoredFile,
    add,
    data_folder,
    listed,
    open_dataset,
    remove,
    stored,
)
from offramp.datasets._ukraine import KINDS as MUNITIONS

__all__ = [
    "KNOWN",
    "MUNITIONS",
    "Address",
    "DataFile",
    "Dataset",
    "DatasetError",
    "Stored",
    "StoredFile",
    "add",
    "data_folder",
    "dataset",
    "get",
    "listed",
    "open_dataset",
    "remove",
    "stored",
]
