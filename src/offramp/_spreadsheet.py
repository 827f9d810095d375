"""Text in a table that a spreadsheet opens, and does not run."""

STEERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula."""


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run.

    Examples
    --------
    >>> harmless("=1+1"), harmless("a quiet day")
    ("'=1+1", 'a quiet day')
    """
    return f"'{text}" if text.lstrip(" ").startswith(STEERS) else text
