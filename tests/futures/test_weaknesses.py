from dataclasses import replace
from datetime import date

import pytest

from offramp.futures._weaknesses import weaknesses
from offramp.history import from_record
from offramp.model import Parameters, prior_parameters
from offramp.record import open_record

CUBA = date(1962, 10, 22)


@pytest.fixture
def learned() -> Parameters:
    known = prior_parameters(5)
    return replace(known, learned=frozenset({"pace.era"}), until=date(2002, 7, 1))


def said(parameters: Parameters) -> str:
    record = open_record("cuba-1962")
    return "\n".join(weaknesses(record, from_record(record, CUBA), parameters))


def test_the_basis_of_the_parameters_leads(learned: Parameters) -> None:
    assert said(learned).startswith(learned.basis)


def test_parameters_that_know_what_came_later_are_called_so(learned: Parameters) -> None:
    assert "learned from events up to 2002-07-01, after the as-of date" in said(learned)


@pytest.mark.parametrize("until", [date(1962, 10, 22), date(1961, 12, 31)])
def test_parameters_that_end_before_are_not(learned: Parameters, until: date) -> None:
    assert "after the as-of date" not in said(replace(learned, until=until))


def test_priors_know_nothing_of_later_crises() -> None:
    later = replace(prior_parameters(5), until=date(2002, 7, 1))
    assert "after the as-of date" not in said(later)


def test_it_points_to_the_track_record(learned: Parameters) -> None:
    assert "the track record in the report" in said(learned)
    assert "not yet measured" not in said(learned)
