"""Forecasts written down when made, and scored when settled."""

import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp._errors import OfframpError
from offramp.answers import Asked, Logged, Reply, log_forecasts, read_log, settle
from offramp.record import open_record

MADE, AS_OF = date(2024, 4, 15), date(2024, 4, 14)
NEXT = "next = iran within 30d"
STRIKE = "israel >= strike-home against iran within 30d"


def reply(ask: str, chance: float | None, **more: object) -> Reply:
    plain = Reply(ask, "forecast", chance, None, "", 0.1, 0.6, 0.0, 0.08, "", "")
    return replace(plain, **more)  # type: ignore[arg-type]


def asked(*replies: Reply, run: str = "abc") -> Asked:
    return Asked("iran-israel-2024", AS_OF, 30, 0, 1000, run, "The program's.", replies)


def test_what_is_logged_is_read_again_and_only_once(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    assert log_forecasts(log, asked(reply(STRIKE, 0.3)), "iran-israel-2024", MADE) == 1
    assert log_forecasts(log, asked(reply(STRIKE, 0.3)), "iran-israel-2024", MADE) == 0
    assert log_forecasts(log, asked(reply(STRIKE, 0.4), run="d"), "iran-israel-2024", MADE) == 1
    assert [each.probability for each in read_log(log)] == [0.3, 0.4]


def test_quantities_and_answers_of_several_cases_are_not_logged(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    several = reply("next within 30d", 0.5, shares=(("iran", 0.5), ("none", 0.5)))
    assert log_forecasts(log, asked(several, reply("dead within 9d", None)), "x", MADE) == 0
    assert not log.exists()


def test_settled_forecasts_are_scored_where_a_no_would_have_been_seen() -> None:
    forecasts = [
        Logged(MADE, "iran-israel-2024", AS_OF, STRIKE, 0.25, 0.1, 0.5, 0.08, "r"),
        Logged(
            MADE, "iran-israel-2024", AS_OF, "next = iran within 30d", 0.25, 0.1, 0.5, None, "r"
        ),
        Logged(MADE, "iran-israel-2024", AS_OF, "quiet for 300d", 0.25, 0.1, 0.5, None, "r"),
    ]
    came, who, late = settle(forecasts, open_record)
    assert came.outcome is True
    assert came.brier == pytest.approx(0.75**2)
    assert came.brier_baseline == pytest.approx(0.92**2)
    assert came.log_score == pytest.approx(-math.log(0.25))
    assert who.outcome is False
    assert late.brier is None


def test_what_cannot_be_settled_is_said_and_stops_nothing() -> None:
    gone = Logged(MADE, "no-such-crisis", AS_OF, STRIKE, 0.25, 0.1, 0.5, 0.08, "r")
    unknown = replace(gone, crisis="iran-israel-2024", ask="atlantis >= war within 9d")
    for each in settle([gone, unknown], open_record):
        assert each.outcome is None
        assert each.why.startswith("Cannot be settled")


@given(st.text(max_size=200))
def test_a_strangers_line_is_told_by_its_number(tmp_path_factory: pytest.TempPathFactory,
                                                text: str) -> None:  # fmt: skip
    log = tmp_path_factory.mktemp("log") / "log.jsonl"
    log.write_text("\n" + text, "utf-8")
    try:
        read_log(log)
    except OfframpError as error:
        assert f"{log}:" in str(error)


@pytest.mark.parametrize("chance", ["1.5", "-0.1", "NaN", '"0.5"x', "null"])
def test_no_probability_no_forecast(tmp_path: Path, chance: str) -> None:
    log = tmp_path / "log.jsonl"
    log_forecasts(log, asked(reply(STRIKE, 0.3)), "x", MADE)
    log.write_text(log.read_text("utf-8").replace("0.3", chance), "utf-8")
    with pytest.raises(OfframpError, match=":1: this line is no forecast"):
        read_log(log)
