import numpy as np
import pytest

from _invented import AS_OF
from offramp.answers import changes, identical, ledger_terms, stand
from offramp.answers._changes import LEAST, moment
from offramp.answers._edits import without
from offramp.futures import ledger, look_back
from offramp.history import History
from offramp.model import Parameters
from offramp.record import Record


def test_terms_on_a_day_are_those_of_the_ledger(
    invented: Record, invented_history: History, parameters: Parameters
) -> None:
    entries = ledger(invented_history, parameters, look_back(invented_history, parameters, [0]))
    terms = ledger_terms(stand(invented, AS_OF))
    for at, side in enumerate(invented_history.sides):
        (total,) = (row.mean[0] for row in entries.totals if row.side == side)
        whole = np.sum([np.asarray(part, float)[at] for part in terms.values()], axis=0)
        assert whole.mean() == pytest.approx(total, abs=1e-4)


def test_changes_sum_to_the_change_of_the_whole(invented: Record) -> None:
    world = stand(invented, AS_OF)
    found, whole = changes(world, "salvo"), moment(world, "salvo")
    for at, side in enumerate(world.history.sides):
        (total,) = (row for row in whole.totals if row.side == side)
        told = sum(values[at].mean() for values in found.values())
        assert total.mean == pytest.approx(told, abs=1e-9)
        listed = sum(row.mean for row in whole.terms if row.side == side)
        assert total.mean == pytest.approx(listed, abs=LEAST * len(found))


def test_the_largest_comes_first_and_nothing_is_left_out(invented: Record) -> None:
    world = stand(invented, AS_OF)
    found = moment(world, "salvo")
    for side in world.history.sides:
        sizes = [abs(row.mean) for row in found.terms if row.side == side]
        assert sizes
        assert sizes == sorted(sizes, reverse=True)
    for row in found.terms:
        assert row.low <= row.high
        assert max(abs(row.mean), abs(row.low), abs(row.high)) >= LEAST


def test_momentum_is_shown_over_the_range_of_what_acts_cause(invented: Record) -> None:
    found = moment(stand(invented, AS_OF), "salvo")
    momentum = [row for row in found.terms if row.name == "momentum"]
    assert momentum
    for row in momentum:
        none, half, whole = row.by_share
        assert (none.share, half.share, whole.share) == (0.0, 0.5, 1.0)
        assert none.mean == pytest.approx(0.0, abs=1e-5)
        assert abs(none.mean) < abs(half.mean) < abs(whole.mean)
    assert not any(row.by_share for row in found.terms if row.name == "grievance")


def test_no_share_bears_on_what_happened(invented: Record) -> None:
    world = stand(invented, AS_OF)
    there, other = ledger_terms(world), ledger_terms(world.at_share(0.0))
    assert all(np.array_equal(there[name], other[name]) for name in there)


def test_an_act_taken_out_twice_is_taken_out(invented: Record) -> None:
    world = stand(invented, AS_OF)
    gone = without(world, ("salvo",))
    assert identical(without(gone, ("salvo",)), gone)
    assert not identical(gone, world)
