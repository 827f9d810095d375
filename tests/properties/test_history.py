"""No later entry of a record changes a byte of what a day knew."""

import copy
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from _invented import AS_OF, CRISIS, SAID, act, crisis, plain, signal
from offramp.futures import firsts, forecast
from offramp.history import History, from_record
from offramp.record import Record, open_record, parse_span

Raw = dict[str, Any]
RUNGS = [
    "threat",
    "display",
    "seizure",
    "shadow-attack",
    "strike-abroad",
    "strike-home",
    "campaign",
]
KINDS = ["vow", "threat", "limit", "notice", "demand", "ceasefire", "mediation", "framing"]
SHIPPED_AS_OF = date(2024, 4, 14)

NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
SLOW_TO_DRAW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


@cache
def shipped_crisis() -> Record:
    return open_record("iran-israel-2024")


def everything(history: History) -> tuple[object, ...]:
    """All that a history holds, so that two can be compared exactly."""
    rungs = history.rungs
    return (
        history.digest(), history.acts, history.sides, history.as_of,
        rungs.keys, rungs.usual, rungs.campaign, rungs.war,
        rungs.general.tobytes(), rungs.home.tobytes(), rungs.deed.tobytes(),
    )  # fmt: skip


@st.composite
def later_act(draw: st.DrawFn, name: str, as_of: date, sides: list[str]) -> Raw:
    """An act that had not happened by a day, or was not known, or may not have happened yet."""
    after = as_of + timedelta(days=draw(st.integers(1, 200)))
    before = as_of - timedelta(days=draw(st.integers(0, 400)))
    how = draw(st.sampled_from(["later", "known later", "perhaps later"]))
    maker, other = draw(st.permutations(sides))
    found: Raw = {
        "id": name, "by": [maker], "against": [other], "act": draw(st.sampled_from(RUNGS)),
        "date": {"later": after, "known later": before}.get(how, f"{before}/{after}"),
        "channel": draw(st.sampled_from(["direct", "proxy", "covert"])),
        "mutual": draw(st.sampled_from(["no", "no", "yes"])),
        "killed": draw(st.integers(0, 100)),
    }  # fmt: skip
    if how == "known later":
        found["known"] = after.isoformat()
    return {**found, "date": str(found["date"])}


@st.composite
def changes(draw: st.DrawFn, base: Callable[[], Record], as_of: date) -> Record:
    """Change what came, or became known, after a day: add, alter and delete."""
    record = base()
    raw = copy.deepcopy(plain(record))
    known = {e.id for e in (*record.as_of(as_of).acts, *record.as_of(as_of).signals)}
    sides = [members[0] for members in record.sides.values()]
    tomorrow = as_of + timedelta(days=draw(st.integers(1, 60)))
    for kind in ("acts", "signals"):
        kept: list[Raw] = []
        for entry in raw[kind]:
            if entry["id"] not in known:
                if draw(st.booleans()):
                    continue
                if kind == "acts":
                    entry["act"] = draw(st.sampled_from(RUNGS))
                    entry["by"], entry["against"] = entry["against"] or sides[:1], entry["by"]
            kept.append(entry)
        raw[kind] = kept
    left = {e["id"] for e in (*raw["acts"], *raw["signals"])}
    for entry in raw["acts"]:
        entry["answers"] = [name for name in entry.get("answers", []) if name in left]
    for entry in raw["signals"]:
        if entry.get("about") in {a.id for a in record.acts} - left:
            entry.pop("about")
    for index in range(draw(st.integers(0, 4))):
        raw["acts"].append(draw(later_act(f"later-{index}", as_of, sides)))
    for index in range(draw(st.integers(0, 3))):
        raw["signals"].append(
            {"id": f"told-{index}", "date": tomorrow.isoformat(), "to": sides[1:],
             "kind": draw(st.sampled_from(KINDS)), "from": sides[0]}
        )  # fmt: skip
    for entry in raw["acts"]:
        if entry["id"] in known and draw(st.integers(0, 3)) == 0:
            told = entry.get("killed") or []
            told = told if isinstance(told, list) else [{"count": told}]
            entry["killed"] = [*told, {"count": 5000, "known": tomorrow.isoformat()}]
            if entry.get("exchange"):
                entry["exchange"].setdefault("outcome", []).append(
                    {"says": sides[0], "known": tomorrow.isoformat(), "drone": {"hit": 9}}
                )
    third = [p["id"] for p in raw["parties"] if p["id"] not in sides]
    raw["relations"].append(
        {"kind": "proxy-of", "from": draw(st.sampled_from(third)),
         "to": draw(st.sampled_from(sides)), "date": f"{tomorrow}/.."}
    )  # fmt: skip
    for relation in raw["relations"]:
        if relation.get("date", "").endswith("/..") and draw(st.booleans()):
            start = relation["date"].removesuffix("/..")
            if start != tomorrow.isoformat() and parse_span(start).last <= as_of:
                relation["date"] = f"{start}/{tomorrow}"
    raw.setdefault("sources", []).append(
        {"id": "later-source", "kind": "news", "title": "T", "publisher": "P",
         "date": tomorrow.isoformat()}
    )  # fmt: skip
    raw["summary"] = "Afterwards one saw it otherwise."
    raw["closes"] = (as_of + timedelta(days=draw(st.integers(300, 900)))).isoformat()
    return Record.model_validate(raw)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_hindsight_in_an_invented_crisis(data: st.DataObject) -> None:
    base = crisis()
    as_of = AS_OF - timedelta(days=data.draw(st.integers(0, 12)))
    changed = data.draw(changes(crisis, as_of))
    assert everything(from_record(changed, as_of)) == everything(from_record(base, as_of))
    assert firsts(changed.as_of(as_of)) == firsts(base.as_of(as_of))


@settings(max_examples=12, deadline=None, phases=NO_SHRINKING, suppress_health_check=SLOW_TO_DRAW)
@given(st.data())
def test_no_hindsight_in_the_shipped_crisis(data: st.DataObject) -> None:
    base = shipped_crisis()
    as_of = SHIPPED_AS_OF - timedelta(days=data.draw(st.sampled_from([0, 1, 13, 60])))
    changed = data.draw(changes(shipped_crisis, as_of))
    assert everything(from_record(changed, as_of)) == everything(from_record(base, as_of))
    assert firsts(changed.as_of(as_of)) == firsts(base.as_of(as_of))


@settings(max_examples=3, deadline=None, phases=NO_SHRINKING)
@given(st.data())
def test_no_hindsight_in_the_answers(data: st.DataObject) -> None:
    base = crisis()
    changed = data.draw(changes(crisis, AS_OF))
    assert forecast(changed, AS_OF, 30, 200) == forecast(base, AS_OF, 30, 200)


@settings(max_examples=2, deadline=None, phases=NO_SHRINKING, suppress_health_check=SLOW_TO_DRAW)
@given(st.data())
def test_no_hindsight_in_the_answers_of_the_shipped_crisis(data: st.DataObject) -> None:
    base = shipped_crisis()
    changed = data.draw(changes(shipped_crisis, SHIPPED_AS_OF))
    assert forecast(changed, SHIPPED_AS_OF, 30, 200) == forecast(base, SHIPPED_AS_OF, 30, 200)


def test_the_same_changes_do_show_once_they_are_known() -> None:
    """The test above could fail: what it adds is seen from its own day on."""
    salvo = act("later", 20, "southland", "strike-home", killed=9)
    changed = crisis(acts=[*CRISIS, salvo])
    late = AS_OF + timedelta(days=10)
    assert everything(from_record(changed, AS_OF)) == everything(from_record(crisis(), AS_OF))
    assert everything(from_record(changed, late)) != everything(from_record(crisis(), late))


# Names and their order.

Relabel = Callable[[Raw], Raw]


def keys_swapped(raw: Raw) -> Raw:
    (one, mine), (other, theirs) = raw["sides"].items()
    return {**raw, "sides": {one: theirs, other: mine}}


def order_swapped(raw: Raw) -> Raw:
    return {**raw, "sides": dict(reversed(raw["sides"].items()))}


def keys_renamed(raw: Raw) -> Raw:
    return {**raw, "sides": {f"z-{key}"[::-1]: m for key, m in raw["sides"].items()}}


@pytest.mark.parametrize("relabel", [keys_swapped, order_swapped, keys_renamed])
@given(
    st.lists(
        st.tuples(
            st.integers(0, 40),
            st.sampled_from(["northland", "southland", "guard"]),
            st.sampled_from(RUNGS),
            st.booleans(),
        ),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=30, deadline=None)
def test_the_names_of_the_sides_change_no_byte(
    relabel: Relabel, acts: list[tuple[int, str, str, bool]]
) -> None:
    told = [
        act(f"a{n}", when, by, rung, mutual="yes" if both else "no")
        for n, (when, by, rung, both) in enumerate(acts)
    ]
    base = crisis(acts=told)
    other = Record.model_validate(relabel(plain(base)))
    as_of = AS_OF + timedelta(days=40)
    here, there = from_record(base, as_of), from_record(other, as_of)
    assert here.digest() == there.digest()
    assert [base.sides[key] for key in here.sides] == [other.sides[key] for key in there.sides]


@given(st.integers(0, 10), st.sampled_from([k for k in KINDS if k != "mediation"]))
@settings(max_examples=20, deadline=None)
def test_what_is_only_said_between_third_parties_changes_nothing(when: int, kind: str) -> None:
    other = {"id": "bystander", "name": "B", "kind": "state"}
    base = crisis()
    parties = [*plain(base)["parties"], other]
    told = crisis(
        parties=parties, signals=[*SAID, signal("x", when, kind, "neighbour", "bystander")]
    )
    assert from_record(told, AS_OF).digest() == from_record(base, AS_OF).digest()
