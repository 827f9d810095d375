"""Each observable, held to the futures that it speaks of."""

from collections.abc import Callable

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, SAID, act, invent
from offramp._errors import UsageError
from offramp.answers import Run, World, answer, observe, read_question, stand
from offramp.answers._observe import horizon
from offramp.futures import Futures
from offramp.history import CHANNELS
from offramp.questions import parse_question
from offramp.record import Record

RUN = Run(30, 1000)
Suppose = Callable[[str], World]


def values(world: World, line: str) -> np.ndarray:
    question = read_question(world.known, line, AS_OF)
    return observe(world, question.observable, RUN).values.ravel()


def actors(futures: Futures) -> np.ndarray:
    return np.where(futures.mark >= 0, futures.mark // 3, -1)


def at_least(futures: Futures, rung: str) -> np.ndarray:
    return futures.rung >= futures.history.rungs.keys.index(rung)


@pytest.mark.parametrize(("side", "at"), [("north", 0), ("south", 1)])
def test_reaching_a_rung_counts_own_acts_and_clashes(world: World, side: str, at: int) -> None:
    futures = world.run(RUN)
    found = values(world, f"{side} >= display within 30d")
    own = np.isin(actors(futures), (at, 2)) & at_least(futures, "display")
    assert np.array_equal(found, own.any((1, 2)))
    assert 0.02 < found.mean() < 0.98


def test_either_is_one_or_the_other(world: World) -> None:
    one, two, either = (
        values(world, f"{who} >= strike-abroad within 30d") for who in ("north", "south", "either")
    )
    assert np.array_equal(either, np.maximum(one, two))


def test_a_use_of_force_that_is_customary_counts_the_shadow_war_in(world: World) -> None:
    futures = world.run(RUN)
    own = (np.isin(actors(futures), (0, 2)) & at_least(futures, "shadow-attack")).any((1, 2))
    shadow = futures.shadow[:, :, 0].any(1)
    assert shadow.mean() > 0.05 and (shadow & ~own).any()
    assert np.array_equal(values(world, "north >= shadow-attack within 30d"), own | shadow)
    assert np.array_equal(values(world, "north >= shadow-attack proxy within 30d") > own,
                          shadow & ~own)  # fmt: skip
    openly = own & (
        np.isin(actors(futures), (0, 2))
        & at_least(futures, "shadow-attack")
        & (futures.channel == CHANNELS.index("direct"))
    ).any((1, 2))
    assert np.array_equal(values(world, "north >= shadow-attack direct within 30d"), openly)


def test_who_is_next_sums_to_one(world: World) -> None:
    chances = [
        values(world, f"next = {who} within 30d") for who in ("north", "south", "mutual", "none")
    ]
    assert np.array_equal(np.sum(chances, axis=0), np.ones(1000))
    with pytest.raises(UsageError, match="ask next = <side>"):
        values(world, "next within 30d")


def test_quiet_all_is_no_more_likely_than_quiet(world: World) -> None:
    quiet, whole = (values(world, f"quiet{every} for 30d") for every in ("", " all"))
    assert (whole <= quiet).all() and whole.mean() < quiet.mean()
    levels = np.array([2, 3, 4, 2, 3, 4, 4, 5, 0])
    assert np.array_equal(quiet, levels[world.run(RUN).mark].max((1, 2)) < 3)


def test_the_highest_rung_is_calm_where_nothing_comes(world: World) -> None:
    futures, found = world.run(RUN), values(world, "highest within 30d")
    none = (futures.mark < 0).all((1, 2))
    assert (found[none] == 0).all() and (found[~none] >= 3).all()
    keys = futures.history.rungs.keys
    top = futures.rung.max((1, 2))
    order = dict(zip(keys, futures.history.rungs.order, strict=True))
    assert [order[keys[rung]] for rung in top[~none]] == found[~none].tolist()


def test_a_longer_window_holds_all_of_a_shorter_one(world: World) -> None:
    for line in ("either >= display", "south >= strike-home", "dead", "highest"):
        short, long = (values(world, f"{line} within {days}d") for days in (10, 30))
        assert (short <= long).all() and short.mean() < long.mean(), line


def test_nobody_is_killed_where_no_force_comes(world: World) -> None:
    futures, dead = world.run(RUN), values(world, "dead within 30d")
    force = np.isin(futures.mark, (2, 5, 6, 7)).any((1, 2))
    assert (dead[~force] == 0).all() and (dead[force] > 0).mean() > 0.1
    assert np.isfinite(dead).all()


def test_less_notice_stops_less(world: World, supposed: Suppose) -> None:
    before = values(world, "stopped(salvo)").mean()
    for edits in ("given notice.hours = 0", "without notice"):
        assert values(supposed(edits), "stopped(salvo)").mean() < before - 0.01
    more = values(supposed("given notice.hours = 96"), "stopped(salvo)").mean()
    assert more > before


def test_the_longest_notice_counts(world: World) -> None:
    from dataclasses import replace

    short = {**SAID[1], "id": "short", "hours": 6}
    both = stand(invent(CRISIS, [*SAID, short]), AS_OF)
    alone = replace(both, hours={"short": 0.0})
    assert values(alone, "stopped(salvo)").mean() == values(world, "stopped(salvo)").mean()
    neither = replace(both, hours={"short": 0.0, "notice": 0.0})
    assert values(neither, "stopped(salvo)").mean() < values(alone, "stopped(salvo)").mean()


def test_a_posture_is_what_is_believed_of_it(world: World, supposed: Suppose) -> None:
    assert np.array_equal(values(world, "posture(north)"), world.believed[0])
    gone = values(supposed("without salvo"), "posture(north)")
    assert gone.mean() < values(world, "posture(north)").mean(), "it answered, and that told"


def test_a_term_is_one_value_a_draw(world: World, supposed: Suppose) -> None:
    assert values(world, "term(south, provocation)").shape == (200,)
    gone = values(supposed("without salvo"), "term(south, provocation)")
    assert (gone < values(world, "term(south, provocation)")).all()


def settled(record: Record, line: str) -> float:
    found = answer(stand(record, AS_OF), read_question(record, line, AS_OF))
    return (found.counterfactual if found.kind == "counterfactual" else found).probability  # type: ignore[union-attr, return-value]


PAST = tuple(act(f"past-{n}", -400 + 30 * n, "northland", "strike-abroad", killed=n + 1)
             for n in range(6))  # fmt: skip


def test_a_first_is_one_in_the_world_that_is_supposed() -> None:
    """What is taken out no longer stands before the latest act."""
    earlier = act("sooner", 3, "northland", "strike-home", killed=9)
    record = invent([*PAST, CRISIS[-1], earlier])
    assert settled(record, "record(killed)") == 0
    assert settled(record, "record(killed) without sooner") == 0
    assert settled(record, "record(killed) without sooner + past-5 + past-4 + past-3") == 0
    big = invent([*PAST, {**CRISIS[-1], "killed": 8}, earlier])
    assert settled(big, "record(killed)") == 0
    assert settled(big, "record(killed) without sooner") == 1
    assert settled(big, "record(first)") == 1
    assert settled(big, "record(first) without salvo") == 1, "the one before it"


def test_a_record_of_nothing_is_none() -> None:
    record = invent([act("only", 3)])
    assert settled(record, "record(first) without only") == 0


@pytest.mark.parametrize(
    ("line", "days"), [("quiet for 9d", 9), ("stopped(x)", 0), ("north >= war within 3d", 3)]
)
def test_a_horizon_is_the_window(line: str, days: int) -> None:
    assert horizon(parse_question(line).observable) == days
