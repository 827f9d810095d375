"""Questions of a record are read before anybody asks them; mistakes are told by their place."""

from pathlib import Path

import pytest

from offramp.questions import check_asks
from offramp.record import check, library, new_record


@pytest.mark.parametrize("name", sorted(library()))
def test_all_that_the_library_asks_can_be_asked(name: str) -> None:
    assert check_asks(check(name)) == ()


def test_a_mistake_is_told_by_line_and_word(tmp_path: Path) -> None:
    file = tmp_path / "crisis.yaml"
    text = new_record("two-rivals").replace(" within 30d", " wihtin 30d")
    file.write_text(text, "utf-8")
    (problem,) = check_asks(check(file))
    lines = text.splitlines()
    assert "wihtin" in lines[problem.line - 1]
    assert problem.where == "questions[0].ask"
    assert '"wihtin"' in problem.what + problem.right


def test_a_record_with_errors_has_no_asks_to_check(tmp_path: Path) -> None:
    (tmp_path / "crisis.yaml").write_text("id: x\n", "utf-8")
    assert check_asks(check(tmp_path)) == ()
