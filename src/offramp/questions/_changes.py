"""What may be changed about an act or signal: nothing makes an attack worse than it was."""

from collections.abc import Callable
from typing import get_args

from offramp.questions._names import Names
from offramp.questions._point import QuestionError, quoted
from offramp.questions._question import Change
from offramp.questions._spell import spell_edit
from offramp.record import Act
from offramp.record.enums import Admitted, Channel, TargetKind, YesNo

NEVER = "Offramp never maps an attack of the user's making to its effect."

GRAVITY = {
    "none": 0, "proxy-forces": 1, "military": 2, "shipping": 2, "infrastructure": 2, "mixed": 2,
    "diplomatic": 3, "nuclear": 3, "leadership": 3, "civilian": 3,
}  # fmt: skip
"""Kinds of target, from those whose attack weighs least; judgement. An edit moves no target up."""

REMOTE = ("proxy", "covert", "direct")
"""Channels, from those through which an attack weighs least. An edit moves no act up."""

HOW = {"proxy": "done by a proxy", "covert": "covert", "direct": "done openly"}

UNSTATED = "military"
"""What a target counts as where the record does not say."""

LONGEST_NOTICE = 8760.0


def check_change(names: Names, edit: Change) -> None:
    """Check that a change of an act or signal can be made, and makes no attack worse.

    Parameters
    ----------
    names : Names
    edit : Change

    Raises
    ------
    QuestionError
        When it cannot be made.
    """
    names.entry(edit.id, spell_edit(edit))
    act = next((act for act in names.known.acts if act.id == edit.id), None)
    of = SIGNAL_CHANGES if act is None else ACT_CHANGES
    if edit.attribute not in of:
        thing = "a signal" if act is None else "an act"
        what = f"{edit.attribute} is no attribute of {thing}. {edit.id} has: {', '.join(of)}."
        raise _wrong(names, edit, edit.attribute, what)
    if act is None:
        SIGNAL_CHANGES[edit.attribute](names, edit)
    else:
        ACT_CHANGES[edit.attribute](names, edit, act)


def _channel(names: Names, edit: Change, act: Act) -> None:
    _one_of(names, edit, get_args(Channel))
    lower = REMOTE[: REMOTE.index(act.channel) + 1]
    if edit.value not in lower:
        what = f"{act.id} was {HOW[act.channel]}; {edit.value} would weigh more: {NEVER}"
        raise _wrong(names, edit, str(edit.value), f"{what} Write {' or '.join(lower)}.")


def _admitted(names: Names, edit: Change, _act: Act) -> None:
    _one_of(names, edit, get_args(Admitted))


def _sovereign(names: Names, edit: Change, act: Act) -> None:
    _one_of(names, edit, get_args(YesNo))
    was = act.target.sovereign if act.target else None
    if edit.value == "yes" and was != "yes":
        what = f"The record does not say that {act.id} fell on sovereign soil: {NEVER} Write no."
        raise _wrong(names, edit, "yes", what)


def _target(names: Names, edit: Change, act: Act) -> None:
    _one_of(names, edit, get_args(TargetKind))
    was = act.target.kind if act.target else UNSTATED
    if edit.value != was and GRAVITY[str(edit.value)] > GRAVITY[was]:
        lower = [kind for kind, weight in GRAVITY.items() if weight <= GRAVITY[was]]
        what = f"A {edit.value} target is graver than the {was} one of {act.id}: {NEVER}"
        raise _wrong(names, edit, str(edit.value), f"{what} Write {' or '.join(lower)}.")


def _leaders(names: Names, edit: Change, _act: Act) -> None:
    if edit.value != "none":
        what = f"Leaders can only be taken away: {NEVER} Write none."
        raise _wrong(names, edit, str(edit.value), what)


def _killed(names: Names, edit: Change, act: Act) -> None:
    most = act.dead.high if act.dead else 0
    if not 0 <= float(edit.value) <= most:
        right = f"Write 0 to {most}." if most else "Write 0."
        what = f"By then the record has {most or 'no'} dead in {act.id}, at most: {NEVER} {right}"
        raise _wrong(names, edit, "", what)


def _hits(names: Names, edit: Change, act: Act) -> None:
    if act.exchange is None:
        what = f"The record tells of no exchange in {act.id}, so nothing that hit can be scaled."
        raise _wrong(names, edit, edit.id, what)
    if not 0 <= float(edit.value) <= 1:
        what = f"hits is the share of what got through that is kept: {NEVER} Write 0 to 1."
        raise _wrong(names, edit, "", what)


def _withheld(names: Names, edit: Change, act: Act) -> None:
    if edit.value == "none":
        return
    name = str(edit.value)
    party = names.party(name, spell_edit(edit))
    makers = {names.known.side_of(by, act.span.last) for by in act.by} - {None}
    if party in act.by:
        what = f"{name} took part in {act.id}. Name a party that could have been kept out, or none."
        raise _wrong(names, edit, name, what)
    if names.known.side_of(party, act.span.last) not in makers:
        what = f"{name} does not act for those who did {act.id}. Name a party that does, or none."
        raise _wrong(names, edit, name, what)


def _hours(names: Names, edit: Change) -> None:
    signal = names.known.signal(edit.id)
    if signal.kind != "notice":
        what = f"{edit.id} is a {signal.kind}; hours belong to a notice."
        raise _wrong(names, edit, edit.id, what)
    if not 0 <= float(edit.value) <= LONGEST_NOTICE:
        raise _wrong(names, edit, "", f"Write 0 to {LONGEST_NOTICE:g} hours.")


def _via(names: Names, edit: Change) -> None:
    if edit.value != "none":
        names.party(str(edit.value), spell_edit(edit))


def _public(names: Names, edit: Change) -> None:
    _one_of(names, edit, get_args(YesNo))


ACT_CHANGES: dict[str, Callable[[Names, Change, Act], None]] = {
    "channel": _channel, "admitted": _admitted, "sovereign": _sovereign, "target": _target,
    "leaders": _leaders, "killed": _killed, "hits": _hits, "withheld": _withheld,
}  # fmt: skip
"""What may be changed about an act."""

SIGNAL_CHANGES: dict[str, Callable[[Names, Change], None]] = {
    "hours": _hours, "channel": _via, "via": _via, "public": _public,
}  # fmt: skip
"""What may be changed about a signal; its kind is what it is."""


def _one_of(names: Names, edit: Change, words: tuple[str, ...]) -> None:
    if edit.value not in words:
        what = f"{quoted(str(edit.value))} cannot stand here. Write {' or '.join(words)}."
        raise _wrong(names, edit, str(edit.value), what)


def _wrong(names: Names, edit: Change, word: str, what: str) -> QuestionError:
    """Point at a word of a change; at its value where the word is empty."""
    whole = spell_edit(edit)
    return names.wrong(word or whole.rpartition(" ")[2], what, whole)
