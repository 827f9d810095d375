"""What questions come to, by what the record tells later."""

from datetime import date, timedelta

import pytest

from _invented import AS_OF, CRISIS, SAID, act, day, invent
from offramp.questions import Resolution, parse_question, resolve
from offramp.record import Record

OVER = {"closes": day(200)}
STRIKE = act("strike", 20, "southland", "strike-home", killed="3..5")
SHADOW = act("shadow", 15, "guard", "shadow-attack", channel="proxy", killed=9)
CLASH = act("clash", 16, rung="strike-abroad", mutual="yes", killed=2)
WAR = act("war", 18, "northland", "war")


def later(*acts: dict, **more: object) -> Record:
    return invent([*CRISIS, *acts], SAID, **more)


def found(ask: str, *acts: dict, until: date | None = None, **more: object) -> Resolution:
    return resolve(parse_question(ask), later(*acts, **more), AS_OF, until)


RESOLVED = [
    ("south >= strike-home within 7d", [STRIKE], True, "strike"),
    ("south >= strike-home against northland within 6d", [STRIKE], False, None),
    ("south >= war within 30d", [STRIKE], False, None),
    ("north >= strike-abroad within 30d", [STRIKE], False, None),
    ("either >= strike-abroad within 30d", [STRIKE, CLASH], True, "clash"),
    ("north >= strike-abroad within 30d", [CLASH], True, "clash"),
    # Force at the rung of the shadow war is asked about; below force it is not.
    ("north >= shadow-attack within 30d", [SHADOW], True, "shadow"),
    ("north >= shadow-attack proxy within 30d", [SHADOW], True, "shadow"),
    ("north >= shadow-attack direct within 30d", [SHADOW], False, None),
    ("south >= shadow-attack within 30d", [SHADOW], False, None),
    ("north >= display within 30d", [SHADOW], False, None),
    ("next within 30d", [STRIKE, SHADOW], "south", "strike"),
    ("next within 30d", [CLASH, STRIKE], "mutual", "clash"),
    ("next within 30d", [SHADOW], "none", None),
    ("next = south within 30d", [STRIKE], True, "strike"),
    ("next = none within 30d", [STRIKE], False, "strike"),
    ("next = none within 30d", [], True, None),
    ("quiet for 30d", [SHADOW], True, None),
    ("quiet all for 30d", [SHADOW], False, "shadow"),
    ("quiet for 30d", [act("word", 20, rung="threat")], True, None),
    ("quiet for 30d", [STRIKE], False, "strike"),
    ("highest within 30d", [CLASH, STRIKE], "strike-home", "strike"),
    ("highest within 30d", [SHADOW], "calm", None),
    ("dead within 30d", [CLASH, STRIKE, SHADOW], (5.0, 7.0), None),
    ("dead within 30d", [], (0.0, 0.0), None),
    ("stopped(salvo)", [], pytest.approx((46 / 50, 48 / 52), abs=0.02), "salvo"),
]


@pytest.mark.parametrize(("ask", "acts", "outcome", "by"), RESOLVED)
def test_a_question_resolves_by_the_later_record(
    ask: str, acts: list[dict], outcome: object, by: str | None
) -> None:
    resolution = found(ask, *acts, **OVER)
    assert (resolution.outcome, resolution.by_act) == (outcome, by)
    assert not resolution.open
    assert resolution.why


@pytest.mark.parametrize(
    "ask",
    ["south >= war within 30d", "next within 30d", "quiet for 30d", "highest within 30d",
     "dead within 30d", "quiet for 30d if south >= war"],
)  # fmt: skip
def test_while_the_record_runs_on_a_no_is_open(ask: str) -> None:
    resolution = found(ask)
    assert (resolution.outcome, resolution.open) == (None, True)
    assert "Open: " in resolution.why
    assert not found(ask, until=AS_OF + timedelta(days=30)).open
    assert found(ask, until=AS_OF + timedelta(days=29)).open


@pytest.mark.parametrize(
    ("ask", "outcome"),
    [("either >= strike-home within 90d", True), ("next within 90d", "south"),
     ("quiet for 90d", False), ("highest within 90d", "war")],
)  # fmt: skip
def test_what_can_no_longer_change_is_settled_at_once(ask: str, outcome: object) -> None:
    end = act("w", 21, "northland", "war")
    assert found(ask, STRIKE, end).outcome == outcome


def test_acts_of_the_as_of_date_and_before_count_for_nothing() -> None:
    today = act("today", 13, "southland", "strike-home")
    assert found("south >= strike-home within 30d", today, **OVER).outcome is False


def test_a_conditional_resolves_where_its_condition_came_about() -> None:
    ask = "south >= strike-home within 30d if north >= war"
    assert found(ask, STRIKE, WAR, **OVER).outcome is True
    assert found(ask, WAR, **OVER).outcome is False
    void = found(ask, STRIKE, **OVER)
    assert (void.outcome, void.open, void.why[:5]) == (None, False, "Void:")
    assert found(f"{ask} within 2d", STRIKE, WAR, **OVER).why.startswith("Void")
    assert found(ask, STRIKE).open


@pytest.mark.parametrize(
    "ask",
    ["quiet for 30d without salvo", "quiet for 30d given hold north for 9d",
     "quiet for 30d without salvo if south >= war"],
)  # fmt: skip
def test_a_counterfactual_never_resolves(ask: str) -> None:
    resolution = found(ask, STRIKE, **OVER)
    assert (resolution.outcome, resolution.open) == (None, False)
    assert "never resolves" in resolution.why


@pytest.mark.parametrize("ask", ["posture(north)", "term(north, fear)", "record(first)"])
def test_what_no_record_tells_never_resolves(ask: str) -> None:
    resolution = found(ask, STRIKE, **OVER)
    assert (resolution.outcome, resolution.open) == (None, False)


def test_a_turned_dial_changes_nothing_about_what_happened() -> None:
    assert found("quiet for 30d given dial fear = 1", STRIKE).outcome is False


def test_names_are_checked_first() -> None:
    with pytest.raises(ValueError, match="no rung"):
        found("south >= wra within 30d", STRIKE)


def test_an_outcome_that_nobody_tells_yet_is_open() -> None:
    bare = act("bare", 1, "southland", exchange={"launched": {"drone": 4}})
    record = invent([*CRISIS, bare], SAID)
    resolution = resolve(parse_question("stopped(bare)"), record, AS_OF)
    assert (resolution.outcome, resolution.open) == (None, True)


def test_the_shipped_crisis_resolves(shipped: Record) -> None:
    asked = [(q.ask, q.as_of) for q in shipped.questions]
    found = {(a, d): resolve(parse_question(a), shipped, d) for a, d in asked}
    strike = found["iran >= strike-home against israel within 30d", date(2024, 4, 1)]
    assert (strike.outcome, strike.by_act) == (True, "true-promise")
    assert not any(each.open for each in found.values())
    shorter = shipped.model_copy(update={"closes": date(2024, 5, 31)})
    assert resolve(parse_question("quiet for 60d"), shorter, date(2024, 4, 19)).open
