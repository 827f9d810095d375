"""The model card and the track record come from the same run."""

from pathlib import Path

import pytest

from offramp.scoring import Mean, shipped_track_record

CARD = Path(__file__).parents[2] / "docs" / "reference" / "model-card.md"


@pytest.fixture(scope="module")
def card() -> str:
    return CARD.read_text("utf-8")


def pair(mean: Mean) -> str:
    return f"{mean.event:.3f} / {mean.confrontation:.3f}"


def test_the_card_and_the_track_record_agree(card: str) -> None:
    record = shipped_track_record()
    assert f"{record.scored.events:,} events of {record.scored.confrontations:,}" in card
    for one in record.cards.values():
        assert f"{pair(one.joint)} | {pair(one.when)} | {pair(one.what)}" in card


def test_the_card_leads_with_where_baselines_win(card: str) -> None:
    titles = [line for line in card.splitlines() if line.startswith("## ")]
    assert titles[0] == "## Where baselines win"
    assert "Help to attack" in card
    assert "not for commercial use" in card


@pytest.mark.parametrize("dataset", ["MIE", "MID incidents", "ICB"])
def test_every_dataset_was_scored(card: str, dataset: str) -> None:
    assert f"### {dataset}, from " in card
