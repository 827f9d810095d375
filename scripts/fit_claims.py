"""Fit the weights by which the offline coder tells claims from reports.

    python3 scripts/fit_claims.py            fit on the work parts, and write the weights
    python3 scripts/fit_claims.py --check    leave out each article, and each part, and score them

Each sentence of a marked article is a claim or is none. What speaks for and against it is weighed:
a logit, held by a Gaussian towards what grammar says. The articles of the parts that begin with
`work` are read, no others; what is marked as optional is left out.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from offramp.reading._offline import deeds_and_signals
from offramp.reading.marked._gold import Gold, load_gold
from offramp.reading.marked._score import Rate
from offramp.reading.said._claims import ENOUGH, described
from offramp.reading.times._dating import is_news
from offramp.reading.weighing._choice import Chooser, shipped_weights

HOME = Path(__file__).resolve().parent.parent
GOLD = HOME / "tests" / "reading" / "gold"
OUT = HOME / "src" / "offramp" / "reading" / "data" / "claims.json"
PRIOR = {
    "always": -2.0,
    "words: hedges": 1.0,
    "words: weighing": 1.0,
    "words: causes": 1.0,
    "form: counterfactual": 1.0,
    "form: without at its head": 1.0,
    "form: should or had at its head": 0.5,
    "form: if": 0.5,
    "form: what it was": 0.5,
    "form: the lesson is": 0.5,
    "form: more or less than": 0.5,
    "form: this, not that": 0.5,
    "has: a modal": 0.5,
    "mood: coming": 0.5,
    "mood: present": 0.5,
    "being: judged so": 1.0,
    "verb: effects": 0.5,
    "subject: a deed": 0.5,
    "says: a watcher": 2.0,
    "says: argues": 0.5,
    "says: a party": -1.5,
    "says: people": -0.5,
    "form: reasons counted": 1.0,
    "tells a deed": -1.0,
    "carries a signal": -1.0,
    "fact: a day or month": -0.5,
    "fact: a number": -0.5,
}
"""Where the fit starts from: a claim weighs, explains and supposes; a report tells of deeds, days
and numbers, and of what others said."""
STRENGTH = 2.0
"""The precision of the Gaussian round `PRIOR`; chosen by leaving articles out."""
LEAST = 0.05
"""Weights nearer to 0 than this are left out."""


@dataclass(frozen=True)
class Row:
    """One sentence: of which article and part, what describes it, and whether it is a claim."""

    article: str
    part: str
    held: dict[str, float]
    right: bool


def rows(gold: Gold) -> list[Row]:
    """Give the sentences of a marked article, those aside that are marked as optional."""
    found: list[Row] = []
    wanted = {mark.sentence: mark.optional for mark in gold.claims}
    parsed, parties, acts, _, said = deeds_and_signals(gold.source, Chooser(shipped_weights()))
    for sentence, held in described(parsed, parties, acts, said, is_news(parsed)):
        start = gold.source.span(sentence.start, sentence.end)[0]
        span = next((s for s in gold.sentences if s[0] <= start < s[1]), None)
        if span is not None and not wanted.get(span, False):
            found.append(Row(gold.id, gold.split, held, span in wanted))
    return found


def fit(sentences: Sequence[Row], strength: float = STRENGTH) -> dict[str, float]:
    """Fit the weights.

    Parameters
    ----------
    sentences : sequence of Row
    strength : float
        How tightly the weights are held to `PRIOR`.

    Returns
    -------
    dict of str to float
        Those that make the marks likeliest, with the prior.
    """
    names = sorted({name for row in sentences for name in row.held})
    table = np.array([[row.held.get(name, 0.0) for name in names] for row in sentences])
    right = np.array([float(row.right) for row in sentences])
    prior = np.array([PRIOR.get(name, 0.0) for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = table @ weights
        gap = weights - prior
        value = float(np.sum(np.logaddexp(0.0, odds) - right * odds) + strength / 2 * gap @ gap)
        return value, table.T @ (1 / (1 + np.exp(-odds)) - right) + strength * gap

    best = minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: float(value) for name, value in zip(names, best.x, strict=True)}


def rated(sentences: Sequence[Row], weights: dict[str, float]) -> Rate:
    """Score weights on sentences."""
    given = [sum(weights.get(n, 0.0) * v for n, v in r.held.items()) >= ENOUGH for r in sentences]
    both = sum(row.right and so for row, so in zip(sentences, given, strict=True))
    return Rate(both, sum(given), sum(row.right for row in sentences))


def left_out(
    sentences: Sequence[Row], group: Callable[[Row], str], strength: float
) -> dict[str, Rate]:
    """Score each part with weights fitted without the group that each sentence is of."""
    found: dict[str, list[Rate]] = {}
    for name in sorted({group(row) for row in sentences}):
        here = [row for row in sentences if group(row) == name]
        weights = fit([row for row in sentences if group(row) != name], strength)
        found.setdefault(here[0].part, []).append(rated(here, weights))
    return {part: reduce(add, rates) for part, rates in sorted(found.items())}


def table_of(columns: dict[str, dict[str, Rate]]) -> str:
    """Write precision, recall and F of each part under each way to weigh."""
    lines = [f"{'':12}" + "".join(f"{name:>24}" for name in columns)]
    parts = sorted({part for rates in columns.values() for part in rates})
    whole = {name: rates | {"all": reduce(add, rates.values())} for name, rates in columns.items()}
    for part in (*parts, "all"):
        cells = (f"{r.precision:.2f} {r.recall:.2f} {r.f:.2f}" for r in (
            rates[part] for rates in whole.values()))  # fmt: skip
        lines.append(f"{part:12}" + "".join(f"{cell:>24}" for cell in cells))
    return "\n".join(lines)


def main() -> None:
    """Fit, or check by leaving articles and parts out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="leave articles and parts out")
    parser.add_argument("--strength", type=float, default=STRENGTH, help="of the prior")
    given = parser.parse_args()
    articles = [gold for gold in load_gold(GOLD) if gold.split.startswith("work")]
    sentences = [row for gold in articles for row in rows(gold)]
    if given.check:
        parts = sorted({row.part for row in sentences})
        plain = {p: rated([row for row in sentences if row.part == p], PRIOR) for p in parts}
        columns = {
            "nothing fitted": plain,
            "article left out": left_out(sentences, lambda row: row.article, given.strength),
            "part left out": left_out(sentences, lambda row: row.part, given.strength),
        }
        print("precision, recall, F of claims")
        print(table_of(columns))
        return
    weights = fit(sentences, given.strength)
    kept = {name: round(value, 3) for name, value in weights.items() if abs(value) >= LEAST}
    OUT.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(kept)} weights from {len(articles)} articles are in {OUT.name}.")


if __name__ == "__main__":
    main()
