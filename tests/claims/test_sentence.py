import pytest

from claims._cases import contrast, reply
from offramp.claims._sentence import by_construction, sentence
from offramp.questions import parse_question


def test_a_sentence_gives_the_numbers_behind_a_verdict() -> None:
    told = sentence("supported", contrast(0.2, 0.1, 0.99), "lower")
    assert (
        told == "It expects lower; with the change 10 %, as it was 20 %; 99 % of the draws agree."
    )
    assert "70 % (60 to 90)" in sentence("supported", reply(0.7, 0.6, 0.9), "yes")


def test_it_says_which_part_of_the_rule_failed() -> None:
    hangs = contrast(0.2, 0.1, 0.99, shares=(0.01, -0.1, -0.2))
    assert "hangs on how much of its momentum" in sentence("not decided", hangs, "lower")
    small = contrast(0.5, 0.499, 0.99, shares=(-0.001,))
    assert "too small" in sentence("not decided", small, "lower")
    unsure = sentence("not decided", contrast(0.2, 0.1, 0.8), "lower")
    assert "too small" not in unsure
    assert "hangs on" not in unsure


def test_it_says_where_another_seed_may_decide_otherwise() -> None:
    assert "another seed" in sentence("supported", reply(0.68, 0.52, 0.83), "yes")
    assert "another seed" in sentence("not decided", reply(0.32, 0.17, 0.53), "no")
    assert "another seed" not in sentence("supported", reply(0.7, 0.6, 0.9), "yes")
    assert "another seed" in sentence("supported", contrast(0.2, 0.1, 0.96), "lower")
    assert "another seed" in sentence("not decided", contrast(0.2, 0.1, 0.93), "lower")
    assert "another seed" not in sentence("not decided", contrast(0.2, 0.1, 0.8), "lower")


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("quiet for 60d given hold a for 30d", "a does nothing on 30 of the 60 days"),
        ("quiet for 10d given hold a for 30d", "a does nothing on 10 of the 10 days"),
        ("quiet for 10d", None),
        ("term(a, fear) given hold a for 30d", None),
    ],
)
def test_what_a_hold_makes_so_is_said(ask: str, told: str | None) -> None:
    found = by_construction(parse_question(ask))
    assert found is None if told is None else told in (found or "")
