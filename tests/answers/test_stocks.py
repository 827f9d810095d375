"""What a side's terms hold, and the stock behind a dial."""

import numpy as np
import pytest

from offramp._errors import UsageError
from offramp.answers import STOCKS, World, ledger_terms, stock, term_names
from offramp.answers._stocks import term
from offramp.futures import ledger, look_back
from offramp.model import TERMS


def test_every_term_of_the_model_can_be_asked_about() -> None:
    assert set(term_names()) == {each.name for each in TERMS} | set(STOCKS)


def test_terms_are_those_of_the_reports_ledger(world: World) -> None:
    back = look_back(world.history, world.parameters, [0])
    told = ledger(world.history, world.parameters, back)
    mine = ledger_terms(world)
    for row in told.totals:
        side = world.side(row.side)
        whole = np.sum([values[side] for values in mine.values()], axis=0)
        assert whole.mean() == pytest.approx(row.mean[-1], abs=1e-3)


@pytest.mark.parametrize("name", sorted(STOCKS))
@pytest.mark.parametrize("side", [0, 1])
def test_a_stock_is_finite_and_by_draw(world: World, name: str, side: int) -> None:
    found = stock(world, side, name)
    assert found.shape == (200,) and np.isfinite(found).all()
    if name != "fear":
        assert (found >= 0).all()


def test_who_suffered_bears_the_grievance(world: World) -> None:
    """The salvo, of the day before, weighs on the south; the raid, on the north, has faded."""
    for name in ("provocation", "pressure"):
        south, north = stock(world, 1, name), stock(world, 0, name)
        assert south.mean() > north.mean() and (south > north).mean() > 0.8, name


def test_leakage_is_of_the_others_salvoes(world: World) -> None:
    """A side has seen the other's salvo, and holds what it showed; of its own it learns nothing."""
    seen, unseen = stock(world, 1, "leakage"), stock(world, 0, "leakage")
    assert np.allclose(unseen, 1 / 3)
    assert (seen < unseen).all(), "most of it was stopped"


def test_a_term_without_a_stock_is_log_odds(world: World) -> None:
    values, unit = term(world, 1, "third-parties")
    assert unit == "log-odds" and np.array_equal(values, ledger_terms(world)["third-parties"][1])
    assert term(world, 1, "fear")[1] == STOCKS["fear"]


def test_an_unknown_term_is_told(world: World) -> None:
    with pytest.raises(UsageError, match='no term "hope"'):
        term(world, 0, "hope")
