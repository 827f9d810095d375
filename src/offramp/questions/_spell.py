"""The normal spelling of a question: one line that, parsed, gives the same question."""

from offramp.questions._question import (
    AtLeast,
    Back,
    Change,
    CloseChannel,
    Dead,
    Do,
    Edit,
    Highest,
    Hold,
    Next,
    Observable,
    OpenChannel,
    PostureOf,
    Quiet,
    RecordOf,
    Restrain,
    Say,
    SetDial,
    Stopped,
    TermOf,
)


def spell(
    observable: Observable,
    given: tuple[Edit, ...] = (),
    without: tuple[str, ...] = (),
    condition: AtLeast | None = None,
) -> str:
    """Spell a question in one line.

    Parameters
    ----------
    observable : Observable
    given : tuple of Edit
    without : tuple of str
    condition : AtLeast or None

    Returns
    -------
    str
        `parse_question` takes it apart into the same parts.

    Examples
    --------
    >>> spell(Quiet(30), given=(Hold("a", 14),), without=("raid", "vow"))
    'quiet for 30d given hold a for 14d without raid + vow'
    """
    parts = [spell_observable(observable)]
    if given:
        parts.append(f"given {' + '.join(map(spell_edit, given))}")
    if without:
        parts.append(f"without {' + '.join(without)}")
    if condition is not None:
        parts.append(f"if {spell_observable(condition)}")
    return " ".join(parts)


def spell_observable(asked: Observable) -> str:  # noqa: PLR0911
    """Spell what is asked; for parts of a question `spell` is the way."""
    match asked:
        case AtLeast(who, rung, within, channel, against):
            return (
                f"{who} >= {rung}{_after(' ', channel)}{_after(' against ', against)}"
                f"{_after(' within ', None if within is None else f'{within}d')}"
            )
        case Next(within, who):
            return f"next{_after(' = ', who)} within {within}d"
        case Highest(within):
            return f"highest within {within}d"
        case Quiet(within, everything):
            return f"quiet{' all' if everything else ''} for {within}d"
        case Dead(within):
            return f"dead within {within}d"
        case Stopped(act):
            return f"stopped({act})"
        case PostureOf(side):
            return f"posture({side})"
        case TermOf(side, name):
            return f"term({side}, {name})"
        case RecordOf(kind):
            return f"record({kind})"


def spell_edit(edit: Edit) -> str:  # noqa: PLR0911
    """Spell one edit.

    Examples
    --------
    >>> spell_edit(Change("notice-72h", "hours", 0.0))
    'notice-72h.hours = 0'
    """
    match edit:
        case Change(id, attribute, value):
            return f"{id}.{attribute} = {_value(value)}"
        case Say(kind, by, to):
            return f"{kind} by {by}{_after(' to ', to)}"
        case Do(side, rung):
            return f"{side} does {rung}"
        case Restrain(side, by):
            return f"restrain {side} by {by}"
        case Back(side, by):
            return f"back {side} by {by}"
        case Hold(side, days):
            return f"hold {side} for {days}d"
        case OpenChannel(by):
            return f"open channel by {by}"
        case CloseChannel(by):
            return f"close channel {by}"
        case SetDial(name, value):
            return f"dial {name} = {_value(value)}"


def _after(before: str, word: str | None) -> str:
    return "" if word is None else before + word


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return value
    whole = value == int(value) and abs(value) < 1e15
    return str(int(value)) if whole else repr(float(value))
