from dataclasses import replace

import pytest

from offramp.report._dossier_act import act_part
from offramp.report._text import day

from ._sample import sample_record
from ._sample_dossier import EFFECT, contrast


@pytest.mark.parametrize(
    ("repeat", "said"),
    [
        (contrast(0.2, 0.1, 0.3), "As far as the model tells, yes"),
        (contrast(-0.2, -0.3, -0.1), "As far as the model tells, the opposite"),
        (contrast(0.01, -0.1, 0.12), "That is not decided"),
    ],
)
def test_deterrence_is_judged_as_a_claim_would_be(repeat: object, said: str) -> None:
    assert EFFECT.deterrence is not None
    found = replace(EFFECT, deterrence=replace(EFFECT.deterrence, contrasts=(repeat,)))
    part = act_part(found, sample_record())
    assert said in part["told"][0]
    assert "The legation in Corvale is hit" in part["told"][0]


def test_what_the_act_changed_is_as_it_was_less_without_it() -> None:
    part = act_part(EFFECT, sample_record())
    assert part["rows"][0][3] == "\u22121.0 (\u221212.0 to 10.0)"
    assert " without" not in part["rows"][0][0]
    assert EFFECT.deterrence is not None
    assert day(EFFECT.deterrence.as_of) in part["header"][0]


def test_an_act_that_answers_nothing_says_why() -> None:
    bare = replace(EFFECT, deterrence=None, unasked="It answers no act on record by then.")
    part = act_part(bare, sample_record())
    assert part["told"] == ["It answers no act on record by then."]
    assert part["rows"] == []
