"""Weights of claims are fitted to the marks of the work parts, and to nothing else."""

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("spacy")
HOME = Path(__file__).parents[2]
sys.path.insert(0, str(HOME / "scripts"))
import fit_claims  # noqa: E402


def row(held: str, right: bool) -> fit_claims.Row:
    return fit_claims.Row("a", "work", {"always": 1.0, held: 1.0}, right)


def test_what_goes_with_claims_gains_weight() -> None:
    weights = fit_claims.fit([row("near", True), row("far", False)] * 40, strength=1.0)
    assert weights["near"] > 0.5 > -0.5 > weights["far"]


def test_with_little_to_learn_from_the_prior_all_but_stands() -> None:
    weights = fit_claims.fit([row("words: hedges", True)], strength=1e6)
    assert weights["words: hedges"] == pytest.approx(1.0, abs=1e-3)


def test_the_marks_tell_which_sentences_are_claims() -> None:
    (gold,) = (g for g in fit_claims.load_gold(fit_claims.GOLD, "work") if g.id == "veldia-orsk")
    rows = fit_claims.rows(gold)
    assert sum(r.right for r in rows) == 1 and len(rows) > 8


def test_what_ships_can_be_read_and_names_nobody() -> None:
    weights = json.loads(fit_claims.OUT.read_text("utf-8"))
    words = {word for name in weights for word in name.lower().replace(",", "").split()}
    assert not words & {"iran", "israel", "iraq", "russia", "china", "states"}
    assert weights["words: hedges"] > 0 > weights["tells a deed"]


def test_a_group_left_out_is_scored_by_its_part() -> None:
    rows = [row("near", True), row("far", False)] * 5
    rows += [fit_claims.Row("b", "work-2", r.held, r.right) for r in rows]
    found = fit_claims.left_out(rows, lambda r: r.article, 1.0)
    assert set(found) == {"work", "work-2"} and found["work"].marked == 5
    assert "work-2" in fit_claims.table_of({"left out": found})
