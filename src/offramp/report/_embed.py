"""What stands between a record's text and the browser: escaping, and the page's policy."""

import base64
import hashlib
import json
import math
import re
from collections.abc import Iterable

from offramp.report._text import clean

_ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}

_WEB = re.compile(r"https?://[\w.-]*\w(?::[0-9]{1,5})?(?:[/?#][^\s<>\"`\\^{}|]*)?", re.IGNORECASE)


def safe_json(value: object) -> str:
    r"""Write `value` as JSON that may stand inside a ``<script>`` element.

    Examples
    --------
    >>> safe_json({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(_plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _plain(value: object) -> object:
    """Return the value with clean strings, and None for what JSON cannot say."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def content_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return the policy that lets these inline scripts and styles run, and nothing else."""
    script_hashes = " ".join(_hash(text) for text in scripts)
    style_hashes = " ".join(_hash(text) for text in styles)
    return (
        f"default-src 'none'; script-src {script_hashes}; style-src {style_hashes}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def web_link(url: str | None) -> str | None:
    """Return the address if it is one of the web's, else None.

    Examples
    --------
    >>> web_link("https://example.org/a"), web_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if url is None:
        return None
    address = clean(url.strip(), limit=2000)
    return address if _WEB.fullmatch(address) else None
