from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from offramp.report import write_report
from offramp.report.charts import CHARTS

from ._sample import sample_findings
from ._sample_dossier import sample_dossier

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MORE = ("effect", "questions", "contrasts", "hypotheses", "pareto", "waiting", "watch", "hinges",
        "surface-0")  # fmt: skip
DRAWN = "document.documentElement.dataset.drawn === 'yes'"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    return write_report(sample_findings(), path, sample_dossier())


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["laptop", "phone"])
def page(request: pytest.FixtureRequest, browser: "Browser", report: Path) -> "Iterator[Page]":
    width, height = request.param
    # West of Greenwich, where a careless date slips to the day before.
    context = browser.new_context(
        viewport={"width": width, "height": height}, timezone_id="America/Los_Angeles"
    )
    tab = context.new_page()
    tab.goto(report.as_uri())
    tab.wait_for_function(DRAWN)
    yield tab
    context.close()


def test_every_chart_draws_and_nothing_scrolls_sideways(page: "Page") -> None:
    for name in (*CHARTS, *MORE):
        assert page.locator(f"#figure-{name} .plot svg path").count() > 3, name
    assert page.locator(".plot.failed").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_mark_opens_its_source_and_quote(page: "Page") -> None:
    page.locator("#figure-ladder path[aria-label*='legation in']").last.click()
    panel = page.locator("#picked")
    assert "The legation in Corvale is hit" in panel.inner_text()
    assert "witnesses and officials said" in panel.locator("blockquote").first.inner_text()
    assert panel.locator("a[href^='https://example.org/']").count() > 0
    page.get_by_role("button", name="Later").click()
    assert "The legation in Corvale is hit" not in panel.locator("h4").inner_text()
    page.get_by_role("button", name="Earlier").press("ArrowLeft")
    page.get_by_role("button", name="Earlier").press("ArrowRight")
    assert panel.locator("h4").count() == 1


def test_the_whole_record_can_be_shown(page: "Page") -> None:
    def places() -> list[str]:
        marks = page.locator("#figure-ladder path[aria-label*='Rockets from the Fens']")
        return [mark.get_attribute("transform") or "" for mark in marks.all()]

    before = places()
    page.get_by_role("button", name="The whole record").click()
    page.wait_for_function(
        "old => !old.includes(document.querySelector("
        "\"#figure-ladder path[aria-label*='Rockets from the Fens']\")?.getAttribute('transform'))",
        arg=before,
    )
    assert places() != before


def test_days_are_the_record_s_days(page: "Page") -> None:
    label = page.locator("#figure-ladder path[aria-label*='Operation Plain Answer']").first
    assert "13 Apr 2011" in (label.get_attribute("aria-label") or "").replace("\u00a0", " ")
    ticks = page.locator("#figure-odds text").all_text_contents()
    assert "14 Apr" in ticks or "13 Apr" in ticks


def test_it_prints_with_every_chart_and_no_table_open(page: "Page") -> None:
    page.emulate_media(media="print")
    assert page.locator(".plot svg").count() == len(CHARTS) + len(MORE)
    assert page.locator("nav.toc").is_hidden()
    assert page.locator("details").first.is_hidden()
