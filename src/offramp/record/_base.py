"""What every part of a record has in common: frozen, and no unknown fields."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from offramp.record._dates import EXAMPLES, parse_day, parse_span

MAX_COUNT = 10_000_000


class Part(BaseModel):
    """A part of a record: frozen, with no fields but its own."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        allow_inf_nan=False,
        use_attribute_docstrings=False,
    )


@dataclass(frozen=True, order=True)
class Count:
    """A number of people or things that may be known only as a range.

    Parameters
    ----------
    low, high : int
        Both ends belong to the range; equal where the number is exact. 0 or more.

    Raises
    ------
    ValueError
        When `low` is above `high`, or either is negative.

    Examples
    --------
    >>> Count.parse("7..16").mid
    11.5
    """

    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"The lower number {self.low} is above the higher {self.high}.")
        if self.low < 0 or self.high > MAX_COUNT:
            raise ValueError(f"A count lies between 0 and {MAX_COUNT}.")

    @property
    def mid(self) -> float:
        """The middle of the range."""
        return (self.low + self.high) / 2

    @classmethod
    def parse(cls, value: object) -> "Count":
        """Read ``7``, ``"7"`` or ``"7..16"``.

        Raises
        ------
        ValueError
            When it is no count; the message says what would be right.

        Examples
        --------
        >>> Count.parse(7)
        Count(low=7, high=7)
        """
        if isinstance(value, Count):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return cls(value, value)
        if isinstance(value, str):
            low, dots, high = (piece.strip() for piece in value.strip().partition(".."))
            ends = (low, high if dots else low)
            if all(end.isascii() and end.isdigit() and len(end) <= 12 for end in ends):
                return cls(int(ends[0]), int(ends[1]))
        raise ValueError("This is not a count. Write a whole number, or a range such as 7..16.")

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}..{self.high}"


def wrong(message: object) -> PydanticCustomError:
    """Turn a message of our own into one that pydantic reports as it stands."""
    return PydanticCustomError("offramp", "{message}", {"message": str(message)})


def _edtf(value: object) -> object:
    # A bare year is a number in YAML, and nobody means anything else by it.
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str):
        raise wrong(f"This is not a date. {EXAMPLES}")
    try:
        parse_span(text.strip())
    except ValueError as error:
        raise wrong(error) from None
    return text.strip()


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        return parse_day(str(value).strip())
    except ValueError as error:
        raise wrong(error) from None


def _count(value: object) -> object:
    try:
        return Count.parse(value)
    except ValueError as error:
        raise wrong(error) from None


def _as_given(value: Count) -> int | str:
    return value.low if value.low == value.high else str(value)


def listed(value: object) -> object:
    """Accept a single name where a list of names is meant."""
    return [value] if isinstance(value, str) else value


@lru_cache(maxsize=1)
def _count_schema() -> dict[str, Any]:
    whole = {"type": "integer", "minimum": 0}
    return {"anyOf": [whole, {"type": "string", "pattern": r"^\d+(\.\.\d+)?$"}]}


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,79}$")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\r\n]*$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Iso3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Url = Annotated[
    str, StringConstraints(max_length=2_000, pattern=r"^https?://[^\s/?#<>\"']+[^\s<>\"]*$")
]
Ids = Annotated[
    tuple[Id, ...], BeforeValidator(listed, json_schema_input_type=str | tuple[Id, ...])
]
Edtf = Annotated[
    str,
    BeforeValidator(_edtf, json_schema_input_type=str | int),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string"}, {"type": "integer", "minimum": 1700, "maximum": 2100}],
            "examples": ["2024-04-13", "2024-04", "2024-04-13~", "2024-04-01/2024-04-13"],
        }
    ),
]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Number = Annotated[
    Count,
    BeforeValidator(_count),
    PlainSerializer(_as_given),
    WithJsonSchema(_count_schema()),
]
