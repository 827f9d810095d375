from datetime import timedelta

import pytest

from _invented import AS_OF, CRISIS, OPENS, SAID, act, crisis, day, invent, signal
from offramp import UsageError
from offramp.hypotheses import matrix
from offramp.model import POSTURES
from offramp.record import Record

CLAIMED = (
    {"id": "hardened", "by": "press", "quote": "North no longer holds back.",
     "test": {"ask": "posture(north) without salvo", "expect": "lower", "as_of": day(13)}},
    {"id": "meek", "by": "press", "quote": "South will not answer.",
     "test": {"ask": "posture(south)", "expect": "no", "as_of": day(13)}},
    {"id": "later", "by": "press", "quote": "North will answer.",
     "test": {"ask": "posture(north)", "expect": "yes", "as_of": day(20)}},
    {"id": "other", "by": "press", "quote": "It stays quiet.",
     "test": {"ask": "quiet for 30d", "expect": "yes", "as_of": day(13)}},
)  # fmt: skip
PRESS = {"id": "press", "kind": "news", "title": "Press", "publisher": "Press",
         "date": day(13)}  # fmt: skip


def claimed() -> Record:
    return crisis(sources=[PRESS], claims=list(CLAIMED))


def test_rows_are_what_was_done_and_said_since_it_opened(invented: Record) -> None:
    found = matrix(invented, AS_OF)
    entries = (*invented.acts, *invented.signals)
    assert {row.id for row in found.rows} == {e.id for e in entries if e.span.last >= OPENS}
    assert all(len(row.cells) == len(found.hypotheses) == 6 for row in found.rows)


def test_what_discriminates_comes_first(invented: Record) -> None:
    found = matrix(invented, AS_OF)
    assert [row.spread for row in found.rows] == sorted(
        (row.spread for row in found.rows), reverse=True
    )
    assert {row.id for row in found.rows if not row.why} == {"raid", "threat", "salvo"}
    assert found.rows[0].spread > 0


def test_signals_say_nothing_and_say_so(invented: Record) -> None:
    rows = [row for row in matrix(invented, AS_OF).rows if row.kind == "signal"]
    assert len(rows) == len(SAID)
    for row in rows:
        assert "likelihood of signals" in row.why
        assert {cell.grade for cell in row.cells} == {"N"}
        assert row.spread == 0.0


def test_each_kind_of_silence_has_its_reason(invented: Record) -> None:
    why = {row.id: row.why for row in matrix(invented, AS_OF).rows}
    assert "opens a confrontation" in why["alert"]
    assert "shadow war" in why["fire"]


def test_an_act_between_others_says_nothing() -> None:
    aside = act("aside", 5, "neighbour", "coercion")
    (row,) = (row for row in matrix(crisis((*CRISIS, aside)), AS_OF).rows if row.id == "aside")
    assert "between the sides" in row.why


def test_a_threat_speaks_for_patience_rather_than_force(invented: Record) -> None:
    """What one knows of the model: a patient side threatens where others strike."""
    found = matrix(invented, AS_OF)
    keys = [hypothesis.key for hypothesis in found.hypotheses]
    patient = keys.index("north: patient")
    cell = {row.id: row.cells[patient].log_bayes_factor for row in found.rows}
    assert cell["threat"] > 0 > cell["salvo"]


def test_chances_of_a_side_sum_to_one(invented: Record) -> None:
    found = matrix(invented, AS_OF)
    for side in ("north", "south"):
        own = [h for h in found.hypotheses if h.side == side]
        assert [h.key for h in own] == [f"{side}: {posture}" for posture in POSTURES]
        assert sum(h.before for h in own) == pytest.approx(1, abs=1e-5)
        assert sum(h.now for h in own) == pytest.approx(1, abs=1e-5)


def test_claims_about_what_a_side_is_are_hypotheses_too() -> None:
    found = matrix(claimed(), AS_OF)
    by_key = {hypothesis.key: at for at, hypothesis in enumerate(found.hypotheses)}
    assert [key for key in by_key if key.startswith("claim")] == ["claim: hardened", "claim: meek"]
    hardened, meek = by_key["claim: hardened"], by_key["claim: meek"]
    for row in found.rows:
        north, south = (row.cells[by_key[f"{side}: patient"]] for side in ("north", "south"))
        assert row.cells[hardened].log_bayes_factor == pytest.approx(-north.log_bayes_factor)
        assert row.cells[hardened].low == pytest.approx(-north.high)
        assert row.cells[meek] == south
    patient = found.hypotheses[by_key["north: patient"]]
    assert found.hypotheses[hardened].now == pytest.approx(1 - patient.now)


def test_what_comes_later_changes_nothing(invented: Record) -> None:
    later = crisis(
        (*CRISIS, act("later", 20, "southland", "strike-home")),
        (*SAID, signal("late-vow", 21, "vow", "southland", "northland")),
    )
    assert matrix(later, AS_OF).rows == matrix(invented, AS_OF).rows


def test_nothing_since_it_opened_is_an_empty_matrix() -> None:
    before = invent([act("old", -30), act("older", -40, "southland")])
    found = matrix(before, OPENS + timedelta(days=3))
    assert found.rows == ()
    assert all(h.before == h.now for h in found.hypotheses)


def test_no_act_at_all_is_told() -> None:
    with pytest.raises(UsageError, match="holds no act of a threat or more"):
        matrix(invent([]), AS_OF)
