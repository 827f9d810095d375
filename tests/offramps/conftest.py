"""One world and one search that the tests of off-ramps share."""

from typing import TYPE_CHECKING

import pytest

from _invented import AS_OF

if TYPE_CHECKING:
    from offramp.answers import World
    from offramp.offramps import Offramps
    from offramp.record import Record


@pytest.fixture(scope="session")
def world(invented: "Record") -> "World":
    """The invented crisis on the evening after its salvo."""
    from offramp.answers import stand

    return stand(invented, AS_OF)


@pytest.fixture(scope="session")
def singles(invented: "Record") -> "Offramps":
    """All single moves of the invented crisis."""
    from offramp.offramps import search

    return search(invented, AS_OF, draws=1000, most=1)
