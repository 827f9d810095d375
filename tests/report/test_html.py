import json
import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from offramp._errors import OfframpError
from offramp.futures import Findings
from offramp.record import Record
from offramp.report import render_html, write_report
from offramp.report.charts import CHARTS

from ._sample import AS_OF, record_fields, sample_findings

LIMIT = 1_500_000


class Page(HTMLParser):
    """Collects what the tests ask of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.sections: list[str] = []
        self.plots: list[dict[str, str | None]] = []
        self.links: list[dict[str, str | None]] = []
        self.specs: dict[str, str] = {}
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "section":
            self.sections.append(found["id"] or "")
        if tag == "a":
            self.links.append(found)
        if "data-chart" in found:
            self.plots.append(found)
        self.inside = tag if tag == "h2" else found.get("id", "") or ""

    def handle_data(self, data: str) -> None:
        if self.inside == "h2" and not data.strip().isdigit():
            self.headings.append(data)
        if self.inside.startswith("spec-"):
            self.specs[self.inside] = self.specs.get(self.inside, "") + data

    def handle_endtag(self, tag: str) -> None:
        if tag != "span":
            self.inside = ""


@pytest.fixture
def html(findings: Findings) -> str:
    return render_html(findings)


def test_the_sections_stand_in_the_order_that_readers_want(html: str) -> None:
    assert Page(html).sections == [
        "situation",
        "ladder",
        "ahead",
        "odds",
        "why",
        "posture",
        "exchanges",
        "firsts",
        "happened",
        "track",
        "basis",
    ]


def test_every_chart_is_there_with_alt_text_caption_and_table(html: str) -> None:
    page = Page(html)
    assert {plot["data-chart"] for plot in page.plots} == set(CHARTS)
    assert all(plot["role"] == "img" and plot["aria-label"] for plot in page.plots)
    for name in CHARTS:
        figure = html[html.index(f'id="figure-{name}"') :].partition("</figure>")[0]
        assert "<figcaption><h3>" in figure
        assert name == "ladder" or "<table>" in figure
        json.loads(page.specs[f"spec-{name}"])


def test_every_act_is_listed_with_its_quotes_and_links(html: str, findings: Findings) -> None:
    record = findings.record
    assert html.count("data-entry=") == len(record.acts) + len(record.signals)  # type: ignore[attr-defined]
    assert "“Operation Plain Answer”, witnesses and officials said." in html
    assert any(link["href"] == "https://example.org/0" for link in Page(html).links)


def test_links_leave_no_trace(html: str) -> None:
    outward = [link for link in Page(html).links if not (link["href"] or "").startswith("#")]
    assert outward
    assert {link.get("rel") for link in outward} == {"noopener noreferrer"}


def test_what_happened_shows_only_when_asked_and_is_labelled(findings: Findings) -> None:
    assert "Never an input." in render_html(findings)
    hidden = render_html(replace(findings, reveals=()))
    assert "Never an input." not in hidden
    assert 'id="happened"' not in hidden


def test_postures_say_what_drives_them(html: str) -> None:
    assert "driven by the evidence" in html
    assert "driven by the prior" in html


def test_an_exchange_under_way_is_flagged(findings: Findings) -> None:
    assert "under way: no outcome" not in render_html(findings)
    under_way = replace(findings.forecast.exchanges[0], under_way=True, claims=())
    flagged = replace(findings, forecast=replace(findings.forecast, exchanges=(under_way,)))
    assert "under way: no outcome" in render_html(flagged)


def test_it_says_what_it_rests_on(html: str, findings: Findings) -> None:
    forecast = findings.forecast
    basis = html[html.index('id="basis"') :]
    for text in (*forecast.notes, forecast.run, f"--seed {forecast.seed}", "Admiralty"):
        assert text in basis
    for note in findings.parameters:
        assert note.basis in basis


def test_it_is_small_and_the_same_each_time(html: str, findings: Findings) -> None:
    assert len(html.encode()) < LIMIT
    assert render_html(findings) == html


def test_no_address_is_loaded(html: str) -> None:
    markup = re.sub(r"<script>.*?</script>", "", html, flags=re.S)
    assert not re.search(r"""(?:src|srcset|action)\s*=\s*["']""", markup)
    assert not re.search(r"@import|url\(", markup)


def test_a_record_of_five_thousand_acts_stays_small() -> None:
    fields = record_fields()
    first = fields["acts"][0]
    fields["acts"] += [
        first
        | {
            "id": f"more{n}",
            "date": (AS_OF - timedelta(days=n % 1500)).isoformat(),
            "summary": "What happened that day, told in a sentence or two of some length. " * 3,
        }
        for n in range(5000)
    ]
    html = render_html(sample_findings(Record.model_validate(fields).as_of(AS_OF)))
    assert len(html.encode()) < LIMIT
    assert "earlier entries that are left out" in html


def test_a_record_without_acts_still_has_its_page() -> None:
    fields = record_fields() | {"acts": [], "signals": []}
    findings = replace(
        sample_findings(Record.model_validate(fields).as_of(AS_OF)), firsts=(), reveals=()
    )
    html = render_html(replace(findings, forecast=replace(findings.forecast, exchanges=())))
    assert "holds no act or signal" in html
    assert 'id="firsts"' not in html


def test_a_report_is_written_whole(findings: Findings, tmp_path: Path) -> None:
    path = write_report(findings, tmp_path / "report.html")
    assert path.read_text("utf-8") == render_html(findings)
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]


def test_a_folder_that_is_missing_is_an_error_and_leaves_nothing(
    findings: Findings, tmp_path: Path
) -> None:
    with pytest.raises(OfframpError, match="Nothing was written"):
        write_report(findings, tmp_path / "none" / "report.html")
    assert list(tmp_path.iterdir()) == []
