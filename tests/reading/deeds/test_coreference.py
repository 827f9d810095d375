"""Several mentions of one deed are one act; different deeds stay apart."""

from reading._parsed import draft_of


def deeds(text: str, date: str = "1987-06-04") -> list[str]:
    acts = [a for a in draft_of(text, date).acts if a.modality == "actual"]
    return [a.trigger.text if a.trigger else "" for a in acts]


def test_the_attack_is_the_one_told_before() -> None:
    text = "Iran shelled Basra on Monday. Iraq condemned the attack. The shelling killed nine."
    assert deeds(text) == ["shelled"]


def test_a_toll_belongs_to_its_deed() -> None:
    text = "Iran shelled Basra on Monday, killing nine. Two soldiers were wounded."
    (act,) = draft_of(text, "1987-06-04").acts
    assert act.killed[0].count.low == 9


def test_the_same_deed_on_the_same_day_is_told_once() -> None:
    text = "Iran attacked Iraq on 2 June. The crisis grew. On 2 June Iran bombed Iraq at dawn."
    assert deeds(text) == ["attacked"]


def test_deeds_on_different_days_are_two() -> None:
    text = "Iran attacked Iraq on 2 June. Iran attacked Iraq on 3 June."
    assert len(deeds(text)) == 2


def test_a_deed_and_its_answer_are_two() -> None:
    text = "Iran shelled Basra on Monday. Iraq's attack on Iran followed on Tuesday."
    assert deeds(text) == ["shelled", "attack"]


def test_an_answer_to_a_raid_is_not_the_raid() -> None:
    text = "Iran shelled Iraq on Monday in retaliation for the killing of an Iranian envoy."
    assert deeds(text)[0] == "shelled"


def test_a_deed_that_no_one_names_is_no_deed_of_its_own() -> None:
    assert deeds("The attack was a shock. Iran and Iraq were at peace.") == []
