"""The baselines, fitted to the same questions on MIE's standing points."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from offramp.history import BATTLE, LEVELS, MARKS, MUTUAL, Points
from offramp.scoring._arrays import Floats, Ints
from offramp.scoring._base_rate import DECADE, shares
from offramp.scoring._highest import RUNGS as LEVELS_REACHED
from offramp.scoring._highest import highest_rung
from offramp.scoring._inputs import absolute, inputs_of, last_side, relative
from offramp.scoring._learned import YEARS, one_thread, smoothed
from offramp.scoring._logistic import learn_logistic
from offramp.scoring._markov import by_last_mark
from offramp.scoring.library._as_points import points_at
from offramp.scoring.library._moments import Moment
from offramp.scoring.library._questions import (
    HOME,
    HORIZONS,
    NEAR,
    QUIET_DAYS,
    RUNGS,
    WAIT_STARTS,
    WAITS,
    Said,
)

Progress = Callable[[str, int, int], None]
Asked = dict[str, tuple[Ints, int]]
"""By question: the outcome of each point, and how many outcomes there are."""
Spoken = dict[str, Floats]
"""By question: chances (moments, outcomes)."""

_LEVEL = np.array([level for _, level in MARKS])
_ACTOR = np.array([actor for actor, _ in MARKS])
_FORCE = 4


def _base_rate(train: Points, asked: Asked, new: Points, _tell: Callable[[int], None]) -> Spoken:
    weights = train.weights()
    return {
        name: np.tile(shares(outcome, weights, size), (new.count, 1))
        for name, (outcome, size) in asked.items()
    }


def _recent_base_rate(
    train: Points, asked: Asked, new: Points, tell: Callable[[int], None]
) -> Spoken:
    years = train.year
    keep = years > years.max() - DECADE
    some: Asked = {name: (outcome[keep], size) for name, (outcome, size) in asked.items()}
    return _base_rate(train.where(keep), some, new, tell)


def _markov(train: Points, asked: Asked, new: Points, _tell: Callable[[int], None]) -> Spoken:
    weights = train.weights()
    last, now = (points.confrontations.mark[points.row] for points in (train, new))
    return {
        name: by_last_mark(last, outcome, weights, shares(outcome, weights, size), size)[now]
        for name, (outcome, size) in asked.items()
    }


def _logistic(train: Points, asked: Asked, new: Points, tell: Callable[[int], None]) -> Spoken:
    years = train.year
    keep = years > years.max() - YEARS
    some = train.where(keep)
    inputs, theirs, weights = inputs_of(some), inputs_of(new), some.weights()
    said: Spoken = {}
    with one_thread():
        for done, (name, (outcome, size)) in enumerate(asked.items()):
            tell(done)
            said[name] = smoothed(learn_logistic, inputs, outcome[keep], weights, size)(theirs)
    return said


RIVALS: Mapping[str, Callable[[Points, Asked, Points, Callable[[int], None]], Spoken]] = {
    "base_rate": _base_rate,
    "recent_base_rate": _recent_base_rate,
    "markov": _markov,
    "logistic": _logistic,
}
"""What Offramp has to beat, from the plainest to the hardest."""


def say_rivals(
    train: Points, moments: Sequence[Moment], progress: Progress | None = None
) -> dict[str, list[Said]]:
    """Fit the baselines to points whose windows have closed, and ask them at moments.

    Parameters
    ----------
    train : Points
    moments : sequence of Moment
        At least one.
    progress : callable, optional
        Called with a word, how much is done, and how much there is.

    Returns
    -------
    dict of str to list of Said
        By baseline, what it says at each moment.
    """
    evenings = train.where(train.ends_day)
    asked, new = _asked(evenings), points_at(moments)

    def tell(done: int) -> None:
        if progress:
            progress("baselines", done, len(asked))

    said: dict[str, list[Said]] = {}
    for name, fit in RIVALS.items():
        spoken = fit(evenings, asked, new, tell)
        said[name] = _translated(spoken, new, moments)
    tell(len(asked))
    return said


def _asked(points: Points) -> Asked:
    """Ask every evening of history what the moments are asked, as seen from the last actor."""
    own = last_side(points.confrontations.mark[points.row])
    asked: Asked = {}
    for days in HORIZONS:
        force = _LEVEL >= _FORCE
        by_side = np.stack(
            [
                points.days_until(force & ((s == _ACTOR) | (_ACTOR == MUTUAL))) <= days
                for s in (0, 1)
            ]
        )
        rows = np.arange(points.count)
        asked[f"force-either-{days}"] = by_side.any(0).astype(int), 2
        asked[f"force-own-{days}"] = by_side[own, rows].astype(int), 2
        asked[f"force-other-{days}"] = by_side[1 - own, rows].astype(int), 2
        battle = points.days_until(np.arange(len(MARKS)) == BATTLE) <= days
        asked[f"battle-{days}"] = battle.astype(int), 2
    quiet = points.days_until(_LEVEL >= 3) > QUIET_DAYS
    asked["quiet"] = quiet.astype(int), 2
    near = points.comes & (points.gap <= NEAR)
    mark = np.where(near, points.mark, 0)
    asked["act"] = np.where(near, 1 + relative(mark, own), 0), len(MARKS) + 1
    wait = np.searchsorted(WAIT_STARTS, points.gap, side="right") - 1
    asked["wait"] = np.where(near, wait, len(WAIT_STARTS)), len(WAITS)
    asked["highest"] = highest_rung(points, NEAR), len(LEVELS_REACHED)
    return asked


def _translated(spoken: Spoken, new: Points, moments: Sequence[Moment]) -> list[Said]:
    """Turn what is said of own and other, by level, into what is said of sides, by rung."""
    own = last_side(new.confrontations.mark[new.row])
    acts = np.column_stack([spoken["act"][:, :1], absolute(spoken["act"][:, 1:], own)])
    return [
        _of_sides({name: chances[at] for name, chances in spoken.items()}, acts[at], own[at], one)
        for at, one in enumerate(moments)
    ]


def _of_sides(spoken: Spoken, act: Floats, own: int, moment: Moment) -> Said:
    rungs = moment.history.rungs
    whose = {
        "either": "either",
        ("first", "second")[own]: "own",
        ("first", "second")[1 - own]: "other",
    }
    above = float(rungs.general[_FORCE - 2][rungs.keys.index(HOME) :].sum())
    said: Said = {}
    for who, theirs in whose.items():
        for days in HORIZONS:
            force = float(spoken[f"force-{theirs}-{days}"][1])
            battle = min(float(spoken[f"battle-{days}"][1]), force)
            said[f"force-{who}-{days}"] = (force,)
            said[f"home-{who}-{days}"] = (battle + (force - battle) * above,)
    said[f"quiet-{QUIET_DAYS}"] = (float(spoken["quiet"][1]),)
    one, two, both = np.split(act[1:], [len(LEVELS), 2 * len(LEVELS)])
    actor = (one.sum(), two.sum(), both.sum(), act[0])
    highest = spoken["highest"]
    by_rung = highest[1:] @ rungs.general
    said[f"actor-{NEAR}"] = tuple(map(float, actor))
    said[f"act-{NEAR}"] = tuple(map(float, act))
    said[f"wait-{NEAR}"] = tuple(map(float, spoken["wait"]))
    said[f"highest-{NEAR}"] = (
        float(highest[0]), *(float(by_rung[rungs.keys.index(rung)]) for rung in RUNGS[1:]),
    )  # fmt: skip
    return said
