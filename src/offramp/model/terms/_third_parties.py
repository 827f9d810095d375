"""Whether third parties hold a side back, mediate, or back it."""

from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import KIND, Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Mediation, restraint and backing in force for each side, times their dials."""
    signals = setting.signals
    return (
        draw["mediation.force"] * signals[KIND["mediation"]]
        + draw["restraint.force"] * signals[KIND["restraint"]]
        + draw["backing.force"] * signals[KIND["backing"]]
    )


TERM = Term(
    name="third-parties",
    label="third parties",
    part="dial",
    group="dial",
    priors=(
        normal(
            "mediation.force", "force by a side under mediation",
            -0.1, 0.25, "ICBe to 1994: -.06.", "a side's use of force, over 14 days",
        ),
        normal(
            "restraint.force", "force by a side whose partner withholds or forbids",
            -0.1, 0.25, "ICBe to 1994, as for mediation: -.06; judgement that it carries over.",
            "the restrained side's use of force, over 14 days",
        ),
        normal(
            "backing.force", "force by a side that a partner backs",
            0.0, 0.25, "No data at hand; judgement, round zero.",
            "the backed side's use of force, over 14 days",
        ),
    ),
    apply=apply,
)  # fmt: skip
