"""What must hold of what is supposed: nothing changes nothing, and no luck is lost by asking."""

from datetime import date
from functools import cache
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from _invented import AS_OF, CRISIS, SAID, act, crisis, invent, plain, signal
from offramp.answers import (
    Contrast,
    Run,
    World,
    answer,
    apply,
    arms,
    ask,
    identical,
    ledger_terms,
    observe,
    read_question,
    stand,
    term_names,
)
from offramp.answers._edits import without
from offramp.futures import Futures
from offramp.history import MUTUAL
from offramp.questions import EITHER, SetDial, parse_question
from offramp.questions._changes import ACT_CHANGES, SIGNAL_CHANGES
from offramp.record import Record, library, open_record
from offramp.record.enums import Channel, SignalKind

RUN = Run(30, 1000)
SOME = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = ("mark", "rung", "channel", "shadow")

EDITS = (
    "salvo.channel = proxy", "salvo.sovereign = no", "salvo.target = proxy-forces",
    "salvo.leaders = none", "raid.killed = 0", "salvo.hits = 0.5", "salvo.withheld = guard",
    "notice.hours = 0", "limit by north", "vow by south to north", "restrain north by neighbour",
    "back south by neighbour", "hold south for 9d", "hold north for 4d", "mediation by neighbour",
    "open channel by neighbour",
)  # fmt: skip


@cache
def start() -> World:
    return stand(crisis(), AS_OF)


def suppose(line: str, world: World | None = None) -> World:
    world = world or start()
    return arms(world, read_question(world.known, f"quiet for 30d {line}", AS_OF))[1]


def same(one: Futures, other: Futures) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in WORDS)


def test_an_empty_intervention_gives_the_identical_bytes() -> None:
    world = start()
    for empty in (
        suppose(""), without(world, ()), suppose("given raid.killed = 3"),
        suppose("given salvo.hits = 1 + salvo.sovereign = yes + salvo.target = military"),
        suppose("given fire.channel = proxy + justification by north"),
    ):  # fmt: skip
        assert identical(empty, world)
        assert same(empty.run(RUN), world.run(RUN))
        before, after = ledger_terms(world), ledger_terms(empty)
        assert all(np.array_equal(before[name], after[name]) for name in before)


def signature(world: World) -> Any:
    """Give all that a world supposes, whatever the order in which it was said."""
    signals = zip(*(column.tolist() for column in world.history.signals), strict=True)
    events = [column.tobytes() for column in world.history.events]
    return events, sorted(signals), world.held, world.while_other, sorted(world.hours.items())


@SOME
@given(st.lists(st.sampled_from(EDITS), min_size=2, max_size=4, unique=True))
def test_edits_compose_and_commute(edits: list[str]) -> None:
    """Whatever the order, the same is supposed, and the terms are the same."""
    found = [
        read_question(start().known, f"quiet for 30d given {edit}", AS_OF).given[0]
        for edit in edits
    ]
    worlds: list[World] = []
    for order in (found, found[::-1]):
        world = start()
        for edit in order:
            world = apply(world, edit)
        worlds.append(world)
    assert all(signature(each) == signature(worlds[0]) for each in worlds)
    first, last = ledger_terms(worlds[0]), ledger_terms(worlds[-1])
    for name, values in first.items():
        np.testing.assert_allclose(values, last[name], atol=1e-5, err_msg=name)


@SOME
@given(
    st.lists(
        st.sampled_from(["raid", "salvo", "threat", "alert", "vow", "talks", "fire"]),
        min_size=1, max_size=3, unique=True,
    ),
    st.sampled_from(EDITS),
)  # fmt: skip
def test_taking_out_twice_is_once_and_commutes(ids: list[str], edit: str) -> None:
    world = start()
    once = without(world, tuple(ids))
    twice = without(once, tuple(reversed(ids)))
    assert identical(once, twice)
    changed = read_question(world.known, f"quiet for 30d given {edit}", AS_OF).given[0]
    assert signature(apply(once, changed)) == signature(without(apply(world, changed), tuple(ids)))


@SOME
@given(st.sampled_from([0, 1]), st.integers(1, 20), st.integers(0, 20), st.integers(0, 2**31 - 1))
def test_a_side_that_is_held_acts_in_no_future(side: int, first: int, more: int, seed: int) -> None:
    held = start().hold(side, first, first + more).run(RUN._replace(seed=seed))
    days = slice(first - 1, first + more)
    actor = np.where(held.mark >= 0, held.mark // 3, -1)[:, days]
    assert not np.isin(actor, (side, MUTUAL)).any()
    assert not held.shadow[:, days, side].any()


def first_acts(futures: Futures) -> tuple[np.ndarray, np.ndarray]:
    acts = futures.mark[..., 0] >= 0
    day = np.where(acts.any(1), acts.argmax(1), futures.days)
    at = np.minimum(day, futures.days - 1)
    actor = futures.mark[np.arange(futures.count), at, 0] // 3
    return day, np.where(day < futures.days, actor, -1)


@SOME
@given(st.sampled_from([0, 1]), st.integers(1, 30), st.sampled_from(["hold", "restrain"]))
def test_what_holds_one_side_brings_the_others_first_act_no_nearer(
    side: int, days: int, how: str
) -> None:
    """Future by future: nobody comes sooner, and who was first and is not held still is."""
    strong = start().parameters.replace("restraint.force", -2.5)
    world = start().with_parameters(strong)
    held = world.hold(side, 1, days) if how == "hold" else world.say("restraint", side)
    (day, actor), (now, who) = first_acts(world.run(RUN)), first_acts(held.run(RUN))
    assert (now >= day).all()
    other = 1 - side
    was = actor == other
    assert (now[was] == day[was]).all() and (who[was] == other).all()
    newly = (who == other) & ~was
    assert np.isin(actor[newly], (side, MUTUAL)).all()


def relabelled(record: Record, how: str) -> tuple[Record, dict[str, str]]:
    raw = plain(record)
    (one, mine), (other, theirs) = raw["sides"].items()
    if how == "swapped":
        return Record.model_validate({**raw, "sides": {one: theirs, other: mine}}), {
            one: other, other: one,
        }  # fmt: skip
    sides = {one: mine, other: theirs} if how == "same" else {other: theirs, one: mine}
    return Record.model_validate({**raw, "sides": sides}), {}


@pytest.mark.parametrize("how", ["swapped", pytest.param("reordered", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "line",
    ["north >= strike-home against south within 30d without salvo",
     "south >= display within 30d given hold north for 9d + limit by northland",
     "next = north within 30d given restrain south by neighbour",
     "posture(north) without salvo", "term(south, grievance) without raid",
     "either >= strike-abroad within 30d given north does display if south >= display"],
)  # fmt: skip
def test_relabelled_sides_swap_their_answers(how: str, line: str) -> None:
    record, names = relabelled(crisis(), how)
    there = " ".join(
        _renamed(word, names) for word in line.replace("(", "( ").replace(",", " ,").split()
    )
    here = answer(start(), read_question(crisis(), line, AS_OF), 1000)
    other = ask(record, there.replace("( ", "(").replace(" ,", ","), AS_OF, 1000)
    assert type(here) is type(other)
    if isinstance(here, Contrast) and isinstance(other, Contrast):
        assert here.difference == other.difference
        assert here.factual.probability == other.factual.probability
        assert here.factual.value == other.factual.value


def _renamed(word: str, names: dict[str, str]) -> str:
    return next((word.replace(a, b) for a, b in names.items() if word.strip("(),") == a), word)


@settings(SOME, max_examples=3)
@given(
    st.lists(
        st.tuples(
            st.integers(14, 60), st.sampled_from(["northland", "southland", "guard"]),
            st.sampled_from(["threat", "display", "strike-abroad", "strike-home"]),
        ),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_nothing_later_reaches_an_answer(later: list[tuple[int, str, str]]) -> None:
    acts = [
        act(f"later-{n}", day, by, rung, killed=9, answers=["salvo"])
        for n, (day, by, rung) in enumerate(later)
    ]
    said = [signal("later-said", 15, "limit", "northland", "southland", about="salvo")]
    record = invent([*CRISIS, *acts], [*SAID, *said])
    world = stand(record, AS_OF)
    assert identical(world, start())
    for line in ("south >= strike-home within 30d without salvo", "stopped(salvo) without notice",
                 "record(killed)", "dead within 9d given salvo.killed = 0"):  # fmt: skip
        assert answer(world, read_question(record, line, AS_OF), 400) == answer(
            start(), read_question(start().known, line, AS_OF), 400
        )


@SOME
@given(st.sampled_from(["raid", "salvo", "threat", "alert"]), st.floats(0.05, 0.95))
def test_an_answer_lies_within_the_range_of_the_share(name: str, share: float) -> None:
    world, gone = start(), suppose(f"without {name}")
    asked = parse_question("either >= display within 30d").observable

    def mean(each: World) -> float:
        return float(observe(each, asked, RUN).values.mean())

    none, some, whole = (mean(gone.at_share(at)) for at in (0.0, share, 1.0))
    assert min(none, whole) - 0.03 <= some <= max(none, whole) + 0.03
    assert mean(world.at_share(share)) == mean(world)


@given(st.lists(st.sampled_from(["fear", "limit-own", "grievance"]), unique=True, max_size=3))
@settings(max_examples=5, deadline=None)
def test_dials_alone_make_no_counterfactual(names: list[str]) -> None:
    edits = " + ".join(f"dial {name} = 0.5" for name in names)
    question = parse_question("quiet for 9d" + (f" given {edits}" if edits else ""))
    assert question.kind == "forecast"
    assert all(isinstance(edit, SetDial) for edit in question.given)
    factual, supposed = arms(start(), read_question(start().known, question, AS_OF))
    assert factual is supposed


def edits_of(record: Record, day: date) -> list[str]:
    """Write every kind of edit of the grammar as a record lets one."""
    known = record.as_of(day)
    sides, found = list(known.sides), list[str]()
    thirds = [p.id for p in known.parties if known.side_of(p.id, day) is None]
    for each in known.acts[-3:]:
        dead = each.dead.high if each.dead else 0
        found += [f"{each.id}.killed = {dead // 2}", f"{each.id}.sovereign = no",
                  f"{each.id}.leaders = none", f"{each.id}.target = none",
                  f"{each.id}.channel = proxy", f"{each.id}.admitted = no",
                  f"{each.id}.withheld = none"]  # fmt: skip
        found += [f"{each.id}.hits = 0.5"] if each.exchange else []
    for said in known.signals[-3:]:
        found += [f"{said.id}.public = no", f"{said.id}.via = none"]
        found += [f"{said.id}.hours = 0"] if said.kind == "notice" else []
    for side in sides:
        found += [f"hold {side} for 9d", f"{side} does display", f"{side} does conciliation",
                  "dial fear = 0.3"]  # fmt: skip
        found += [f"{kind} by {side}" for kind in get_args(SignalKind) if kind != "stance"]
        for third in thirds[:1]:
            found += [f"restrain {side} by {third}", f"back {side} by {third}",
                      f"warning by {third} to {side}"]  # fmt: skip
    for third in thirds[:1]:
        found += [f"open channel by {third}", f"close channel {third}", f"mediation by {third}"]
    return found


def observables_of(record: Record, day: date) -> list[str]:
    """Write every observable of the grammar as a record lets one."""
    known = record.as_of(day)
    sides = list(known.sides)
    found = ["next within 9d", "next = mutual within 9d", "next = none within 9d",
             "highest within 9d", "quiet for 9d", "quiet all for 9d", "dead within 9d"]  # fmt: skip
    found += [f"stopped({each.id})" for each in known.acts if each.exchange][:1]
    for side in sides:
        found += [f"{side} >= display within 9d", f"next = {side} within 9d", f"posture({side})"]
        found += [f"{side} >= shadow-attack {how} within 9d" for how in get_args(Channel)]
        found += [f"term({side}, {name})" for name in term_names()]
    found += [f"{EITHER} >= war within 9d"]
    return found + [f"record({kind})" for kind in ("first", "killed", "munitions")]


@pytest.mark.slow
@pytest.mark.parametrize("name", library())
def test_every_edit_and_observable_works_on_every_record(name: str) -> None:
    record = open_record(name)
    day = max((q.as_of for q in record.questions), default=record.acts[-1].span.last)
    world = stand(record, day)
    names = {act.id for act in record.as_of(day).acts}
    for edit in edits_of(record, day):
        question = read_question(record, f"quiet for 9d given {edit}", day)
        supposed = arms(world, question)[1]
        assert supposed.effects, edit
        for values in ledger_terms(supposed).values():
            assert np.isfinite(values).all(), edit
    latest = sorted(names & set(world.history.acts), key=world.history.acts.index)[-1]
    for line in observables_of(record, day):
        for more in ("", f" without {latest}"):
            found = answer(world, read_question(record, line + more, day), 200)
            reply = found.counterfactual if isinstance(found, Contrast) else found
            middle = reply.value if reply.probability is None else reply.probability
            assert middle is not None and np.isfinite(middle), line
            assert reply.low <= middle <= reply.high, line
    assert {*ACT_CHANGES, *SIGNAL_CHANGES} >= {
        edit.split(" = ")[0].rpartition(".")[2] for edit in edits_of(record, day) if "." in edit
        and not edit.startswith("dial")
    }  # fmt: skip
