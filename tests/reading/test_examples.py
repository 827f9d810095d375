"""The examples in the docstrings run."""

import doctest
import importlib
import pkgutil

import pytest

import offramp.reading

pytest.importorskip("spacy")
pytest.importorskip("selectolax")

MODULES = sorted(info.name for info in pkgutil.iter_modules(offramp.reading.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    module = importlib.import_module(f"offramp.reading.{name}")
    assert doctest.testmod(module).failed == 0
