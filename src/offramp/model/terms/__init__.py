"""The terms of the model, one file each; adding one adds a file and a line here."""

from offramp.model.terms import (
    _activity,
    _answer,
    _ceasefire,
    _demand,
    _early,
    _exhaustion,
    _fear,
    _grievance,
    _lapse,
    _last_deed,
    _last_level,
    _limit,
    _momentum,
    _notice,
    _opener,
    _pace,
    _posture,
    _pressure,
    _rhythm,
    _same_day,
    _sequence,
    _target,
    _tempo,
    _third_parties,
    _traits,
    _vow,
    _withheld,
)
from offramp.model.terms._fear import expected_answer
from offramp.model.terms._pace import WALK_SD, pace_shape
from offramp.model.terms._posture import POSTURES, PRIOR_SHARES
from offramp.model.terms._pressure import unanswered
from offramp.model.terms._shape import Term
from offramp.model.terms._tempo import REGIMES

TERMS: tuple[Term, ...] = tuple(
    module.TERM
    for module in (
        _tempo, _pace, _same_day, _early, _last_level, _last_deed, _rhythm, _activity,
        _sequence, _answer, _opener, _lapse, _momentum, _posture,
        _grievance, _pressure, _vow, _fear, _exhaustion, _limit, _notice, _demand,
        _ceasefire, _third_parties, _traits, _target, _withheld,
    )
)  # fmt: skip

__all__ = [
    "POSTURES", "PRIOR_SHARES", "REGIMES", "TERMS", "WALK_SD", "Term", "expected_answer",
    "pace_shape", "unanswered",
]  # fmt: skip
