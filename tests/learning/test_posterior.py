"""Draws from the posterior: each its own, whatever the count and however often interrupted.

All but the last two tests have a stand-in for the model's objective, which takes long to compile.
"""

from pathlib import Path

import numpy as np
import pytest

from offramp.history import DEEDS, deeds_of_actions
from offramp.learning import Fitted, Posterior, Prepared, _posterior, posterior


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short climbs, and draws that are kept two by two."""
    monkeypatch.setattr(_posterior, "ROUNDS", 4)
    monkeypatch.setattr(_posterior, "KEPT_EVERY", 2)


@pytest.fixture(scope="module")
def whole(stand_in: Prepared, centred: Fitted) -> Posterior:
    """Five draws in one go."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_posterior, "ROUNDS", 4)
        return posterior(stand_in, centred, 5)


def test_draws_do_not_depend_on_their_number(
    stand_in: Prepared, centred: Fitted, whole: Posterior
) -> None:
    few = posterior(stand_in, centred, 3)
    assert np.array_equal(few.vectors, whole.vectors[:3])
    assert len({vector.tobytes() for vector in whole.vectors}) == 5


def test_a_run_that_was_interrupted_goes_on_to_the_same_draws(
    stand_in: Prepared, centred: Fitted, whole: Posterior, tmp_path: Path
) -> None:
    kept, told = tmp_path / "partial.npz", list[tuple[str, int, int]]()

    def stop(word: str, done: int, of: int) -> None:
        told.append((word, done, of))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        posterior(stand_in, centred, 5, kept=kept, progress=stop)
    assert kept.exists()
    again: list[int] = []
    found = posterior(
        stand_in, centred, 5, kept=kept, progress=lambda word, done, of: again.append(done)
    )
    assert np.array_equal(found.vectors, whole.vectors)
    assert [done for _, done, _ in told] == [0, 2]
    assert again == [2, 4, 5], "what was kept is not drawn again"


def test_what_is_kept_serves_a_smaller_count_too(
    stand_in: Prepared, centred: Fitted, whole: Posterior, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    kept = tmp_path / "partial.npz"
    posterior(stand_in, centred, 4, kept=kept)
    monkeypatch.setattr(type(stand_in.objective), "climb", None)
    found = posterior(stand_in, centred, 3, kept=kept)
    assert np.array_equal(found.vectors, whole.vectors[:3])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"no archive"])
def test_a_file_that_was_cut_short_is_as_good_as_none(
    content: bytes, stand_in: Prepared, centred: Fitted, whole: Posterior, tmp_path: Path
) -> None:
    kept = tmp_path / "partial.npz"
    kept.write_bytes(content)
    found = posterior(stand_in, centred, 2, kept=kept)
    assert np.array_equal(found.vectors, whole.vectors[:2])


def test_another_runs_draws_are_not_taken_for_ones_own(
    stand_in: Prepared, centred: Fitted, whole: Posterior, tmp_path: Path
) -> None:
    kept = tmp_path / "partial.npz"
    other = posterior(stand_in, centred, 2, seed=1, kept=kept)
    found = posterior(stand_in, centred, 2, kept=kept)
    assert np.array_equal(found.vectors, whole.vectors[:2])
    assert not np.array_equal(found.vectors, other.vectors)
    elsewhere = Fitted(centred.space, centred.vector + 1.0)
    assert not np.array_equal(posterior(stand_in, elsewhere, 2, kept=kept).vectors, found.vectors)


def test_each_draw_weighs_whole_crises_anew_and_centres_the_prior_elsewhere(
    stand_in: Prepared, centred: Fitted, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[np.ndarray, np.ndarray]] = []

    def climb(_: object, weights: np.ndarray, centre: np.ndarray, *__: object) -> np.ndarray:
        seen.append((weights, centre))
        return centre

    monkeypatch.setattr(type(stand_in.objective), "climb", climb)
    monkeypatch.setattr(_posterior, "WORKERS", 1)
    posterior(stand_in, centred, 200)
    times = np.stack([weights for weights, _ in seen]) / stand_in.points.weights()
    _, cluster = np.unique(stand_in.points.cluster, return_inverse=True)
    for own in range(cluster.max() + 1):
        assert np.ptp(times[:, cluster == own], axis=1).max() < 1e-9, "a crisis weighs as one"
    assert times.mean() == pytest.approx(1.0, abs=0.15)
    assert times[:, 0].std() > 0.3
    centres = np.stack([centre for _, centre in seen])
    assert centres.mean() == pytest.approx(0.0, abs=0.02)
    assert centres.std() == pytest.approx(1.0, abs=0.02)


def test_draws_are_given_by_name_as_of_the_last_year(whole: Posterior) -> None:
    draws = whole.draws()
    assert set(draws) == set(whole.space.slices)
    for row, vector in enumerate(whole.vectors):
        for name, value in whole.space.last(vector).items():
            assert np.array_equal(draws[name][row], value), name
    assert {len(array) for array in draws.values()} == {5}


@pytest.mark.slow
def test_with_the_models_own_objective_too(
    prepared: Prepared, centred: Fitted, tmp_path: Path
) -> None:
    kept = tmp_path / "partial.npz"
    posterior(prepared, centred, 2, kept=kept)
    resumed = posterior(prepared, centred, 3, kept=kept)
    assert np.array_equal(resumed.vectors, posterior(prepared, centred, 3).vectors)


@pytest.mark.slow
def test_where_the_data_say_nothing_draws_are_those_of_the_prior(
    prepared: Prepared, centred: Fitted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of deeds that never came."""
    monkeypatch.setattr(_posterior, "ROUNDS", 40)
    found = posterior(prepared, centred, 60)
    never = [DEEDS.index(kind) for kind in ("alert", "fortified border", "blockade", "occupation")]
    came = set(deeds_of_actions(prepared.points.confrontations.action).tolist())
    assert came.isdisjoint(never)
    untouched = found.vectors[:, found.space.slices["answer.own"]].reshape(60, -1, 3)[:, never]
    assert untouched.mean() == pytest.approx(0.0, abs=0.2)
    assert untouched.std() == pytest.approx(1.0, abs=0.15)


def test_draws_can_start_elsewhere_and_share_weights_over_more_crises(
    stand_in: Prepared, centred: Fitted, whole: Posterior
) -> None:
    crises = np.append(np.unique(stand_in.points.cluster), 10**6)
    other = posterior(stand_in, centred, 2, crises=crises)
    assert not np.array_equal(other.vectors, whole.vectors[:2])
    begun = posterior(stand_in, centred, 2, starts=other.vectors, crises=crises)
    assert np.allclose(begun.vectors, other.vectors, atol=0.05), "a climb from the top stays there"
