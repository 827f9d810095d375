"""Where the tests of published data stand: an invented crisis long after the made-up acts."""

from datetime import date
from functools import cache

from _invented import act, day, invent
from offramp.answers import Run, stand
from offramp.likeness._view import View
from offramp.record import Record, open_record

AS_OF = date.fromisoformat(day(3))
ACTS = (act("a", 0), act("b", 3, "southland", "strike-abroad"))
IMIA = date(1996, 1, 31)


@cache
def crisis() -> Record:
    return invent(ACTS)


@cache
def imia() -> Record:
    return open_record("imia-1996")


@cache
def view(real: bool = False) -> View:
    """The model's view of the invented crisis, or of the Imia crisis at its height."""
    world = stand(imia(), IMIA, None) if real else stand(crisis(), AS_OF, None)
    return View(world, Run(90, 1000, 0))
