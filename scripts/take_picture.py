"""Take the picture of a report that README and docs show.

Run ``python scripts/take_picture.py`` after a change to the report or to its figures. It needs
Chromium and the test extra.
"""

import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

import offramp

PICTURE = Path(__file__).parents[1] / "docs" / "images" / "report.png"
WIDE, HIGH = 1120, 1060
"""Pixels: the situation and the first of the main answers."""

with tempfile.TemporaryDirectory() as folder:
    report = Path(folder) / "report.html"
    record = offramp.open("iran-israel-2024")
    offramp.write_report(offramp.study(record, date(2024, 4, 14)), report)
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
        page.goto(report.as_uri())
        page.wait_for_selector(".plot svg")
        page.screenshot(path=PICTURE)
        browser.close()
print(f"{PICTURE}: {PICTURE.stat().st_size:,} bytes")
