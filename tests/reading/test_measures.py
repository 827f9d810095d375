"""What others coded: ICBe's sentences beside a dictionary, and PETRARCH2's own tests."""

import os
import sys
from pathlib import Path

import pytest

pytest.importorskip("spacy")
HOME = Path(__file__).parents[2]
sys.path.insert(0, str(HOME / "scripts"))
import measure_reading  # noqa: E402


def shared(name: str) -> Path:
    told = os.environ.get("OFFRAMP_SHARED_DATA")
    folder = Path(told) if told else HOME.parent / "shared" / "data"
    if not (folder / name).exists():
        pytest.skip("the shared data are not here")
    return folder / name


@pytest.mark.slow
def test_who_does_what_to_whom_beats_a_dictionary_on_icbe() -> None:
    ours, theirs = measure_reading.icbe(shared("icbe-1.1-events.csv"), most=60)
    assert ours["triple"].f > theirs["triple"].f + 0.10
    assert ours["pair"].f > theirs["pair"].f + 0.08


@pytest.mark.slow
def test_petrarchs_sentences() -> None:
    rates = measure_reading.petrarch(shared("petrarch2/unittest.jsonl"))
    assert rates["kind"].precision > 0.3 and rates["kind"].recall > 0.12


def test_each_coding_of_icbe_gives_its_triples() -> None:
    row = {
        "event_type": "action", "do_interact_kind": "escalatory;cooperative",
        "do_actor_a": "Iran;Iran", "do_actor_b": "Iraq", "sayintkind": "",
        "say_actor_a": "", "say_actor_b": "",
    }  # fmt: skip
    assert set(measure_reading.icbe_triples(row)) == {
        ("force", "iran", "iraq"), ("help", "iran", "iraq"),
    }  # fmt: skip
