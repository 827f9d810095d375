"""From level to rung."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, act, invent
from offramp import UsageError
from offramp.history import DEEDS, FIRST, MUTUAL, SECOND, History, from_record
from offramp.history._rungs import CHANNEL_PRIOR, PRIOR_WEIGHT, home_order
from offramp.ladder import default_ladder, load_ladder
from offramp.record import Record

FORCE = 2

OWN = """offramp-ladder: 1
rungs:
- {key: talk, order: 0, name: Talk, description: Words., level: 1, blood: no}
- {key: threaten, order: 1, name: Threat, description: Threats., level: 2, blood: no}
- {key: show, order: 2, name: Show, description: A show., level: 3, blood: no}
- {key: hit, order: 3, name: Hit, description: Force., level: 4, blood: yes}
"""


def index(history: History, rung: str) -> int:
    return history.rungs.keys.index(rung)


def test_the_ladder_stands_in_order(invented_history: History) -> None:
    rungs = invented_history.rungs
    assert list(rungs.order) == sorted(rungs.order)
    assert rungs.keys[rungs.campaign] == "campaign"
    assert rungs.keys[rungs.war] == "war"
    assert [key for key, home in zip(rungs.keys, rungs.home, strict=True) if home] == [
        "strike-home", "campaign", "war",
    ]  # fmt: skip


def test_each_rung_says_what_kind_of_deed_it_is(invented_history: History) -> None:
    rungs = invented_history.rungs
    told = {key: DEEDS[int(kind)] for key, kind in zip(rungs.keys, rungs.deed, strict=True)}
    assert told["threat"] == told["display"] == "not stated"
    assert told["seizure"] == "seizure"
    assert {told[key] for key in ("shadow-attack", "strike-abroad", "strike-home", "campaign")} == {
        "attack"
    }
    assert told["war"] == "battle"


def test_general_shares_sum_to_one_at_their_own_level(invented_history: History) -> None:
    rungs = invented_history.rungs
    assert rungs.general.sum(1) == pytest.approx(1.0)
    for row, level in enumerate((2, 3, 4, 5)):
        used = {rungs.level[i] for i in np.flatnonzero(rungs.general[row])}
        assert used == {level}


def test_a_rung_of_another_level_can_never_be_drawn(shipped_history: History) -> None:
    rungs = shipped_history.rungs
    for row, level in enumerate((2, 3, 4, 5)):
        wrong = np.array(rungs.level) != level
        assert (rungs.weights[:, row][:, wrong] == 0).all()
        assert (rungs.weights[:, row].sum(-1) > 0).all()


def test_each_act_above_the_shadow_war_counts_for_its_rung(invented_history: History) -> None:
    weights, general = invented_history.rungs.weights, invented_history.rungs.general
    own = weights[:2, FORCE] - PRIOR_WEIGHT * general[FORCE]
    assert own[FIRST, index(invented_history, "strike-home")] == 1.0
    assert own[SECOND, index(invented_history, "strike-abroad")] == 1.0
    assert own.sum() == 2.0, "the acts of the shadow war are counted in their own stream"


def test_channels_count_what_a_side_has_done(invented_history: History) -> None:
    counted = invented_history.rungs.channels - np.array(CHANNEL_PRIOR, np.float32)
    assert counted[FIRST] == pytest.approx([3.0, 0.0, 0.0], abs=1e-6)
    assert counted[SECOND] == pytest.approx([1.0, 0.0, 0.0], abs=1e-6)


def test_general_shares_leave_out_what_is_customary(invented_history: History) -> None:
    assert invented_history.rungs.keys[invented_history.rungs.usual or 0] == "shadow-attack"
    general = invented_history.rungs.general[FORCE]
    assert general[index(invented_history, "shadow-attack")] == 0
    assert general[index(invented_history, "seizure")] > 0, "the pair has never done that"
    plain = from_record(invent([act("a", 0)]), AS_OF)
    assert plain.rungs.usual is None
    assert plain.rungs.general[FORCE][index(plain, "shadow-attack")] > 0


def test_a_clash_meets_where_forces_meet(invented_history: History) -> None:
    weights = invented_history.rungs.weights[MUTUAL, FORCE]
    assert np.flatnonzero(weights).tolist() == [index(invented_history, "strike-abroad")]


def test_a_campaign_is_a_run_and_never_one_draw() -> None:
    record = invent([*CRISIS, act("run", 12, "southland", "campaign")])
    history = from_record(record, AS_OF)
    assert history.rungs.weights[SECOND, FORCE, history.rungs.campaign] == 0


def test_a_ladder_of_ones_own(tmp_path: Path) -> None:
    """A ladder without the shipped rungs still gives shares at every level."""
    file = tmp_path / "ladder.yaml"
    file.write_text(OWN, encoding="utf-8")
    ladder = load_ladder(file)
    assert home_order(ladder) == 4
    record = invent([act("a", 0, rung="hit"), act("b", 1, "southland", rung="show")])
    record = record.model_copy(update={"ladder": "ladder.yaml"}).with_origin(tmp_path, ())
    history = from_record(record, date(2024, 3, 5))
    assert history.rungs.keys == ("talk", "threaten", "show", "hit")
    assert history.rungs.general.sum(1) == pytest.approx(1.0)
    assert history.rungs.home.sum() == 0


def test_a_ladder_without_force_is_refused(tmp_path: Path) -> None:
    peaceful = OWN.replace("level: 4", "level: 3")
    (tmp_path / "ladder.yaml").write_text(peaceful, encoding="utf-8")
    record = invent([act("a", 0, rung="show")])
    record = record.model_copy(update={"ladder": "ladder.yaml"}).with_origin(tmp_path, ())
    with pytest.raises(UsageError, match="no rung of level 4"):
        from_record(record, AS_OF)


def test_home_soil_begins_at_its_rung() -> None:
    assert home_order(default_ladder()) == default_ladder().order("strike-home")


def test_shipped_crisis_has_a_custom(shipped: Record) -> None:
    history = from_record(shipped, date(2024, 4, 14))
    assert history.rungs.usual is not None
    assert history.rungs.level[history.rungs.usual] == 4
