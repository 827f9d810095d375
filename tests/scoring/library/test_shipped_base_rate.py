"""The base rate that ships: the figures of the report, for the questions that it has."""

import pytest

from offramp.futures import baseline
from offramp.scoring.library import moments_of
from offramp.scoring.library._shipped_base_rate import say_shipped

from ._heard import crisis


def test_it_says_what_the_report_says() -> None:
    moment = moments_of(crisis())[0]
    said = say_shipped(moment)
    assert said["force-either-30"] == (baseline.acts_at_level(moment.history, 2, 4, 30),)
    assert said["quiet-60"] == (baseline.quiet_60(),)
    assert sum(said["highest-30"]) == pytest.approx(1)
    assert all(chance >= 0 for chance in said["highest-30"])


def test_it_is_silent_where_nothing_was_counted() -> None:
    said = say_shipped(moments_of(crisis())[0])
    assert {"actor-30", "act-30", "wait-30"}.isdisjoint(said)
    assert said["home-first-30"] < said["force-first-30"]
