"""What kind a question is."""

import pytest

from offramp.questions import parse_question


@pytest.mark.parametrize(
    ("ask", "kind"),
    [
        ("quiet for 30d", "forecast"),
        ("quiet for 30d given dial fear = 1", "forecast"),
        ("quiet for 30d if north >= war", "conditional"),
        ("quiet for 30d given dial fear = 1 if north >= war", "conditional"),
        ("quiet for 30d without raid", "counterfactual"),
        ("quiet for 30d given hold north for 3d", "counterfactual"),
        ("quiet for 30d given hold north for 3d if north >= war", "counterfactual"),
    ],
)
def test_what_is_supposed_makes_the_kind(ask: str, kind: str) -> None:
    assert parse_question(ask).kind == kind
