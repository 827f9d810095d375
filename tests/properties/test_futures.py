"""What must hold of answers: names change none of them, nor does what changes nothing."""

import re
from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import offramp
from _invented import AS_OF, CRISIS, SAID, act, crisis, plain, signal
from offramp.futures import Forecast, forecast, simulate
from offramp.history import from_record
from offramp.model import shipped_parameters
from offramp.record import Record, dump, library, open_record, parse_record

Raw = dict[str, Any]


def swapped(raw: Raw) -> tuple[Raw, dict[str, str]]:
    (one, mine), (other, theirs) = raw["sides"].items()
    return {**raw, "sides": {one: theirs, other: mine}}, {one: other, other: one}


def reordered(raw: Raw) -> tuple[Raw, dict[str, str]]:
    return {**raw, "sides": dict(reversed(raw["sides"].items()))}, {}


def renamed(raw: Raw) -> tuple[Raw, dict[str, str]]:
    new = {key: f"side-{number}" for number, key in enumerate(reversed(raw["sides"]))}
    return {**raw, "sides": {new[key]: m for key, m in raw["sides"].items()}}, new


ORDERED = (
    ("sides", ["key"]), ("answers", ["ask"]), ("curves", ["side", "rung"]),
    ("next_acts", ["actor"]), ("delays", ["actor"]),
)  # fmt: skip


def answers(found: Forecast, names: dict[str, str]) -> Any:
    """Give everything that a forecast says, with the sides' keys put in other words."""

    def put(value: Any) -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            return put(asdict(value))
        if isinstance(value, dict):
            return {key: put(each) for key, each in value.items()}
        if isinstance(value, tuple | list):
            return [put(each) for each in value]
        if isinstance(value, str):
            return " ".join(names.get(word, word) for word in value.split(" "))
        return value

    whole = put(found)
    # The record's order of sides is the order in which they are listed, and no more.
    for part, key in ORDERED:
        whole[part] = sorted(whole[part], key=lambda entry, key=key: [entry[k] for k in key])
    return whole


@pytest.mark.parametrize("relabel", [swapped, reordered, renamed])
@pytest.mark.parametrize("which", ["invented", "shipped"])
def test_relabelled_sides_swap_their_answers_exactly(
    relabel: Callable[[Raw], tuple[Raw, dict[str, str]]], which: str
) -> None:
    record, as_of = {
        "invented": (crisis(), AS_OF),
        "shipped": (open_record("iran-israel-2024"), date(2024, 4, 14)),
    }[which]
    raw, names = relabel(plain(record))
    here = answers(forecast(record, as_of, 30, 1000), names)
    there = answers(forecast(Record.model_validate(raw), as_of, 30, 1000), {})
    assert here == there


def test_the_sides_do_differ() -> None:
    found = forecast(crisis(), AS_OF, 30, 1000)
    first, second = found.next_acts[:2]
    assert abs(first.probability - second.probability) > 0.01


def test_what_changes_nothing_changes_nothing() -> None:
    """Written out and read again, seen as of its own day, asked with what it holds anyway."""
    record = crisis()
    told = forecast(record, AS_OF, 30, 1000)
    assert forecast(Record.model_validate(plain(record)), AS_OF, 30, 1000) == told
    assert forecast(record.as_of(AS_OF), AS_OF, 30, 1000) == told
    assert forecast(record, AS_OF, 30, 1000, parameters=shipped_parameters()) == told
    shipped = open_record("iran-israel-2024")
    again = parse_record(dump(shipped))
    day = date(2024, 4, 14)
    assert from_record(again, day).digest() == from_record(shipped, day).digest()


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**31 - 1), st.integers(1, 60), st.integers(1, 2000))
def test_a_seed_fixes_each_future(seed: int, days: int, draws: int) -> None:
    history = from_record(crisis(), AS_OF)
    some = simulate(history, shipped_parameters(), days, draws, seed)
    more = simulate(history, shipped_parameters(), 60, 2000, seed)
    for name in ("mark", "rung", "channel", "shadow"):
        assert np.array_equal(getattr(some, name), getattr(more, name)[: some.count, :days])


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["northland", "southland"]),
    st.lists(
        st.tuples(
            st.integers(0, 12), st.sampled_from(["northland", "southland"]),
            st.sampled_from(["threat", "display", "strike-abroad", "strike-home"]),
        ),
        max_size=8,
    ),
    st.floats(-3.0, -0.1),
)  # fmt: skip
def test_restraining_one_side_brings_nobodys_first_act_nearer(
    held: str, more: list[tuple[int, str, str]], strength: float
) -> None:
    acts = [*CRISIS, *(act(f"m{n}", d, by, rung) for n, (d, by, rung) in enumerate(more))]
    hold = signal("hold", 13, "stance", "neighbour", held, stance="restrains")
    parameters = shipped_parameters().replace("restraint.force", strength)
    loose, tight = (
        simulate(from_record(crisis(acts, said), AS_OF), parameters, 30, 1000)
        for said in (SAID[:3], [*SAID[:3], hold])
    )

    def first(mark: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        acts = mark[..., 0] >= 0
        day = np.where(acts.any(1), acts.argmax(1), 30)
        actor = mark[np.arange(len(mark)), np.minimum(day, 29), 0] // 3
        return day, np.where(day < 30, actor, -1)

    (day, actor), (now, who) = first(loose.mark), first(tight.mark)
    party = "north" if held == "northland" else "south"
    other = 1 - loose.history.sides.index(party)
    assert (now >= day).all()
    assert ((now == day) & (who == other))[actor == other].all()
    newly = (who == other) & (actor != other)
    assert (actor[newly] >= 0).all()


def test_no_party_is_named_in_the_program() -> None:
    """The names of the sides stand in records and nowhere else, save in a record's own name.

    What reads documents must know who is who; nothing that it knows reaches the model.
    """
    source = Path(offramp.__file__).parent
    names: set[str] = set()
    own: set[str] = set()
    for name in library():
        record = open_record(name)
        own |= {record.id, record.title}
        for party in record.parties:
            sided = record.side_of(party.id, record.closes or record.opens)
            names |= {party.name} if sided else set()
        for members in record.sides.values():
            # Another id can be a common noun; its party's name is sought all the same.
            names |= {id for id in members if record.party(id).kind == "state"}
    assert names
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(names)))})", re.IGNORECASE)
    found: list[str] = []
    for file in sorted(source.rglob("*")):
        if file.suffix not in {".py", ".json", ".yaml", ".csv", ".html", ".js", ".css", ".txt"}:
            continue
        place = file.relative_to(source)
        # The track record names what it missed; nothing that it says reaches the model.
        # ICBe names whom it tells of; the table says which side of its crises that is.
        told = place.parts in (
            ("scoring", "data", "library.json"), ("learning", "_icbe_codes.py"),
        )  # fmt: skip
        if place.parts[0] in ("crises", "reading") or "vendor" in file.parts or told:
            continue
        text = file.read_text("utf-8")
        # A scholar can bear a state's name.
        for title in (*own, "and Jordan, PNAS"):
            text = text.replace(title, "")
        found += [f"{file.name}: {hit.group()}" for hit in pattern.finditer(text)]
    assert found == []
