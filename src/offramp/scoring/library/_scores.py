"""Scores of what was said over the library, with intervals by drawing whole crises again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from offramp.scoring._arrays import Floats, Ints
from offramp.scoring._bootstrap import DRAWS, Bootstrap, Interval, Intervals
from offramp.scoring._means import Mean, mean_of
from offramp.scoring._pit import COVERED, spread
from offramp.scoring._predictions import LEAST
from offramp.scoring._ranked import ranked_loss
from offramp.scoring._reliability import Reliability, reliability
from offramp.scoring.library._heard import OURS, Heard
from offramp.scoring.library._questions import POOLED, QUESTIONS, Kind

_CORP = 200
"""Draws of the bootstrap that are fitted anew by isotonic regression; each takes a while."""


@dataclass(frozen=True)
class Scores:
    """How the forecasters did on one group of questions; for all measures, less is better.

    Attributes
    ----------
    group : str
    kind : {"yes-no", "who", "order", "rungs"}
    questions, moments, crises : int
        How many questions were resolved, at how many moments, of how many crises.
    means : dict of str to dict of str to Mean
        By measure (``brier`` and ``log``; ``ranked`` and ``log`` where outcomes have an order, and
        ``ranked`` alone for rungs)
        and forecaster. `Mean.confrontation` is per crisis.
    gaps : dict of str to dict of str to Intervals
        By measure and baseline: Offramp's less the baseline's; below zero, Offramp is better.
    said, came : Intervals or None
        Offramp's mean chance and how often it came, for questions with a yes or no.
    surprise : Intervals or None
        How often it came less the mean chance; above zero, Offramp is too calm.
    reliability : dict of str to Reliability
        By forecaster, the Brier score taken apart by CORP, per event; likewise.
    miscalibration : Interval or None
        Of Offramp, with its interval: what is lost because chances are not what they say.
    coverage : dict of str to dict of str to Intervals
        By forecaster and share, how often what came lay in the central interval; for outcomes
        that have an order.
    """

    group: str
    kind: Kind
    questions: int
    moments: int
    crises: int
    means: Mapping[str, Mapping[str, Mean]]
    gaps: Mapping[str, Mapping[str, Intervals]]
    said: Intervals | None
    came: Intervals | None
    surprise: Intervals | None
    reliability: Mapping[str, Reliability]
    miscalibration: Interval | None
    coverage: Mapping[str, Mapping[str, Intervals]]


@dataclass(frozen=True)
class Rows:
    """Questions of one kind that were resolved, row by row.

    Attributes
    ----------
    crisis, moment : array (rows,)
        Numbers of each row's crisis and moment.
    outcome : array (rows,)
        What came: 1 for yes, or the outcome's index.
    chances : dict of str to array (rows, outcomes)
        By forecaster; one column, of yes, where the answer is yes or no.
    """

    crisis: Ints
    moment: Ints
    outcome: Ints
    chances: Mapping[str, Floats]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.outcome)

    @property
    def confrontation(self) -> Ints:
        """The crises again: all weigh the same."""
        return self.crisis

    @property
    def cluster(self) -> Ints:
        """The crises again: they are drawn whole."""
        return self.crisis


def scores_of(
    heard: Sequence[Heard], draws: int = DRAWS, seed: int = 0, only: Collection[str] | None = None
) -> dict[str, Scores]:
    """Score each group of questions, and all with a yes or no together.

    Parameters
    ----------
    heard : sequence of Heard
        The moments of all crises.
    draws, seed : int
        Draws of the bootstrap, and their luck.
    only : collection of str, optional
        The groups to score; all where left out.

    Returns
    -------
    dict of str to Scores
        By group, the pool first; groups of which nothing is resolved are missing.
    """
    groups: dict[str, tuple[Kind, list[str]]] = {
        POOLED: ("yes-no", [q.key for q in QUESTIONS if q.kind == "yes-no"])
    }
    for question in QUESTIONS:
        groups.setdefault(question.group, (question.kind, []))[1].append(question.key)
    found: dict[str, Scores] = {}
    for group, (kind, keys) in groups.items():
        rows = rows_of(heard, keys)
        if rows.count and (only is None or group in only):
            found[group] = _scores(group, kind, rows, Bootstrap(rows, draws, seed))
    return found


def rows_of(heard: Sequence[Heard], keys: Sequence[str]) -> Rows:
    """Collect the questions of some keys that were resolved.

    A forecaster that does not answer all of them is left out.
    """
    names = list(dict.fromkeys(one.moment.record.id for one in heard))
    picked = [(at, one, key) for at, one in enumerate(heard) for key in keys if key in one.came]
    whole = [
        name
        for name in dict.fromkeys(name for one in heard for name in one.said)
        if all(key in one.said.get(name, {}) for _, one, key in picked)
    ]
    return Rows(
        np.array([names.index(one.moment.record.id) for _, one, _ in picked], int),
        np.array([at for at, _, _ in picked], int),
        np.array([one.came[key].outcome for _, one, key in picked], int),
        {name: np.array([one.said[name][key] for _, one, key in picked]) for name in whole},
    )


def losses_of(kind: Kind, chances: Floats, outcome: Ints) -> dict[str, Floats]:
    """Score each row by each measure of its kind.

    Examples
    --------
    >>> found = losses_of("yes-no", np.array([[0.2]]), np.array([1]))
    >>> round(float(found["brier"][0]), 3), round(float(found["log"][0]), 3)
    (0.64, 1.609)
    """
    if kind == "yes-no":
        yes = chances[:, 0]
        given = np.where(outcome == 1, yes, 1 - yes)
        return {"brier": (yes - outcome) ** 2, "log": -np.log(np.maximum(given, LEAST))}
    if kind == "rungs":
        return {"ranked": ranked_loss(chances, outcome)}
    given = chances[np.arange(len(outcome)), outcome]
    log = -np.log(np.maximum(given, LEAST))
    if kind == "order":
        return {"ranked": ranked_loss(chances, outcome), "log": log}
    came = np.eye(chances.shape[1])[outcome]
    return {"brier": ((chances - came) ** 2).sum(1), "log": log}


def _scores(group: str, kind: Kind, rows: Rows, bootstrap: Bootstrap) -> Scores:
    lost = {name: losses_of(kind, said, rows.outcome) for name, said in rows.chances.items()}
    measures = list(lost[OURS])
    rivals = [name for name in lost if name != OURS]
    yes_no = kind == "yes-no"
    came = rows.outcome.astype(float)
    return Scores(
        group, kind, rows.count, len(np.unique(rows.moment)), len(np.unique(rows.crisis)),
        {m: {name: mean_of(each[m], rows) for name, each in lost.items()} for m in measures},
        {
            m: {name: bootstrap.intervals(lost[OURS][m] - lost[name][m]) for name in rivals}
            for m in measures
        },
        bootstrap.intervals(rows.chances[OURS][:, 0]) if yes_no else None,
        bootstrap.intervals(came) if yes_no else None,
        bootstrap.intervals(came - rows.chances[OURS][:, 0]) if yes_no else None,
        {name: reliability(said[:, 0], came) for name, said in rows.chances.items()}
        if yes_no else {},
        bootstrap.interval_of(lambda w: _miscalibration(rows.chances[OURS][:, 0], came, w), _CORP)
        if yes_no else None,
        {
            name: {
                f"{share:g}": bootstrap.intervals(spread(said, rows.outcome).covered(share))
                for share in COVERED
            }
            for name, said in rows.chances.items()
        } if kind in ("order", "rungs") else {},
    )  # fmt: skip


def _miscalibration(chance: Floats, came: Floats, weights: Floats) -> float:
    drawn = weights > 0
    return reliability(chance[drawn], came[drawn], weights[drawn]).miscalibration
