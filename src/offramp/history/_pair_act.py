"""An act between the two sides of a record."""

from dataclasses import dataclass
from datetime import date

from offramp.history._usual import Force
from offramp.record import Act


@dataclass(frozen=True)
class PairAct:
    """An act between the two sides, with what the arrays need of it."""

    act: Act
    day: date
    maker: str | None
    """The side that acts; None for a clash that neither began."""
    level: int
    order: int
    sovereign: bool
    """Whether it struck what counts as the other's own soil."""

    @property
    def force(self) -> Force:
        """The act as far as custom goes."""
        return Force(self.order, self.act.channel != "direct", self.sovereign)
