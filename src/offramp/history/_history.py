"""A record as of a date, as the arrays that the model sees."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from offramp.history._arrays import MAIN, Events, Floats, Ints, Signals


@dataclass(frozen=True)
class Rungs:
    """The ladder as arrays, and what each side tends to do on it.

    Attributes
    ----------
    keys : tuple of str
        The rungs from lowest to highest.
    order, level : tuple of int
        Their order and MID level.
    home : array (rungs,)
        1 where an act on the rung strikes sovereign soil.
    weights : array (3, 4, rungs)
        Dirichlet weights of the rung of an act by the first side, the second, or both, at
        level 2 to 5; 0 where a rung cannot be it.
    general : array (4, rungs)
        Shares of the rungs of levels 2 to 5 where nothing is known of a side.
    deed : array (rungs,)
        Index in `DEEDS` of a side's act on the rung.
    channels : array (2, 3)
        Dirichlet weights of direct, proxy and covert, by side.
    campaign, war : int
        Index of the rung of sustained force, and of battles.
    usual : int or None
        Index of the rung up to which the pair's force is customary.
    """

    keys: tuple[str, ...]
    order: tuple[int, ...]
    level: tuple[int, ...]
    home: Floats
    deed: Ints
    weights: Floats
    general: Floats
    channels: Floats
    campaign: int
    war: int
    usual: int | None


@dataclass(frozen=True)
class History:
    """What the model sees of a crisis on the evening of a day.

    Build one with `from_record`. The side that acted first comes first, whatever the
    record calls it, so that names and their order change nothing.

    Attributes
    ----------
    crisis : str
        The record's id.
    as_of : datetime.date
        The day on whose evening one stands.
    sides : (str, str)
        The sides' keys, in the arrays' order.
    events, signals : Events, Signals
        What was done and said, padded.
    acts : tuple of str
        The ids of the acts behind the valid events, in their order.
    said : tuple of str
        The ids of what is behind the valid signals, in their order: a signal, or the act from
        which others were kept out.
    nuclear, democracy : array (2,)
        Traits of the sides.
    rungs : Rungs
        The ladder.
    shadow_acts : array (2,)
        Acts of the shadow war, by side, over the last `shadow_days`.
    shadow_days : float
        Days over which these were counted.
    shadow_kinds : array (2, rungs, 3)
        By side, shares of the rungs and channels of these acts.
    """

    crisis: str
    as_of: date
    sides: tuple[str, str]
    events: Events
    signals: Signals
    acts: tuple[str, ...]
    said: tuple[str, ...]
    nuclear: Floats
    democracy: Floats
    rungs: Rungs
    shadow_acts: Floats
    shadow_days: float
    shadow_kinds: Floats

    @property
    def days_since_last(self) -> int:
        """Days from the last act outside the shadow war to the as-of date."""
        main = (self.events.valid > 0) & (self.events.stream == MAIN) & (self.events.change >= 0)
        return int(-self.events.day[main].max()) if main.any() else 0

    def digest(self) -> bytes:
        """Give the bytes of every array, to compare two histories exactly."""
        arrays = (
            *self.events, *self.signals, self.nuclear, self.democracy, self.rungs.weights,
            self.rungs.general, self.rungs.home, self.rungs.channels, self.shadow_acts,
            self.shadow_kinds,
            np.array([self.shadow_days, self.as_of.toordinal()]),
        )  # fmt: skip
        return b"".join(np.ascontiguousarray(array).tobytes() for array in arrays)
