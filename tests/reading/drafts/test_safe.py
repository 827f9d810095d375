"""What a document says can neither be run nor steer the page."""

import json

import pytest

from offramp.reading.drafts._safe import policy, script_json, seen


@pytest.mark.parametrize("text", ["</script>", "<!--", "a\u2028b", "&amp;", "\ud800", "\x00\x1b"])
def test_json_in_a_script_ends_it_nowhere(text: str) -> None:
    written = script_json({"a": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert isinstance(json.loads(written)["a"], str)


def test_a_page_may_run_its_own_script_and_no_other() -> None:
    one, other = policy("a", "b"), policy("c", "b")
    assert one != other
    assert "default-src 'none'" in one
    assert "unsafe" not in one


def test_marks_that_nobody_sees_are_taken_out() -> None:
    assert seen("\u202egnp\u200b\ufeff\x07.exe\n") == "gnp.exe\n"
    assert seen("\udc80") == "\ufffd"
