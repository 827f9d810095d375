"""Weights are fitted to what is right, and to the work parts only."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("spacy")
HOME = Path(__file__).parents[2]
sys.path.insert(0, str(HOME / "scripts"))
import fit_who  # noqa: E402


def test_what_goes_with_right_answers_gains_weight() -> None:
    row = fit_who.Row((("actor: near",), ("actor: far",)), (True, False))
    weights = fit_who.fit([row] * 20, strength=1.0)
    assert weights["actor: near"] > 0.5 and weights["actor: far"] < -0.5


def test_with_nothing_to_learn_from_the_prior_stands() -> None:
    row = fit_who.Row((("actor: stated",), ("actor: stated",)), (True, False))
    assert fit_who.fit([row])["actor: stated"] == pytest.approx(fit_who.PRIOR["actor: stated"])


def test_the_marks_tell_who_is_right() -> None:
    (gold,) = (g for g in fit_who.load_gold(fit_who.GOLD, "work") if g.id == "veldia-orsk")
    rows = fit_who.rows(gold)
    assert rows and all(any(row.right) and not all(row.right) for row in rows)
