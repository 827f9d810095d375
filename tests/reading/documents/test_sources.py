"""Files and addresses become sources, with the facts that they give about themselves."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from offramp import UsageError
from offramp._errors import OfframpError
from offramp.reading._slug import slug
from offramp.reading.documents._sources import load_sources, source_of
from reading.conftest import pdf_of

PROSE = "The ministry said that the river post was attacked by Ruritania on the first of March. "


def test_a_text_file_keeps_its_text_and_finds_its_title_and_dateline(
    tmp_path: Path, article: str
) -> None:
    file = tmp_path / "River Post.txt"
    file.write_bytes(article.replace("\n", "\r\n").encode("utf-8-sig"))
    (source,) = load_sources([str(file)])
    assert source.text == article
    assert (source.id, source.title) == ("river-post", "Shots at the river post")
    assert (source.date, source.date_found) == ("1951-03-14", "document")


def test_a_given_date_goes_before_the_documents_own(tmp_path: Path, article: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(article)
    (source,) = load_sources([str(file)], date="1951-03-04", url="https://example.org/a")
    assert (source.date, source.date_found) == ("1951-03-04", "given")
    assert source.url == "https://example.org/a"


def test_with_several_documents_a_given_date_only_fills(tmp_path: Path, article: str) -> None:
    for name, text in (("a.txt", article), ("b.txt", PROSE)):
        (tmp_path / name).write_text(text)
    first, second = load_sources(
        [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], date="1951-03-09"
    )
    assert (first.date, second.date) == ("1951-03-14", "1951-03-09")


def test_each_of_several_documents_may_be_given_its_date(tmp_path: Path, article: str) -> None:
    names = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]
    for name, text in zip(names, (article, PROSE, PROSE), strict=True):
        Path(name).write_text(text)
    found = load_sources(names, date=["a.txt=1951-03-05", f"{names[1]}=1951-03-06", "1951-03-07"])
    assert [source.date for source in found] == ["1951-03-05", "1951-03-06", "1951-03-07"]


def test_dates_that_fit_no_document_are_refused(tmp_path: Path) -> None:
    name = str(tmp_path / "a.txt")
    Path(name).write_text(PROSE)
    for dates, why in (
        (["b.txt=1951-03-05"], "no document is called b.txt"),
        (["1951-03-05", "1951-03-06"], "NAME=DATE"),
        (["a.txt=soon"], "--date"),
    ):
        with pytest.raises(UsageError, match=why):
            load_sources([name], date=dates)


def test_a_year_completes_a_dateline(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("ZENDA, 3 March (Agency) - " + PROSE)
    (source,) = load_sources([str(file)], date="1951")
    assert (source.date, source.date_found) == ("1951-03-03", "given")


def test_documents_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    names = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        file = tmp_path / folder / "news.txt"
        file.write_text(PROSE)
        names.append(str(file))
    assert [s.id for s in load_sources(names, date="1951")] == ["news", "news-2"]


def test_a_page_tells_who_published_it_and_when() -> None:
    page = f"""<!doctype html><html><head><title>x</title>
    <meta property="og:title" content="Shots at the post">
    <meta property="article:published_time" content="1951-03-02T08:00:00Z">
    <meta property="og:site_name" content="The Zenda Post"><meta name="author" content="A. Hope">
    <link rel="canonical" href="https://example.org/shots"></head>
    <body><nav>Home News</nav><article><h1>Shots</h1><p>{PROSE * 8}</p></article>
    <footer>About us</footer></body></html>"""
    source = source_of(page.encode(), "shots.html")
    assert (source.title, source.author, source.publisher) == (
        "Shots at the post", "A. Hope", "The Zenda Post",
    )  # fmt: skip
    assert (source.date, source.url) == ("1951-03-02", "https://example.org/shots")
    assert "Home News" not in source.text
    assert "About us" not in source.text


def test_linked_data_and_times_date_a_page() -> None:
    linked = '<script type="application/ld+json">{"datePublished": "1951-03-02"}</script>'
    timed = '<time datetime="1951-03-03T10:00">yesterday</time>'
    for more, day in ((linked, "1951-03-02"), (timed, "1951-03-03")):
        assert source_of(f"<html><body>{more}<p>{PROSE}".encode(), "a.html").date == day


def test_a_page_in_a_declared_encoding_is_read() -> None:
    head = '<html><head><meta charset="windows-1252"></head><body><p>'
    page = (head + PROSE + "Caf\u00e9 \u201cZenda\u201d").encode("cp1252")
    assert "Caf\u00e9 \u201cZenda\u201d" in source_of(page, "a.html").text


def test_a_pdf_is_read() -> None:
    source = source_of(pdf_of([PROSE, "Published 2 March 1951"]), "note.pdf")
    assert PROSE.strip() in source.text
    assert source.date == "1951-03-02"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 40, "binary"),
        (b"PK\x03\x04 and more", "zip archive"),
        (b"\x00\x01\x02\x03" * 200, "binary"),
        ("Caf\u00e9 ".encode("latin-1") + PROSE.encode(), "not in UTF-8"),
        ("Der Angriff auf den Posten war die Antwort auf den Beschuss. " * 9, "not in English"),
        ("Ministerstvo oznámilo, že útok na pohraniční stanici byl odražen. " * 9, "not in Eng"),
        ("Нападение на пост было отбито, сообщили в министерстве. " * 9, "not in English"),
        ("攻撃は国境の哨所に対して行われた。" * 20, "no"),
        ("12345 67890 " * 50, "holds no prose"),
        (b"<html><body><script>alert(1)</script></body></html>", "holds no text"),
        (pdf_of([]), "holds no text"),
        (b"%PDF-1.4\nrubbish", "cannot be read as a PDF"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(content: bytes | str, says: str) -> None:
    raw = content.encode() if isinstance(content, str) else content
    with pytest.raises(OfframpError) as caught:
        source_of(raw, "doc")
    assert says in str(caught.value)
    assert str(caught.value).endswith("Nothing was written.")


def test_a_file_of_more_than_50_mb_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as opened:
        opened.truncate(50_000_001)
    with pytest.raises(OfframpError, match="larger than 50 MB"):
        load_sources([str(file)], date="1951")


def test_a_document_without_a_date_asks_for_one(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(PROSE)
    with pytest.raises(UsageError, match="--date"):
        load_sources([str(file)])


@pytest.mark.parametrize(("names", "says"), [([], "No document"), (["none.txt"], "no file")])
def test_a_missing_document_is_told(names: list[str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        load_sources(names)


@pytest.fixture
def site() -> Iterator[str]:
    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/a"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<time datetime='1951-03-02'></time><p>{PROSE}".encode())

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched(site: str) -> None:
    (source,) = load_sources([f"{site}/a"])
    assert source.text == PROSE.strip()
    assert (source.url, source.publisher) == (f"{site}/a", "127.0.0.1")


def test_an_address_that_does_not_answer_is_told(site: str) -> None:
    with pytest.raises(OfframpError, match="answered 404"):
        load_sources([f"{site}/b"])
    with pytest.raises(OfframpError, match="cannot be read"):
        load_sources(["http://127.0.0.1:1/"])


def test_slugs_are_ids() -> None:
    assert slug("U.S. & Iran: “talks”") == "u-s-iran-talks"
