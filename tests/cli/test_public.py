"""The public names: few, flat, complete, and loaded when they are used."""

import ast
import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import offramp
import offramp.cli
from offramp import _HOMES

MODULES = ["offramp", "offramp._cache", *(f"offramp.cli.{m.name}" for m in
           pkgutil.iter_modules(offramp.cli.__path__))]  # fmt: skip


def test_there_are_fewer_than_thirty() -> None:
    assert len(offramp.__all__) < 30
    assert set(_HOMES) < set(offramp.__all__) <= set(dir(offramp))


@pytest.mark.parametrize("name", offramp.__all__)
def test_each_is_there_and_is_the_room_s_own(name: str) -> None:
    found = getattr(offramp, name)
    if name in _HOMES:
        room, attribute = _HOMES[name]
        assert found is getattr(importlib.import_module(f"offramp.{room}"), attribute)


def test_type_checkers_are_told_the_same_names() -> None:
    tree = ast.parse(Path(offramp.__file__).read_text("utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    told = {
        alias.asname or alias.name: (str(line.module).removeprefix("offramp."), alias.name)
        for line in block.body
        if isinstance(line, ast.ImportFrom)
        for alias in line.names
    }
    assert told == _HOMES


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'forcast'"):
        _ = offramp.forcast


def test_importing_offramp_imports_no_room() -> None:
    code = "import sys, offramp; print(*(n for n in sys.modules if n.startswith('offramp.')))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert set(result.stdout.split()) == {"offramp._errors", "offramp._version"}


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
