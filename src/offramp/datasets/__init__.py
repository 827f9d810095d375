"""Datasets: published data on conflict, checked and read into confrontations."""

from offramp.datasets._dataset import DataFile, Dataset
from offramp.datasets._faults import DatasetError
from offramp.datasets._known import KNOWN, dataset
from offramp.datasets._store import open_dataset

__all__ = ["KNOWN", "DataFile", "Dataset", "DatasetError", "dataset", "open_dataset"]
