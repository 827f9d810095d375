"""What a dossier holds."""

from dataclasses import dataclass
from typing import Literal

from offramp.answers import ActEffect, Asked
from offramp.claims import Claims
from offramp.hypotheses import Matrix
from offramp.likeness import Likeness
from offramp.offramps import Offramps
from offramp.sensitivity import Hinges, Watch

Depth = Literal["quick", "usual", "full"]


@dataclass(frozen=True)
class Dossier:
    """All that is asked of one crisis as of one date, beyond its forecast.

    Each part is None where it was not asked for, or where the record gives nothing to ask.

    Attributes
    ----------
    effect : ActEffect or None
        What the latest act outside the shadow war changed.
    asked : Asked or None
        The record's own questions of the day.
    claims : Claims or None
    hypotheses : Matrix or None
    offramps : Offramps or None
    watch : Watch or None
    hinges : Hinges or None
    likeness : Likeness or None
        None where no crisis was over by that day.
    """

    effect: ActEffect | None = None
    asked: Asked | None = None
    claims: Claims | None = None
    hypotheses: Matrix | None = None
    offramps: Offramps | None = None
    watch: Watch | None = None
    hinges: Hinges | None = None
    likeness: Likeness | None = None
