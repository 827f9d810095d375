from dataclasses import replace

import pytest

from offramp.claims import MOST_FALSE, Row, calibration, count_verdicts


def test_the_rule_finds_few_effects_where_there_are_none() -> None:
    held = calibration()
    none = next(row for row in held.rows if row.size == 0)
    assert none.found <= MOST_FALSE
    assert none.count >= 500
    assert (held.crises, held.acts) == (44, 206)
    assert {row.size for row in held.rows} == {None, 0.0, 0.5, 1.0}


def test_verdicts_are_counted_by_size_and_day() -> None:
    rows = count_verdicts(
        [(0.5, 14, "supported"), (0.5, 14, "not decided"), (None, 0, "contradicted")]
    )
    assert rows == (Row(None, 0, 0, 1, 0), Row(0.5, 14, 1, 0, 1))
    assert [row.found for row in rows] == [1.0, 0.5]


@pytest.mark.parametrize(
    "row", [Row(0.0, 14, 0, 0, 50), Row(0.0, 14, 3, 1, 90), Row(0, 1, 2, 0, 0)]
)
def test_an_interval_holds_the_share(row: Row) -> None:
    low, high = row.interval
    assert 0 <= low <= row.found <= high <= 1
    assert low < high


def test_the_sentence_says_whether_there_is_power() -> None:
    none = Row(0.0, 14, 2, 0, 198)
    blind = replace(calibration(), rows=(none, Row(1.0, 14, 2, 0, 198)))
    seeing = replace(calibration(), rows=(none, Row(1.0, 14, 80, 0, 120)))
    assert "rest on the model and its priors" in blind.sentence
    assert "rest on the model" not in seeing.sentence
    assert "40 % of 200" in seeing.sentence
