"""What is scored beside what would be, had records that close watched on."""

from datetime import date

import pytest

from offramp.scoring.library import moments_of, outcomes
from offramp.scoring.library._closing import closing_note, closings

from ._heard import crisis, heard

EARLY = date(2024, 4, 2)
"""A month and a day after the first act, and three weeks after the last use of force."""


def test_a_record_that_watches_to_the_end_is_scored_as_it_is() -> None:
    found = closings(heard(crisis(), knows=True))
    assert found["force-either-90"].scored == found["force-either-90"].supposed
    assert found["pooled"].scored == found["pooled"].supposed


def test_evenings_before_the_quiet_drop_out_and_too_much_seems_to_come() -> None:
    found = closings(heard(crisis(closes=EARLY), knows=False))
    month = found["force-either-30"]
    assert (month.scored.evenings, month.supposed.evenings) == (1, 3)
    assert month.scored.came == 1
    assert month.supposed.came == pytest.approx(2 / 3)
    assert month.scored.said == month.supposed.said == pytest.approx(0.5)
    assert "force-either-90" not in found, "it is scored nowhere"


def test_what_was_seen_before_the_close_is_not_supposed() -> None:
    for moment in moments_of(crisis(closes=EARLY)):
        seen = outcomes(moment)
        supposed = outcomes(moment, watched_on=True)
        assert {key: supposed[key] for key in seen} == seen


def test_crises_weigh_the_same_however_many_evenings_they_have() -> None:
    both = [*heard(crisis("long"), knows=False), *heard(crisis("short", EARLY), knows=False)]
    scored = closings(both)["force-either-30"].scored
    assert scored.evenings == 4
    assert scored.came == pytest.approx((2 / 3 + 1) / 2)


def test_the_note_gives_figures_only_where_evenings_dropped_out() -> None:
    assert "%" not in closing_note(heard(crisis(), knows=True))
    told = closing_note(heard(crisis(closes=EARLY), knows=False))
    assert "50 % said and 100 % came on the evenings that are scored (1)" in told
    assert "50 % said and 67 % came on all (3)" in told
