"""Exporting: records as a data package that other programs read."""

from offramp.exporting._folder import write_folder
from offramp.exporting._package import data_package
from offramp.exporting._shape import Column, Table
from offramp.exporting._tables import TABLES

__all__ = ["TABLES", "Column", "Table", "data_package", "write_folder"]
