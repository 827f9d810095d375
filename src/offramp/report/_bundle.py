"""The JavaScript that draws the charts, made once and kept in the user's cache."""

import base64
import gzip
import hashlib
from importlib.metadata import version
from pathlib import Path

import vl_convert

from offramp._cache import cache_folder
from offramp._errors import OfframpError
from offramp._files import write_atomic

_SNIPPET = "window.vegaEmbed = vegaEmbed;"


def vega_bundle(cache: Path | None = None) -> str:
    """Return Vega, Vega-Lite and Vega-Embed as one script without imports.

    Making it takes seconds, so it is kept in `cache`, named by the version of vl-convert
    that made it. A kept file whose checksum does not fit is made anew; a cache that cannot
    be written is done without.

    Parameters
    ----------
    cache : Path, optional
        The folder to keep it in; the user's cache folder of Offramp where left out.

    Returns
    -------
    str
        The script, some 0.9 MB.
    """
    folder = cache if cache is not None else cache_folder()
    stem = f"vega-{version('vl-convert-python')}"
    kept, checksum = folder / f"{stem}.js", folder / f"{stem}.js.sha256"
    text = _read(kept, checksum)
    if text is None:
        text = _make()
        _keep(text, kept, checksum)
    return text


def packed(script: str) -> str:
    """Pack a script as text that a page unpacks again: it takes two fifths of the room.

    What comes out is the same script to the letter, so that the page's policy can name it by
    its hash.

    Examples
    --------
    >>> gzip.decompress(base64.b64decode(packed("let a = 1;"))).decode()
    'let a = 1;'
    """
    return base64.b64encode(gzip.compress(script.encode("utf-8"), 9, mtime=0)).decode("ascii")


def _make() -> str:
    bundle = vl_convert.javascript_bundle(_SNIPPET)
    # A browser turns CR into LF before it hashes a script, and would end the script early
    # at an end tag inside a string.
    return bundle.replace("\r\n", "\n").replace("\r", "\n").replace("</script", "<\\/script")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _read(kept: Path, checksum: Path) -> str | None:
    try:
        text = kept.read_bytes().decode("utf-8")
        expected = checksum.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return text if _digest(text) == expected else None


def _keep(text: str, kept: Path, checksum: Path) -> None:
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(kept, text)
        write_atomic(checksum, _digest(text) + "\n")
    except (OSError, OfframpError):
        return
