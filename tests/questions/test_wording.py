"""Questions in sentences that a stranger can resolve."""

import pytest

from _invented import AS_OF, CRISIS, SAID, act, crisis, day, invent
from offramp.ladder import default_ladder
from offramp.questions import check_names, parse_question
from offramp.questions._wording import Wording
from offramp.record import Record


def worded(ask: str, record: Record | None = None, days: int = 30) -> Wording:
    record = record or crisis()
    question = check_names(parse_question(ask), record, AS_OF, default_ladder())
    return Wording(question, record, AS_OF, days)


TITLES = [
    ("south >= strike-home covert within 30d",
     'Will Southland act against Northland, covertly, on the rung "Strike at home" or above, from '
     "2024-03-15 to 2024-04-13?"),
    ("either >= war within 30d",
     'Will Northland or Southland act against the other on the rung "War", from 2024-03-15 to '
     "2024-04-13?"),
    ("next within 30d", "Who acts next, Northland or Southland, from 2024-03-15 to 2024-04-13?"),
    ("next = south within 30d", "Will Southland act next, from 2024-03-15 to 2024-04-13?"),
    ("next = none within 30d",
     "Will neither Northland nor Southland act next, from 2024-03-15 to 2024-04-13?"),
    ("quiet for 30d",
     "Will Northland and Southland keep quiet towards each other from 2024-03-15 to 2024-04-13?"),
    ("quiet for 30d if south >= war",
     'If Southland acts against Northland on the rung "War", will Northland and Southland keep '
     "quiet towards each other from 2024-03-15 to 2024-04-13?"),
    ("stopped(salvo)", "What share of what was launched failed or was stopped: salvo?"),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "title"), TITLES)
def test_a_title_asks_it_in_a_sentence(ask: str, title: str) -> None:
    assert worded(ask).title() == title


def test_criteria_list_the_rungs_that_count_in_the_ladders_own_words() -> None:
    text = worded("south >= strike-home within 30d").criteria()
    for rung in default_ladder().rungs:
        listed = f"- **{rung.name}**: {rung.description}" in text
        assert listed is (rung.order >= default_ladder().order("strike-home"))
    assert "otherwise No." in text
    assert "otherwise Yes." in worded("quiet for 30d").criteria()


def test_a_condition_annuls() -> None:
    text = worded("quiet for 30d if south >= war within 7d").criteria()
    assert "Annulled unless Southland acts against Northland" in text
    assert "from 2024-03-15 to 2024-03-21." in text


def test_the_fine_print_names_who_counts_for_whom() -> None:
    text = worded("quiet for 30d").fine_print()
    assert "counts for Northland when it is done by one of: Northland; River Guard." in text
    assert "as of 2024-03-14: quiet for 30d" in text


@pytest.mark.parametrize(
    ("ask", "left_out"),
    [("quiet for 30d", True), ("quiet all for 30d", False), ("next within 30d", True),
     ("south >= display within 30d", True), ("south >= shadow-attack within 30d", False),
     ("stopped(salvo)", False)],
)  # fmt: skip
def test_the_shadow_war_is_told_of_where_it_is_left_out(ask: str, left_out: bool) -> None:
    assert ('up to the rung "Shadow attack" does not count' in worded(ask).fine_print()) is left_out


def test_without_custom_nothing_is_told_of_a_shadow_war() -> None:
    record = invent([a for a in CRISIS if "custom" not in a["id"]], SAID)
    assert "does not count" not in worded("quiet for 30d", record).fine_print()


def test_sources_that_can_be_trusted_are_named_by_how_often_they_are_cited() -> None:
    def source(name: str, grade: str) -> dict:
        return {"id": name, "kind": "news", "title": name, "publisher": f"Paper {name}",
                "date": day(0), "reliability": grade}  # fmt: skip

    acts = [act("a", 1, sources=["b", "f"]), act("c", 2, sources=["b"]), act("d", 2, sources=["a"])]
    sources = [source("a", "A"), source("b", "B"), source("f", "F")]
    text = worded("quiet for 30d", invent(acts, sources=sources)).fine_print()
    assert "like standing, must say so: Paper b; Paper a." in text
    assert "Two publishers of standing" in worded("quiet for 30d").fine_print()


def test_nothing_later_gets_into_a_sentence() -> None:
    later = act("later", 30, "southland", "war", title="The war of April")
    with_later, without = (
        worded("quiet for 30d", invent([*CRISIS, later], SAID)),
        worded("quiet for 30d"),
    )
    for part in ("title", "criteria", "fine_print", "background"):
        assert getattr(with_later, part)() == getattr(without, part)()
    assert "salvo" in without.background()
