"""Whether demands and accusations go before force by either side."""

from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import KIND, Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Demands and accusations in force by either side, on both."""
    made = setting.signals[KIND["demand"]]
    either = 1.0 - (1.0 - made) * (1.0 - made[::-1])
    return draw["demand.either"] * either


TERM = Term(
    name="demand",
    label="demands and accusations",
    part="dial",
    group="dial",
    priors=(
        normal(
            "demand.either", "force by either after a demand or an accusation",
            0.2, 0.15, "ICBe to 1994: +.25 and +.28.", "either side's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
