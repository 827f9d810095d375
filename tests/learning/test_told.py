from datetime import date
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from _invented import act, day, invent, signal
from offramp.learning._from_records import DRAWS, dials_in_marks, log_evidence, on_last
from offramp.learning._told import stacked, told_by
from offramp.model import shipped_parameters
from offramp.record import Record

PARAMETERS = shipped_parameters()
PRIORS = dials_in_marks(PARAMETERS)
MEANS = np.array([float(prior.mean) for prior in PRIORS])
LEARNED = on_last(PARAMETERS, DRAWS)


def record(name: str = "kept", **more: Any) -> Record:
    acts = (act("a", 0, rung="strike-abroad"), act("b", 2, "southland", "strike-abroad"))
    said = (signal("over", 3, "limit", "northland", "southland"),)
    return invent(acts, said, id=name, closes=day(40), **more)


def test_what_came_before_the_opening_is_no_evidence() -> None:
    custom = act("old", -300, rung="strike-abroad"), act("older", -290, "southland", "war")
    later = (act("a", 0, rung="display"),)
    (one,) = told_by([invent((*custom, *later), id="old-feud", closes=day(10))])
    assert one.before == 1
    assert one.acts == 1
    assert float(jnp.abs(log_evidence(MEANS, PRIORS, LEARNED, one)).max()) < 1e-6


@pytest.mark.slow
def test_records_share_one_shape_and_padding_says_nothing() -> None:
    long = invent([act(f"n{n}", n, rung="display") for n in range(70)], id="long", closes=day(90))
    (alone,) = told_by([record()])
    beside, _ = told_by([record(), long])
    assert len(beside.events.day) > len(alone.events.day)
    jax.tree.map(
        np.testing.assert_allclose,
        log_evidence(MEANS, PRIORS, LEARNED, beside),
        log_evidence(MEANS, PRIORS, LEARNED, alone),
    )


def test_a_record_is_read_as_known_on_its_last_day() -> None:
    late = record()
    more = {**late.model_dump(mode="json", by_alias=True, exclude_none=True)}
    more["acts"].append(act("d", 20, rung="war", known="2030-01-01"))
    (one,), (other,) = told_by([late]), told_by([Record.model_validate(more)])
    np.testing.assert_array_equal(one.events.valid, other.events.valid)
    assert date.fromisoformat(day(40)) == late.closes


def test_crises_are_stacked_on_the_first_axis() -> None:
    told = told_by([record("one"), record("two")])
    events, signals, traits, before = stacked(told)
    assert events.day.shape == (2, len(told[0].events.day))
    assert signals.kind.shape == (2, len(told[0].signals.day))
    assert traits.nuclear.shape == (2, 2)
    assert before.tolist() == [-1, -1]
