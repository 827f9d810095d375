"""What testing an analyst's claims gives."""

from dataclasses import dataclass
from datetime import date

from offramp.answers import Contrast, Reply
from offramp.claims._surface import Surface
from offramp.claims._turns import MustBelieve
from offramp.claims._verdict import Verdict


@dataclass(frozen=True)
class ClaimAnswer:
    """One claim, tested.

    Attributes
    ----------
    id, by, quote : str
        As in the record; `by` is the source that makes it.
    ask, expect : str or None
        Its test.
    as_of : datetime.date or None
        The day on which it is asked.
    verdict : str
    answer : Reply or Contrast or None
        None for a claim that cannot be tested.
    why : str
        The verdict in a sentence, or why there is none.
    bayes_factor : float or None
        How many times likelier the act makes a side that answers; only where the claim speaks
        of what a side is.
    by_construction : str or None
        What of the answer is so because a side is held, whatever the model says.
    must_believe : MustBelieve or None
        None where no belief about a dial moves the answer.
    surface : Surface or None
        The verdict over the two dials that move it most; only where it is looked at closely.
    came : bool or None
        What had come of it by the day on whose evening one stands, where that is settled; the
        verdict is the forecast's, and knows nothing of it.
    came_why : str
        That in a sentence.
    """

    id: str
    by: str
    quote: str
    ask: str | None
    expect: str | None
    as_of: date | None
    verdict: Verdict
    answer: Reply | Contrast | None
    why: str
    bayes_factor: float | None = None
    by_construction: str | None = None
    must_believe: MustBelieve | None = None
    surface: Surface | None = None
    came: bool | None = None
    came_why: str = ""


@dataclass(frozen=True)
class Claims:
    """A record's claims, tested, with what the tests depend on."""

    crisis: str
    as_of: date
    seed: int
    draws: int
    run: str
    beliefs: str
    calibration: str
    claims: tuple[ClaimAnswer, ...]
