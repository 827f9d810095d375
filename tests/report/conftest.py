from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from offramp.futures import Findings

from ._chromium import ARGUMENTS, CHROMIUM
from ._sample import sample_findings


@pytest.fixture
def findings() -> Findings:
    return sample_findings()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()
