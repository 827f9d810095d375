"""Whether notice given of an act, or a warning, softens the other's answer to it."""

from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import KIND, Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Notice in force, on the side that would answer."""
    return draw["notice.other"] * setting.signals[KIND["notice"]][::-1]


TERM = Term(
    name="notice",
    label="notice and warning given",
    part="dial",
    group="dial",
    priors=(
        normal(
            "notice.other", "violent reply to an act of which notice was given",
            -0.2, 0.3, "ICBe to 1994: express intent, ratio .84 [.59, 1.09].",
            "the other's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
