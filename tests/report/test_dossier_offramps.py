from dataclasses import replace

from offramp.report._dossier_offramps import FIRST, HEADER, offramps_part

from ._sample_dossier import OFFRAMPS


def test_the_best_plan_the_ties_and_the_best_joint_plan_are_told() -> None:
    told = offramps_part(OFFRAMPS)["told"]
    assert told[0].startswith("Best: Bland holds 14 days; Dorland restrains Bland.")
    assert told[1] == "The first 2 places are tied, as far as simulation tells them apart."
    assert "at place 2: a cease-fire by both" in told[2]
    assert told[3].startswith("Begun at once, the best plan changes bloodshed by \u221220 points")


def test_nothing_is_said_to_be_tied_that_is_not() -> None:
    apart = replace(
        OFFRAMPS, offramps=tuple(replace(plan, tied=False) for plan in OFFRAMPS.offramps)
    )
    assert not any("tied" in sentence for sentence in offramps_part(apart)["told"])


def test_a_best_plan_of_both_sides_is_told_once() -> None:
    told = offramps_part(replace(OFFRAMPS, best_joint=1))["told"]
    assert "Both sides take part in it: it is the best joint plan too." in told


def test_what_is_driven_by_priors_is_starred() -> None:
    part = offramps_part(OFFRAMPS)
    assert {name for name in HEADER if "*" in name} == {"Battle*, points", "Dead*"}
    assert "driven by priors alone" in part["small"]
    assert {len(row) for row in part["rows"]} == {len(HEADER)}
    assert part["rows"][1][0].startswith("=2. ")


def test_every_plan_that_the_picture_names_stands_on_the_page() -> None:
    plan = OFFRAMPS.offramps[0]
    many = tuple(replace(plan, rank=rank) for rank in range(1, FIRST + 4))
    part = offramps_part(replace(OFFRAMPS, offramps=many, pareto=(1, FIRST + 2)))
    told = [row[0].partition(".")[0] for row in part["rows"]]
    assert told == [*map(str, range(1, FIRST + 1)), str(FIRST + 2)]


def test_it_says_where_no_moves_were_put_together() -> None:
    single = replace(OFFRAMPS, offramps=OFFRAMPS.offramps[1:])
    assert "Only single moves were tried" in offramps_part(single)["small"]
    assert "Only single moves" not in offramps_part(OFFRAMPS)["small"]
