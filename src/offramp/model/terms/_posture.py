"""How a side is disposed to answer: patient, in kind, or assertive; hidden, and it shifts."""

import math

import jax.numpy as jnp
from jax import Array

from offramp.model._axes import pick
from offramp.model._prior import lognormal, normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
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
    both = pick(draw["posture.clash"], first) + pick(draw["posture.clash"], second)
    return (*marks, both, both)


_BASIS = (
    "Judgement in the shape of the trial on MIE, where a posture filter gave a small gain; "
    "not yet learned."
)

TERM = Term(
    name="posture",
    label="posture",
    part="choice",
    group="dial",
    priors=(
        normal(
            "posture.level", "threats, displays and force by posture",
            [[0.1, -0.3, -0.8], [0.0, 0.0, 0.0], [0.0, 0.2, 0.5]], 0.2, _BASIS,
            "who acts next and at what level",
        ),
        normal(
            "posture.answer", "answer to a provocation by posture",
            [0.0, 0.6, 0.3], 0.2, _BASIS, "who acts next and at what level",
        ),
        normal(
            "posture.clash", "clashes and battles by posture",
            [-0.2, 0.0, 0.2], 0.1, _BASIS, "who acts next and at what level",
        ),
        lognormal(
            "posture.days", "days between redraws of posture",
            math.log(670.0 * (1.0 - sum(share**2 for share in PRIOR_SHARES))), 0.5,
            "Trial on MIE: about one shift in 670 days; a redraw that changes nothing is none.",
            "how long a posture lasts",
        ),
    ),
    apply=apply,
)  # fmt: skip
