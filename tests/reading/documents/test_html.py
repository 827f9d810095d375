"""A page becomes the text that a reader sees, and what it says about itself."""

import pytest

from offramp._errors import OfframpError

pytest.importorskip("selectolax")

from offramp.reading.documents._html import read_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>two</p>", "One\n\ntwo"),
        ("One<br>two", "One\ntwo"),
        ("<p>Iran <b>str</b>uck  the\n post.</p>", "Iran struck the post."),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<table><tr><td>a<td>b</table>", "a\n\nb"),
        ("&ldquo;It&nbsp;is over&rdquo; &amp; done", "“It is over” & done"),
        ("<p>a<!-- b --><?php c ?>d</p>", "ad"),
        ("<p>a<p hidden>b<p style='display:none'>c<p aria-hidden=true>d<p>e", "a\n\ne"),
        ("<p>shown <span style='opacity:0.5'>half</span></p>", "shown half"),
        ("", ""),
    ],
)
def test_text(markup: str, text: str) -> None:
    assert read_html(markup).text == text


def test_an_article_goes_before_what_is_round_it() -> None:
    prose = "The ministry said so. " * 30
    page = read_html(f"<div>Most read</div><article><p>{prose}</article><div>Cookies</div>")
    assert page.text == prose.strip()
    short = read_html(f"<article>Teaser</article><div><p>{prose}</div>")
    assert prose.strip() in short.text


def test_facts_are_taken_where_they_stand() -> None:
    linked = """{"@graph": [{"datePublished": "1951-03-02", "author": [{"name": "A. Hope"}],
                "publisher": {"name": "The Post"}}]}"""
    page = read_html(f'<title>T</title><script type="application/ld+json">{linked}</script><p>x')
    assert (page.title, page.date, page.author, page.publisher) == (
        "T", "1951-03-02", "A. Hope", "The Post",
    )  # fmt: skip


def test_odd_facts_break_nothing() -> None:
    for linked in (
        "",
        "{",
        "[]",
        "7",
        '{"author": 7}',
        '[{"datePublished": ["x"]}]',
        '{"@graph": 1}',
    ):
        page = read_html(f'<script type="application/ld+json">{linked}</script><p>x')
        assert page.text == "x"


def test_a_page_without_a_bottom_is_refused() -> None:
    with pytest.raises(OfframpError, match="too deep"):
        read_html("<div>" * 5_000)
