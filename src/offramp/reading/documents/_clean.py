"""What of a document is prose: bylines, boxes about authors and boilerplate are left unread."""

import re
from dataclasses import replace

from offramp.reading.documents._dateline import dateline
from offramp.reading.documents._source import Source

_LINE = re.compile(r"[^\n]*\n|[^\n]+$")
_BOILERPLATE = re.compile(
    r"""^\W*(?:
        more\s*[>»…]* | read\s+more\b.* | related\b.{0,60} | share\b.{0,60} | subscribe\b.* |
        sign\s+up\b.* | advertisement | follow\s+(?:us|@)\b.* | print | e-?mail |
        comments?\b.{0,20} |
        (?:copyright|©|\(c\)).* | all\s+rights\s+reserved.* | photo(?:graph)?\s*(?:by|credit)?:.* |
        image\s*(?:credit)?:.* | credit:.* | source:.{0,80} | tags?:.* | topics?:.* |
        skip\s+to\b.* |
        menu | search | home | back\s+to\s+top | about\s+the\s+authors?\b.* | share\s+this\b.* |
        (?:published|posted|updated|last\s+(?:updated|modified))(?:\s+on)?:?\s.{0,60} |
        reporting\s+by\b.* | editing\s+by\b.* | \(?\s*(?:additional\s+)?reporting\s+by\b.* |
        for\s+more\s+(?:on|information)\b.* | listen\s+to\b.{0,120} | watch:.* | download\b.{0,80} |
        this\s+(?:article|story|piece)\s+(?:was|is|has|first|originally)\b.* | cookies?\b.* |
        the\s+views\s+expressed\b.* | click\s+here\b.* | by\s+continuing\b.* |
        page\s+\d+(?:\s+of\s+\d+)? |
        \d+\s+min(?:ute)?s?\s+read | \W+
    )\W*$""",
    re.I | re.X,
)
_BYLINE = re.compile(
    r"^\s*(?:By|BY|by)\s+(?!(?:\w+day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b)"
    r"(?:[A-Z][\w.'’-]+\s*){1,4}(?:(?:,|and|&)\s+(?:[A-Z][\w.'’-]+\s*){1,4})*"
    r"(?:[,|·].{0,60})?\s*$"
)
_ABOUT_AUTHOR = re.compile(
    r"\bis (?:an? |the )?(?:[\w-]+ ){0,4}(?:fellow|professor|analyst|director|lecturer|researcher|"
    r"correspondent|reporter|columnist|scholar|editor|author|associate|historian|doctoral|writer)\b"
    r"(?=.*\b(?:at|in|of|for|with|and)\b)",
    re.I,
)
_WEB = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$")
_LONGEST_NOTE = 700


def clean(source: Source) -> Source:
    r"""Leave out what is no prose: bylines, datelines, notes on authors, "More >", addresses.

    Parameters
    ----------
    source : Source

    Returns
    -------
    Source
        The same text, with the spans that are kept; the spans kept before are cut further.

    Examples
    --------
    >>> text = "By Ann Roe\n\nIran struck.\n\nAnn Roe is a fellow at the Institute.\nMore >\n"
    >>> clean(Source("a", text)).clean
    '\n\nIran struck.\n\n\n\n'
    """
    kept: list[tuple[int, int]] = []
    for first, last in source.spans:
        for match in _LINE.finditer(source.text, first, last):
            line = match[0].strip()
            start, end = match.span()
            if line and _is_noise(line):
                # The line break stays, so that paragraphs stay apart.
                start = end - (len(match[0]) - len(match[0].rstrip("\n")))
            opens = dateline(match[0]) if start < end else None
            if opens is not None and opens.on(source.date or ""):
                # Its day is the document's, not that of a deed; its place tells who wrote.
                start += opens.end
            if start < end:
                kept.append((start, end))
    return replace(source, kept=_merged(kept))


def _is_noise(line: str) -> bool:
    if _BOILERPLATE.match(line) or _BYLINE.match(line) or _WEB.match(line):
        return True
    return len(line) <= _LONGEST_NOTE and _is_note(line)


def _is_note(line: str) -> bool:
    """Say whether a line tells who its author is: it opens with a name and says what he is."""
    match = _ABOUT_AUTHOR.search(line)
    if match is None:
        return False
    before = line[: match.start()].split()
    return 1 <= len(before) <= 5 and all(word[:1].isupper() or word == "and" for word in before)


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
