"""The score counts as its rule says."""

from pathlib import Path

import pytest

from offramp._errors import RecordError, UsageError
from offramp.reading import ActItem, ClaimItem, Draft, PartyItem, SignalItem, load_gold, score
from offramp.reading.marked._gold import Gold
from offramp.reading.marked._score import Rate, Score, canonical, score_table

GOLD = """
id: g
split: work
style: agency
date: 1951-03-04
sentences:
- p: Iran shelled Iraq on Friday.
  a: [{id: x, t: shelled, r: strike-home, by: Iran, to: Iraq, d: 1951-03-02}]
- s: Iraq condemned the attack and may strike back.
  a: [{of: x, t: the attack}, {t: strike back, r: strike-home, by: Iraq, m: hypothetical, opt: yes}]
  g: [{k: accusation/demand, by: Iraq, to: Iran}]
- s: Neither side wants a war.
  c: {}
"""


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    (tmp_path / "g.yaml").write_text(GOLD)
    (one,) = load_gold(tmp_path)
    return one


def draft(gold: Gold, **changes: object) -> Draft:
    text = gold.source.text
    q = gold.source.quote
    at = text.index("shelled")
    act: dict[str, object] = {
        "trigger": q(at, at + 7), "rung": "strike-home", "plover": "ASSAULT",
        "actors": ("iran",), "targets": ("iraq",), "date": "1951-03-02",
    } | changes  # fmt: skip
    two, three = gold.sentences[1], gold.sentences[2]
    return Draft(
        (gold.source,),
        (PartyItem("iran", (q(0, 4),), "Iran"), PartyItem("iraq", (q(13, 17),), "Iraq")),
        acts=(ActItem("a1", (q(*gold.sentences[0]),), **act),),  # type: ignore[arg-type]
        signals=(
            SignalItem("s1", (q(*two),), kind="accusation", sender="iraq", receivers=("iran",)),
        ),
        claims=(ClaimItem("c1", (q(*three),)),),
    )


def test_all_right_is_one(gold: Gold) -> None:
    found = score(draft(gold), gold)
    assert {name: rate.f for name, rate in found.rates.items()} == dict.fromkeys(found.rates, 1.0)
    assert found.unanchored == 0


@pytest.mark.parametrize(
    ("changes", "rung", "actor", "target", "date"),
    [
        ({"rung": "display", "plover": "MOBILIZE"}, 0, 0, 0, 0),
        ({"rung": "strike-abroad"}, 1, 1, 1, 1),
        ({"actors": ("iraq",)}, 1, 0, 0, 0),
        ({"targets": ("turkey",)}, 1, 1, 0, 1),
        ({"date": "1951-03-03"}, 1, 1, 1, 0),
        ({"modality": "negated"}, 0, 0, 0, 0),
    ],
)
def test_each_part_counts(
    gold: Gold, changes: dict[str, object], rung: int, actor: int, target: int, date: int
) -> None:
    rates = score(draft(gold, **changes), gold).rates
    assert [rates[n].right for n in ("rung", "actor", "target", "date")] == [
        rung, actor, target, date,
    ]  # fmt: skip


def test_a_later_mention_is_as_good(gold: Gold) -> None:
    at = gold.source.text.index("attack")
    moved = draft(gold, trigger=gold.source.quote(at, at + 6))
    assert score(moved, gold).rates["target"].right == 1


def test_a_deed_told_twice_counts_once_and_costs_precision(gold: Gold) -> None:
    one = draft(gold)
    twice = Draft(one.sources, one.parties, acts=one.acts * 2)
    assert score(twice, gold).rates["rung"] == Rate(1, 2, 1)


def test_what_is_optional_counts_neither_way(gold: Gold) -> None:
    at = gold.source.text.index("strike back")
    other = draft(gold, trigger=gold.source.quote(at, at + 6), actors=("iraq",))
    assert score(other, gold).rates["rung"] == Rate(0, 0, 1)


def test_a_quote_that_does_not_stand_is_counted(gold: Gold) -> None:
    from dataclasses import replace

    one = draft(gold)
    bad = replace(one.claims[0].quotes[0], text="made up")
    spoiled = replace(one, claims=(replace(one.claims[0], quotes=(bad,)),))
    assert score(spoiled, gold).unanchored == 1


def test_scores_add_up() -> None:
    total = Score({"rung": Rate(1, 2, 3)}) + Score({"rung": Rate(1, 1, 1)}, 2)
    assert total.rates["rung"] == Rate(2, 3, 4) and total.unanchored == 2
    assert "rung" in score_table(total)


def test_names_of_one_party_are_one() -> None:
    assert canonical("Washington") == canonical("the United States") == "united-states"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (GOLD.replace("t: shelled", "t: bombed"), "does not stand"),
        (GOLD.replace("of: x", "of: y"), "not marked"),
        (GOLD.replace("date: 1951-03-04", "date: soon"), "soon"),
        ("id: g\nsplit: work", "not marked as"),
        ("a: [", "not YAML"),
    ],
)
def test_a_gold_file_that_is_wrong_is_refused(tmp_path: Path, text: str, wrong: str) -> None:
    (tmp_path / "g.yaml").write_text(text)
    with pytest.raises(RecordError, match=wrong):
        load_gold(tmp_path)


def test_no_gold_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        load_gold(tmp_path / "none")
