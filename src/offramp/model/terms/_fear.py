"""Whether the answer that a side must expect, and the harm it would do, hold it back."""

from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """How sure the other's answer is believed to be, times what is believed to get through."""
    through = standing.leakage[:, 0] / standing.leakage.sum(1)
    expected = setting.resolve * through
    return draw["fear.weight"] * expected[::-1]


TERM = Term(
    name="fear",
    label="fear of the answer",
    part="dial",
    group="dial",
    priors=(
        normal(
            "fear.weight", "force per unit of answer expected",
            0.0, 0.3, "MIE trial: ±.3, no support; kept as a dial round zero.",
            "a side's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
