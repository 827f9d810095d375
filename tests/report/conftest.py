from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from offramp.futures import Findings
from offramp.report import _track_record

from ._chromium import ARGUMENTS, CHROMIUM
from ._sample import sample_findings
from ._sample_record import sample_track_record

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(autouse=True)
def track(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_track_record, "shipped_track_record", sample_track_record)


@pytest.fixture
def findings() -> Findings:
    return sample_findings()


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    # Imported here, since it takes a second that most tests need not.
    from playwright.sync_api import sync_playwright

    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()
