"""The model: how parties choose, and what exchanges do."""

from offramp.model._axes import along, draw_from, pick
from offramp.model._counted import counted
from offramp.model._exchange import KINDS, Fates, exchange, readiness
from offramp.model._filter import Beliefs, Traits, after_silence, read, resolve, setting_at
from offramp.model._hazard import choice, contributions, dials, log_hazard, rate
from offramp.model._parameters import Parameters, all_priors, shipped_parameters
from offramp.model._prior import Prior
from offramp.model._provocation import provocation
from offramp.model._setting import Hidden, Setting, signals_on
from offramp.model._standing import at_peace, happen, pass_days, suffer
from offramp.model._standing_types import Deed, Draw, Standing
from offramp.model.terms import LAST_YEAR, POSTURES, PRIOR_SHARES, REGIMES, TERMS, Term, pace_shape

__all__ = [
    "KINDS",
    "LAST_YEAR",
    "POSTURES",
    "PRIOR_SHARES",
    "REGIMES",
    "TERMS",
    "Beliefs",
    "Deed",
    "Draw",
    "Fates",
    "Hidden",
    "Parameters",
    "Prior",
    "Setting",
    "Standing",
    "Term",
    "Traits",
    "after_silence",
    "all_priors",
    "along",
    "at_peace",
    "choice",
    "contributions",
    "counted",
    "dials",
    "draw_from",
    "exchange",
    "happen",
    "log_hazard",
    "pace_shape",
    "pass_days",
    "pick",
    "provocation",
    "rate",
    "read",
    "readiness",
    "resolve",
    "setting_at",
    "shipped_parameters",
    "signals_on",
    "suffer",
]
