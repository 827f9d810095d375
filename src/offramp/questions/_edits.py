"""Whether an edit can be made: its names, and what it puts in the place of what was."""

from dataclasses import replace
from typing import get_args

from offramp.questions._changes import NEVER, check_change
from offramp.questions._names import Names
from offramp.questions._point import nearest_of, quoted
from offramp.questions._question import (
    Back,
    Change,
    CloseChannel,
    Do,
    Edit,
    Hold,
    OpenChannel,
    Restrain,
    Say,
    SetDial,
)
from offramp.questions._spell import spell_edit
from offramp.record.enums import SignalKind

FORCE = 4
"""The hostility level from which acts use force."""

SIGNALS: tuple[str, ...] = get_args(SignalKind)


def checked_edit(names: Names, edit: Edit) -> Edit:
    """Look the names of an edit up.

    Parameters
    ----------
    names : Names
    edit : Edit

    Returns
    -------
    Edit
        The same, with sides by their keys.

    Raises
    ------
    QuestionError
        When it cannot be made.
    """
    inside = spell_edit(edit)
    match edit:
        case Change():
            check_change(names, edit)
        case Say():
            _say(names, edit, inside)
        case Do(side, rung):
            edit = replace(edit, side=names.side(side, inside, rung))
            if names.rung(rung, f"does {rung}").level >= FORCE:
                what = f"{quoted(rung)} is a use of force. Only acts below force can be put in: "
                raise names.wrong(rung, what + NEVER, f"does {rung}")
        case Restrain(side, by) | Back(side, by):
            key = names.side(side, inside)
            edit = replace(edit, side=key, by=names.outside(by, key, f"by {by}"))
        case Hold(side, _):
            edit = replace(edit, side=names.side(side, inside))
        case OpenChannel(by) | CloseChannel(by):
            edit = replace(edit, by=names.third(by, inside))
        case SetDial():
            pass
    return edit


def _say(names: Names, edit: Say, inside: str) -> None:
    if edit.kind not in SIGNALS:
        near = nearest_of(edit.kind, SIGNALS)
        raise names.wrong(edit.kind, f"{quoted(edit.kind)} is no kind of signal.{near}", inside)
    if edit.kind == "stance":
        what = "A stance is put in by what it says: restrain <side> by <party>, or back."
        raise names.wrong(edit.kind, what, inside)
    by = names.party(edit.by, f"by {edit.by}")
    if edit.to is not None and names.party(edit.to, f"to {edit.to}") == by:
        what = f"{edit.by} cannot send a signal to itself. Name another party, or leave to out."
        raise names.wrong(edit.to, what, f"to {edit.to}")
