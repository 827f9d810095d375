"""Parameters for each fold: resumable, loadable, and with no dial that knows later years."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from offramp.history import standing_points
from offramp.learning import Fold, Posterior, learn_library
from offramp.learning import _library as module
from offramp.learning._fit import Fitted, Prepared, prepare
from offramp.model import load_parameters

from ._made_up import made_up

EVERY = standing_points(made_up((6, 8, 7, 5, 8, 6, 9, 9)))
LAST = date.fromordinal(int(EVERY.day.max()))
FOLDS = (
    Fold("some", "forward", LAST.replace(year=LAST.year + 1)),
    Fold("more", "forward", LAST.replace(year=1995)),
    Fold("some", "without", LAST, (int(EVERY.cluster[0]),)),
)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What each fold's draws started from; the draws are stand-ins, for climbs take long."""
    starts: list[object] = []

    def fit(self: Prepared, _progress: object = None) -> Fitted:
        return Fitted(self.space, np.zeros(self.space.size))

    def posterior(
        prepared: Prepared, fitted: Fitted, count: int, *_: object, **more: object
    ) -> Posterior:
        starts.append(more["starts"])
        return Posterior(fitted, np.full((count, prepared.space.size), len(starts) / 10))

    monkeypatch.setattr(Prepared, "fit", fit)
    monkeypatch.setattr(module, "posterior", posterior)
    return starts


def test_each_fold_can_be_loaded_and_says_what_it_is(drawn: list[object], tmp_path: Path) -> None:
    written = learn_library(FOLDS, EVERY, tmp_path, 20, more={"since": 1946})
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [f.name for f in FOLDS]
    for path, fold in zip(written, FOLDS, strict=True):
        manifest = json.loads((path / "manifest.json").read_text())
        assert manifest["fold"]["crisis"] == fold.crisis
        assert manifest["points"] == fold.points(EVERY).count
        assert manifest["since"] == 1946
        parameters = load_parameters(path)
        assert parameters.count == 20
        assert parameters.until.isoformat() == manifest["until"]


def test_a_crisis_before_all_data_has_no_forward_fold(drawn: list[object], tmp_path: Path) -> None:
    first = date.fromordinal(int(EVERY.day.min()))
    early = [Fold("early", "forward", first), Fold("early", "without", first)]
    written = learn_library([*early, *FOLDS], EVERY, tmp_path, 20)
    names = [path.relative_to(tmp_path).as_posix() for path in written]
    assert "without/early" in names
    assert "forward/early" not in names


def test_forward_folds_start_from_earlier_ones_alone(drawn: list[object], tmp_path: Path) -> None:
    learn_library(FOLDS, EVERY, tmp_path, 20)
    first, second, whole, without = drawn
    assert first is None
    assert np.unique(second).tolist()[-1] == 0.1
    assert whole is None, "what has seen all years starts anew"
    assert np.unique(without).tolist()[-1] == pytest.approx(0.3)


def test_a_forward_fold_of_the_dials_own_years_takes_nothing_of_them(
    drawn: list[object], tmp_path: Path
) -> None:
    early, late, without = (
        load_parameters(path) for path in learn_library(FOLDS, EVERY, tmp_path, 200)
    )
    assert abs(early.values["limit.own"].mean()) < 0.1
    assert late.values["limit.own"].mean() < -0.2
    assert np.array_equal(late.values["limit.own"], without.values["limit.own"])
    assert "Dials lie round zero" in early.basis


def test_draws_share_their_weights_over_the_crises_of_all(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[np.ndarray] = []

    def posterior(
        prepared: Prepared, fitted: Fitted, count: int, *_: object, **more: object
    ) -> Posterior:
        crises = more["crises"]
        assert isinstance(crises, np.ndarray)
        seen.append(crises)
        return Posterior(fitted, np.zeros((count, prepared.space.size)))

    monkeypatch.setattr(
        Prepared, "fit", lambda self, _=None: Fitted(self.space, np.zeros(self.space.size))
    )
    monkeypatch.setattr(module, "posterior", posterior)
    learn_library(FOLDS[2:], EVERY, tmp_path, 20)
    assert all(np.array_equal(each, np.unique(EVERY.cluster)) for each in seen)
    assert prepare(FOLDS[2].points(EVERY)).points.count < EVERY.count
