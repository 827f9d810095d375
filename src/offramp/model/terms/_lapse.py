"""How the kind of the next act changes with the time that has passed."""

from offramp.model._axes import pick
from offramp.model._counted import counted
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Marks, Term
from offramp.model.terms._tempo import bin_of


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """Log ratio of each kind's share at this time since the last act to its share overall."""
    kinds = pick(draw["lapse.ratio"], bin_of(standing.since), inner=1)
    threat, display, force, clash, battle = kinds
    return (threat, display, force, threat, display, force, clash, battle)


_ratio = counted("choice_time")

TERM = Term(
    name="lapse",
    label="time since the last act",
    part="choice",
    group="learned",
    priors=(
        normal(
            "lapse.ratio", "share of each kind of act by days since the last",
            _ratio.value, _ratio.sd, _ratio.basis, "who acts next and at what level",
        ),
    ),
    apply=apply,
)  # fmt: skip
