"""Lists of words, written as words."""


def words(listed: str) -> frozenset[str]:
    """Take the words of a list that is set apart by spaces.

    Examples
    --------
    >>> sorted(words("no not never"))
    ['never', 'no', 'not']
    """
    return frozenset(listed.split())
