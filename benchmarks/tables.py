"""Tables that stay as they are while futures run, laid out mark by mark."""

from typing import Any

from offramp.history import MUTUAL
from offramp.model.terms import _momentum

KINDS = 5
"""Threat, display, force, clash, battle."""

ACTORS = (0, 1, MUTUAL)


def sequence(draw: dict[str, Any]) -> list[list[list[float]]]:
    """Log-odds of the eight marks by kind and actor of the last act: (kinds, actors, marks)."""
    side, level = draw["sequence.side"], draw["sequence.level"]
    table: list[list[list[float]]] = []
    for kind in range(KINDS):
        both = _sum(draw["sequence.both"], draw["sequence.mutual"][kind])
        other = _sum(level, side[kind + 3])
        # A side's own acts have three kinds; of the other two the entry is never looked up.
        own = _sum(level, side[kind])
        table.append([own + other + both, other + own + both, other + other + both])
    return table


def answer(draw: dict[str, Any]) -> list[list[list[float]]]:
    """Log-odds of the eight marks by the last deed and its actor: (deeds, actors, marks)."""
    rows = zip(draw["answer.own"], draw["answer.other"], draw["answer.both"], strict=True)
    table: list[list[list[float]]] = []
    for own, other, both in rows:
        even = [(one + two) / 2 for one, two in zip(own, other, strict=True)]
        table.append([own + other + both, other + own + both, even + even + both])
    return table


def opening(draw: dict[str, Any]) -> list[list[float]]:
    """Log-odds of the eight marks by who opened the confrontation: (actors, marks)."""
    more = [each / 2 for each in draw["opener.weight"]]
    less = [-each for each in more]
    return [more + less + [0.0, 0.0], less + more + [0.0, 0.0], [0.0] * 8]


def lapse(draw: dict[str, Any]) -> list[list[float]]:
    """Log-odds of the eight marks by bin of the days since the last act: (bins, marks)."""
    return [kinds[:3] + kinds[:3] + kinds[3:] for kinds in draw["lapse.ratio"]]


def most_momentum() -> list[float]:
    """Log counts beyond which momentum grows no further: by kind and half-life, in one row."""
    return [
        centre + _momentum.MOST * scale
        for kind in range(KINDS)
        for centre, scale in (by_kind[kind] for by_kind in _momentum.SCALES)
    ]


def momentum(draw: dict[str, Any]) -> tuple[list[list[float]], list[list[float]], list[float]]:
    """Weights of plain log counts, with their scales worked in.

    Returns
    -------
    side : list (3 levels, 24), together : list (2 kinds, 15)
        Per log count, by row and half-life; rows as in the model's term.
    rest : list (8 marks)
        What is left where every count is nought.
    """
    side_kinds = (0, 1, 2, 0, 1, 2, 3, 4)
    side = [_unscaled(weights, side_kinds) for weights in draw["momentum.side"]]
    together = [_unscaled(weights, range(KINDS)) for weights in draw["momentum.mutual"]]
    rest = [constant for _, constant in (*side, *side, *together)]
    return [weights for weights, _ in side], [weights for weights, _ in together], rest


def _unscaled(weights: list[list[float]], kinds: Any) -> tuple[list[float], float]:
    """Turn weights per sd into weights per log count, and a constant."""
    flat: list[float] = []
    constant = 0.0
    for row, kind in zip(weights, kinds, strict=True):
        for weight, by_kind in zip(row, _momentum.SCALES, strict=True):
            centre, scale = by_kind[kind]
            # Log counts are nought at the least, so that only the upper bound is ever met.
            assert centre < _momentum.MOST * scale
            flat.append(weight / scale)
            constant -= weight * centre / scale
    return flat, constant


def _sum(one: list[float], two: list[float]) -> list[float]:
    return [a + b for a, b in zip(one, two, strict=True)]
