from offramp.history import DEEDS
from offramp.learning._icbe_codes import ACTORS, DEED, SIDES, level_of


def test_every_word_has_a_level_that_one_side_can_act_at() -> None:
    assert {level for level, _ in DEED.values()} == {2, 3, 4}
    assert all(deed in DEEDS for _, deed in DEED.values())


def test_the_highest_of_several_words_counts() -> None:
    level, deed = level_of(frozenset({"mobilization", "blockade", "annex"}))
    assert (level, DEEDS[deed]) == (4, "blockade")
    assert level_of(frozenset({"annex"})) == (0, 0)


def test_no_party_stands_on_both_sides_and_each_is_known() -> None:
    for one, two in SIDES.values():
        assert not {*one} & {*two}
        assert all(name in ACTORS for name in (*one, *two))
        # A side of groups alone would have no state to compare a record's side with.
        assert all(any(ACTORS[name].iso3 for name in side) for side in (one, two))
