"""What is fitted to and what is scored, and when there is nothing to score."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from offramp._errors import OfframpError, UsageError
from offramp.history import HORIZON, Confrontations
from offramp.scoring._sample import default_year, inner_split, split
from scoring._made import ENDS


def test_windows_of_what_is_fitted_to_closed_before(events: Confrontations) -> None:
    for year in (1980, 1990):
        parts, first = split(events, year), date(year, 1, 1).toordinal()
        assert (parts.train.day + HORIZON < first).all()
        begins = parts.test.confrontations.begins[parts.test.history]
        assert (begins >= first).all()
        assert not set(parts.train.confrontation) & set(parts.test.confrontation)


def test_the_inner_split_never_sees_the_years_that_are_scored(events: Confrontations) -> None:
    outer = split(events, 1990)
    inner = inner_split(outer)
    assert inner is not None
    assert inner.year == 1982
    assert (inner.test.day + HORIZON < date(1990, 1, 1).toordinal()).all()
    assert (inner.train.day + HORIZON < date(1982, 1, 1).toordinal()).all()


def test_a_short_training_is_split_later_or_not_at_all(events: Confrontations) -> None:
    inner = inner_split(split(events, 1980))
    assert inner is not None
    assert inner.year == 1976
    assert inner_split(split(events, 1973)) is None


def test_the_last_eight_years_where_none_is_asked_for(events: Confrontations) -> None:
    assert default_year(events) == ENDS.year - 7


def test_nothing_is_asked_after_what_is_not_watched(events: Confrontations) -> None:
    first = np.isin(np.arange(events.count), events.first)
    parts = split(replace(events, watched=first), 1990)
    for points in (parts.train, parts.test):
        assert (points.row == events.first[points.history]).all()


@pytest.mark.parametrize(
    ("year", "message"),
    [
        (2005, "no event to score from 2005 on: made-up runs from 1970-01-01 to 2000-12-31"),
        (2001, "Choose an earlier --from"),
        (1970, "too little to fit to before 1970: 0 standing points"),
        (0, "--from must be a year, 1 to 9999; it cannot be 0"),
        (99_999, "--from must be a year"),
    ],
)
def test_a_year_that_cannot_be_scored(year: int, message: str, events: Confrontations) -> None:
    with pytest.raises(UsageError, match=message):
        split(events, year)


def test_one_confrontation_is_not_scored(events: Confrontations) -> None:
    one = events.where(events.confrontation == events.confrontation[0])
    with pytest.raises(OfframpError, match="made-up holds 1 confrontation"):
        split(one, 1990)


def test_one_confrontation_after_the_year_is_not_scored(events: Confrontations) -> None:
    late = events.begins >= date(1990, 1, 1).toordinal()
    first_late = events.confrontation[np.argmax(late)]
    few = events.where(~late | (events.confrontation == first_late))
    with pytest.raises(UsageError, match="Only one confrontation can be scored from 1990 on"):
        split(few, 1990)
