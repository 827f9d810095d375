"""Whether a limit declared, or an assurance, holds its maker and calms the other."""

from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import KIND, Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Limits in force; one that its maker has since broken counts for neither side."""
    kept = setting.signals[KIND["limit"]] * (1.0 - standing.acted)
    return draw["limit.own"] * kept + draw["limit.other"] * kept[::-1]


TERM = Term(
    name="limit",
    label="limits declared",
    part="dial",
    group="dial",
    priors=(
        normal(
            "limit.own", "force by the side that declared a limit",
            -0.35, 0.3, "ICBe to 1994: promise, ratio .61 [.10, .98], shrunk.",
            "the maker's further force, over 14 days",
        ),
        normal(
            "limit.other", "force by the side that was told of it",
            -0.15, 0.25, "Half of the effect on the maker, as ICBe has it; judgement.",
            "the other's further force, over 14 days",
        ),
    ),
    apply=apply,
)  # fmt: skip
