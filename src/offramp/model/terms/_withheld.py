"""Whether keeping a proxy or partner out of an act is read as restraint by the other side."""

from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import KIND, Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Acts from which their maker kept others out, on the side that suffered them."""
    return draw["withheld.other"] * setting.signals[KIND["withheld"]][::-1]


TERM = Term(
    name="withheld",
    label="proxies and partners kept out",
    part="dial",
    group="dial",
    priors=(
        normal(
            "withheld.other",
            "violent reply to an act from which others were kept out",
            0.0,
            0.25,
            "No data at hand; judgement, round zero.",
            "the other's use of force, over 14 days",
        ),
    ),
    apply=apply,
)
