import doctest
import importlib
import pkgutil

import pytest

import offramp.claims

MODULES = [module.name for module in pkgutil.iter_modules(offramp.claims.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    module = importlib.import_module(f"offramp.claims.{name}")
    assert doctest.testmod(module).failed == 0
