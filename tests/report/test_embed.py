import base64
import hashlib
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.report._embed import content_policy, safe_json, web_link
from offramp.report._text import clean

LEAVES = st.none() | st.booleans() | st.integers() | st.text()
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12
)


@given(VALUES)
def test_json_never_leaves_its_script_element(value: object) -> None:
    text = safe_json(value)
    assert not set(text) & set("<>&\u2028\u2029\x00")
    json.loads(text)


@given(st.text(max_size=300))
def test_json_says_what_was_given_less_what_is_unseen(text: str) -> None:
    assert json.loads(safe_json([text])) == [clean(text)]


def test_json_has_null_for_what_is_no_number() -> None:
    assert safe_json([math.nan, math.inf, 0.5]) == "[null,null,0.5]"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org/x",
        "file:///etc/passwd",
        "http:",
        "https://[bad",
        "https://a b.example/",
        "https://<img>/x",
        'https://ok.example/"><img>',
        "https://user:pass@ok.example/",
        "",
        None,
    ],
)
def test_only_the_web_is_linked(url: str | None) -> None:
    assert web_link(url) is None


def test_a_web_address_is_kept() -> None:
    assert web_link(" HTTPS://example.org/a?b=c#d ") == "HTTPS://example.org/a?b=c#d"


def test_policy_names_each_script_by_its_hash_and_allows_nothing_else() -> None:
    policy = content_policy(["let a = 1;"], ["b{}"])
    digest = base64.b64encode(hashlib.sha256(b"let a = 1;").digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
