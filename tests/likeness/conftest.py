"""The shared data, where they are."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The published tables; the test is skipped where there are none."""
    told = os.environ.get("OFFRAMP_SHARED_DATA")
    folder = Path(told) if told else Path(__file__).parents[3] / "shared" / "data"
    if not (folder / "mie-1.0.csv").exists():
        pytest.skip("the shared data are not here")
    return folder
