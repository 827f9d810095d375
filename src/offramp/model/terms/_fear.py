"""Whether the answer that a side must expect, and the harm it would do, hold it back."""

import math

from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standardise import BEYOND, standardised
from offramp.model._standing import LEAKAGE_PRIOR
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._posture import PRIOR_SHARES
from offramp.model.terms._shape import Term

RESOLVE = 1.0 - PRIOR_SHARES[0]
"""How sure the answer of a side of which nothing is known is believed to be."""

_through, _stopped = LEAKAGE_PRIOR
_trials = _through + _stopped
CENTRE = RESOLVE * _through / _trials
SCALE = RESOLVE * math.sqrt(_through * _stopped / (_trials + 1.0)) / _trials
"""Mean and sd of the answer expected where only the prior of leakage speaks; judgement."""


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """The answer that each side must expect, times the dial."""
    return draw["fear.weight"] * expected_answer(standing, setting)


def expected_answer(standing: Standing, setting: Setting) -> Array:
    """How sure the other's answer is believed to be, times what is believed to get through.

    In standard deviations, by the side that must expect it.
    """
    through = standing.leakage[:, 0] / standing.leakage.sum(1)
    return standardised(setting.resolve * through, CENTRE, SCALE)[::-1]


TERM = Term(
    name="fear",
    label="fear of the answer",
    part="dial",
    group="dial",
    priors=(
        normal(
            "fear.weight", "force per sd of the answer expected",
            0.0, 0.3,
            "MIE trial: ±.3, no support; kept as a dial round zero. Judgement: per sd that the "
            f"prior of what gets through gives the answer expected, clipped at {BEYOND:g} sd.",
            "a side's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
