"""Who did it and to whom, whichever way the sentence is turned."""

import pytest

from reading._parsed import done, draft_of


@pytest.mark.parametrize(
    ("text", "word", "actors", "targets"),
    [
        ("Iran shelled Iraqi posts.", "shelled", "iran", "iraq"),
        ("Iraqi posts were shelled by Iran.", "shelled", "iran", "iraq"),
        ("The shelling of Iraqi posts by Iran went on.", "shelling", "iran", "iraq"),
        ("Iran's attack on Iraq failed.", "attack", "iran", "iraq"),
        ("Iranian strikes against Iraq failed.", "strikes", "iran", "iraq"),
        ("Iran launched a raid against Iraq.", "raid", "iran", "iraq"),
        ("Iraq suffered an attack by Iran.", "attack", "iran", "iraq"),
        ("Iran crossed the border and attacked Iraq.", "attacked", "iran", "iraq"),
        ("Iraqi boats were rammed and sunk by Iran.", "sunk", "iran", "iraq"),
        ("The Iraqi boat that Iran sank was old.", "sank", "iran", "iraq"),
        ("Iran fired rockets at Iraq.", "fired", "iran", "iraq"),
        ("Iran accused Iraq of shelling Iran.", "shelling", "iraq", "iran"),
        ("Iran sent its fleet; Iraq waited.", "sent", "iran", "iraq"),
        ("Iran and Iraq signed a treaty.", "signed", "iran", "iraq"),
        ("Fighting broke out between Iran and Iraq.", "Fighting", "iran", "iraq"),
    ],
)
def test_who_and_whom(text: str, word: str, actors: str, targets: str) -> None:
    found = done(text, word)
    assert (found.actors, found.targets) == ((actors,), (targets,))


def test_what_nothing_states_is_marked_as_inferred() -> None:
    found = done("Iran shelled Iraq. Iran mobilised 4,000 reservists.", "mobilised")
    assert found.targets == ("iraq",) and "targets" in found.inferred


def test_nobody_is_made_up_for_a_deed_in_the_passive() -> None:
    assert done("Iran and Iraq quarrelled. A Greek ship was sunk.", "sunk").actors == ()


def test_the_noun_before_a_verb_without_a_subject_acts() -> None:
    given = done("On the 26th Iranian special forces fell upon an Iraqi detachment.", "fell")
    assert (given.actors, given.targets) == (("iran",), ("iraq",))


def test_by_whom_is_found_behind_another_noun() -> None:
    text = "Iraqi patrols were denied access to the area by Iran."
    assert done(text, "denied").actors == ("iran",)


@pytest.mark.parametrize(
    "text",
    [
        "Iran and Iraq quarrelled. Somebody sank a tug.",
        "Iran and Iraq quarrelled. Unidentified divers sank a tug.",
        "Iran and Iraq quarrelled. A tug was sunk by unknown divers.",
        "Iran and Iraq quarrelled. Persons unknown sank a tug.",
    ],
)
def test_somebody_is_not_the_other_side(text: str) -> None:
    word = "sunk" if "sunk" in text else "sank"
    found = done(text, word)
    assert found.nameless and found.actors == ()
    assert [act.actors for act in draft_of(text).acts if act.rung == "strike-abroad"] == [()]


@pytest.mark.parametrize(
    ("text", "word", "actors", "targets"),
    [
        ("An Iranian boat came under fire from Iraqi guns.", "came", ("iraq",), ("iran",)),
        ("An Iranian boat came under fire.", "came", (), ("iran",)),
        ("An Iranian tug went down off Fao.", "went", (), ("iran",)),
        ("The Iranian town of Mehran fell to Iraqi troops.", "fell", ("iraq",), ("iran",)),
    ],
)
def test_who_suffers_is_no_doer(
    text: str, word: str, actors: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    found = done(text, word)
    assert (found.actors, found.targets) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Iranian ambassador was called home from Iraq.", "called"),
        ("Iranian troops were pulled back from the Iraqi border.", "pulled"),
        ("Iraq spoke. Iranian reservists were mobilised.", "mobilised"),
    ],
)
def test_who_is_moved_belongs_to_whoever_moves_him(text: str, word: str) -> None:
    assert done(text, word).actors == ("iran",)


def test_who_has_a_thing_done_does_it() -> None:
    assert done("Iran had the Iraqi wreckage bombed from the air.", "bombed").actors == ("iran",)


def test_a_dateline_is_no_doer() -> None:
    text = "FAO, Iraq, 9 October — Two Iranian boats boarded an Iraqi tug."
    assert done(text, "boarded").actors == ("iran",)


def test_a_bomb_is_whoever_laid_it() -> None:
    assert done("Iran and Iraq quarrelled. A bomb wrecked an Iranian office.", "wrecked").nameless
    assert done("An Iraqi mine sank an Iranian tug.", "sank").actors == ("iraq",)
