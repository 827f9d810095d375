"""The baselines on the published data, before 1995: what they are worth, and who is worth more."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from offramp.datasets import open_dataset
from offramp.history import Confrontations
from offramp.scoring import Backtest, backtest
from offramp.scoring._markov import fit_markov

pytestmark = pytest.mark.slow


def observed_to(events: Confrontations, year: int) -> Confrontations:
    """The same data, as if they had ended with a year."""
    last = date(year, 12, 31).toordinal()
    rows = events.day <= last
    kept, history = np.unique(events.history[rows], return_inverse=True)
    return replace(
        events, history=history, day=events.day[rows], mark=events.mark[rows],
        action=events.action[rows], log_dead=events.log_dead[rows], vague=events.vague[rows],
        confrontation=events.confrontation[kept], cluster=events.cluster[kept],
        sides=events.sides[kept], until=last,
        watched=None if events.watched is None else events.watched[rows],
    )  # fmt: skip


@pytest.fixture(scope="module")
def mie(shared: Path) -> Backtest:
    events = observed_to(open_dataset(shared / "mie-1.0.csv"), 1986)
    return backtest(events, fit_markov, 1979, draws=500)


def test_learning_from_the_past_beats_counting(mie: Backtest) -> None:
    def joint(name: str) -> float:
        return mie.cards[name].scores.joint.confrontation

    assert joint("boosting") < joint("markov") < joint("base_rate")
    assert joint("logistic") < joint("markov")
    gap = mie.differences["offramp"]["boosting"]["joint"].confrontation
    assert gap.low > 0


def test_the_challenger_is_as_good_as_it_was_when_it_was_made(mie: Backtest) -> None:
    scores = mie.cards["boosting"].scores
    assert scores.joint.event < 2.88
    assert scores.joint.confrontation < 2.47
    assert mie.cards["boosting"].wait.coverage[0.8].event.mean == pytest.approx(0.8, abs=0.06)


def test_the_pool_leans_to_the_better(mie: Backtest) -> None:
    assert mie.share < 0.5


def test_icb_is_scored_after_triggers(shared: Path) -> None:
    events = observed_to(open_dataset(shared / "icb2v15.csv"), 1994)
    found = backtest(events, fit_markov, 1987, draws=100)
    assert found.dataset == "icb-15"
    assert found.scored.events > found.scored.confrontations > 20
    assert "does not watch" in " ".join(found.notes)
    for card in found.cards.values():
        assert 1 < card.scores.joint.event < 4
