import pytest

from likeness._world import view
from offramp.likeness._view import WORDS


def test_who_acts_next_sums_to_one() -> None:
    assert sum(view().next_by(who).mean for who in WORDS) == pytest.approx(1.0)


def test_force_grows_with_the_window_and_holds_that_of_the_other_side() -> None:
    found = view()
    assert found.force(7).mean <= found.force(30).mean <= found.force(90).mean
    assert found.force_by_other(30).mean <= found.force(30).mean
    assert found.battle(90).mean <= found.force(90).mean
    assert found.force_by_other(30).mean <= 1 - found.silence_of_other(30).mean
