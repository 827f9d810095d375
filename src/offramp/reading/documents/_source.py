"""A document as it was read, and the words that are quoted from it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True)
class Quote:
    """Words of a source, exactly as they stand in it.

    Attributes
    ----------
    source : str
        The source's id.
    start, end : int
        Offsets in characters into `Source.text`, the end excluded.
    text : str
        ``source.text[start:end]``, always.
    """

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Source:
    r"""One document as it was read.

    Attributes
    ----------
    id : str
        Short name, fit for a record: small letters, digits and hyphens.
    text : str
        The text as read: a text file decoded, the kept text of an HTML page, the pages of a
        PDF one after the other. All offsets of quotes count in it.
    kept : tuple of (int, int)
        The spans of `text` that are prose, in order; what lies between them (bylines, "More >",
        boilerplate) is not read. The whole text where nobody has cleaned it.
    title, author, publisher, url : str
        As found in the document or given; empty where neither.
    date : str or None
        When it was published (EDTF); None where nothing says.
    date_found : str
        ``given``, ``document`` (its metadata or dateline), or empty.
    language : str
        The guess, as an ISO 639 code: ``en``, or ``und`` for not English.
    kind : str
        A kind of source that a record knows: ``news``, ``commentary``, ...
    file : str
        The file's name as the user gave it, or the address.

    Examples
    --------
    >>> source = Source("a", "Head\nMore >\nIran struck.", kept=((0, 5), (12, 24)))
    >>> source.clean
    'Head\nIran struck.'
    >>> source.quote(*source.span(5, 9)).text
    'Iran'
    """

    id: str
    text: str
    kept: tuple[tuple[int, int], ...] | None = None
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    date: str | None = None
    date_found: str = ""
    language: str = "en"
    kind: str = "commentary"
    file: str = ""

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The spans of the text that are read, in order."""
        return self.kept if self.kept is not None else ((0, len(self.text)),)

    @cached_property
    def clean(self) -> str:
        """The text that is read: the kept spans, one after the other."""
        return "".join(self.text[start:end] for start, end in self.spans)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(end - start for start, end in self.spans)]

    def at(self, offset: int) -> int:
        """Say where in `text` a character of `clean` stands."""
        which = min(bisect_right(self._starts, offset), len(self.spans)) - 1
        return self.spans[which][0] + offset - self._starts[which]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of `clean` into one of `text`; empty spans stay empty."""
        if end <= start:
            return self.at(start), self.at(start)
        return self.at(start), self.at(end - 1) + 1

    def quote(self, start: int, end: int) -> Quote:
        """Quote a span of `text`."""
        return Quote(self.id, start, end, self.text[start:end])
