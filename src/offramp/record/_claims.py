"""Claims of analysts, the questions that one asks, and an analyst's own beliefs."""

from typing import Annotated

from pydantic import Field

from offramp.record._base import Day, Id, Ids, Line, Part, Text
from offramp.record.enums import Expectation


class ClaimTest(Part):
    """What would have to be so, if the claim is right."""

    ask: Line = Field(description="The question that tests it, in one line.")
    expect: Expectation = Field(
        description="What the claim expects: for a contrast higher or lower, else yes or no."
    )
    as_of: Day = Field(description="The day on which the question is asked.")


class Claim(Part):
    """An analyst's sentence, with a test."""

    id: Id = Field(description="Short name, unique among acts, signals, claims and questions.")
    by: Id = Field(description="The source that makes the claim.")
    quote: Text = Field(description="The sentence, word for word.")
    about: Ids = Field(default=(), description="The acts and signals that it is about.")
    test: ClaimTest | None = Field(default=None, description="How it can be tested.")
    untestable: Text | None = Field(
        default=None, description="Why it cannot be tested, where it cannot."
    )
    note: Text | None = Field(default=None, description="Anything a reader should know about it.")


class Question(Part):
    """Something that futures answer."""

    id: Id = Field(description="Short name, unique among acts, signals, claims and questions.")
    ask: Line = Field(description="The question, in one line.")
    as_of: Day = Field(description="The day on which it is asked.")
    note: Text | None = Field(default=None, description="Anything a reader should know about it.")


class Belief(Part):
    """The analyst's own prior for one dial."""

    mean: Annotated[float, Field(ge=-20, le=20)] = Field(description="The centre of the prior.")
    sd: Annotated[float, Field(gt=0, le=20)] = Field(description="Its standard deviation.")
    why: Text = Field(description="What it rests on.")
