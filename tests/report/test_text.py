import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.report._text import (
    NBSP,
    band,
    chance,
    clean,
    days_between,
    history,
    listing,
    number,
    percent,
    short,
    signed,
)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_a_chance_reads_as_the_product_says() -> None:
    assert plain(chance(0.34, 0.12, 0.61)) == "34 % (12–61)"
    assert plain(history(0.22)) == "history: 22 %"
    assert history(None) == "history: none"


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "under 1 %"),
        (0.0049, "under 1 %"),
        (0.006, "1 %"),
        (0.996, "over 99 %"),
        (1, "over 99 %"),
    ],
)
def test_nothing_possible_is_printed_as_certain(share: float, text: str) -> None:
    assert plain(percent(share)) == text


def test_what_is_no_number_is_a_dash() -> None:
    assert percent(None) == percent(math.nan) == number(math.inf) == number(None) == "–"
    assert signed(math.nan) == "–"


def test_signs_are_true_signs() -> None:
    assert signed(0.5) == "+0.50"
    assert signed(-1.256) == "−1.26"
    assert number(-1234.5) == "−1,234.5"


def test_interval_in_per_cent() -> None:
    assert band(0.074, 0.996) == "(7–100)"


def test_dates_and_lists() -> None:
    assert plain(days_between(date(2011, 4, 1), date(2011, 4, 1))) == "1 Apr 2011"
    assert plain(days_between(date(2011, 4, 1), date(2011, 4, 3))) == "1 Apr 2011 to 3 Apr 2011"
    assert listing([]) == ""
    assert listing(["a"]) == "a"
    assert listing(["a", "b", "c"]) == "a, b and c"


@given(st.text())
def test_clean_leaves_nothing_unseen(text: str) -> None:
    cleaned = clean(text, limit=10_000)
    assert not set(cleaned) & {chr(code) for code in (*range(9), *range(0x202A, 0x202F), 0xFEFF)}
    cleaned.encode("utf-8")
    assert clean(cleaned, limit=10_000) == cleaned


@given(st.text(max_size=400), st.integers(min_value=2, max_value=80))
def test_short_is_one_line_and_no_longer_than_asked(text: str, limit: int) -> None:
    cut = short(text, limit)
    assert len(cut) <= limit
    assert "\n" not in cut
