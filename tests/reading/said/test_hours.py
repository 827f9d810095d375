"""How long before a deed notice of it was given."""

from offramp.reading.said._hours import hours_before


def test_hours_of_notice() -> None:
    assert hours_before("seventy-two hours before the strikes") == 72.0
    assert hours_before("without a word") is None
