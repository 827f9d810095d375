"""How long before a deed notice of it was given."""

import re

from offramp.reading.times._times import count

_HOURS = re.compile(
    r"\b([\w-]+)(?: or so)?[ -](hours?|days?|minutes?|weeks?)'?"
    r"(?: (?:in advance|before(?:hand)?|ahead|prior|earlier)|(?:')? (?:notice|warning))",
    re.I,
)


def hours_before(text: str) -> float | None:
    """Read how long before a deed notice of it was given, in hours.

    Examples
    --------
    >>> hours_before("seventy-two hours before the strikes"), hours_before("two days in advance")
    (72.0, 48.0)
    """
    match = _HOURS.search(text)
    if match is None:
        return None
    amount = count(match[1])
    unit = match[2].lower()
    factor = 1 / 60 if unit.startswith("min") else 24 if unit.startswith("day") else 1
    return float(round(amount * (168 if unit.startswith("week") else factor), 2))
