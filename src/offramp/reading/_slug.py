"""Short names, fit for ids in a record."""

import re


def slug(text: str) -> str:
    """Make a short name of a text.

    Examples
    --------
    >>> slug("Iran’s True Promise (1)"), slug("…")
    ('irans-true-promise-1', 'x')
    """
    plain = text.casefold().replace("’", "").replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "x"


def unique(name: str, taken: set[str]) -> str:
    """Add a number to a name that is taken, and take it.

    Examples
    --------
    >>> unique("a", {"a", "a-2"})
    'a-3'
    """
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free
