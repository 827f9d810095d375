"""The one shape of all datasets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from offramp.datasets._contract import Contract

Tables = Mapping[str, Any]
"""Checked tables (`pyarrow.Table`) by the key of their file."""


@dataclass(frozen=True)
class DataFile:
    """One published file of a dataset.

    Attributes
    ----------
    key : str
        What the file is called here; names the parquet file too.
    published : str
        The file's name as published.
    pattern : str
        A glob, in lower case, by which it is found beside another file.
    contract : Contract
        What it must hold.
    needed : bool
        Whether the dataset cannot be read without it.
    """

    key: str
    published: str
    pattern: str
    contract: Contract
    needed: bool = True


@dataclass(frozen=True)
class Address:
    """Where a publisher offers a dataset for download.

    Attributes
    ----------
    url : str
        The address of a CSV file or a zip archive.
    members : dict
        For each file's key, its name in the archive; ``a.zip/b.csv`` is ``b.csv`` in the
        archive ``a.zip`` in the archive. Empty where the address is the CSV file itself.
    sha256 : str
        What the download must hash to; empty where the publisher states nothing.
    """

    url: str
    members: Mapping[str, str]
    sha256: str = ""


@dataclass(frozen=True)
class Dataset:
    """A published dataset, and how it is read.

    Attributes
    ----------
    name : str
        What the commands call it.
    title, version, citation, terms : str
        As its makers state them.
    files : tuple of DataFile
        The files that it consists of.
    read : callable
        Takes the checked tables by key and returns `offramp.history.Confrontations` for
        events, a `pyarrow.Table` otherwise.
    ask : str
        Where to get it: a page for people.
    address : Address, optional
        Where `offramp data get` fetches it; None where the terms or the publisher do not
        allow that.
    beside : tuple of str
        Names of datasets that are used too where they are there.
    """

    name: str
    title: str
    version: str
    citation: str
    terms: str
    files: tuple[DataFile, ...]
    read: Callable[[Tables], Any]
    ask: str
    address: Address | None = None
    beside: tuple[str, ...] = ()
