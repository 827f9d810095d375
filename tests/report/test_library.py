"""The library's track record in words: misses first, and a baseline that wins is named."""

from dataclasses import replace

from offramp.report._library import (
    explained,
    heading,
    miss_rows,
    miss_sentence,
    short_form,
    tables,
    verdict,
)

from ._sample_library import sample_library

RECORD = sample_library()
RUN = RECORD.runs[0]


def flat(text: object) -> str:
    whole = text if isinstance(text, str) else " ".join(text)  # type: ignore[arg-type]
    return whole.replace("\u00a0", " ")


def test_a_miss_names_crisis_day_what_was_said_and_what_came() -> None:
    assert flat(miss_sentence(RUN.misses[0])) == (
        "Two rivals 1, on the evening of 21 January 1995: under 1 % for “Northland strikes the "
        "home soil of the other, or more, within 7 days”. It came: 1995-01-29: Northland strikes "
        "(1)."
    )


def test_what_did_not_come_is_said_so() -> None:
    silent = replace(RUN.misses[0], yes=False, came="no such act", chance=0.9)
    assert miss_sentence(silent).endswith("It did not come (no such act).")
    broken = replace(silent, asked="no display or use of force for 60 days", came="1995-02-01: x")
    assert miss_sentence(broken).endswith("What came: 1995-02-01: x.")
    assert miss_rows(replace(RUN, misses=(silent,)))[0][3] == "It did not come"


def test_a_baseline_that_wins_is_named_and_so_is_what_cannot_be_told_apart() -> None:
    told = flat(verdict(RUN)[1])
    assert "level with Base rate (Brier)" in told
    assert "better than Markov (Brier)" in told
    assert "WORSE than Logistic (Brier)" in told


def test_the_tables_show_every_interval_zero_or_not() -> None:
    found = {title: rows for title, _, rows in tables(RUN)}
    gaps = next(rows for title, rows in found.items() if title.startswith("Per crisis"))
    assert flat(gaps[0][3]) == "−0.010 (−0.030 to +0.020)"
    assert gaps[0][4].endswith("better")
    assert gaps[0][5].endswith("WORSE")
    assert gaps[1][3] == "", "who does not answer is left blank"
    crises = next(rows for title, rows in found.items() if title.startswith("Crisis by crisis"))
    assert crises[0][-1] == "shipped, to 1994; has seen it"


def test_crises_drawn_by_lot_stand_apart() -> None:
    found = {title: rows for title, _, rows in tables(RUN)}
    (row,) = next(rows for title, rows in found.items() if title.startswith("Drawn by lot"))
    assert [flat(cell) for cell in row[:4]] == [
        "drawn by lot", "13 / 117", "27 % (20–34) → 41 % (30–50)", "+14 (+5 to +25)",
    ]  # fmt: skip
    assert flat(row[5]) == "86 % (80–90)"
    assert row[6] == "", "what was not asked is left blank"


def test_the_short_form_leads_with_three_misses_and_tells_of_the_crisis_at_hand() -> None:
    form = short_form(RECORD, "rivals-1", True)
    assert len(form["misses"]) == 3  # type: ignore[arg-type]
    assert "On this crisis itself, at 12 evenings" in flat(form["rest"])
    assert "Its worst forecast here" in flat(short_form(RECORD, "rivals-5", True)["rest"])
    assert "On this crisis" not in flat(short_form(RECORD, "another", True)["rest"])
    assert "90 % intervals held" in flat(form["rest"])


def test_how_the_crisis_itself_went_on_is_kept_for_the_reveal() -> None:
    form = short_form(RECORD, "rivals-1", False)
    told = flat(form["misses"]) + flat(form["rest"])
    assert "Two rivals 1," not in told
    assert "On this crisis itself" not in told
    assert len(form["misses"]) == 3  # type: ignore[arg-type]


def test_parameters_that_have_seen_a_crisis_are_not_called_forward_in_time() -> None:
    assert heading(RUN) == "With the parameters that ship"
    assert "hold 1 of these 1 crises" in explained(RUN)
    blind = replace(RUN, sources=(replace(RUN.sources[0], saw=False),))
    assert heading(blind) == "Forward in time"
    assert explained(blind).endswith("This leads.")
