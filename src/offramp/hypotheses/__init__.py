"""Competing hypotheses: which acts speak for which disposition of which side."""

from offramp.hypotheses._grades import FAINT, STRONG, Grade, grade
from offramp.hypotheses._matrix import matrix
from offramp.hypotheses._results import Cell, Hypothesis, Matrix, Row
from offramp.hypotheses._table import to_csv
from offramp.hypotheses._weights import Weights, weigh

__all__ = [
    "FAINT", "STRONG", "Cell", "Grade", "Hypothesis", "Matrix", "Row", "Weights", "grade",
    "matrix", "to_csv", "weigh",
]  # fmt: skip
