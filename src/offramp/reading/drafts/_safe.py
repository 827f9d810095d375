"""What stands between a document's text and the browser."""

import base64
import hashlib
import json
import re

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_IN_SCRIPTS = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def seen(text: str) -> str:
    r"""Return a text without what nobody sees, and what makes one name look like another.

    Examples
    --------
    >>> seen("a\x00b\u202ec")
    'abc'
    """
    return _LONE_SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))


def policy(script: str, style: str) -> str:
    """Write the content policy that lets one script and one style run, and nothing else.

    Examples
    --------
    >>> policy("", "").startswith("default-src 'none'; script-src 'sha256-")
    True
    """
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def script_json(value: object) -> str:
    r"""Write plain values as JSON that may stand inside a ``<script>`` element.

    Examples
    --------
    >>> script_json({"id": "</script>"})
    '{"id": "\\u003c/script\\u003e"}'
    """
    return seen(json.dumps(value)).translate(_IN_SCRIPTS)
