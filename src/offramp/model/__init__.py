"""The model: how parties choose, and what exchanges do."""

from offramp.model._axes import along, draw_from, pick
from offramp.model._bins import NO_GAP, bin_of, gap_bin
from offramp.model._counted import counted
from offramp.model._exchange import KINDS, Fates, exchange, readiness
from offramp.model._filter import (
    Beliefs,
    Traits,
    after_silence,
    drift,
    first_regime,
    hazards_by_bin,
    log_chances_of_bins,
    marks_by_posture,
    next_regime,
    read,
    resolve,
    setting_at,
)
from offramp.model._hazard import choice, contributions, dials, log_hazard, rate
from offramp.model._mechanisms import MECHANISMS, Mechanism
from offramp.model._parameters import (
    SEED,
    SHIPPED,
    Parameters,
    all_priors,
    from_draws,
    load_parameters,
    prior_parameters,
    shipped_parameters,
    switched_off,
)
from offramp.model._prior import Prior, normal
from offramp.model._provocation import provocation
from offramp.model._setting import Hidden, Setting, signals_on
from offramp.model._share import SHARE
from offramp.model._standing import (
    WEEKS,
    at_peace,
    happen,
    leave_trace,
    opens_anew,
    pass_days,
    stocks_now,
    suffer,
)
from offramp.model._standing_types import Deed, Draw, Standing
from offramp.model.terms import (
    POSTURES,
    PRIOR_SHARES,
    REGIMES,
    TERMS,
    WALK_SD,
    Term,
    pace_shape,
)

__all__ = [
    "KINDS",
    "MECHANISMS",
    "NO_GAP",
    "POSTURES",
    "PRIOR_SHARES",
    "REGIMES",
    "SEED",
    "SHARE",
    "SHIPPED",
    "TERMS",
    "WALK_SD",
    "WEEKS",
    "Beliefs",
    "Deed",
    "Draw",
    "Fates",
    "Hidden",
    "Mechanism",
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
    "bin_of",
    "choice",
    "contributions",
    "counted",
    "dials",
    "draw_from",
    "drift",
    "exchange",
    "first_regime",
    "from_draws",
    "gap_bin",
    "happen",
    "hazards_by_bin",
    "leave_trace",
    "load_parameters",
    "log_chances_of_bins",
    "log_hazard",
    "marks_by_posture",
    "next_regime",
    "normal",
    "opens_anew",
    "pace_shape",
    "pass_days",
    "pick",
    "prior_parameters",
    "provocation",
    "rate",
    "read",
    "readiness",
    "resolve",
    "setting_at",
    "shipped_parameters",
    "signals_on",
    "stocks_now",
    "suffer",
    "switched_off",
]
