"""State dependence: how much of the momentum that follows an act the act itself caused."""

from offramp.model._prior import beta

SHARE = "state-dependence.share"

PRIORS = (
    beta(
        SHARE, "share of an act's momentum that the act itself caused", 2.0, 2.0,
        "Not identified by events: confrontations that were violent stay violent, for reasons that "
        "no act caused. Beta(2, 2), judgement; every contrast is shown over its whole range.",
        "the momentum of an act that a counterfactual takes out or puts in",
    ),
)  # fmt: skip
