"""Worlds that the tests of answers share, so that each is read and run once."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from _invented import AS_OF

if TYPE_CHECKING:
    from offramp.answers import Contrast, Reply, World
    from offramp.record import Record


@pytest.fixture(scope="session")
def world(invented: "Record") -> "World":
    """The invented crisis on the evening after its salvo."""
    from offramp.answers import stand

    return stand(invented, AS_OF)


@pytest.fixture(scope="session")
def april(shipped: "Record") -> "World":
    """The crisis that ships, on the evening of 14 April."""
    from offramp.answers import stand

    return stand(shipped, date(2024, 4, 14))


@pytest.fixture(scope="session")
def asked(world: "World", invented: "Record") -> "Callable[[str], Reply | Contrast]":
    """Ask the invented crisis a question in one line."""
    from offramp.answers import answer, read_question

    def ask(line: str) -> "Reply | Contrast":
        return answer(world, read_question(invented, line, AS_OF), draws=1000)

    return ask


@pytest.fixture(scope="session")
def supposed(world: "World", invented: "Record") -> "Callable[[str], World]":
    """Give the world that a line supposes, such as "given hold north for 9d"."""
    from offramp.answers import arms, read_question

    def suppose(edits: str) -> "World":
        return arms(world, read_question(invented, f"quiet for 30d {edits}", AS_OF))[1]

    return suppose
