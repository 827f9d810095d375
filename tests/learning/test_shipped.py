"""Learned parameters as a forecaster: some of their draws, each with the tempo of the last year."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from offramp.history import Points, standing_points
from offramp.learning import Shipped, _shipped
from offramp.learning._coordinates import WALKS, coordinates
from offramp.learning._shipped import MOST
from offramp.model import Parameters

from ._made_up import laid


@pytest.fixture
def points() -> Points:
    return standing_points(laid([(0, 1), (4, 5)]))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is asked of `predict`, in place of working it out."""
    seen: dict[str, Any] = {}

    def predict(
        parameters: list[dict[str, np.ndarray]], first_year: int, points: Points, draws: int,
        seed: int, progress: object,
    ) -> str:  # fmt: skip
        seen.update(
            parameters=parameters, first_year=first_year, points=points, draws=draws, seed=seed,
            progress=progress,
        )  # fmt: skip
        return "said"

    monkeypatch.setattr(_shipped, "predict", predict)
    return seen


@pytest.mark.parametrize("count", [1, 4, 10, 23, 200])
def test_it_speaks_for_some_draws_and_for_each_once(
    count: int, parameters: Parameters, points: Points, asked: dict[str, Any]
) -> None:
    fewer = {name: array[:count] for name, array in parameters.values.items()}
    learned = replace(parameters, values=fewer)
    assert Shipped(learned).predict(points, 70, seed=3) == "said"
    chosen = asked["parameters"]
    assert len(chosen) == min(count, MOST)
    assert (asked["draws"], asked["seed"], asked["progress"]) == (70, 3, None)
    assert asked["points"] is points
    levels = learned.values["sequence.level"]
    rows = [int(np.flatnonzero((levels == each["sequence.level"]).all(1))[0]) for each in chosen]
    assert rows == sorted(set(rows)), "no draw speaks twice"


def test_every_year_has_the_tempo_of_the_last_learned(
    parameters: Parameters, points: Points, asked: dict[str, Any]
) -> None:
    Shipped(parameters).predict(points)
    assert asked["first_year"] == parameters.until.year
    taught = set(coordinates(1980, 1980).slices)
    for row, values in enumerate(asked["parameters"][:1]):
        assert taught <= set(values)
        for name in taught:
            learned = parameters.values[name][row]
            assert np.array_equal(values[name], [learned] if name in WALKS else learned), name


def test_progress_is_told_as_futures(
    parameters: Parameters, points: Points, asked: dict[str, Any]
) -> None:
    told: list[tuple[str, int, int]] = []
    Shipped(parameters).predict(points, progress=lambda *step: told.append(step))
    asked["progress"](3, 9)
    assert told == [("futures", 3, 9)]
