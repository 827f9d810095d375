"""Asking: a forecast, a conditional forecast, or a contrast of two arms."""

from collections.abc import Callable

import numpy as np
import pytest

from _invented import AS_OF, act, invent
from offramp._errors import UsageError
from offramp.answers import Contrast, Reply, World, answer, ask, ask_all, days_needed, read_question
from offramp.futures import Forecast
from offramp.questions import parse_question
from offramp.record import Record

Ask = Callable[[str], Reply | Contrast]


def test_a_forecast_is_the_reports_own(invented: Record, ahead: Forecast) -> None:
    told = {each.ask: each for each in ahead.answers}
    asked = [line for line in told if "strike" in line or "quiet" in line]
    assert asked
    for line in asked[:6]:
        found = ask(invented, line, AS_OF, draws=5000)
        assert isinstance(found, Reply)
        assert found.kind == "forecast"
        assert found.probability == pytest.approx(told[line].probability, abs=1e-9), line
        assert found.baseline == told[line].baseline
        assert found.words == told[line].words


def test_bounds_hold_the_answer(asked: Ask) -> None:
    for line in ("quiet for 30d", "either >= display within 9d", "stopped(salvo)",
                 "posture(south)", "dead within 30d", "highest within 30d"):  # fmt: skip
        found = asked(line)
        assert isinstance(found, Reply)
        middle = found.value if found.probability is None else found.probability
        assert middle is not None and found.low <= middle <= found.high, line
        assert found.mc_error >= 0


def test_who_is_next_gives_all_chances(asked: Ask) -> None:
    found = asked("next within 30d")
    assert isinstance(found, Reply)
    chances = dict(found.shares)
    assert set(chances) == {"north", "south", "mutual", "none"}
    assert sum(chances.values()) == pytest.approx(1)
    assert found.probability == max(chances.values())


def test_highest_gives_the_chance_of_each_rung(asked: Ask) -> None:
    found = asked("highest within 30d")
    assert isinstance(found, Reply)
    chances = dict(found.shares)
    assert sum(chances.values()) == pytest.approx(1)
    assert chances["calm"] > 0 and chances["strike-home"] > 0


def test_a_condition_is_a_share_of_the_futures(asked: Ask) -> None:
    given, event = asked("dead within 30d if south >= strike-home"), "south >= strike-home"
    alone = asked(f"{event} within 30d")
    certain = asked(f"{event} within 30d if {event}")
    for each in (given, alone, certain):
        assert isinstance(each, Reply)
    assert given.kind == certain.kind == "conditional"
    assert given.condition == alone.probability == certain.condition  # type: ignore[union-attr]
    assert certain.probability == 1.0  # type: ignore[union-attr]
    assert given.baseline is None  # type: ignore[union-attr]
    assert given.value > asked("dead within 30d").value  # type: ignore[union-attr, operator]


def test_chances_add_up_over_a_condition(asked: Ask) -> None:
    """P(A) = P(B) P(A | B) + what is left, future by future."""
    line, event = "north >= display within 30d", "south >= strike-abroad"
    whole, given = asked(line), asked(f"{line} if {event}")
    both = asked(f"{event} within 30d if north >= display")
    assert isinstance(whole, Reply) and isinstance(given, Reply) and isinstance(both, Reply)
    assert given.condition is not None and both.condition is not None
    assert given.condition * given.probability == pytest.approx(  # type: ignore[operator]
        both.condition * both.probability  # type: ignore[operator]
    )


def test_a_condition_that_never_comes_about_is_told(world: World, invented: Record) -> None:
    line = "quiet for 30d if north >= war within 1d"
    with pytest.raises(UsageError, match="In none of 200 futures"):
        answer(world, read_question(invented, line, AS_OF), draws=200)


def test_a_contrast_shows_both_arms_and_what_lies_between(asked: Ask) -> None:
    found = asked("south >= strike-home within 30d without salvo")
    plain = asked("south >= strike-home within 30d")
    assert isinstance(found, Contrast) and isinstance(plain, Reply)
    assert found.kind == "counterfactual"
    assert found.factual.probability == plain.probability
    assert found.factual.kind == "forecast"
    assert found.difference.mean == pytest.approx(
        found.counterfactual.probability - found.factual.probability  # type: ignore[operator]
    )
    assert found.difference.low <= found.difference.mean <= found.difference.high
    assert "held as it was" in found.follows
    assert [each.share for each in found.difference.by_share] == [0.0, 0.5, 1.0]


def test_between_several_answers_lies_the_chance_of_the_likeliest(asked: Ask) -> None:
    found, plain = asked("next within 30d given hold north for 9d"), asked("next within 30d")
    assert isinstance(found, Contrast) and isinstance(plain, Reply)
    who = max(plain.shares, key=lambda share: share[1])[0]
    named = asked(f"next = {who} within 30d given hold north for 9d")
    assert isinstance(named, Contrast)
    assert found.difference == named.difference
    assert found.factual.shares == plain.shares
    assert dict(found.counterfactual.shares)[who] == named.counterfactual.probability
    assert f"next = {who}" in found.effects[-1]


def test_running_on_for_longer_changes_no_answer(world: World, invented: Record) -> None:
    for line in (
        "quiet for 20d",
        "dead within 20d if south >= display",
        "north >= display within 20d given hold south for 9d if south >= display",
    ):
        question = read_question(invented, line, AS_OF)
        assert answer(world, question, 1000) == answer(world, question, 1000, days=30), line


def test_dials_alone_make_no_counterfactual(asked: Ask) -> None:
    found = asked("quiet for 30d given dial fear = 0.4 + dial limit-own = 0")
    assert isinstance(found, Reply)
    assert found.kind == "forecast"


def test_a_dial_stands_in_both_arms(asked: Ask) -> None:
    found = asked("quiet for 30d given dial fear = 3 + hold south for 9d")
    turned, plain = asked("quiet for 30d given dial fear = 3"), asked("quiet for 30d")
    assert isinstance(found, Contrast)
    assert found.factual.probability == turned.probability  # type: ignore[union-attr]
    assert turned.probability != plain.probability  # type: ignore[union-attr]


def test_an_unknown_dial_is_told(asked: Ask) -> None:
    with pytest.raises(UsageError, match='no dial "hope"'):
        asked("quiet for 30d given dial hope = 1")


def test_many_share_their_futures_and_answer_as_one(invented: Record, asked: Ask) -> None:
    lines = ["quiet for 30d", "north >= display within 9d", "quiet for 30d without salvo"]
    seen: list[tuple[str, int, int]] = []
    found = ask_all(
        invented, [read_question(invented, line, AS_OF) for line in lines], AS_OF, 1000,
        progress=lambda *step: seen.append(step),
    )  # fmt: skip
    assert found.answers == tuple(asked(line) for line in lines)
    assert seen == [("questions", n, 3) for n in (1, 2, 3)]
    assert (found.horizon_days, found.draws, found.beliefs) == (30, 1000, "The program's.")


def test_the_same_seed_gives_the_same_answer(invented: Record) -> None:
    line = "south >= strike-home within 30d without salvo"
    one, two, other = (ask(invented, line, AS_OF, 1000, seed) for seed in (7, 7, 8))
    assert one == two != other


@pytest.mark.parametrize(
    ("line", "days"),
    [("quiet for 9d", 9), ("quiet for 9d if a >= war within 20d", 20), ("stopped(x)", 0),
     ("dead within 30d if a >= war", 30)],
)  # fmt: skip
def test_the_days_that_a_question_needs(line: str, days: int) -> None:
    assert days_needed(parse_question(line)) == days


def test_what_is_asked_before_anything_happened_is_told() -> None:
    with pytest.raises(UsageError, match="Nothing was known to have happened"):
        ask(invent([act("alert", 0)]), "quiet for 9d", AS_OF.replace(year=2000), 200)


def test_one_future_a_draw_is_enough_to_answer(asked: Ask, invented: Record) -> None:
    found = ask(invented, "quiet for 30d without salvo", AS_OF, draws=1)
    assert isinstance(found, Contrast)
    assert np.isfinite(found.difference.mean)
