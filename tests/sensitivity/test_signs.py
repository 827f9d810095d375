import numpy as np
import pytest

from offramp.futures import Futures
from offramp.sensitivity import seen_by, signs_of


def test_both_sides_are_watched_for_the_same(futures: Futures) -> None:
    signs = signs_of(futures)
    kinds = [[sign.kind for sign in signs if sign.side == side] for side in (0, 1)]
    assert kinds[0] == kinds[1] == ["threat", "display", "force", "home", "shadow"]
    assert len({sign.what for sign in signs}) == len(signs)


def test_what_is_seen_stays_seen(futures: Futures) -> None:
    for sign in signs_of(futures):
        early, late = seen_by(futures, sign, 3), seen_by(futures, sign, 14)
        kept = ~early | late if sign.kind != "nothing" else early | ~late
        assert kept.all(), sign


def test_more_is_never_seen_oftener_than_less(futures: Futures) -> None:
    by_kind = {(s.kind, s.side): seen_by(futures, s, 14) for s in signs_of(futures)}
    for side in (0, 1):
        threat, display, force, home = (
            by_kind[kind, side] for kind in ("threat", "display", "force", "home")
        )
        for less, more in ((threat, display), (display, force), (force, home)):
            assert (less | ~more).all()
            assert less.sum() > more.sum()
        assert (by_kind["force", side] | ~by_kind["clash", None]).all()


def test_nothing_is_what_is_left(futures: Futures) -> None:
    by_kind = {(s.kind, s.side): seen_by(futures, s, 7) for s in signs_of(futures)}
    either = by_kind["threat", 0] | by_kind["threat", 1]
    np.testing.assert_array_equal(by_kind["nothing", None], ~either)


@pytest.mark.parametrize("day", [1, 14])
def test_the_shadow_war_is_apart(futures: Futures, day: int) -> None:
    (sign,) = (s for s in signs_of(futures) if s.kind == "shadow" and s.side == 0)
    np.testing.assert_array_equal(seen_by(futures, sign, day), futures.shadow[:, :day, 0].any(1))
