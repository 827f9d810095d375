"""Sources, and the citations that tie a fact to one."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from offramp.record._base import Edtf, Id, Line, Part, Text, Url
from offramp.record._dates import Span, parse_span
from offramp.record.enums import Reliability, SourceKind


class Source(Part):
    """A published text that facts of the record rest on."""

    id: Id = Field(description="Short name of the source, unique in the record.")
    kind: SourceKind = Field(description="What sort of text it is.")
    author: Line | None = Field(default=None, description="Who wrote it.")
    title: Line = Field(description="Its title.")
    publisher: Line = Field(
        description="Who published it; two sources of one publisher count as one."
    )
    date: Edtf | None = Field(
        default=None,
        description="When it was published (EDTF). Facts become known by it.",
    )
    url: Url | None = Field(default=None, description="Where it can be read (http or https).")
    reliability: Reliability = Field(
        default="F",
        description="Admiralty grade of the source: A completely reliable, B usually, "
        "C fairly, D not usually, E unreliable, F cannot be judged.",
    )
    note: Text | None = Field(default=None, description="Anything a reader should know about it.")

    @property
    def span(self) -> Span | None:
        """The days on which it may have been published; None where it has no date."""
        return parse_span(self.date) if self.date is not None else None


class Citation(Part):
    """A pointer to a source, with the words that carry the fact."""

    id: Id = Field(description="The source's id.")
    quote: Annotated[str, Field(min_length=1, max_length=300)] | None = Field(
        default=None,
        description="The words of the source that say so, at most 300 characters.",
    )


def _cited(value: object) -> object:
    if isinstance(value, str):
        return {"id": value}
    return value


def _all_cited(value: object) -> object:
    return [value] if isinstance(value, str | dict) else value


_Cited = Annotated[Citation, BeforeValidator(_cited, json_schema_input_type=str | Citation)]
Citations = Annotated[
    tuple[_Cited, ...],
    BeforeValidator(_all_cited, json_schema_input_type=str | Citation | tuple[str | Citation, ...]),
]
