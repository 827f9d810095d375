"""What kind of signal a saying is, by what is said."""

import pytest

from offramp.reading import Source
from offramp.reading._offline import code_offline

BEFORE = "Turkey and Greece disputed the islet. "


def kinds(said: str) -> set[str]:
    """Give the kinds of signal in a sentence about Turkey and Greece."""
    draft = code_offline(Source("note", BEFORE + said, date="1999-05-04"))
    return {s.kind for s in draft.signals if s.quotes[0].start >= len(BEFORE)}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Turkey said that it would choose its own moment.", "vow"),
        ('"Not one inch will be given back," Turkey told Greece.', "vow"),
        ("Turkey said that whoever shelters the raiders pays for it.", "warning"),
        ("Turkey said that any boat that passes the buoys will be sunk.", "conditional-threat"),
        ("Turkey said that Greece would have to face the consequences.", "warning"),
        ("Turkey said that its gunners had orders to fire on boats.", "warning"),
        ("Turkey told Greece that a squadron was on its way.", "warning"),
        ("Turkey said that it was entitled to act by all necessary means.", "warning"),
        ("Turkey said that no further boat would be allowed to pass.", "warning"),
        ("Turkey replied that Greece had no business in the affair.", "stance"),
        ("Turkey said that it would send no troops to the islet.", "limit"),
        ("Turkey said that it harboured no hostile intentions.", "assurance"),
        ("Turkey said that it had acted at the request of the islanders.", "justification"),
        ("Turkey said that the raiders had been trained by Greece.", "accusation"),
        ("Turkey said that the Greek squadron had been routed.", "framing"),
        ('"Take the ships away," Turkey told Greece.', "demand"),
        ('"Let them try," Turkey told Greece.', "vow"),
        ("Turkey said that it would fight for every inch of its soil.", "vow"),
        ("Turkey said that it sought nobody's land.", "assurance"),
        ("Turkey said that it would not let its airfields be used.", "stance"),
        ("Turkey said that it would accept nothing less than an apology.", "demand"),
        ("Turkey said that it would reopen the strait if the flag was taken down.", "offer"),
        ("Turkey hinted that the strait might be closed.", "threat"),
        ("Turkey told captains two days ahead that the strait would be closed.", "notice"),
        ("Turkish notes left no doubt that Greece was held responsible.", "accusation"),
        ("Turkey announced that with effect from 20 June the strait was closed.", "notice"),
    ],
)
def test_what_is_said_makes_the_kind(said: str, kind: str) -> None:
    assert kinds(said) == {kind}


def test_what_a_semicolon_parts_is_not_said() -> None:
    told = "Turkey struck at dawn; Greece has given assurances that Turks would not be harmed."
    assert kinds(told) == {"assurance"}


def test_clauses_that_and_joins_may_be_of_two_kinds() -> None:
    told = (
        "Turkey said that the raiders had been trained by Greece and that any boat would be sunk."
    )
    assert kinds(told) == {"accusation", "conditional-threat"}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Turkey said that it had told the Greek embassy beforehand of the exercise.", "notice"),
        ("Turkey informed Greece that its survey ship would sail on Thursday.", "notice"),
        ("Turkey insisted that it would send no troops.", "limit"),
        ("Turkey replied that its fishermen followed the fish.", "justification"),
        ("Turkey attributed the collision to a misunderstanding.", "framing"),
        (
            "Turkey reserved its right to respond should the landings continue.",
            "conditional-threat",
        ),
    ],
)
def test_the_verb_gives_way_to_what_is_said(said: str, kind: str) -> None:
    assert kinds(said) == {kind}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Turkey described Greece as a puppet of others.", "accusation"),
        ("Greece called the Turkish landing an act of piracy.", "accusation"),
        ("Turkey called the landing a success.", "framing"),
        ("Turkey's claim that Greece had sent the raiders did not waver.", "accusation"),
        ("The Turkish version is that the cutter turned too late.", "framing"),
        ("From Ankara came a flat refusal to discuss the islet.", "stance"),
        ("Greece's answer was a demand that the soldiers leave at once.", "demand"),
        ("Turkey apologised for the damage.", "framing"),
        ("Turkey wants the captain tried.", "demand"),
        ("Turkey made its consent dependent on the removal of the flag.", "demand"),
        ("Turkey said that two ships of its navy would call at the port.", "notice"),
        ("Turkey said that Greece should think of its sailors.", "demand"),
        ("Turkey said that nothing was excluded.", "warning"),
        ("The Turkish message to Greece was blunt: take the ships away.", "demand"),
        ("Turkey told Greece that it would get no coal if it landed again.", "conditional-threat"),
        (
            "Turkey let it be understood that its men were there to count votes.",
            "justification",
        ),
        ("Turkey said that it would leave it at that.", "limit"),
        ("Turkey pronounced the frontier inviolable.", "stance"),
        ("Turkey said that the door was not shut.", "offer"),
        ("Turkey said that it had not been told of the exercise beforehand.", "framing"),
        ("Turkey said that no ship of its navy had passed the buoys.", "framing"),
        ("Turkey said that its troops were on their usual exercises.", "framing"),
        ("Turkey said that its pact could not survive another landing.", "conditional-threat"),
        (
            "Turkey said that a blow against Cyprus was a blow against itself.",
            "conditional-threat",
        ),
        ("Turkey said that it had ordered its fleet to sail.", "warning"),
        ("Greece called the arrest disproportionate.", "accusation"),
        ("Turkey's position is that a border is a border.", "stance"),
        ("Cyprus spoke up for Greece.", "stance"),
        ("Turkey laid claim to the islet.", "stance"),
        ("Turkey held Greece answerable for the loss.", "accusation"),
        ("Turkey asked Greece for compensation.", "demand"),
        ("Turkey let Cyprus know that it could count on Turkish help.", "stance"),
        ("Turkey told its fleet to be ready for anything.", "threat"),
        ("A Turkish minister said that nobody wanted to die for an islet.", "framing"),
    ],
)
def test_names_nouns_and_moods_carry_signals(said: str, kind: str) -> None:
    assert kinds(said) == {kind}


@pytest.mark.parametrize(
    "said",
    [
        "Turkey called Greece a friend.",
        "Turkey wants to join the union.",
        "Turkey asked Greece how it would take a blow at the islet.",
        "Turkey has denied Greece the victory that it wanted.",
        "Turkey claims the islet.",
        "Greece withdrew its offer of talks.",
        "Turkey said that the harvest had been poor.",
        "Turkey said that the minister had met his colleague in Geneva.",
        "The islanders said that those who fish there rise early.",
    ],
)
def test_what_only_informs_is_no_signal(said: str) -> None:
    assert kinds(said) == set()
