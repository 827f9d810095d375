"""What each edit does to a world, and that it does no more."""

from collections.abc import Callable

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, SAID, act, invent, plain, signal
from offramp.answers import World, arms, identical, ledger_terms, read_question, stand
from offramp.answers._edits import NOTHING, with_what_follows
from offramp.history import SIGNAL_KINDS, SUPPOSED
from offramp.record import Record

Suppose = Callable[[str], World]


def said(world: World) -> list[tuple[str, int, int]]:
    """List what an edit says: the dial, its side and its day."""
    signals = world.history.signals
    return [
        (SIGNAL_KINDS[signals.kind[at]], int(signals.side[at]), int(signals.day[at]))
        for at, name in enumerate(world.history.said)
        if name == SUPPOSED
    ]


def value(world: World, act: str, field: str) -> float:
    return float(getattr(world.history.events, field)[world.history.acts.index(act)])


def test_nothing_supposed_is_the_world_itself(world: World, invented: Record) -> None:
    factual, other = arms(world, read_question(invented, "quiet for 30d", AS_OF))
    assert factual is world and other is world


def test_the_same_edits_give_the_same_world(supposed: Suppose) -> None:
    line = "given hold north for 9d + limit by south without vow"
    assert supposed(line) is supposed(line), "so that its futures are shared"


def test_a_dial_is_set_in_both_arms(world: World, invented: Record) -> None:
    line = "quiet for 30d given dial fear = 0.4 + hold north for 9d"
    factual, other = arms(world, read_question(invented, line, AS_OF))
    for each in (factual, other):
        assert (each.parameters.values["fear.weight"] == np.float32(0.4)).all()
    assert factual.held == world.held != other.held


def test_what_answers_or_speaks_about_an_act_goes_with_it(world: World, supposed: Suppose) -> None:
    assert with_what_follows(world.known, ("raid",)) == ("raid", "salvo", "notice")
    gone = supposed("without raid")
    change = dict(zip(gone.history.acts, gone.history.events.change, strict=False))
    assert {name for name, how in change.items() if how} == {"raid", "salvo"}
    assert gone.effects == (
        "Taken out: raid, and with it what answers or speaks about it: salvo, notice.",
    )
    assert gone.seen is world.seen, "the hidden is inferred from what happened"


@pytest.mark.parametrize(
    ("edit", "act", "field", "now"),
    [
        ("salvo.channel = proxy", "salvo", "proxy", 1.0),
        ("salvo.sovereign = no", "salvo", "sovereign", 0.0),
        ("salvo.target = proxy-forces", "salvo", "non_state", 1.0),
        ("raid.killed = 0", "raid", "log_dead", 0.0),
        ("raid.killed = 2", "raid", "log_dead", np.log(3)),
    ],
)
def test_a_change_of_an_act_is_one_value_of_it(
    world: World, supposed: Suppose, edit: str, act: str, field: str, now: float
) -> None:
    changed = supposed(f"given {edit}")
    assert value(changed, act, field) == pytest.approx(now)
    assert value(world, act, field) != pytest.approx(now)
    assert len(changed.effects) == 1 and NOTHING not in changed.effects[0]


def test_scaling_what_hit_scales_what_it_teaches(world: World, supposed: Suppose) -> None:
    assert value(world, "salvo", "exposed") > 0
    half = supposed("given salvo.hits = 0.5")
    assert value(half, "salvo", "exposed") == pytest.approx(value(world, "salvo", "exposed") / 2)


@pytest.mark.parametrize(
    "edit",
    ["salvo.admitted = denied", "raid.channel = covert", "fire.channel = proxy",
     "salvo.target = shipping", "vow.public = no", "vow.via = neighbour",
     "justification by north", "north does conciliation", "alert.withheld = none"],
)  # fmt: skip
def test_what_moves_nothing_says_so_and_moves_nothing(
    world: World, supposed: Suppose, edit: str
) -> None:
    changed = supposed(f"given {edit}")
    assert identical(changed, world)
    assert NOTHING in changed.effects[0] or "nobody" in changed.effects[0]


def test_what_struck_no_state_never_comes_to_do_so() -> None:
    at_proxies = {**CRISIS[-1], "target": {"kind": "military", "non_state": "yes"}}
    record = invent([*CRISIS[:-1], at_proxies], SAID)
    for kind in ("military", "none", "shipping"):
        line = f"quiet for 9d given salvo.target = {kind}"
        changed = arms(stand(record, AS_OF), read_question(record, line, AS_OF))[1]
        assert value(changed, "salvo", "non_state") == 1.0


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        ("limit by north", [("limit", 0, 0)]),
        ("limit by northland to south", [("limit", 0, 0)]),
        ("assurance by south", [("limit", 1, 0)]),
        ("vow by south to north", [("vow", 1, 0)]),
        ("warning by neighbour to south", [("restraint", 1, 0)]),
        ("mediation by neighbour", [("mediation", 2, 0)]),
        ("restrain north by neighbour", [("restraint", 0, 0)]),
        ("back south by neighbour", [("backing", 1, 0)]),
        ("open channel by neighbour", [("mediation", 2, 0)]),
        ("salvo.withheld = guard", [("withheld", 0, -1)]),
    ],
)
def test_what_is_said_turns_the_dial_of_its_side(
    world: World, supposed: Suppose, edit: str, found: list[tuple[str, int, int]]
) -> None:
    assert world.history.sides == ("north", "south")
    assert said(supposed(f"given {edit}")) == found


@pytest.mark.parametrize(
    "edit", ["threat by north to neighbour", "vow by north to neighbour", "offer by neighbour",
             "warning by neighbour"],
)  # fmt: skip
def test_what_the_same_signal_on_record_does_not_turn_no_edit_turns(
    world: World, supposed: Suppose, edit: str
) -> None:
    assert said(supposed(f"given {edit}")) == []


def test_an_edit_says_what_the_record_would() -> None:
    """A signal put in on the day is the same signal on record, to the last log-odds."""
    more = signal("more", 13, "limit", "southland", "northland")
    record, told = invent(CRISIS, SAID), invent(CRISIS, [*SAID, more])
    line = "quiet for 9d given limit by south to north"
    put = arms(stand(record, AS_OF), read_question(record, line, AS_OF))[1]
    here, there = ledger_terms(put), ledger_terms(stand(told, AS_OF))
    for name, values in here.items():
        np.testing.assert_allclose(values, there[name], atol=1e-5, err_msg=name)


def test_an_act_put_in_leads_to_momentum(world: World, supposed: Suppose) -> None:
    more = supposed("given south does display")
    assert more.history.events.change[more.history.acts.index(SUPPOSED)] == 1
    before, after = (np.asarray(each.start.standing.stocks) for each in (world, more))
    mark = 4
    share = np.asarray(world.parameters.values["state-dependence.share"])
    np.testing.assert_allclose(after[mark].sum(0) - 3 * share, _faded(before, world)[mark].sum(0),
                               atol=1e-4)  # fmt: skip


def _faded(stocks: np.ndarray, world: World) -> np.ndarray:
    """Let stocks fade from the last act on, as they stand on the evening."""
    since = world.history.days_since_last
    return stocks * np.exp2(-since / np.array([2.0, 15.0, 120.0]))[None, :, None]


def test_a_closed_channel_takes_out_what_it_carried() -> None:
    carried = signal("carried", 12, "limit", "northland", "southland", via="neighbour")
    record = invent(CRISIS, [*SAID, carried])
    line = "quiet for 9d given close channel neighbour"
    closed = arms(stand(record, AS_OF), read_question(record, line, AS_OF))[1]
    valid = dict(zip(closed.history.said, closed.history.signals.valid, strict=False))
    assert (valid["carried"], valid["talks"], valid["vow"], valid["held"]) == (0, 0, 1, 1)


def test_notice_is_by_signal_and_the_longest_counts() -> None:
    short = signal("short", 11, "notice", "northland", "neighbour", about="salvo", hours=6)
    record = Record.model_validate({**plain(invent(CRISIS, [*SAID, short]))})
    start = stand(record, AS_OF)

    def hours(edits: str) -> dict[str, float]:
        return arms(start, read_question(record, f"quiet for 9d {edits}", AS_OF))[1].hours

    assert hours("given notice.hours = 0 + short.hours = 0") == {"notice": 0, "short": 0}
    assert hours("given short.hours = 9") == {"short": 9}
    assert hours("without notice") == {"notice": 0}


def test_an_act_outside_the_pair_is_told() -> None:
    aside = {**act("aside", 8, "northland", "strike-abroad", killed=3), "against": ["neighbour"]}
    record = invent([*CRISIS, aside], SAID)
    start = stand(record, AS_OF)
    for edit in ("aside.killed = 0", "aside.withheld = guard", "aside.sovereign = no"):
        line = f"quiet for 9d given {edit}"
        changed = arms(start, read_question(record, line, AS_OF))[1]
        assert identical(changed, start)
        assert changed.effects == (f"aside is no act between the sides; to change it {NOTHING}.",)


def test_holding_is_by_day(supposed: Suppose) -> None:
    assert supposed("given hold south for 9d").held == ((1, 0), (1, 9))
