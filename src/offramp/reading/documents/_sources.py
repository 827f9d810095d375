"""Documents become sources: text, HTML and PDF files, and addresses where the user asks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from offramp._errors import OfframpError, UsageError
from offramp._version import __version__
from offramp.reading._extra import needed
from offramp.reading._slug import slug, unique
from offramp.reading.documents._bytes import MOST_BYTES, check_english, check_size, text_of
from offramp.reading.documents._date_words import first_date
from offramp.reading.documents._dateline import document_date
from offramp.reading.documents._html import read_html
from offramp.reading.documents._pdf import read_pdf
from offramp.reading.documents._source import Source
from offramp.reading.documents._unwrap import rejoined, unwrapped
from offramp.record import parse_span

TIMEOUT_SECONDS = 30.0
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def load_sources(
    names: Sequence[str], *, date: str | Sequence[str] | None = None, url: str | None = None
) -> tuple[Source, ...]:
    """Read documents.

    Parameters
    ----------
    names : sequence of str
        Paths of text, HTML and PDF files, and addresses that begin with http:// or https://.
    date : str or sequence of str, optional
        When they were published (EDTF): for a single document instead of what it says itself,
        for several wherever one does not say. ``a.txt=1951-03-02`` is the date of that document,
        whatever it says itself; several may be given. A year completes a dateline without one.
    url : str, optional
        Where a single document can be read.

    Returns
    -------
    tuple of Source
        In the order given, each with an id of its own; uncleaned.

    Raises
    ------
    UsageError
        When a file is missing, nothing says when a document was published, or a date is given
        for a document that is not named.
    OfframpError
        When a document cannot be read: empty, binary, too large, in another encoding, not in
        English, a PDF without text, an address that does not answer.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "note.txt"
    >>> _ = file.write_text("Ruritania fired on the river post on 1 March, the ministry said.")
    >>> (source,) = load_sources([str(file)], date="1951-03-02")
    >>> source.id, source.date, source.date_found
    ('note', '1951-03-02', 'given')
    """
    if not names:
        raise UsageError("No document is named. Give the path of at least one.")
    if url is not None and len(names) > 1:
        raise UsageError("--url speaks of one document. Read them one at a time.")
    given, rest = _given(names, [date] if isinstance(date, str) else (date or ()))
    taken: set[str] = set()
    found: list[Source] = []
    for name in names:
        source = _fetched(name) if _is_address(name) else _opened(name)
        own = given.get(name) or (rest if len(names) == 1 or source.date is None else None)
        if own is not None:
            day = document_date(source.text, own) if len(own) == len("1951") else ""
            source = replace(source, date=day or own, date_found="given")
        if url is not None:
            source = replace(source, url=url)
        if source.date is None:
            why = "so the dates in it cannot be placed"
            which = f"{Path(name).name}=" if len(names) > 1 and not _is_address(name) else ""
            right = f"Give its day: --date {which}2024-04-16. Nothing was written."
            raise UsageError(f"Nothing says when {name} was published, {why}. {right}")
        found.append(replace(source, id=unique(source.id, taken)))
    return tuple(found)


def _given(names: Sequence[str], dates: Sequence[str]) -> tuple[dict[str, str], str | None]:
    """Give the dates of documents by name, and the one for all others."""
    given: dict[str, str] = {}
    rest: str | None = None
    for text in dates:
        name, equals, day = text.rpartition("=")
        try:
            parse_span(day)
        except ValueError as error:
            raise UsageError(f"--date: {error}") from None
        meant = [one for one in names if name in (one, Path(one).name)]
        if equals and len(meant) != 1:
            which = "more than one document is" if meant else "no document is"
            raise UsageError(f"--date {text}: {which} called {name}.")
        if not equals and rest is not None:
            why = f"two dates for all documents, {rest} and {day}"
            raise UsageError(f"--date: {why}. Write --date NAME=DATE for each.")
        if equals:
            given[meant[0]] = day
        else:
            rest = day
    return given, rest


def source_of(content: bytes, name: str, kind: str = "") -> Source:
    """Read one document that is at hand as bytes.

    Parameters
    ----------
    content : bytes
    name : str
        Its file name or address.
    kind : str
        Its media type, where a server names one.

    Returns
    -------
    Source
        Its date is None where the document does not say.

    Raises
    ------
    OfframpError
        As for `load_sources`.
    """
    check_size(len(content), name)
    if content.lstrip()[:5] == b"%PDF-":
        raw, title, author = read_pdf(content, name)
        source = Source("", unwrapped(rejoined(raw)), title=title, author=author, kind="report")
    elif "html" in kind or _HTML.match(content[:5000]) or name.lower().endswith((".html", ".htm")):
        named = [match[1].decode("ascii") for match in _CHARSET.finditer(content[:5000])]
        read = read_html(text_of(content, name, named))
        raw = read.text
        if not raw:
            raise OfframpError(f"{name} holds no text. Nothing was written.")
        source = Source(
            "", read.text, title=read.title, author=read.author, publisher=read.publisher,
            url=read.url if _is_address(read.url) else "", kind="news",
        )  # fmt: skip
        source = _dated(source, read.date)
    else:
        raw = text_of(content, name)
        source = Source("", unwrapped(raw))
    check_english(source.text, name)
    if source.date is None:
        source = _dated(source, document_date(raw))
    stem = Path(urlsplit(name).path if _is_address(name) else name).stem
    title = source.title or _heading(source.text) or stem or name
    publisher = source.publisher or (urlsplit(source.url or name).hostname or "")
    return replace(
        source, id=slug(stem or title), title=title[:300], publisher=publisher, file=name
    )


def _is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


def _opened(name: str) -> Source:
    path = Path(name)
    try:
        if path.is_dir():
            raise UsageError(f"{name} is a folder. Name the documents in it.")
        if not path.is_file():
            raise UsageError(f"There is no file {name}.")
        check_size(path.stat().st_size, name)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OfframpError(f"Cannot read {name}: {reason}. Nothing was written.") from None
    except ValueError as error:
        if isinstance(error, OfframpError):
            raise
        raise UsageError("The path of a document holds a character that no path can.") from None
    return source_of(content, name)


def _fetched(address: str) -> Source:
    httpx = needed("httpx", "Reading from an address")
    agent = {"User-Agent": f"offramp/{__version__}"}
    content = bytearray()
    try:
        with (
            httpx.Client(timeout=TIMEOUT_SECONDS, follow_redirects=True, max_redirects=5) as client,
            client.stream("GET", address, headers=agent) as answer,
        ):
            answer.raise_for_status()
            for piece in answer.iter_bytes():
                content += piece
                check_size(len(content), address)
            kind = answer.headers.get("content-type", "")
    except httpx.HTTPStatusError as error:
        code = error.response.status_code
        raise OfframpError(f"{address} answered {code}. Nothing was written.") from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        why = type(error).__name__
        raise OfframpError(f"{address} cannot be read ({why}). Nothing was written.") from None
    source = source_of(bytes(content), address, kind)
    return source if source.url else replace(source, url=address)


def _dated(source: Source, text: str) -> Source:
    """Give a source the date that a text begins with or names, if any."""
    match = _ISO.match(text)
    found = match[0] if match else first_date(text)
    if found is None:
        return source
    try:
        parse_span(found)
    except ValueError:
        return source
    return replace(source, date=found, date_found="document")


def _heading(text: str) -> str:
    first, _, rest = text.strip().partition("\n")
    short = 0 < len(first) <= 150 and not first.rstrip().endswith((".", ",", ";", ":"))
    return first.strip() if short and rest.strip() else ""
