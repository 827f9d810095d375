"""Fit the weights by which the offline coder chooses who did what to whom, and who speaks to whom.

    python3 scripts/fit_who.py            fit on the work parts, and write the weights
    python3 scripts/fit_who.py --check    leave each article out in turn, and score what is left out

Each deed and each signal of a marked article asks who stands in its roles. The parties that may be
meant are weighed by what speaks for them: a multinomial logit, held by a Gaussian towards trusting
syntax. The articles of the parts that begin with `work` are read, no others.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from offramp.reading._offline import read_with
from offramp.reading.marked._gold import Gold, load_gold
from offramp.reading.marked._score import Score, canonical, score, score_table
from offramp.reading.parties._parties import Parties
from offramp.reading.weighing._bearings import Bearings, Question
from offramp.reading.weighing._choice import Chooser, Weights

HOME = Path(__file__).resolve().parent.parent
GOLD = HOME / "tests" / "reading" / "gold"
OUT = HOME / "src" / "offramp" / "reading" / "data" / "who.json"
PRIOR = {
    "actor: stated": 3.0,
    "actor: guessed": 1.5,
    "target: stated": 3.0,
    "target: guessed": 1.5,
    "sender: stated": 4.0,
    "receiver: stated": 3.0,
    "receiver: guessed": 1.0,
    "actor: is the doer": 1.0,
    "actor: under by": 1.0,
    "actor: under nsubjpass": -1.5,
    "actor: under nsubjpass, as a modifier": -1.0,
    "actor: under dobj": -1.5,
    "actor: under dobj, as a modifier": -1.0,
    "actor: under against": -1.0,
    "actor: under against, as a modifier": -1.0,
    "actor: is the other": -1.0,
    "actor: kind organisation, force": -1.0,
    "target: is the doer": -1.5,
    "target: under nsubjpass": 1.0,
    "target: under nsubjpass, as a modifier": 1.0,
    "target: under dobj": 1.0,
    "target: under dobj, as a modifier": 1.0,
    "target: under against": 1.0,
    "target: under against, as a modifier": 1.0,
    "target: kind organisation": -1.0,
}
"""Where the fit starts from, out of grammar: what syntax states is right, what it only suggests
is likely, who stands in the place of the struck did not strike, bodies of states seldom strike."""
STRENGTH = 10.0
"""The precision of the Gaussian round `PRIOR`; chosen by leaving articles out."""
LEAST = 0.05
"""Weights nearer to 0 than this are left out."""


@dataclass(frozen=True)
class Row:
    """One question with its answers: what speaks for each party, and whether it is right."""

    described: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


class Recorder(Chooser):
    """Chooses, and keeps what it was asked."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self.asked: list[tuple[Question, Parties, dict[str, tuple[str, ...]]]] = []

    def answer(self, asked: Question, bearings: Bearings) -> tuple[str, ...]:
        """Answer as a `Chooser` does."""
        described = {p: tuple(bearings.describe(asked, p)) for p in bearings.candidates(asked)}
        self.asked.append((asked, bearings.parties, described))
        return super().answer(asked, bearings)


def rows(gold: Gold) -> list[Row]:
    """Give the questions of a marked article that its marks answer."""
    recorder = Recorder(PRIOR)
    read_with(gold.source, recorder)
    found: list[Row] = []
    for asked, parties, described in recorder.asked:
        wanted = _wanted(asked, gold, parties)
        if wanted is None:
            continue
        right = tuple(bool(wanted & _names(parties, p)) if p else not wanted for p in described)
        if any(right) and not all(right):
            found.append(Row(tuple(described.values()), right))
    return found


def _wanted(asked: Question, gold: Gold, parties: Parties) -> frozenset[str] | None:
    """Give the names that a careful reader accepts; None where the marks do not tell."""
    token = asked.heads[0]
    start, end = token.idx, token.idx + len(token.text)
    if asked.role in ("actor", "target"):
        marks = [m for m in gold.acts if any(a <= start and end <= b for a, b in m.spans)]
        if not marks:
            return None
        mark = marks[0]
        names = mark.actors if asked.role == "actor" else mark.targets
        names = mark.actors + mark.targets if mark.mutual else names
        return frozenset(map(canonical, names)) if names or asked.role == "actor" else None
    told = [
        m for m in gold.signals if m.sentence[0] <= start < m.sentence[1] and asked.sort in m.kinds
    ]
    if asked.role == "receiver":
        ours = _names(parties, asked.other[0])
        told = [m for m in told if ours & set(map(canonical, m.senders))] or told
    names = [n for m in told for n in (m.senders if asked.role == "sender" else m.receivers)]
    return frozenset(map(canonical, names)) or None


def _names(parties: Parties, party: str) -> set[str]:
    """Give all the names of a party and of what it is part of."""
    entries = {party: parties.cast.known(party)}
    entries[parties.cast.root(party)] = parties.cast.known(parties.cast.root(party))
    return {canonical(n) for e in entries.values() for n in (e.id, e.name, *e.forms)}


def fit(questions: Sequence[Row], strength: float = STRENGTH) -> dict[str, float]:
    """Fit the weights.

    Parameters
    ----------
    questions : sequence of Row
    strength : float
        How tightly the weights are held to `PRIOR`.

    Returns
    -------
    dict of str to float
        Those that make the right answers likeliest, with the prior.
    """
    index: dict[str, int] = {}
    cells = [
        [index.setdefault(name, len(index)) for name in described]
        for row in questions
        for described in row.described
    ]
    bounds = np.cumsum([0, *map(len, cells)])
    flat = np.concatenate([np.array(cell) for cell in cells])
    matrix = csr_matrix((np.ones(len(flat)), flat, bounds), shape=(len(cells), len(index)))
    right = np.array([float(r) for row in questions for r in row.right])
    starts = np.cumsum([0, *(len(row.right) for row in questions)])[:-1]
    of = np.repeat(np.arange(len(questions)), [len(row.right) for row in questions])
    prior = np.array([PRIOR.get(name, 0.0) for name in index])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        every = np.add.reduceat(raised, starts)
        good = np.add.reduceat(raised * right, starts) + 1e-300
        gap = weights - prior
        value = float(np.sum(np.log(every) - np.log(good)) + strength / 2 * gap @ gap)
        push = raised / every[of] - raised * right / good[of]
        return value, matrix.T @ push + strength * gap

    best = minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: float(best.x[at]) for name, at in index.items()}


def left_out(articles: Sequence[Gold], strength: float) -> tuple[Score, Score]:
    """Score each article with weights fitted on the others, and with nothing fitted."""
    answers = {gold.id: rows(gold) for gold in articles}
    learned: list[Score] = []
    plain: list[Score] = []
    for gold in articles:
        others = [row for name, listed in answers.items() if name != gold.id for row in listed]
        learned.append(score(read_with(gold.source, Chooser(fit(others, strength))), gold))
        plain.append(score(read_with(gold.source, Chooser(PRIOR)), gold))
    return reduce(add, learned), reduce(add, plain)


def kept(weights: dict[str, float]) -> dict[str, float]:
    """Round the weights, and leave out those that hardly count."""
    found: Iterable[tuple[str, float]] = sorted(weights.items())
    return {name: round(value, 3) for name, value in found if abs(value) >= LEAST}


def main() -> None:
    """Fit, or check by leaving articles out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="leave each article out in turn")
    parser.add_argument("--strength", type=float, default=STRENGTH, help="of the prior")
    given = parser.parse_args()
    articles = [gold for gold in load_gold(GOLD) if gold.split.startswith("work")]
    if given.check:
        learned, plain = left_out(articles, given.strength)
        print(f"fitted without the article\n{score_table(learned)}\n")
        print(f"nothing fitted\n{score_table(plain)}")
        return
    weights = kept(fit([row for gold in articles for row in rows(gold)], given.strength))
    OUT.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(weights)} weights from {len(articles)} articles are in {OUT.name}.")


if __name__ == "__main__":
    main()
