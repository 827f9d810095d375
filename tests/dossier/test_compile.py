"""A dossier holds what the record gives to ask, as deep as there is time for."""

from datetime import date

import pytest

from offramp.dossier import Dossier, compile_dossier
from offramp.record import Record, open_record

pytestmark = pytest.mark.slow

AS_OF = date(1996, 1, 31)


@pytest.fixture(scope="module")
def record() -> Record:
    return open_record("imia-1996")


@pytest.fixture(scope="module")
def usual(record: Record) -> Dossier:
    return compile_dossier(record, AS_OF)


def test_a_quick_one_asks_nothing(record: Record) -> None:
    assert compile_dossier(record, AS_OF, "quick") == Dossier()


def test_the_usual_one_asks_what_the_record_asks_on_its_day(usual: Dossier, record: Record) -> None:
    assert usual.asked is not None
    asked = [question for question in record.questions if question.as_of == AS_OF]
    assert len(usual.asked.answers) == len(asked)
    assert usual.effect is not None
    assert usual.hinges is None


def test_its_claims_are_those_whose_day_has_come(usual: Dossier, record: Record) -> None:
    assert usual.claims is not None
    due = [c.id for c in record.claims if c.test is None or c.test.as_of <= AS_OF]
    assert [claim.id for claim in usual.claims.claims] == due


def test_its_off_ramps_are_single_moves(usual: Dossier) -> None:
    assert usual.offramps is not None
    assert all(len(plan.moves) == 1 for plan in usual.offramps.offramps)


def test_its_crises_like_this_one_were_over_by_then(usual: Dossier, record: Record) -> None:
    assert usual.likeness is not None
    assert usual.likeness.neighbours
    assert all(one.day < AS_OF for one in usual.likeness.neighbours)
    assert record.id not in {one.crisis for one in usual.likeness.neighbours}
