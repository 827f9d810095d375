"""What each edit of a question does to a world: a change of what is given, never of the model."""

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from math import log1p
from typing import Any

from offramp._errors import UsageError
from offramp.answers._world import World
from offramp.futures import dial_names
from offramp.history import (
    MUTUAL,
    SUPPOSED,
    History,
    alter,
    deed_of_rung,
    ladder_of,
    put_in,
    said,
    take_out,
    unsay,
)
from offramp.questions import (
    Back,
    Change,
    CloseChannel,
    Do,
    Edit,
    Hold,
    OpenChannel,
    Question,
    Restrain,
    Say,
    SetDial,
)
from offramp.record import Act, Record, Signal

NOTHING = "moves nothing in the model"


def arms(world: World, question: Question) -> tuple[World, World]:
    """Give the two worlds that a question sets side by side.

    Parameters
    ----------
    world : World
        As `stand` gives it.
    question : Question
        With names already checked against the record.

    Returns
    -------
    factual, supposed : World
        A dial that is set is set in both: it says what one believes. One and the same where
        nothing else is supposed.
    """
    dials = tuple(edit for edit in question.given if isinstance(edit, SetDial))
    others = tuple(edit for edit in question.given if not isinstance(edit, SetDial))
    factual = _kept(world, (), dials)
    return factual, _kept(factual, question.without, others)


def _kept(world: World, gone: tuple[str, ...], edits: tuple[Edit, ...]) -> World:
    """Give the world with some edits; the same one each time, so that its futures are shared."""
    if not gone and not edits:
        return world
    key = gone, edits
    if key not in world.supposed:
        start = without(world, gone) if gone else world
        world.supposed[key] = reduce(apply, edits, start)
    return world.supposed[key]


def apply(world: World, edit: Edit) -> World:
    """Give the world with one edit."""
    return _APPLY[type(edit)](world, edit)


def without(world: World, ids: tuple[str, ...]) -> World:
    """Take acts and signals out, and with each act what answers it or speaks about it.

    What else followed up to the as-of date is held as it was.
    """
    gone = with_what_follows(world.known, ids)
    more = [each for each in gone if each not in ids]
    effect = f"Taken out: {', '.join(ids)}"
    effect += f", and with it what answers or speaks about it: {', '.join(more)}." if more else "."
    unheard = {s.id: 0.0 for s in world.known.signals if s.id in gone and s.kind == "notice"}
    world = replace(world, hours={**world.hours, **unheard})
    return _told(_past(world, take_out(world.history, gone)), effect)


def with_what_follows(known: Record, ids: tuple[str, ...]) -> tuple[str, ...]:
    """List ids with the acts that answer them, and the signals about any of those acts."""
    found = list(ids)
    for act in sorted(known.acts, key=lambda act: act.span.last):
        if any(answered in found for answered in act.answers) and act.id not in found:
            found.append(act.id)
    found += [s.id for s in known.signals if s.about in found and s.id not in found]
    return tuple(found)


def _change(world: World, edit: Change) -> World:
    if any(act.id == edit.id for act in world.known.acts):
        return _CHANGE_ACT[edit.attribute](world, world.known.act(edit.id), edit.value)
    if edit.attribute == "hours":
        return _hours(world, edit)
    return _told(world, f"{edit.id}: by which channel, or whether in public, {NOTHING}.")


def _channel(world: World, act: Act, value: Any) -> World:
    if value != "proxy" or act.channel == "proxy":
        return _told(world, f"{act.id}: whether it is done in the open {NOTHING}.")
    effect = f"{act.id}: a proxy's act weighs less as a provocation than one's own."
    return _alter(world, act.id, effect, proxy=1.0)


def _sovereign(world: World, act: Act, value: Any) -> World:
    effect = f"{act.id}: off sovereign soil, it weighs less as a provocation."
    return _alter(world, act.id, effect, sovereign=float(value == "yes"))


def _target(world: World, act: Act, value: Any) -> World:
    if value != "proxy-forces":
        # What struck no state's own does not come to do so.
        return _told(world, f"{act.id}: what else than forces of a proxy it struck {NOTHING}.")
    effect = f"{act.id}: whether its target belongs to a state bears on the reply."
    return _alter(world, act.id, effect, non_state=1.0)


def _leaders(world: World, act: Act, _value: Any) -> World:
    effect = f"{act.id}: with no leader killed, it weighs less as a provocation."
    return _alter(world, act.id, effect, leader=0.0)


def _killed(world: World, act: Act, value: Any) -> World:
    if act.id not in world.history.acts:
        return _outside(world, act.id)
    effect = f"{act.id}: its dead weigh in it as a provocation, at most as much as they did."
    counted = float(world.history.events.log_dead[world.history.acts.index(act.id)])
    return _alter(world, act.id, effect, log_dead=min(log1p(float(value)), counted))


def _hits(world: World, act: Act, value: Any) -> World:
    if act.id not in world.history.acts:
        return _outside(world, act.id)
    exposed = float(world.history.events.exposed[world.history.acts.index(act.id)])
    if exposed < 0:
        return _told(world, f"{act.id}: nobody says what got through; to scale it {NOTHING}.")
    effect = f"{act.id}: what got through teaches what its maker can do."
    return _alter(world, act.id, effect, exposed=exposed * float(value))


def _withheld(world: World, act: Act, value: Any) -> World:
    if value == "none":
        effect = f"{act.id}: nobody is kept out of it."
        return _told(_past(world, unsay(world.history, [act.id])), effect)
    makers = [world.known.side_of(by, act.span.last) for by in act.by]
    side = next((maker for maker in makers if maker), None)
    if side is None or act.id not in world.history.acts:
        return _outside(world, act.id)
    day = (act.span.last - world.history.as_of).days
    kept_out = world.say("withheld", world.side(side), (day,))
    return _told(kept_out, f"{act.id}: {value} is kept out of it.")


def _admitted(world: World, act: Act, _value: Any) -> World:
    return _told(world, f"{act.id}: whether it is owned up to {NOTHING}.")


_CHANGE_ACT: dict[str, Callable[[World, Act, Any], World]] = {
    "channel": _channel, "sovereign": _sovereign, "target": _target, "leaders": _leaders,
    "killed": _killed, "hits": _hits, "withheld": _withheld, "admitted": _admitted,
}  # fmt: skip


def _hours(world: World, edit: Change) -> World:
    """Change the notice given of an act: none is no signal; the exchange has less warning."""
    hours = float(edit.value)
    if hours == 0:
        world = _past(world, unsay(world.history, [edit.id]))
    effect = f"{edit.id}: {hours:g} hours of notice; the longest notice readies a defence."
    return _told(replace(world, hours={**world.hours, edit.id: hours}), effect)


def _say(world: World, edit: Say) -> World:
    """Put a signal in; it turns the dials that the same signal on record would."""
    signal = Signal.model_validate(
        {"id": SUPPOSED, "date": world.history.as_of.isoformat(), "kind": edit.kind,
         "from": _party(world, edit.by), "to": [_party(world, edit.to)] if edit.to else []}
    )  # fmt: skip
    turned = said(world.known, signal, world.history.sides)
    if not turned:
        return _told(world, f"{edit.kind} by {edit.by}: {NOTHING}.")
    for kind, side in turned:
        world = world.say(kind, side)
    effect = f"{edit.kind} by {edit.by}: counts as {turned[0][0]} from the next day, and fades."
    return _told(world, effect)


def _party(world: World, name: str) -> str:
    """Give the party that a name stands for: that of a side, for its first."""
    if any(party.id == name for party in world.known.parties):
        return name
    return world.known.sides[name][0]


def _do(world: World, edit: Do) -> World:
    rung = ladder_of(world.known).rung(edit.rung)
    if rung.level < 2:
        return _told(
            world,
            f"{edit.side} does {edit.rung}: an act below a threat {NOTHING}; what it announces "
            "may be put in as a signal.",
        )
    deed = deed_of_rung(rung.key, rung.level, mutual=False)
    history = put_in(world.history, world.side(edit.side), rung.level, deed)
    effect = f"{edit.side} does {edit.rung}: one more act, with the momentum that acts cause."
    return _told(_past(world, history), effect)


def _restrain(world: World, edit: Restrain) -> World:
    held_back = world.say("restraint", world.side(edit.side))
    return _told(held_back, f"{edit.by} restrains {edit.side} from the next day; it fades.")


def _back(world: World, edit: Back) -> World:
    backed = world.say("backing", world.side(edit.side))
    return _told(backed, f"{edit.by} backs {edit.side}; it fades.")


def _hold(world: World, edit: Hold) -> World:
    held = world.hold(world.side(edit.side), 1, edit.days)
    return _told(held, f"{edit.side} does nothing for {edit.days} days, whatever comes.")


def _open_channel(world: World, edit: OpenChannel) -> World:
    effect = f"{edit.by} carries messages: counts as mediation of both from the next day."
    return _told(world.say("mediation", MUTUAL), effect)


def _close_channel(world: World, edit: CloseChannel) -> World:
    carried = [
        s.id for s in world.known.signals
        if s.via == edit.by or (s.from_ == edit.by and s.kind == "mediation")
    ]  # fmt: skip
    what = ", ".join(carried) or "nothing on record"
    history = unsay(world.history, carried)
    return _told(_past(world, history), f"{edit.by} carries nothing; taken out: {what}.")


def _set_dial(world: World, edit: SetDial) -> World:
    names = dial_names(world.parameters)
    changed = world.parameters.replace(names[edit.name], edit.value)
    return _told(world.with_parameters(changed), f"{edit.name} stands at {edit.value:g}.")


_APPLY: dict[type, Callable[[World, Any], World]] = {
    Change: _change, Say: _say, Do: _do, Restrain: _restrain, Back: _back, Hold: _hold,
    OpenChannel: _open_channel, CloseChannel: _close_channel, SetDial: _set_dial,
}  # fmt: skip


def check_dials(question: Question, world: World) -> None:
    """Raise UsageError where a question turns a dial that the model does not have."""
    names = dial_names(world.parameters)
    for edit in question.given:
        if isinstance(edit, SetDial) and edit.name not in names:
            raise UsageError(f'There is no dial "{edit.name}". Dials: {", ".join(sorted(names))}.')


def _alter(world: World, act: str, effect: str, **weighs: float) -> World:
    if act not in world.history.acts:
        return _outside(world, act)
    return _told(_past(world, alter(world.history, act, **weighs)), effect)


def _outside(world: World, act: str) -> World:
    return _told(world, f"{act} is no act between the sides; to change it {NOTHING}.")


def _past(world: World, history: History) -> World:
    """Give the world with another past."""
    return replace(world, history=history, supposed={}, _starts={}, _run={})


def _told(world: World, effect: str) -> World:
    return replace(world, effects=(*world.effects, effect), supposed={}, _run={})
