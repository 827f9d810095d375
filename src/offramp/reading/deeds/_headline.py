"""A headline announces a deed that the text below it tells."""

import re
from collections.abc import Sequence

from offramp.ladder import load_ladder
from offramp.reading.deeds._candidate import Candidate

_HEADLINE = re.compile(r"\s*(?P<line>[^\n]{1,140}[^\s.!?:;,\"'”’])[ \t]*\n[ \t]*\n")


def without_headline(found: Sequence[Candidate], text: str) -> list[Candidate]:
    """Leave out the deeds of a headline that the text below it tells again.

    Parameters
    ----------
    found : sequence of Candidate
        The deeds of a document, their parties known.
    text : str
        The clean text that they were read from.

    Returns
    -------
    list of Candidate
        A deed that stands in the headline alone stays.
    """
    line = _HEADLINE.match(text)
    if line is None:
        return list(found)
    end = line.end("line")
    below = [one for one in found if one.trigger.token.idx >= end]
    return [
        one
        for one in found
        if one.trigger.token.idx >= end or not any(_is_told(one, other) for other in below)
    ]


def _is_told(announced: Candidate, told: Candidate) -> bool:
    bloody = {rung.key for rung in load_ladder().rungs if rung.blood}
    alike = announced.rung == told.rung or {announced.rung, told.rung} <= bloody
    guessed = not announced.actors or "actors" in announced.inferred
    return alike and (guessed or bool(set(announced.actors) & set(told.actors)))
