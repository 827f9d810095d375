"""Where confrontations of a dataset stood: as the program's own reading of the same acts says."""

from collections.abc import Sequence

import numpy as np
import pytest

from offramp.history import Confrontations, Events, Signals, deeds_of_actions, renewals
from offramp.history._deeds import DEEDS
from offramp.learning._standings import LEVEL, fresh, provocations, standings
from offramp.model import Beliefs, Draw, Parameters, Traits, all_priors, read

from ._made_up import laid, made_up

ROOM = 16
"""Rows of the arrays that are read: one shape, compiled once."""


def as_events(events: Confrontations, history: int) -> Events:
    """Give one history as the arrays that a record becomes."""
    rows = np.flatnonzero(events.history == history)
    count = len(rows)

    def put(values: Sequence[float] | np.ndarray, kind: type = np.int32) -> np.ndarray:
        table = np.zeros(ROOM, kind)
        table[:count] = values
        return table

    day, level = events.day[rows], LEVEL[events.mark[rows]]
    zero = np.zeros(count)
    whole = put(day - day[0])
    whole[count:] = day[-1] - day[0]
    return Events(
        day=whole, mark=put(events.mark[rows]), deed=put(deeds_of_actions(events.action[rows])),
        stream=put(zero), renews=put(renewals(day, level)), change=put(zero),
        proxy=put(zero, np.float32), sovereign=put(zero, np.float32),
        leader=put(zero, np.float32), log_dead=put(events.log_dead[rows], np.float32),
        non_state=put(zero, np.float32), exposed=put(zero - 1.0, np.float32),
        valid=put(zero + 1.0, np.float32),
    )  # fmt: skip


def read_on(draw: Draw, events: Confrontations, history: int) -> Beliefs:
    """Read one history under one draw, whose arrays have a last axis of one."""
    none = np.zeros(1, np.int32)
    silence = Signals(none, none, none, none, np.zeros(1, np.float32))
    zero = np.zeros(2, np.float32)
    return read(draw, as_events(events, history), silence, Traits(zero, zero))


@pytest.fixture(scope="module")
def draw(parameters: Parameters) -> Draw:
    """The mean of what ships, with provocations as learning takes them."""
    mean = {name: array.mean(0)[..., None] for name, array in parameters.values.items()}
    return {**mean, **{name: value[None] for name, value in provocations().items()}}


@pytest.mark.parametrize("history", [0, 2, 4])
def test_acts_leave_the_standing_in_which_the_program_reads_them(draw: Draw, history: int) -> None:
    events = made_up()
    beliefs = read_on(draw, events, history)
    rows = np.flatnonzero(events.history == history)
    after = standings(events)
    for name, array in beliefs.standing._asdict().items():
        if name == "acted":
            continue  # What the past's force made good is in the signals' own ends.
        seen = np.moveaxis(np.asarray(array)[: len(rows), ..., 0], 0, -1)
        found = np.asarray(getattr(after, name))[..., rows]
        assert np.allclose(found, seen, rtol=1e-4, atol=1e-5), name


def test_each_history_stands_by_itself() -> None:
    alone, among = laid([(0, 1), (3, 5)]), laid([(900, 2), (901, 7)], [(0, 1), (3, 5)])
    for name, array in standings(alone)._asdict().items():
        assert np.array_equal(array, getattr(standings(among), name)[..., 2:]), name


def test_an_act_dated_later_changes_nothing_of_where_one_stood() -> None:
    before = [(0, 1), (3, 5), (40, 2), (41, 6)]
    one, other = laid([*before, (60, 5)]), laid([*before, (250, 7)])
    for name, array in standings(one)._asdict().items():
        assert np.array_equal(array[..., :4], getattr(standings(other), name)[..., :4]), name


def test_a_deed_is_that_of_its_action_code() -> None:
    events = laid([(0, 1), (3, 5)], action=np.array([10, -9]))
    assert [DEEDS[int(kind)] for kind in standings(events).last_deed] == [
        "mobilisation", "not stated",
    ]  # fmt: skip


def test_confrontations_open_by_the_rule_of_records() -> None:
    events = laid([(0, 2), (10, 0), (181, 2)], [(0, 2), (180, 2)], [(500, 0)])
    assert fresh(events).tolist() == [True, False, True, True, False, True]
    assert standings(events).k.tolist() == [1, 2, 1, 1, 2, 1]


def test_provocations_weigh_what_their_priors_are_centred_on() -> None:
    weights = provocations()
    priors = {p.name: p for p in all_priors() if p.name.startswith("provocation.")}
    assert set(weights) == set(priors)
    for name, prior in priors.items():
        centre = np.exp(prior.mean) if prior.family == "lognormal" else prior.mean
        assert weights[name] == pytest.approx(float(centre)), name
