"""Set what was done and said since a confrontation opened against competing hypotheses."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from offramp.answers import World, read_question, run_name, stand, whose_beliefs
from offramp.history import SHADOW
from offramp.hypotheses._grades import grade
from offramp.hypotheses._results import Cell, Hypothesis, Matrix, Row
from offramp.hypotheses._weights import Weights, weigh
from offramp.model import POSTURES, Parameters
from offramp.questions import PostureOf
from offramp.record import Act, Claim, Record, Signal

Floats = NDArray[np.float64]

OF_A_SIGNAL = "the model gives postures no likelihood of signals"
OF_THE_SHADOW_WAR = "an act of the shadow war, whose pace does not depend on postures"
OF_AN_OPENING = "it opens a confrontation; who opens one is not modelled"
NOT_BETWEEN = "no act of a threat or more between the sides"

SAYS = {
    "patient": "rarely answers force with force",
    "in kind": "answers in kind",
    "assertive": "uses force whether provoked or not",
}


def matrix(
    record: Record, as_of: date, parameters: Parameters | None = None, beliefs: str | None = None
) -> Matrix:
    """Set the acts and signals of a record against what each side may be disposed to do.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    as_of : datetime.date
    parameters : Parameters, optional
        The shipped ones where left out.
    beliefs : str, optional
        Whose priors it rests on; as the record says where left out.

    Returns
    -------
    Matrix
        Rows from the opening of the confrontation to `as_of`, what discriminates first; empty
        where nothing was done or said.

    Raises
    ------
    UsageError
        When nothing had happened between the sides by then, or a claim's test cannot be read.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> found = matrix(record, record.acts[-1].span.last)
    >>> [hypothesis.key for hypothesis in found.hypotheses][:2]
    ['north: patient', 'north: in kind']
    """
    world = stand(record, as_of, parameters)
    weights = weigh(world.seen, world.parameters)
    asserted = _claims(record, as_of)
    rows = [_row(world, entry, weights, asserted) for entry in _entries(world.known)]
    rows.sort(key=lambda row: (-row.spread, bool(row.why), row.date, row.id))
    return Matrix(
        crisis=record.id, as_of=as_of, beliefs=beliefs or whose_beliefs(record),
        run=run_name(record, as_of, world.parameters, world.parameters.count, 0),
        hypotheses=_hypotheses(world, weights, asserted), rows=tuple(rows),
    )  # fmt: skip


def _entries(known: Record) -> list[Act | Signal]:
    return [each for each in (*known.acts, *known.signals) if each.span.last >= known.opens]


def _claims(record: Record, as_of: date) -> list[tuple[Claim, str, bool]]:
    """List the claims about what a side is, each with the side, and whether it is patient."""
    found: list[tuple[Claim, str, bool]] = []
    for claim in record.claims:
        if claim.test is None or claim.test.as_of > as_of:
            continue
        if not claim.test.ask.lstrip().startswith("posture"):
            continue
        question = read_question(record, claim.test.ask, claim.test.as_of)
        if isinstance(question.observable, PostureOf):
            # To expect less of an answer without an act is to say that the act shows it.
            patient = claim.test.expect in ("no", "higher")
            found.append((claim, question.observable.side, patient))
    return found


def _hypotheses(
    world: World, weights: Weights, asserted: Sequence[tuple[Claim, str, bool]]
) -> tuple[Hypothesis, ...]:
    now = np.asarray(world.start.posture, float).mean(-1)
    chances = np.stack([now.sum(1), now.sum(0)])
    first = _first_weighed(world)
    before = chances if first is None else weights.before[first].mean(-1)
    found = [
        Hypothesis(
            f"{side}: {posture}", side, f"{side} {SAYS[posture]}", None,
            float(before[at, which]), float(chances[at, which]),
        )
        for at, side in enumerate(world.seen.sides)
        for which, posture in enumerate(POSTURES)
    ]  # fmt: skip
    for claim, side, patient in asserted:
        at = world.side(side)
        says = f"{side} {SAYS['patient']}" if patient else f"{side} answers, in kind or more"
        was, stands = float(before[at, 0]), float(chances[at, 0])
        if not patient:
            was, stands = 1.0 - was, 1.0 - stands
        found.append(Hypothesis(f"claim: {claim.id}", side, says, claim.id, was, stands))
    return tuple(found)


def _first_weighed(world: World) -> int | None:
    opened = (world.known.opens - world.seen.as_of).days
    days = world.seen.events.day[: len(world.seen.acts)]
    after = np.flatnonzero(days >= opened)
    return int(after[0]) if len(after) else None


def _row(
    world: World, entry: Act | Signal, weights: Weights,
    asserted: Sequence[tuple[Claim, str, bool]],
) -> Row:  # fmt: skip
    why = _says_nothing(world, entry)
    kind = "act" if isinstance(entry, Act) else "signal"
    title = entry.title or (entry.act if isinstance(entry, Act) else entry.kind)
    if why:
        cells = [_cell(0.0, np.zeros(1))] * (2 * len(POSTURES))
    else:
        cells = _cells(weights, world.seen.acts.index(entry.id))
    spread = max(_range(cells[: len(POSTURES)]), _range(cells[len(POSTURES) :]))
    for _, side, patient in asserted:
        cell = cells[world.side(side) * len(POSTURES)]
        cells = [*cells, cell if patient else _opposite(cell)]
    return Row(entry.id, entry.span.last, kind, title, tuple(cells), spread, why)


def _says_nothing(world: World, entry: Act | Signal) -> str:
    if isinstance(entry, Signal):
        return OF_A_SIGNAL
    if entry.id not in world.seen.acts:
        return NOT_BETWEEN
    at, events = world.seen.acts.index(entry.id), world.seen.events
    if events.stream[at] == SHADOW:
        return OF_THE_SHADOW_WAR
    earlier = events.stream[:at] != SHADOW
    return OF_AN_OPENING if events.renews[at] > 0 or not earlier.any() else ""


def _cells(weights: Weights, at: int) -> list[Cell]:
    """Give an act's cells: first the postures of one side, then those of the other."""
    alike, otherwise = weights.chance[at], weights.chance_otherwise[at]
    mean = np.log(alike.mean(-1)) - np.log(otherwise.mean(-1))
    by_draw = np.log(alike) - np.log(otherwise)
    return [
        _cell(float(mean[side, which]), by_draw[side, which])
        for side in range(2)
        for which in range(len(POSTURES))
    ]


def _cell(mean: float, by_draw: Floats) -> Cell:
    low, high = (float(end) for end in np.quantile(by_draw, [0.05, 0.95]))
    return Cell(mean, min(low, mean), max(high, mean), grade(mean))


def _opposite(cell: Cell) -> Cell:
    mean = 0.0 - cell.log_bayes_factor
    return Cell(mean, 0.0 - cell.high, 0.0 - cell.low, grade(mean))


def _range(cells: Sequence[Cell]) -> float:
    factors = [cell.log_bayes_factor for cell in cells]
    return max(factors) - min(factors)
