from dataclasses import replace

from offramp.report._dossier_claims import believe, claim_groups, counted, surface_figures
from offramp.report._figure import figure

from ._sample_dossier import CLAIMS


def test_what_is_decided_comes_first_and_nothing_is_lost() -> None:
    groups = claim_groups(CLAIMS, {})
    assert [group["title"] for group in groups] == [
        "Decided: 5", "Not decided by this evidence: 1", "Not testable: 1",
    ]  # fmt: skip
    assert [group["open"] for group in groups] == [True, False, False]
    quotes = {card["quote"] for group in groups for card in group["cards"]}
    assert quotes == {claim.quote for claim in CLAIMS.claims}


def test_a_group_that_is_empty_is_left_out() -> None:
    only = replace(CLAIMS, claims=CLAIMS.claims[:1])
    assert [group["title"] for group in claim_groups(only, {})] == ["Decided: 1"]
    assert counted(only) == "1 claim: 1 supported."


def test_a_bayes_factor_shows_only_where_there_is_one() -> None:
    cards = {card["by"]: card for group in claim_groups(CLAIMS, {}) for card in group["cards"]}
    told = {by for by, card in cards.items() if "Bayes" in str(card["more"])}
    assert told == {"firm-now, by s6"}


def test_a_claim_that_was_written_later_says_so() -> None:
    cards = [
        card for group in claim_groups(CLAIMS, {"s6": "2011-05-02"}) for card in group["cards"]
    ]
    told = {card["by"] for card in cards if "later" in card["by"]}
    assert told == {
        f"{c.id}, by s6, written later (2011-05-02)" for c in CLAIMS.claims if c.by == "s6"
    }
    assert told


def test_what_is_so_by_construction_is_said() -> None:
    cards = [card for group in claim_groups(CLAIMS, {}) for card in group["cards"]]
    assert cards[0]["more"] == ["A hold is quiet by construction for its days."]


def test_each_verdict_looked_at_closely_has_a_picture_of_its_own() -> None:
    twice = replace(CLAIMS, claims=(CLAIMS.claims[0], replace(CLAIMS.claims[0], id="again")))
    drawn = surface_figures(twice, figure)
    assert [one["name"] for one in drawn] == ["surface-0", "surface-1"]
    assert drawn[1]["title"] == "The verdict over two dials: again"
    assert surface_figures(replace(CLAIMS, claims=CLAIMS.claims[1:]), figure) == []


def test_it_says_what_one_must_believe() -> None:
    sooner, not_restored, firm = CLAIMS.claims[:3]
    assert len(believe(sooner)) == 2
    assert believe(sooner)[0].startswith("To turn the verdict, fear of the answer would have to")
    assert "outside what is believed" in believe(sooner)[0]
    assert believe(sooner)[0].endswith("Run again at 0.95, it does.")
    assert believe(not_restored) == [
        "No single dial within six standard deviations would decide it."
    ]
    assert believe(firm) == []
