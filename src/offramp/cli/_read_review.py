"""Go through the entries of a draft in the terminal: accept, mend or drop."""

import sys
from typing import TYPE_CHECKING

from offramp.cli._say import tell

if TYPE_CHECKING:
    from offramp.reading import Card, Decision

HELP = "a accept · d drop · field = value mend · q accept the rest"


def ask(shown: "tuple[Card, ...]") -> "tuple[Decision, ...]":
    """Ask about each entry in turn.

    Parameters
    ----------
    shown : tuple of Card

    Returns
    -------
    tuple of Decision
        In the order of the entries; where the input ends, the rest is accepted.
    """
    from offramp.reading import Decision

    made: list[Decision] = []
    for number, card in enumerate(shown, start=1):
        _show(card, number, len(shown))
        changed: dict[str, str] = {}
        names = {field.name for field in card.fields if field.editable}
        while True:
            answer = _line()
            name, equals, value = (part.strip() for part in answer.partition("="))
            if equals and name in names:
                changed[name] = value
                tell(f"{name} is now {value or 'empty'}. Another field, or a to go on.")
            elif answer in ("a", "", "d", "q"):
                break
            else:
                known = f" Fields: {', '.join(sorted(names))}." if equals else ""
                tell(f"{HELP}.{known}")
        if answer == "q" and not changed:
            break
        do = "drop" if answer == "d" else "mend" if changed else "accept"
        made.append(Decision(card.section, card.key, do, changed if do == "mend" else {}))
        if answer == "q":
            break
    return tuple(made)


def _show(card: "Card", number: int, total: int) -> None:
    lines = [f"\n{number} of {total} · {card.section} · {card.key}"]
    for sentence in card.sentences:
        words = "".join(f"[{text}]" if marked else text for text, marked in sentence.pieces)
        lines.append(f"  “{' '.join(words.split())}” ({sentence.source})")
    for field in card.fields:
        guess = "  (inferred)" if field.inferred else ""
        lines.append(f"  {field.name}: {field.value}{guess}")
    lines.append(HELP)
    tell("\n".join(lines))


def _line() -> str:
    answer = sys.stdin.readline()
    # The end of the input is an answer too: nobody is there any more.
    return answer.strip() if answer else "q"
