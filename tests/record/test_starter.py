import pytest

from offramp._errors import UsageError
from offramp.record import check_content, new_record


@pytest.mark.parametrize("name", ["two-rivals", "x", "1914", "no", "true", "a_b", "0x10", "1e5"])
def test_the_starter_passes_check(name: str) -> None:
    text = new_record(name)
    result = check_content(text.encode())
    assert result.errors == ()
    assert result.warnings == ()
    assert result.record is not None
    assert result.record.id == name
    assert text.count("#") > 10


@pytest.mark.parametrize(
    "name", ["", "Two Rivals", "a/b", "../x", "a\nb", "é", "-a", "x" * 81, "a: b", "{", "\ud800"]
)
def test_names_that_are_no_ids(name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name"):
        new_record(name)
