import pytest

from offramp.record import Count, Tally, overall


def test_count_reads_numbers_and_ranges() -> None:
    assert Count.parse(7) == Count.parse("7") == Count(7, 7)
    assert Count.parse(" 7 .. 16 ") == Count(7, 16)
    assert Count.parse("7..16").mid == 11.5
    assert [str(Count(7, 7)), str(Count(7, 16))] == ["7", "7..16"]


@pytest.mark.parametrize(
    "value",
    [True, 7.5, None, "", "..", "7..", "..7", "7...9", "-1", "seven", "1e3", [7], "٣", "9" * 99],
)
def test_count_refuses_the_rest(value: object) -> None:
    with pytest.raises(ValueError, match="count"):
        Count.parse(value)


@pytest.mark.parametrize("value", ["16..7", -1, 10_000_001])
def test_count_has_an_order_and_a_range(value: object) -> None:
    with pytest.raises(ValueError, match=r"above|between"):
        Count.parse(value)


def test_overall_spans_all_claimants() -> None:
    tallies = tuple(Tally.model_validate({"count": c}) for c in ("7..9", 16, "3..8"))
    assert overall(tallies) == Count(3, 16)
    assert overall(()) is None
