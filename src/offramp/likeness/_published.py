"""The published data that the user has brought, as they can be compared."""

from dataclasses import dataclass, field

from offramp._errors import OfframpError
from offramp._extras import part
from offramp.datasets import data_folder, open_dataset, stored
from offramp.likeness._crises import Actors, actors_of
from offramp.likeness._events import Acts

BRING = {
    "mie": "To compare with Militarized Interstate Events too: offramp data add mie PATH",
    "icb": "To compare with International Crisis Behavior too: offramp data add icb PATH",
}
"""What to do where a dataset is not there."""


@dataclass(frozen=True)
class Published:
    """What there is of MIE and ICB; None where it is not there.

    `notes` says by dataset why one cannot be compared.
    """

    events: Acts | None = None
    crises: Actors | None = None
    notes: dict[str, str] = field(default_factory=lambda: dict(BRING))


def published() -> Published:
    """Read what the user has added with ``offramp data add``.

    Returns
    -------
    Published
        What cannot be read is left out, and its note says why.
    """
    notes = dict(BRING)
    events = crises = None
    try:
        if stored("mie") is not None:
            events = Acts(open_dataset("mie"))
    except OfframpError as error:
        notes["mie"] = str(error)
    try:
        crises = _crises()
    except OfframpError as error:
        notes["icb"] = str(error)
    return Published(events, crises, notes)


def _crises() -> Actors | None:
    kept = stored("icb")
    if kept is None:
        return None
    # Opened as acts first, so that what is damaged is told in the store's own words.
    open_dataset("icb")
    file = next(file for file in kept.files if file.key == "icb2")
    return actors_of(part("data", "pyarrow.parquet").read_table(
        data_folder() / "icb" / file.parquet
    ))  # fmt: skip
