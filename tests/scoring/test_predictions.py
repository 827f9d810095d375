"""Forecasts are checked before they are scored."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from offramp.history import Points
from offramp.scoring import Predictions
from offramp.scoring._predictions import checked
from scoring._said import noisy

WRONG: dict[str, Callable[[Predictions], Predictions]] = {
    "the chances do not sum to one": lambda said: replace(said, when=said.when * 0.9),
    "the shape is": lambda said: replace(said, when=said.when[:, :8]),
    "not all are chances": lambda said: replace(said, what=said.what - 0.5),
    "targets are": lambda said: replace(said, targets={}),
    "force_30 holds no chances": lambda said: replace(
        said, targets={**said.targets, "force_30": said.targets["force_30"] + 1}
    ),
    "highest: the shape is": lambda said: replace(said, highest=said.when),
}


@pytest.mark.parametrize("message", WRONG)
def test_what_are_no_chances_is_refused(message: str, scored: Points) -> None:
    with pytest.raises(ValueError, match=message):
        checked(WRONG[message](noisy(scored)), scored, "some")


def test_what_is_not_asked_may_be_anything(scored: Points) -> None:
    said = noisy(scored)
    said.what[~scored.comes] = np.nan
    said.targets["force_30"][~scored.ends_day] = np.nan
    assert checked(said, scored, "some") is said


def test_some_of_the_points(scored: Points) -> None:
    said, keep = noisy(scored), scored.comes
    part = said.where(keep)
    assert (part.when == said.when[keep]).all()
    assert part.highest is not None
    assert len(part.highest) == keep.sum()
    assert replace(said, highest=None).where(keep).highest is None
