import doctest
import importlib
import pkgutil

import pytest

import offramp.sensitivity

MODULES = [module.name for module in pkgutil.iter_modules(offramp.sensitivity.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    module = importlib.import_module(f"offramp.sensitivity.{name}")
    assert doctest.testmod(module).failed == 0
