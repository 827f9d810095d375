"""The page of the library's track record: the misses first, text as text, and no request."""

from pathlib import Path

from offramp.report import render_library, write_library

from ._sample_library import sample_library


def test_the_misses_lead() -> None:
    html = render_library(sample_library())
    places = [html.index(f'id="{key}"') for key in ("misses", "forward", "notes")]
    assert places == sorted(places)
    assert html.index("Northland strikes (1)") < html.index("With the parameters that ship</h2>")
    assert "Thirteen crises are few." in html


def test_a_hostile_title_is_shown_as_text() -> None:
    html = render_library(sample_library("</h1><script>alert(1)</script>{{ 7 * 7 }}"))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "{{ 7 * 7 }}" in html
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html


def test_it_is_written_whole(tmp_path: Path) -> None:
    path = write_library(sample_library(), tmp_path / "page.html")
    assert path.read_text("utf-8").rstrip().endswith("</html>")
