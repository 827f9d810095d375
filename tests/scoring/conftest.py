"""Made-up confrontations, and the points that they are split into."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from offramp.history import Confrontations, Points
from offramp.scoring._sample import Split, split
from scoring._made import made

if not all(map(find_spec, ("sklearn", "scoringrules"))):
    # The extra `score` is not installed.
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def events() -> Confrontations:
    return made()


@pytest.fixture(scope="session")
def parts(events: Confrontations) -> Split:
    return split(events, 1990)


@pytest.fixture(scope="session")
def train(parts: Split) -> Points:
    return parts.train


@pytest.fixture(scope="session")
def scored(parts: Split) -> Points:
    return parts.test


@pytest.fixture(scope="session")
def shared() -> Path:
    """The published tables; the test is skipped where there are none."""
    told = os.environ.get("OFFRAMP_SHARED_DATA")
    folder = Path(told) if told else Path(__file__).parents[3] / "shared" / "data"
    if not (folder / "mie-1.0.csv").exists():
        pytest.skip("the shared data are not here")
    return folder
