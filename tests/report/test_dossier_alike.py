"""Crises like this one, on the page."""

from dataclasses import replace

from offramp.futures import Findings
from offramp.likeness import AT_RANDOM, Later
from offramp.report import render_html
from offramp.report._dossier_alike import HEIGHTS, alike_part

from ._sample_dossier import LIKENESS, sample_dossier


def test_a_strip_draws_the_gravest_act_of_each_side_and_day() -> None:
    strip = alike_part(LIKENESS)["rows"][0]["strip"]
    drawn = sorted((bar["at"], bar["by"], bar["height"]) for bar in strip["bars"])
    assert [one[1:] for one in drawn] == [
        ("other", HEIGHTS[3]), ("same", HEIGHTS[5]), ("both", HEIGHTS[4]),
    ]  # fmt: skip
    assert strip["dark"] == 50.0


def test_a_record_that_watches_to_the_end_has_nothing_dark() -> None:
    row = alike_part(LIKENESS)["rows"][1]
    assert row["strip"]["dark"] is None
    assert row["words"] == "Nothing."


def test_silence_on_a_short_record_is_no_silence() -> None:
    short = replace(LIKENESS.neighbours[1].followed, watched=12)
    one = replace(LIKENESS.neighbours[1], followed=short)
    row = alike_part(replace(LIKENESS, neighbours=(one,)))["rows"][0]
    assert row["words"] == "Nothing in the 12 days on record."


def test_shares_stand_beside_the_forecast_with_their_distance() -> None:
    part = alike_part(LIKENESS)
    assert part["shares"][0][1] == "1 of 2"
    assert part["shares"][0][3] == "+16"
    assert part["shares"][1][1] == part["shares"][1][3] == "–"
    published = part["elsewhere"][0]["shares"]
    assert published[0][1].startswith("20 of 50: 40")
    assert published[1][2:] == ("–", "–")


def test_without_the_data_the_page_says_how_to_bring_them(findings: Findings) -> None:
    assert "offramp data add icb PATH" in render_html(findings, sample_dossier())


def test_without_neighbours_in_the_library_the_page_says_so() -> None:
    part = alike_part(replace(LIKENESS, neighbours=()))
    assert "No other crisis of the library" in part["lead"]
    assert part["rows"] == part["shares"] == []


def test_where_even_the_nearest_is_far_off_the_page_says_so() -> None:
    far = replace(LIKENESS.neighbours[0], distance=AT_RANDOM)
    assert "None of them is like" in alike_part(replace(LIKENESS, neighbours=(far,)))["lead"]
    assert "None of them is like" not in alike_part(LIKENESS)["lead"]


def test_text_of_records_and_data_stays_text(findings: Findings) -> None:
    acts = (Later(1, "same", "<script>alert(1)</script>", 4),)
    one = LIKENESS.neighbours[0]
    one = replace(one, followed=replace(one.followed, course=acts))
    html = render_html(findings, sample_dossier(likeness=replace(LIKENESS, neighbours=(one,))))
    assert "<script>alert(1)" not in html
    assert "A <raid>" not in html
    assert "CORVA <I>" not in html
