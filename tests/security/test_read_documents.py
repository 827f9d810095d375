"""Hostile documents: their text is shown on the review page, and never anything else."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("selectolax")
pytest.importorskip("pypdf")

from offramp._errors import OfframpError
from offramp.reading import (
    ActItem,
    ClaimItem,
    Draft,
    PartyItem,
    Review,
    SignalItem,
    Source,
    Unverified,
    draft_to_record,
    review_page,
    source_of,
    verify,
)
from offramp.record import parse_record
from reading.conftest import ARTICLE, pdf_of

CHROMIUM = Path("/usr/bin/chromium")
PAYLOADS = (
    "</script><script>window.pwned = 1; alert(1)</script>",
    "<img src=x onerror='window.pwned = 2; alert(2)'>",
    "\"'><svg onload=alert(3)><iframe src=javascript:alert(4)>",
    "</style><style>body{display:none}</style>",
    "</textarea></template><!--<script>",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    '" autofocus onfocus="window.pwned = 5" x="',
    "a\u2028b\u2029c\x1b[31m\u202egnp.exe",
    "&lt;script&gt;alert(10)&lt;/script&gt;",
)


def hostile(payload: str) -> tuple[Draft, str]:
    """Make a draft whose every text is hostile, and whose words all stand in its source."""
    text = (
        f"Ruritania {payload} shelled the post of Strelsau {payload} on 1 March. Strelsau warned "
        f"Ruritania {payload} that it would answer. It probably erred {payload}."
    )
    of = Source(
        "doc", text, title=f"Title {payload}", author=payload, publisher=payload, date="1951-03-02",
        url=f"https://example.org/{payload}", file=payload,
    )  # fmt: skip

    def words(said: str) -> Any:
        at = text.index(said)
        return of.quote(at, at + len(said))

    names = (f"Ruritania {payload}", f"Strelsau {payload}")
    people = tuple(
        PartyItem(name, (words(full),), full, aliases=(payload,))
        for name, full in zip(("ruritania", "strelsau"), names, strict=True)
    )
    act = ActItem(
        "a1", (of.quote(0, text.index(". Strelsau")),), trigger=words("shelled"),
        rung="strike-home",
        actors=("ruritania",), targets=("strelsau",), date="1951-03-01", date_found="stated",
        place=payload, leaders=((payload, "general"),), target_kind="military",
    )  # fmt: skip
    signal = SignalItem(
        "s1", (words("Strelsau warned"),), trigger=words("warned"), kind="warning",
        sender="strelsau", receivers=("ruritania",), about=f"some words {payload}",
        condition=payload, date="1951-03-01",
    )  # fmt: skip
    claim = ClaimItem("c1", (words(f"It probably erred {payload}"),), hedge=payload)
    return Draft((of,), people, (), (act,), (signal,), (claim,)), text


def page_of(payload: str) -> tuple[str, str]:
    draft, text = hostile(payload)
    made = draft_to_record(draft, "doc", title=f"Crisis {payload}")
    record = parse_record(made.text())
    refused = tuple(Unverified("act", payload, payload) for _ in range(2))
    remarks = (payload, *made.remarks)
    shown = Review(record, made.origins, draft.sources, made.held_back, refused, remarks)
    return review_page(shown), text


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    with sync.sync_playwright() as play:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        chromium = play.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        yield chromium
        chromium.close()


@pytest.mark.browser
@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_a_hostile_text_is_shown_and_does_nothing(
    number: int, browser: Any, tmp_path: Path
) -> None:
    markup, _ = page_of(PAYLOADS[number])
    (tmp_path / "review.html").write_text(markup, "utf-8", errors="replace")
    page = browser.new_page()
    asked: list[str] = []
    heard: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda said: heard.append(said.text))
    page.goto((tmp_path / "review.html").as_uri())
    page.get_by_role("radio", name="Drop").first.check()
    assert page.evaluate("window.pwned") is None
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert heard == []
    assert page.locator("script").count() == 2
    assert page.locator("style").count() == 1
    assert page.locator("img, svg, iframe, object, embed, form, textarea").count() == 0
    assert page.locator("#decided").inner_text() == "1"
    assert page.locator("body").is_visible()
    hrefs = page.eval_on_selector_all("a", "links => links.map(link => link.href)")
    assert all(href.startswith(("file:", "https://example.org/")) for href in hrefs)
    page.close()


@pytest.mark.browser
def test_what_is_decided_on_the_page_is_saved_as_decisions(browser: Any, tmp_path: Path) -> None:
    markup, _ = page_of("plain")
    (tmp_path / "review.html").write_text(markup, "utf-8")
    page = browser.new_page(accept_downloads=True)
    page.goto((tmp_path / "review.html").as_uri())
    act = page.locator("article[data-section=acts]").first
    act.locator("[data-field=date]").fill("1951-03-02")
    page.locator("article[data-section=claims]").get_by_role("radio", name="Drop").check()
    page.locator("article[data-section=parties]").first.get_by_label("Accept").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save decisions").click()
    saved = json.loads(Path(download.value.path()).read_text())
    page.close()
    assert download.value.suggested_filename == "review.json"
    assert saved["offramp-review"] == 1
    assert saved["record"] == "doc"
    assert {(one["section"], one["do"]) for one in saved["decisions"]} == {
        ("acts", "mend"), ("claims", "drop"), ("parties", "accept"),
    }  # fmt: skip
    assert saved["decisions"][0]["set"] == {"date": "1951-03-02"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_page_holds_no_markup_but_its_own(payload: str) -> None:
    markup, _ = page_of(payload)
    assert markup.count("<script") == 2
    assert markup.count("<style") == 1
    for bad in ("<img", "<svg", "<iframe", "<form", "javascript:alert(4)>\n<", "</textarea>"):
        assert bad not in markup
    assert "49" not in markup or "7 * 7" in markup


def test_scripts_styles_and_hidden_words_of_a_page_are_not_read() -> None:
    hidden = "Graustark bombed the harbour of Hentzau."
    page = f"""<!doctype html><html><head><script>"{hidden}"</script><style>/*{hidden}*/</style>
    </head><body onload="{hidden}"><p>{ARTICLE}</p><script>{hidden}</script>
    <p hidden>{hidden}</p><p style="display: none">{hidden}</p><p style='font-size:0'>{hidden}</p>
    <div aria-hidden="true">{hidden}</div><noscript>{hidden}</noscript><!-- {hidden} -->
    <template>{hidden}</template><img alt="{hidden}"><iframe srcdoc="{hidden}"></iframe>
    <textarea>{hidden}</textarea><button>{hidden}</button></body></html>"""
    source = source_of(page.encode(), "page.html")
    assert "Hentzau" not in source.text
    assert "Ruritania fired on the river post" in source.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 2_500 + ARTICLE,
        "<html><body>" + "<b><i></i></b>" * 20_000 + ARTICLE,
        "<html><body><p>" + ARTICLE + "<table>" * 2_000,
        "<html><body><p " + "a=b " * 50_000 + ">" + ARTICLE,
        "<html><body><p>" + ARTICLE + "&#x41;" * 50_000,
        f"<html><head><meta property=og:title content='{'x' * 100_000}'></head><body>{ARTICLE}",
        f'<body>{ARTICLE}<script type="application/ld+json">{"[" * 100_000}</script></body>',
    ],
)  # fmt: skip
def test_a_page_that_is_deep_or_long_is_read_all_the_same(page: str) -> None:
    source = source_of(page.encode(), "page.html")
    assert "Ruritania fired" in source.text
    assert len(source.title) <= 300


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<span><font>", "<table><tr><td>"])
def test_a_page_without_a_bottom_is_refused(tag: str) -> None:
    with pytest.raises(OfframpError, match="nested too deep"):
        source_of(f"<html><body>{tag * 500_000}{ARTICLE}".encode(), "page.html")


def test_a_broken_pdf_ends_in_a_sentence() -> None:
    rng = random.Random(0)
    good = pdf_of(ARTICLE.replace("\u201c", '"').replace("\u201d", '"').splitlines())
    for _ in range(150):
        spoilt = bytearray(good)
        for _ in range(rng.randint(1, 40)):
            spoilt[rng.randrange(5, len(spoilt))] = rng.randrange(256)
        cut = bytes(spoilt[: rng.randrange(20, len(spoilt) + 1)])
        try:
            source_of(cut, "doc.pdf")
        except OfframpError as error:
            assert str(error).endswith("Nothing was written.")


def test_random_bytes_end_in_a_sentence() -> None:
    rng = random.Random(1)
    for number in range(300):
        raw = rng.randbytes(rng.randint(0, 400))
        head = (b"", b"<html>", b"%PDF-1.7\n", b"\xff\xfe", b"\xef\xbb\xbf")[number % 5]
        try:
            source_of(head + raw, "doc")
        except OfframpError as error:
            assert str(error)


PIECES = (
    "<p>", "</p>", "<div hidden>", "<!-- ", " -->", "<?x ?>", "<![CDATA[", "]]>", "<svg><p>",
    "<table>", "<td>", "<b>", "</b>", "text ", "<", ">", "&", "&#0;", "&#x1F4A3;", "\x00", "<br>",
    "<meta name=date content=1951-03-02>", "<time datetime=x>", "<h1>", "<article>",
    "<main role=x>", "<template>", "</template>", "<math><mi>", "<a href='javascript:x'>",
    "<frameset>", "<body>", "<html>", "<title>", "<style>", "<script type=application/ld+json>{",
    "</script>", "<plaintext>",
)  # fmt: skip


def test_pieces_of_markup_in_any_order_are_read() -> None:
    rng = random.Random(2)
    for _ in range(400):
        markup = "".join(rng.choices(PIECES, k=rng.randint(1, 60)))
        try:
            source = source_of(f"<html>{markup}{ARTICLE}".encode(), "page.html")
        except OfframpError:
            continue
        assert source.text


def test_a_quote_of_a_hostile_source_is_what_stands_there() -> None:
    for payload in PAYLOADS:
        draft, text = hostile(payload)
        held = verify(replace(draft, unverified=()))
        for item in (*held.parties, *held.acts, *held.signals, *held.claims):
            for quote in item.quotes:
                assert text[quote.start : quote.end] == quote.text
