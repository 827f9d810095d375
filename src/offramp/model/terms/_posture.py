"""How a side is disposed to answer: patient, in kind, or assertive; hidden, and it shifts."""

import math

import jax.numpy as jnp
from jax import Array

from offramp.model._axes import pick
from offramp.model._prior import lognormal, normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import WHO
from offramp.model.terms._shape import Marks, Term

POSTURES = ("patient", "in kind", "assertive")

PRIOR_SHARES = (0.35, 0.45, 0.20)
"""What is believed of a side of which nothing is known; judgement."""

ANSWERS = (0.0, 0.5, 1.0)
"""How much of a provocation weighs on a side's threats, displays and force."""


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """What the posture adds by level, and how it answers the latest provocation."""
    first, second = hidden.posture[0], hidden.posture[1]
    marks: list[Array] = []
    for posture, sting in ((first, standing.sting[0]), (second, standing.sting[1])):
        answer = pick(draw["posture.answer"], posture) * jnp.log1p(sting)
        levels = pick(draw["posture.level"], posture, inner=1)
        marks += [level + share * answer for level, share in zip(levels, ANSWERS, strict=True)]
    both = [pick(draw["posture.clash"], side, inner=1) for side in (first, second)]
    return (*marks, *(both[0][kind] + both[1][kind] for kind in range(2)))


_SD = 0.5
_BASIS = (
    "Learned from published events; what it gains over one posture for all stands in the model "
    f"card. Prior: normal with sd {_SD:g} round judgement."
)

TERM = Term(
    name="posture",
    label="posture",
    part="choice",
    group="learned",
    priors=(
        normal(
            "posture.level", "threats, displays and force by posture",
            [[0.1, -0.3, -0.8], [0.0, 0.0, 0.0], [0.0, 0.2, 0.5]], _SD, _BASIS, WHO,
        ),
        normal(
            "posture.answer", "answer to a provocation by posture", [0.0, 0.6, 0.3], _SD, _BASIS,
            WHO,
        ),
        normal(
            "posture.clash", "clashes and battles by posture",
            [[-0.2, -0.2], [0.0, 0.0], [0.2, 0.2]], _SD, _BASIS, WHO,
        ),
        lognormal(
            "posture.days", "days between redraws of posture",
            math.log(670.0 * (1.0 - sum(share**2 for share in PRIOR_SHARES))), 0.5,
            f"{_BASIS} Centre: a trial on MIE, about one shift in 670 days; a redraw that changes "
            "nothing is none.",
            "how long a posture lasts",
        ),
    ),
    apply=apply,
)  # fmt: skip
