import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.sensitivity import information


def table(*counts: int) -> tuple[np.ndarray, np.ndarray]:
    """Lay out futures: neither, came alone, seen alone, both."""
    seen = np.repeat([False, False, True, True], counts)
    came = np.repeat([False, True, False, True], counts)
    return seen, came


def test_a_known_table() -> None:
    """Noise of a tenth on a fair coin: one bit less the entropy of the noise."""
    found = information(*table(4500, 500, 500, 4500))
    noise = -(0.1 * math.log2(0.1) + 0.9 * math.log2(0.9))
    assert found.bits == pytest.approx(1 - noise, abs=2e-4)
    assert found.uncertainty == pytest.approx(1.0)
    assert (found.chance, found.if_seen, found.if_unseen) == (0.5, 0.9, 0.1)


def test_what_is_never_seen_tells_nothing() -> None:
    found = information(np.zeros(50, bool), np.arange(50) < 20)
    assert found.bits == found.error == found.chance == 0.0
    assert math.isnan(found.if_seen)
    assert found.if_unseen == pytest.approx(0.4)


def test_what_is_certain_leaves_nothing_to_tell() -> None:
    found = information(np.arange(50) < 20, np.ones(50, bool))
    assert found.bits == found.uncertainty == 0.0


def test_chance_alone_rarely_passes_the_floor_and_adds_nothing_on_average() -> None:
    rng = np.random.default_rng(8)
    found = [information(rng.random(500) < 0.3, rng.random(500) < 0.4) for _ in range(2000)]
    # What is left in the mean comes of never going below nothing; the plain figure is twice it.
    assert np.mean([each.bits for each in found]) < 0.7 / (2 * 500 * math.log(2))
    assert np.mean([each.bits > each.floor for each in found]) < 0.05


def test_of_many_looks_the_most_telling_rarely_passes_by_chance() -> None:
    rng = np.random.default_rng(9)
    passed = 0
    for _ in range(200):
        came = rng.random(400) < 0.4
        looks = [information(rng.random(400) < 0.3, came, 20) for _ in range(20)]
        passed += any(each.bits > each.floor for each in looks)
    assert passed <= 200 * 0.08


def test_the_error_is_the_spread_over_samples() -> None:
    rng = np.random.default_rng(10)
    found = []
    for _ in range(600):
        seen = rng.random(1000) < 0.3
        came = rng.random(1000) < np.where(seen, 0.7, 0.2)
        found.append(information(seen, came))
    spread = np.std([each.bits for each in found])
    assert np.mean([each.error for each in found]) == pytest.approx(spread, rel=0.15)


@given(st.lists(st.integers(0, 60), min_size=4, max_size=4).filter(lambda counts: sum(counts) > 0))
def test_information_is_never_less_than_nothing_nor_more_than_all(counts: list[int]) -> None:
    found = information(*table(*counts))
    assert found.bits >= 0.0
    # Miller and Madow's correction may lift an empty cell's table a little above.
    assert found.bits <= found.uncertainty + 1 / sum(counts)
    assert found.error >= 0.0
    assert found.floor > 0.0


@given(st.lists(st.integers(1, 60), min_size=4, max_size=4))
def test_seen_or_not_are_told_alike(counts: list[int]) -> None:
    seen, came = table(*counts)
    one, other = information(seen, came), information(~seen, came)
    assert one.bits == pytest.approx(other.bits)
    assert one.if_seen == other.if_unseen
