"""Fetching, from a server on this machine that is not always kind."""

import hashlib
import io
import threading
import zipfile
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from datasets._made import midi, midip, mie, target, text_of
from offramp._errors import OfframpError, UsageError
from offramp.datasets import Address, DatasetError, _fetch, get, open_dataset, stored
from offramp.datasets._fetch import download

INCIDENTS = text_of([midi()]).encode()
PARTICIPANTS = text_of([midip(), target()]).encode()


def archive(**files: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return whole.getvalue()


WHOLE = archive(**{"MID 5__MIDI 5.0.csv": INCIDENTS, "MID 5__MIDIP 5.0.csv": PARTICIPANTS})
MEMBERS = {"midi": "MIDI 5.0.csv", "midip": "MIDIP 5.0.csv"}


@dataclass
class Publisher:
    """What is served, and how badly."""

    content: bytes = WHOLE
    breaks_after: list[int] = field(default_factory=list)
    status: list[int] = field(default_factory=list)
    ranges: bool = True
    etag: str = '"one"'
    length: bool = True
    wrong_span: bool = False
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        wanted = handler.headers.get("Range", "")
        self.asked.append(wanted)
        if self.status:
            handler.send_error(self.status.pop(0))
            return
        start = 0
        fresh = handler.headers.get("If-Range") in (None, self.etag)
        if wanted and self.ranges and fresh:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if start >= len(self.content):
                handler.send_error(416)
                return
            handler.send_response(206)
            told = start - 1 if self.wrong_span else start
            size = len(self.content)
            handler.send_header("Content-Range", f"bytes {told}-{size - 1}/{size}")
        else:
            handler.send_response(200)
        body = self.content[start:]
        if self.length:
            handler.send_header("Content-Length", str(len(body)))
        if self.etag:
            handler.send_header("ETag", self.etag)
        handler.end_headers()
        if self.breaks_after:
            body = body[: self.breaks_after.pop(0)]
            handler.close_connection = True
        handler.wfile.write(body)


@pytest.fixture
def publisher() -> Generator[Publisher]:
    served = Publisher()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.answer(self)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    served.url = f"http://127.0.0.1:{server.server_address[1]}/data.zip"
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OFFRAMP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(_fetch, "PAUSE", 0.0)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "cache" / "downloads"


def place(publisher: Publisher, **more: Any) -> Address:
    return Address(publisher.url, MEMBERS, **more)


def test_what_is_fetched_is_added_and_the_download_is_gone(
    publisher: Publisher, folder: Path
) -> None:
    seen: list[tuple[str, int, int]] = []
    (kept,) = get("midi", lambda *told: seen.append(told), address=place(publisher))
    assert [file.source for file in kept.files] == ["MIDI 5.0.csv", "MIDIP 5.0.csv"]
    assert kept.files[0].sha256 == hashlib.sha256(INCIDENTS).hexdigest()
    assert open_dataset("midi").count == 1
    assert seen[-1] == ("midi", len(WHOLE), len(WHOLE))
    assert list(folder.iterdir()) == []


def test_a_download_that_breaks_off_is_taken_up_by_itself(publisher: Publisher) -> None:
    publisher.breaks_after = [100, 50]
    get("midi", address=place(publisher))
    assert publisher.asked == ["", "bytes=100-", "bytes=150-"]
    assert open_dataset("midi").count == 1


def test_one_that_breaks_off_each_time_is_taken_up_by_the_next_call(
    publisher: Publisher, folder: Path
) -> None:
    publisher.breaks_after = [10, 20, 30, 40]
    with pytest.raises(OfframpError, match=r"100 bytes have come; the same command goes on"):
        get("midi", address=place(publisher))
    assert stored("midi") is None
    assert sum(path.stat().st_size for path in folder.glob("*.part")) == 100
    get("midi", address=place(publisher))
    assert publisher.asked[-1] == "bytes=100-"
    assert open_dataset("midi").count == 1


def test_a_server_that_ignores_ranges_is_asked_for_the_whole(publisher: Publisher) -> None:
    publisher.ranges, publisher.breaks_after = False, [100]
    get("midi", address=place(publisher))
    assert publisher.asked == ["", "bytes=100-"]
    assert open_dataset("midi").count == 1


def test_what_has_changed_in_between_is_fetched_anew(publisher: Publisher) -> None:
    publisher.breaks_after = [100] * 4
    with pytest.raises(OfframpError):
        get("midi", address=place(publisher))
    publisher.content = archive(**{"MIDI 5.0.csv": INCIDENTS, "MIDIP 5.0.csv": PARTICIPANTS})
    publisher.etag = '"two"'
    get("midi", address=place(publisher))
    assert open_dataset("midi").count == 1


@pytest.mark.parametrize("etag", ["", 'W/"weak"'])
def test_without_a_mark_nothing_is_glued_together(etag: str, publisher: Publisher) -> None:
    publisher.etag, publisher.breaks_after = etag, [100]
    get("midi", address=place(publisher))
    assert publisher.asked == ["", ""]


def test_another_part_than_was_asked_for_is_thrown_away(publisher: Publisher) -> None:
    publisher.breaks_after, publisher.wrong_span = [100], True
    get("midi", address=place(publisher))
    assert publisher.asked == ["", "bytes=100-", ""]


def test_what_is_too_long_for_the_file_is_thrown_away(publisher: Publisher, folder: Path) -> None:
    publisher.breaks_after = [len(WHOLE) - 1, 0, 0, 0]
    with pytest.raises(OfframpError):
        get("midi", address=place(publisher))
    (partial,) = folder.glob("*.part")
    partial.write_bytes(WHOLE + b"more")
    get("midi", address=place(publisher))
    assert open_dataset("midi").count == 1


def test_a_length_that_is_not_told_is_no_hindrance(publisher: Publisher) -> None:
    publisher.length = False
    get("midi", address=place(publisher))
    assert open_dataset("midi").count == 1


def test_the_checksum_is_held(publisher: Publisher, folder: Path) -> None:
    right = hashlib.sha256(WHOLE).hexdigest()
    get("midi", address=place(publisher, sha256=right))
    get("midi", sha256=right.upper(), address=place(publisher))
    wrong = "0" * 64
    with pytest.raises(OfframpError, match=f"its SHA-256 is {right} and should be {wrong}"):
        get("midi", address=place(publisher, sha256=wrong))
    assert not list(folder.glob("*.part"))
    with pytest.raises(UsageError, match="64 digits"):
        get("midi", sha256="abc", address=place(publisher))


def test_a_server_that_is_busy_is_asked_again(publisher: Publisher) -> None:
    publisher.status = [503, 502]
    get("midi", address=place(publisher))
    assert len(publisher.asked) == 3


@pytest.mark.parametrize("status", [403, 404, 410])
def test_what_is_not_there_is_said_at_once(status: int, publisher: Publisher) -> None:
    publisher.status = [status]
    with pytest.raises(OfframpError, match=f"the publisher answers {status}"):
        get("midi", address=place(publisher))
    assert len(publisher.asked) == 1


def test_a_server_that_is_not_there_is_said(publisher: Publisher) -> None:
    nowhere = replace(place(publisher), url="http://127.0.0.1:1/data.zip")
    with pytest.raises(OfframpError, match=r"Cannot fetch http://127\.0\.0\.1:1/data\.zip"):
        get("midi", address=nowhere)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<html>no</html>", "is no whole zip archive"),
        (WHOLE[: len(WHOLE) // 2], "is no whole zip archive"),
        (archive(**{"MIDI 5.0.csv": INCIDENTS}), 'There is no "MIDIP 5.0.csv" in what came'),
    ],
)
def test_what_is_not_the_archive_is_said(
    content: bytes, told: str, publisher: Publisher, folder: Path
) -> None:
    publisher.content = content
    with pytest.raises(OfframpError, match=told):
        get("midi", address=place(publisher))
    assert stored("midi") is None
    assert not list(folder.glob("*.part")), "the next call begins anew"


def test_what_is_not_as_published_is_not_kept(publisher: Publisher) -> None:
    bad = text_of([midi(action=99)]).encode()
    publisher.content = archive(**{"MIDI 5.0.csv": bad, "MIDIP 5.0.csv": PARTICIPANTS})
    with pytest.raises(DatasetError, match='action is "99"'):
        get("midi", address=place(publisher))
    assert stored("midi") is None


def test_a_file_larger_than_any_dataset_is_left(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_fetch, "MAX_BYTES", 100)
    with pytest.raises(OfframpError, match="larger than 100 bytes"):
        get("midi", address=place(publisher))
    publisher.length = False
    with pytest.raises(OfframpError, match="larger than 100 bytes"):
        get("midi", address=place(publisher))
    inside = archive(**{"MIDI 5.0.csv": b"0" * 1000})
    with pytest.raises(OfframpError, match=r"MIDI 5\.0\.csv in .* is larger"):
        _fetch._member(inside, "MIDI 5.0.csv", "x")


def test_archives_in_archives_and_bare_files_are_opened(publisher: Publisher) -> None:
    table = text_of([mie()]).encode()
    publisher.content = archive(**{"in.zip": archive(**{"a__MIE-1.0.csv": table})})
    get("mie", address=Address(publisher.url, {"mie": "in.zip/mie-1.0.csv"}))
    assert open_dataset("mie").count == 1
    publisher.content = text_of([mie(), mie(2)]).encode()
    get("mie", address=Address(publisher.url, {}))
    assert open_dataset("mie").count == 2


def test_what_may_not_be_fetched_says_where_to_ask(publisher: Publisher) -> None:
    with pytest.raises(UsageError, match=r"not to be shared.*Ask for it at https://internat"):
        get("mie")
    assert publisher.asked == []


def test_downloads_of_two_addresses_do_not_mix(publisher: Publisher, folder: Path) -> None:
    publisher.breaks_after = [10] * 4
    with pytest.raises(OfframpError):
        download(place(publisher), folder)
    other = replace(place(publisher), url=publisher.url + "?other")
    assert download(other, folder).read_bytes() == WHOLE
    assert len(list(folder.glob("*.part"))) == 2
