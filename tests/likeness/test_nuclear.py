import numpy as np

from offramp.likeness._nuclear import FROM, UNTIL, nuclear_sides


def test_a_state_counts_from_its_first_weapon_to_its_last() -> None:
    for code, first in FROM.items():
        years = np.array([first - 1, first, UNTIL.get(code, first), UNTIL.get(code, first) + 1])
        found = nuclear_sides(np.array([[str(code), "901"]] * 4), years)
        assert found.tolist() == [0.0, 1.0, 1.0, float(code not in UNTIL)]


def test_the_order_of_sides_changes_nothing() -> None:
    sides, years = np.array([["2", "710"], ["710", "2"]]), np.array([1970, 1970])
    assert nuclear_sides(sides, years).tolist() == [2.0, 2.0]
