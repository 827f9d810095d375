"""Fetch a dataset from its publisher, where the terms allow it, and only when asked."""

import hashlib
import re
import time
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from offramp._cache import cache_folder
from offramp._errors import OfframpError, UsageError
from offramp._version import __version__
from offramp.datasets._arrow import part
from offramp.datasets._dataset import Address
from offramp.datasets._known import dataset
from offramp.datasets._store import Stored, add

Progress = Callable[[str, int, int], None]
MAX_BYTES = 500_000_000
TRIES = 4
PAUSE = 0.5
"""Seconds between tries."""
SECONDS = 60.0
"""How long the publisher may be silent."""
HEADERS = {
    "User-Agent": f"offramp/{__version__}",
    # what is compressed on the way cannot be taken up in the middle
    "Accept-Encoding": "identity",
}


_NOT_WHOLE = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError,
)  # fmt: skip


class _BrokenError(Exception):
    """The connection broke off; what has come so far is kept."""


def get(
    name: str, progress: Progress | None = None, sha256: str = "", address: Address | None = None
) -> tuple[Stored, ...]:
    """Fetch a dataset from its publisher and add it.

    A download that breaks off is taken up where it ended, by itself a few times, and by the
    next call. Nothing is fetched but by this call.

    Parameters
    ----------
    name : str
        A name in `KNOWN`.
    progress : callable, optional
        Told what is fetched, how many bytes there are, and how many there will be.
    sha256 : str
        What the download must hash to, for those who know; else what the dataset states.
    address : Address, optional
        Another place to fetch it from.

    Returns
    -------
    tuple of Stored
        As `offramp.datasets.add`.

    Raises
    ------
    UsageError
        When there is no such dataset, or its terms do not allow it to be fetched; the text
        says where to ask.
    OfframpError
        When the publisher cannot be reached, or the checksum is wrong.
    DatasetError
        When what was fetched is not the published dataset.
    """
    known = dataset(name)
    place = address or known.address
    if place is None:
        where = f" Ask for it at {known.ask} and add the file:" if known.ask else " Add the file:"
        raise UsageError(
            f"{known.title} is not fetched ({known.terms}).{where} offramp data add {name} PATH"
        )
    if sha256:
        if not re.fullmatch(r"[0-9a-fA-F]{64}", sha256):
            raise UsageError("A SHA-256 checksum has 64 digits, 0 to 9 and a to f.")
        place = replace(place, sha256=sha256.lower())
    path = download(place, cache_folder() / "downloads", progress, name)
    try:
        with TemporaryDirectory() as folder:
            files = [
                _unpacked(path, place, file.key, Path(folder) / file.published)
                for file in known.files
            ]
            return add(name, files)
    finally:
        path.unlink(missing_ok=True)


def download(
    address: Address, folder: Path, progress: Progress | None = None, called: str = "download"
) -> Path:
    """Download a file whole and checked, taking up what an earlier call left.

    Returns
    -------
    Path
        The file, in `folder`.

    Raises
    ------
    OfframpError
        When the publisher cannot be reached or answers with an error, the file is too large,
        or the checksum is wrong (then nothing is kept).
    """
    httpx = part("httpx")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OfframpError(f"Cannot make the folder {folder}: {error.strerror}.") from error
    path = folder / f"{hashlib.sha256(address.url.encode()).hexdigest()[:32]}.part"
    with httpx.Client(follow_redirects=True, timeout=SECONDS, headers=HEADERS) as client:
        for last in (*([False] * (TRIES - 1)), True):
            try:
                _carry_on(client, address.url, path, progress, called)
                break
            except (_BrokenError, httpx.RequestError) as error:
                if last:
                    size = path.stat().st_size if path.exists() else 0
                    raise OfframpError(
                        f"Cannot fetch {address.url}: {error or type(error).__name__}. "
                        f"{size:,} bytes have come; the same command goes on from there."
                    ) from None
                time.sleep(PAUSE)
            except OSError as error:
                raise OfframpError(f"Cannot write {path}: {error.strerror}.") from error
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if address.sha256 and found != address.sha256:
        path.unlink()
        raise OfframpError(
            f"What came from {address.url} is not what was expected: its SHA-256 is {found} and"
            f" should be {address.sha256}. Nothing was kept."
        )
    _mark(path).unlink(missing_ok=True)
    return path


def _carry_on(client: Any, url: str, path: Path, progress: Progress | None, called: str) -> None:
    """Fetch what is missing of a file; from the beginning where it cannot be taken up."""
    have = path.stat().st_size if path.exists() else 0
    mark = _mark(path).read_text("utf-8") if have and _mark(path).exists() else ""
    # without a mark there is no telling whether the rest belongs to what has come
    headers = {"Range": f"bytes={have}-", "If-Range": mark} if have and mark else {}
    with client.stream("GET", url, headers=headers) as answer:
        if answer.status_code == 416:
            path.unlink(missing_ok=True)
            raise _BrokenError("what had come was not the beginning of it")
        if answer.status_code >= 500:
            raise _BrokenError(f"the publisher answers {answer.status_code}")
        if answer.status_code not in (200, 206):
            raise OfframpError(f"Cannot fetch {url}: the publisher answers {answer.status_code}.")
        start, total = _span(answer)
        if start != have and answer.status_code == 206:
            path.unlink(missing_ok=True)
            raise _BrokenError("the publisher sent another part than was asked for")
        if max(total, start) > MAX_BYTES:
            raise OfframpError(f"{url} is larger than {MAX_BYTES:,} bytes; it was not fetched.")
        etag = answer.headers.get("ETag", "")
        strong = etag if not etag.startswith("W/") else ""
        _mark(path).write_text(strong or answer.headers.get("Last-Modified", ""), "utf-8")
        done = start
        with path.open("ab" if start else "wb") as file:
            for piece in answer.iter_raw():
                done += len(piece)
                if done > MAX_BYTES:
                    raise OfframpError(f"{url} is larger than {MAX_BYTES:,} bytes; it was left.")
                file.write(piece)
                if progress:
                    progress(called, done, max(total, done))
        if total and done < total:
            raise _BrokenError("the connection broke off")


def _span(answer: Any) -> tuple[int, int]:
    """First byte of an answer, and the size of the whole file; 0 where it is not told."""
    if answer.status_code == 206:
        told = re.fullmatch(r"bytes (\d+)-\d+/(\d+|\*)", answer.headers.get("Content-Range", ""))
        if not told:
            return -1, 0
        return int(told[1]), 0 if told[2] == "*" else int(told[2])
    length = answer.headers.get("Content-Length", "")
    return 0, int(length) if length.isascii() and length.isdigit() else 0


def _mark(path: Path) -> Path:
    return path.with_suffix(".mark")


def _unpacked(path: Path, address: Address, key: str, to: Path) -> Path:
    """Write one file of a download to `to`, out of its archive."""
    content = path.read_bytes()
    if address.members:
        for name in _steps(address.members[key]):
            content = _member(content, name, address.url)
    to.write_bytes(content)
    return to


def _steps(member: str) -> list[str]:
    """Names of an archive in an archive, and of the file in it."""
    return [name for name in re.split(r"(?<=\.zip)/", member) if name]


def _member(content: bytes, name: str, url: str) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for info in archive.infolist():
                if PurePosixPath(info.filename).name.lower() == name.lower():
                    if info.file_size > MAX_BYTES:
                        raise OfframpError(f"{name} in {url} is larger than {MAX_BYTES:,} bytes.")
                    return archive.read(info)
    except _NOT_WHOLE:
        raise OfframpError(f"What came from {url} is no whole zip archive.") from None
    raise OfframpError(f'There is no "{name}" in what came from {url}.')
