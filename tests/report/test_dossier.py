"""What a dossier puts on the page, part by part."""

from dataclasses import fields, replace

import pytest

from offramp.dossier import Dossier
from offramp.futures import Findings
from offramp.report import render_html
from offramp.report._dossier import SECTIONS, parts, summary_lines
from offramp.report._figure import figure

from ._sample import sample_record
from ._sample_dossier import sample_dossier

SECTION_OF = {
    "effect": "act", "asked": "questions", "claims": "claims", "hypotheses": "hypotheses",
    "offramps": "offramps", "likeness": "alike",
}  # fmt: skip


def test_every_section_has_a_part_and_every_part_a_chart_or_strips() -> None:
    found = parts(sample_dossier(), sample_record(), figure)
    assert list(found) == [key for key, _ in SECTIONS]
    assert all(part["charts"] for key, part in found.items() if key != "alike")
    assert found["alike"]["rows"][0]["strip"]["bars"]


def test_an_empty_dossier_adds_nothing(findings: Findings) -> None:
    assert not parts(Dossier(), sample_record(), figure)
    assert render_html(findings, Dossier()) == render_html(findings)


@pytest.mark.parametrize(("field", "section"), SECTION_OF.items())
def test_what_was_not_asked_has_no_section(field: str, section: str, findings: Findings) -> None:
    whole = render_html(findings, sample_dossier())
    without = render_html(findings, sample_dossier(**{field: None}))
    assert f'<section id="{section}">' in whole
    assert f'<section id="{section}">' not in without
    assert f'href="#{section}"' not in without


def test_each_part_stands_alone(findings: Findings) -> None:
    for field in fields(Dossier):
        alone = Dossier(**{field.name: getattr(sample_dossier(), field.name)})
        assert len(parts(alone, sample_record(), figure)) == 1
        assert "</html>" in render_html(findings, alone)


def test_a_record_without_claims_or_moves_says_so_or_nothing() -> None:
    dossier = sample_dossier()
    assert dossier.claims and dossier.offramps
    bare = sample_dossier(
        claims=replace(dossier.claims, claims=()),
        offramps=replace(dossier.offramps, offramps=(), waiting=(), best_joint=None, pareto=()),
    )
    found = parts(bare, sample_record(), figure)
    assert "claims" not in found
    assert found["offramps"]["told"] == [
        "No move on the list lowers the risk, as far as the model can tell."
    ]
    assert summary_lines(bare) == []


def test_the_summary_counts_verdicts_and_names_the_best_move() -> None:
    claims, offramp = summary_lines(sample_dossier())
    assert claims == ("7 claims: 3 supported, 2 contradicted, 1 not decided, 1 not testable.")
    assert "Bland holds 14 days; Dorland restrains Bland" in offramp
