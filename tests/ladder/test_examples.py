import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize("name", ["_crosswalk", "_load", "_nearest", "_rung"])
def test_examples_in_the_docstrings_run(name: str) -> None:
    module = import_module(f"offramp.ladder.{name}")
    result = doctest.testmod(module, optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert result.attempted > 0
    assert result.failed == 0
