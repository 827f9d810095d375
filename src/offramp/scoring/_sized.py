"""How much a forecaster was fitted to, and scored on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sized:
    """How much there is of something: crises, confrontations and standing points (events)."""

    crises: int
    confrontations: int
    events: int
