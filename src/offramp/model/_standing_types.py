"""What can be seen of a confrontation, as arrays; batch axes come last (see `_axes`)."""

from typing import Any, NamedTuple

from jax import Array

Draw = dict[str, Any]
"""Parameters by name: NumPy's arrays where they are made, JAX's inside the model."""


class Standing(NamedTuple):
    """What can be seen of a confrontation at the end of a day.

    Attributes
    ----------
    last_kind : array ()
        0 to 4: threat, display, force, clash, battle.
    last_actor, opener : array ()
        Whose the last and the first act was; `MUTUAL` for both or nobody.
    last_deed : array ()
        Index in `offramp.history.DEEDS`.
    last_dead : array ()
        log(1 + dead) of the last act.
    since, age : array ()
        Days from the last act, and from the opening of the confrontation to the last act.
    k : array ()
        Acts since the confrontation opened.
    gaps : array (3,)
        Bins of the last three gaps between acts, the latest first; `NO_GAP` where none.
    stocks : array (8, 3)
        Decayed counts by mark and half-life, as they stood after the last act.
    sting, grievance, pressure : array (2,)
        By side: the latest provocation suffered, all of them, those unanswered.
    acted : array (2,)
        1 where the side has used force since the as-of date.
    non_state : array (2,)
        1 where the latest act suffered was aimed at a non-state party.
    leakage : array (2, 2)
        Beta posterior of what of a side's salvoes gets through.
    """

    last_kind: Array
    last_actor: Array
    last_deed: Array
    last_dead: Array
    since: Array
    age: Array
    k: Array
    opener: Array
    gaps: Array
    stocks: Array
    sting: Array
    grievance: Array
    pressure: Array
    acted: Array
    non_state: Array
    leakage: Array


class Deed(NamedTuple):
    """What an act carries, each (); see `offramp.history.Events`.

    `counts` is how much it adds to the stocks that momentum rests on: 1, save where a
    counterfactual puts it in.
    """

    mark: Array
    deed: Array
    proxy: Array
    sovereign: Array
    leader: Array
    log_dead: Array
    non_state: Array
    exposed: Array
    counts: Array
