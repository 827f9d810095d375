"""Edits that cannot both be made."""

from itertools import combinations

from offramp.questions._names import Names
from offramp.questions._point import QuestionError
from offramp.questions._question import (
    Back,
    Change,
    CloseChannel,
    Do,
    Edit,
    Hold,
    OpenChannel,
    Restrain,
    SetDial,
)
from offramp.questions._spell import spell_edit


def check_contradictions(names: Names, given: tuple[Edit, ...], without: tuple[str, ...]) -> None:
    """Raise an error where two edits contradict each other, or one stands there twice.

    Parameters
    ----------
    names : Names
        Where errors point.
    given : tuple of Edit
        With sides by their keys.
    without : tuple of str
    """
    for one, two in combinations(given, 2):
        why = _clash(one, two)
        if why:
            raise _both(names, spell_edit(one), spell_edit(two), why)
    taken = f"without {' + '.join(without)}"
    for at, name in enumerate(without):
        if name in without[:at]:
            raise names.wrong(
                name, f'"{name}" is taken out twice. Leave one of the two out.', taken
            )
        for edit in given:
            if isinstance(edit, Change) and edit.id == name:
                why = f'"{name}" cannot be taken out and changed.'
                raise _both(names, spell_edit(edit), taken, why)


def _clash(one: Edit, two: Edit) -> str:
    """Say why two edits cannot both be made; empty where they can."""
    if one == two:
        return "The same edit stands there twice."
    fixed = _fixes(one)
    if fixed is None or fixed != _fixes(two) or (isinstance(one, Do) and isinstance(two, Do)):
        return ""
    return f"{fixed} cannot be two things at once."


def _fixes(edit: Edit) -> str | None:
    """Say what an edit fixes, so that another cannot fix it otherwise; None for a signal."""
    match edit:
        case Change(id, attribute, _):
            return f"{id}.{attribute}"
        case Restrain(side, by) | Back(side, by):
            return f"What {by} does about {side}"
        case Hold(side, _) | Do(side, _):
            return f"What {side} does"
        case OpenChannel(by) | CloseChannel(by):
            return f"The channel through {by}"
        case SetDial(name, _):
            return f"The dial {name}"
        case _:
            return None


def _both(names: Names, one: str, two: str, why: str) -> QuestionError:
    return names.wrong(two, f'{why} It is "{one}" against "{two}". Leave one of the two out.')
