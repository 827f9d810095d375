"""Whether a side does what it has vowed or threatened to do."""

from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import KIND, Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Vows and threats in force that the side has not yet made good."""
    vows, threats = setting.signals[KIND["vow"]], setting.signals[KIND["threat"]]
    said = 1.0 - (1.0 - vows) * (1.0 - threats)
    return draw["vow.weight"] * said * (1.0 - standing.acted)


TERM = Term(
    name="vow",
    label="vows and threats",
    part="dial",
    group="dial",
    priors=(
        normal(
            "vow.weight", "force by a side that has vowed or threatened it",
            0.2, 0.3, "ICBe to 1994: ratio 1.09 [.85, 1.34]; MIE null.",
            "follow-through by the side that vowed",
        ),
    ),
    apply=apply,
)  # fmt: skip
