"""Odds by day, ledger, postures and exchanges: what the rest of a study says."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, OPENS, SAID, act, crisis, invent, signal
from offramp import UsageError
from offramp.futures import Findings, odds, study
from offramp.futures._exchanges import MOST, exchange_answers
from offramp.futures._look_back import look_back
from offramp.futures._odds import LONGEST
from offramp.futures._postures import DECISIVE
from offramp.history import History, from_record
from offramp.model import TERMS, Parameters
from offramp.model._parameters import prior_parameters
from offramp.record import Record


@pytest.fixture(scope="module")
def findings(invented: Record) -> Findings:
    return study(
        invented, AS_OF, days=30, draws=1000, odds_from=AS_OF - timedelta(days=2), with_reveal=True
    )


def test_a_study_holds_the_record_as_it_stood(findings: Findings, invented: Record) -> None:
    assert findings.record == invented.as_of(AS_OF)
    assert findings.forecast.as_of == AS_OF
    assert {each.happened for each in findings.reveals} == {None}
    assert study(invented, AS_OF, days=7, draws=200, odds_from=AS_OF).reveals == ()


def test_progress_is_told_step_by_step(invented: Record) -> None:
    told: list[tuple[str, int, int]] = []
    study(
        invented, AS_OF, days=7, draws=200, odds_from=AS_OF,
        progress=lambda *step: told.append(step),
    )  # fmt: skip
    assert {step for step, _, _ in told} == {"futures", "odds by day", "ledger and postures"}
    assert all(0 <= done <= whole for _, done, whole in told)


def test_parameters_are_listed_with_their_basis(findings: Findings, parameters: Parameters) -> None:
    assert [each.name for each in findings.parameters] == [p.name for p in parameters.priors]
    for note in findings.parameters:
        assert note.low <= note.mean <= note.high
        assert note.basis and note.label and note.acts_on
    groups = {note.name: note.group for note in findings.parameters}
    assert groups["fear.weight"] == "dial"
    assert groups["momentum.side"] == "learned"
    assert groups["tempo.hazard"] == "base"


# Odds by day.


def test_each_day_of_the_odds_is_a_forecast_of_that_day(
    invented: Record, findings: Findings
) -> None:
    path = findings.odds
    assert path.days == tuple(AS_OF + timedelta(days=d) for d in (-2, -1, 0))
    for index, day in enumerate(path.days):
        alone = odds(invented, day, day, days=30)
        for whole, one in zip(path.lines, alone.lines, strict=True):
            assert whole.ask == one.ask
            assert whole.probability[index] == one.probability[0]


def test_each_day_knows_only_what_was_known_on_it(invented: Record) -> None:
    before = odds(invented, AS_OF - timedelta(days=3), AS_OF - timedelta(days=2), draws=1000)
    without = invent(CRISIS[:-1], SAID[:2])
    assert odds(without, *before.days, draws=1000).lines == before.lines


def test_a_day_that_brings_a_salvo_moves_the_odds(findings: Findings) -> None:
    answer = next(line for line in findings.odds.lines if line.side == "south")
    assert answer.probability[1] > 1.2 * answer.probability[0]
    for line in findings.odds.lines:
        for low, middle, high in zip(line.low, line.probability, line.high, strict=True):
            assert 0 <= low <= middle <= high <= 1


def test_lines_follow_the_records_order_of_sides(invented: Record) -> None:
    path = odds(invented, AS_OF, AS_OF, draws=200)
    assert [line.side for line in path.lines] == ["north", "south", None]
    turned = crisis(sides={"south": ["southland"], "north": ["northland"]})
    assert [line.side for line in odds(turned, AS_OF, AS_OF, draws=200).lines] == [
        "south", "north", None,
    ]  # fmt: skip


def test_odds_over_days_that_cannot_be_asked_are_refused(invented: Record) -> None:
    with pytest.raises(UsageError, match="is after"):
        odds(invented, AS_OF, AS_OF - timedelta(days=1))
    with pytest.raises(UsageError, match=f"{LONGEST} at most"):
        odds(invented, AS_OF, AS_OF + timedelta(days=LONGEST))
    with pytest.raises(UsageError, match="Nothing was known to have happened"):
        odds(invented, date(2023, 8, 12), date(2023, 8, 13))


# The ledger.


def test_terms_of_the_ledger_sum_to_its_totals(findings: Findings) -> None:
    ledger = findings.ledger
    for total in ledger.totals:
        own = [term for term in ledger.terms if term.side == total.side]
        assert [term.name for term in own] == [*(t.name for t in TERMS), "share"]
        summed = np.sum([term.mean for term in own], axis=0)
        assert summed == pytest.approx(np.array(total.mean), abs=1e-3)
        for row in (*own, total):
            assert len(row.mean) == len(row.low) == len(row.high) == len(ledger.days)
            assert (np.array(row.low) <= np.array(row.high)).all()
            assert row.basis and row.label
    assert {t.side for t in ledger.totals} == {"north", "south"}


def test_the_ledgers_last_day_is_the_as_of_date(findings: Findings) -> None:
    assert findings.ledger.days[-1] == AS_OF
    assert list(findings.ledger.days) == sorted(set(findings.ledger.days))
    assert findings.ledger.days[0] <= OPENS
    for path in findings.postures:
        assert path.days == findings.ledger.days


def test_a_signal_shows_in_the_ledger_from_its_day_on(findings: Findings) -> None:
    """The notice of day 11 holds the other side back from then on, and not before."""
    (notice,) = (t for t in findings.ledger.terms if (t.side, t.name) == ("south", "notice"))
    given = OPENS + timedelta(days=11)
    for day, mean in zip(findings.ledger.days, notice.mean, strict=True):
        assert (mean < 0) == (day >= given), day
    (mine,) = (t for t in findings.ledger.terms if (t.side, t.name) == ("north", "notice"))
    assert set(mine.mean) == {0.0}


# Looking back.


def test_looking_back_asks_without_telling(
    invented_history: History, parameters: Parameters
) -> None:
    all_days = look_back(invented_history, parameters, [-12, -9, -5, -1, 0])
    few = look_back(invented_history, parameters, [-9, 0])
    assert few.days.tolist() == [-9, 0]
    for one, other in ((0, 1), (1, 4)):
        assert np.allclose(
            few.beliefs.posture[one], all_days.beliefs.posture[other], rtol=1e-4, atol=1e-6
        )
        assert np.allclose(few.beliefs.acts[one], all_days.beliefs.acts[other])
    since = np.asarray(all_days.beliefs.standing.since)[:, 0]
    assert since.tolist() == [1, 0, 4, 0, 1]


def test_looking_back_is_blind_to_what_came_later(
    invented: Record, invented_history: History, parameters: Parameters
) -> None:
    """But for the vows that later force made good, each day is as it was on that day."""
    then = from_record(invented, AS_OF - timedelta(days=4))
    seen_then = look_back(then, parameters, [0]).beliefs
    seen_now = look_back(invented_history, parameters, [-4]).beliefs
    assert np.allclose(seen_then.posture[0], seen_now.posture[0], rtol=1e-4, atol=1e-6)
    assert np.allclose(seen_then.evidence[0], seen_now.evidence[0], rtol=1e-4, atol=1e-4)


# Postures.


def test_postures_sum_to_one_day_by_day(findings: Findings) -> None:
    assert [path.side for path in findings.postures] == ["north", "south"]
    for path in findings.postures:
        for row in path.shares:
            assert sum(row) == pytest.approx(1.0)
            assert min(row) >= 0
        assert 0 <= path.shift_chance <= 1
        assert (path.driven_by == "evidence") == (abs(path.log_bayes_factor) >= DECISIVE)


@pytest.mark.slow
def test_a_side_that_turns_from_threats_to_force_may_have_shifted(
    parameters: Parameters,
) -> None:
    """The likeliest day of the shift lies in its own span; postures are taken as judged."""
    judged = prior_parameters(parameters.count).values
    values = {n: judged[n] if n.startswith("posture.") else a for n, a in parameters.values.items()}
    calm = [act(f"c{n}", 10 * n - 400, "southland", "threat") for n in range(20)]
    busy = [act(f"f{n}", 5 * n, "southland", "strike-home") for n in range(20)]
    turned = study(
        invent([act("a", -410), *calm, *busy], opens="2023-01-15"), OPENS + timedelta(days=96),
        days=7, draws=200, odds_from=OPENS + timedelta(days=96),
        parameters=replace(parameters, values=values),
    )  # fmt: skip
    path = next(p for p in turned.postures if p.side == "south")
    other = next(p for p in turned.postures if p.side == "north")
    assert path.shift_chance > other.shift_chance
    assert path.shift_from is not None and path.shift_date is not None and path.shift_to is not None
    assert path.shift_from <= path.shift_date <= path.shift_to
    assert path.shares[-1][2] > path.shares[0][2]


# Exchanges.


def test_an_exchange_is_set_beside_what_is_claimed(findings: Findings) -> None:
    (found,) = findings.forecast.exchanges
    assert (found.act, found.under_way, found.notice_hours) == ("salvo", False, 24)
    assert found.defenders == ("Southland", "The neighbour")
    assert [kind.kind for kind in found.kinds] == ["drone", "ballistic"]
    for kind in found.kinds:
        parts = kind.failed.mean + kind.stopped.mean + kind.hit.mean
        assert parts == pytest.approx(kind.launched.mean, abs=1e-3)
        for q in (kind.launched, kind.failed, kind.stopped, kind.hit):
            assert q.q05 <= q.q25 <= q.q50 <= q.q75 <= q.q95
    assert found.kinds[0].launched.q05 == found.kinds[0].launched.q95 == 40
    assert (found.kinds[1].launched.q05, found.kinds[1].launched.q95) == (8, 12)
    claim = next(c for c in found.claims if c.kind == "ballistic")
    assert (claim.says, claim.failed, claim.stopped, claim.hit) == (
        "Southland",
        (3, 3),
        (5, 5),
        (2, 2),
    )


def salvo(n: int, **more: object) -> dict:
    return act(f"v{n}", n, rung="strike-home", exchange={"launched": {"rocket": 5}, **more})


def test_while_nobody_has_said_what_came_of_it_it_is_under_way(parameters: Parameters) -> None:
    told = [{"says": "southland", "known": "2024-03-10", "rocket": {"stopped": 5}}]
    record = invent([salvo(1, outcome=told)])
    for as_of, under_way in ((date(2024, 3, 9), True), (date(2024, 3, 10), False)):
        (found,) = exchange_answers(record.as_of(as_of), parameters, 0)
        assert found.under_way is under_way
        assert bool(found.claims) is not under_way


def test_notice_may_be_given_by_a_signal(parameters: Parameters) -> None:
    told = signal("n", 0, "notice", "northland", "neighbour", about="v1", hours=72)
    (with_notice,) = exchange_answers(invent([salvo(1)], [told]).as_of(AS_OF), parameters, 0)
    (without,) = exchange_answers(invent([salvo(1)]).as_of(AS_OF), parameters, 0)
    assert (with_notice.notice_hours, without.notice_hours) == (72, None)
    assert with_notice.readiness > without.readiness == 1.0


def test_the_latest_exchanges_are_shown_latest_first(parameters: Parameters) -> None:
    found = exchange_answers(invent([salvo(n) for n in range(9)]).as_of(AS_OF), parameters, 0)
    assert [each.act for each in found] == [f"v{n}" for n in range(8, 8 - MOST, -1)]


def test_what_was_never_launched_is_no_exchange(parameters: Parameters) -> None:
    none = act("a", 0, exchange={"launched": {"rocket": 0}})
    threatened = {**salvo(1), "status": "threatened"}
    assert exchange_answers(invent([none, threatened]).as_of(AS_OF), parameters, 0) == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("acts", "as_of"),
    [
        ([act("first", 0)], OPENS),
        ([act("long-ago", -300)], OPENS),
        ([act("long-ago", -300), act("first", 0)], OPENS),
        (CRISIS[:6], OPENS - timedelta(days=1)),
        (CRISIS[:6], OPENS),
    ],
)
def test_one_may_stand_on_the_first_evening(acts: list[dict], as_of: date) -> None:
    found = study(invent(acts), as_of, days=7, draws=200, odds_from=as_of)
    assert found.forecast.as_of == as_of
    assert all(0 <= each.shift_chance <= 1 for each in found.postures)
