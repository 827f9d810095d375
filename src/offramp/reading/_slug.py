"""Short names, fit for ids in a record."""

import re
import unicodedata


def slug(text: str) -> str:
    """Make a short name of a text.

    Examples
    --------
    >>> slug("Iran’s True Promise (1)"), slug("Traoré"), slug("…")
    ('irans-true-promise-1', 'traore', 'x')
    """
    # An accent goes, its letter stays.
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = re.sub(r"[\u0300-\u036f'’]", "", plain)
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
