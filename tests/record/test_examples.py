"""The examples in the docstrings run."""

import doctest
import importlib
import pkgutil

import pytest

import offramp.record

MODULES = sorted(
    info.name for info in pkgutil.iter_modules(offramp.record.__path__) if info.name != "__main__"
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    module = importlib.import_module(f"offramp.record.{name}")
    assert doctest.testmod(module).failed == 0
