"""The base rate that the package carries, where the user has no data to count another from."""

from offramp.futures import baseline
from offramp.scoring.library._moments import Moment
from offramp.scoring.library._questions import HOME, HORIZONS, NEAR, QUIET_DAYS, RUNGS, Said

NAME = "shipped_base_rate"

_SIDES = {"either": 2, "first": 0, "second": 1}
_LEVELS = (2, 3, 4, 5)


def say_shipped(moment: Moment) -> Said:
    """Say of a moment what the report's base rates say: of 1993-2002, whenever the crisis was.

    Returns
    -------
    Said
        Who acts next and how long that takes are missing: nothing was counted for 30 days.
    """
    history = moment.history
    rungs = history.rungs
    said: Said = {}
    above = float(rungs.general[2][rungs.keys.index(HOME) :].sum())
    for who, side in _SIDES.items():
        for days in HORIZONS:
            force, war = (
                baseline.acts_at_level(history, side, level, days) or 0.0 for level in (4, 5)
            )
            said[f"force-{who}-{days}"] = (force,)
            said[f"home-{who}-{days}"] = (war + (force - war) * above,)
    said[f"quiet-{QUIET_DAYS}"] = (baseline.quiet_60(),)
    reach = [baseline.acts_at_level(history, 2, level, NEAR) or 0.0 for level in _LEVELS]
    at = [here - above for here, above in zip(reach, [*reach[1:], 0.0], strict=True)]
    by_rung = dict.fromkeys(RUNGS, 0.0)
    by_rung["calm"] = 1.0 - reach[0]
    for share, general in zip(at, rungs.general, strict=True):
        for rung in RUNGS[1:]:
            by_rung[rung] += share * float(general[rungs.keys.index(rung)])
    said[f"highest-{NEAR}"] = tuple(by_rung.values())
    return said
