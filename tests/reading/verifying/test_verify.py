"""The fields of an item are held against its quotes."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from offramp.reading import (
    ActItem,
    ClaimItem,
    Draft,
    Means,
    PartyItem,
    Quote,
    RelationItem,
    SignalItem,
    Source,
    Toll,
)
from offramp.reading.verifying._verify import verify
from offramp.record import Count
from reading._flips import DEEDS, PARTIES


def words(source: Source, text: str) -> Quote:
    at = source.text.index(text)
    return source.quote(at, at + len(text))


def parties(source: Source, *names: str) -> tuple[PartyItem, ...]:
    return tuple(
        PartyItem(name.casefold(), (words(source, name),), name)
        for name in names or PARTIES
        if name in source.text
    )


TEXT = (
    "On 1 March Ruritania shelled the river post of Strelsau, killing seven guards. "
    "Two days later it fired 30 rockets at Zenda. It did not attack the harbour. Graustark could "
    "strike Ruritania. The minister of Strelsau warned Ruritania, 72 hours before the "
    "attack, that it would answer if the post was shelled again. Analysts say that Ruritania "
    "probably erred."
)
SOURCE = Source("s", TEXT, date="1951-03-06")


def shelling(**more: Any) -> ActItem:
    given: dict[str, Any] = {
        "trigger": words(SOURCE, "shelled"), "rung": "strike-home", "actors": ("ruritania",),
        "targets": ("strelsau",), "date": "1951-03-01", "date_found": "stated",
        "place": "river post", "killed": (Toll(Count(7, 7)),),
    }  # fmt: skip
    plain = ActItem("a1", (words(SOURCE, "Ruritania shelled the river post"),))
    return replace(plain, **{**given, **more})


def held(*acts: ActItem, signals: tuple[SignalItem, ...] = (), **more: Any) -> Draft:
    return verify(Draft((SOURCE,), parties(SOURCE), acts=acts, signals=signals, **more))


def test_what_the_quote_bears_out_stays() -> None:
    draft = held(shelling())
    assert draft.acts == (shelling(),)
    assert draft.unverified == ()


def test_verifying_again_changes_nothing() -> None:
    once = held(shelling(killed=(Toll(Count(9, 9)),)), shelling(trigger=words(SOURCE, "fired")))
    assert verify(once) == once


@pytest.mark.parametrize(
    "wrong",
    [
        Quote("s", 0, 4, "Iran"),
        Quote("s", 0, 0, ""),
        Quote("s", 5, 10_000, TEXT[5:]),
        Quote("other", 0, 2, "On"),
        Quote("s", -3, 2, TEXT[-3:2]),
    ],
)
def test_an_item_whose_quote_does_not_stand_is_refused(wrong: Quote) -> None:
    for broken in (
        replace(shelling(), quotes=(wrong,)),
        replace(shelling(), quotes=(*shelling().quotes, wrong)),
        replace(shelling(), trigger=wrong),
        replace(shelling(), quotes=()),
    ):
        draft = held(broken)
        assert draft.acts == ()
        assert len(draft.unverified) == 1


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"actors": ("strelsau",), "targets": ("ruritania",)}, "other way round"),
        ({"actors": ("graustark",)}, "done by another"),
        ({"actors": ("nobody",)}, "not named"),
        ({"rung": "nuking"}, "no rung"),
        (
            {
                "trigger": words(SOURCE, "attack the harbour"),
                "quotes": (words(SOURCE, "It did not attack the harbour"),),
            },
            "not done",
        ),
        (
            {
                "trigger": words(SOURCE, "strike Ruritania"),
                "quotes": (words(SOURCE, "Graustark could strike Ruritania"),),
            },
            "may be",
        ),
    ],
)
def test_an_act_whose_heart_is_wrong_is_refused(more: dict[str, Any], why: str) -> None:
    draft = held(shelling(**more))
    assert draft.acts == ()
    assert why in draft.unverified[-1].why


@pytest.mark.parametrize(
    ("more", "field", "left"),
    [
        ({"killed": (Toll(Count(8, 8)),)}, "killed", ()),
        ({"killed": (Toll(Count(7, 16)),)}, "killed", ()),
        ({"means": (Means("rockets", "rocket", Count(40, 40)),)}, "means",
         (Means("rockets", "rocket"),)),
        ({"date": "1951-03-02"}, "date", None),
        ({"date": "1951-04-01", "date_found": "relative"}, "date", None),  # after the document
        ({"date": "soon"}, "date", None),
        ({"place": "Hentzau"}, "place", None),
        ({"targets": ("strelsau", "nobody")}, "targets", ("strelsau",)),
        ({"leaders": (("Rupert", "general"),)}, "leaders", ()),
        ({"answers": ("a9",)}, "answers", ()),
        ({"reported_by": "nobody"}, "reported_by", None),
    ],
)  # fmt: skip
def test_a_field_that_the_quote_does_not_bear_out_is_taken_out(
    more: dict[str, Any], field: str, left: object
) -> None:
    (act,) = held(shelling(**more)).acts
    assert getattr(act, field) == left


def test_what_only_the_text_near_by_bears_out_is_marked() -> None:
    fired = ActItem(
        "a2", (words(SOURCE, "it fired 30 rockets at Zenda"),), trigger=words(SOURCE, "fired"),
        rung="strike-home", actors=("ruritania",), targets=("zenda",), date="1951-03-03",
        date_found="relative", means=(Means("rockets", "rocket", Count(30, 30)),),
    )  # fmt: skip
    (act,) = held(fired).acts
    assert act.inferred == ("actors", "date")
    assert act.means == fired.means


def test_the_number_of_a_day_counts_nothing() -> None:
    source = Source("d", "On 4 May Ruritania fired rockets at Strelsau.", date="1951-05-06")
    act = ActItem(
        "a", (source.quote(0, len(source.text)),), trigger=words(source, "fired"),
        rung="strike-home", actors=("ruritania",), targets=("strelsau",), date="1951-05-04",
        date_found="stated", means=(Means("rockets", "rocket", Count(4, 4)),),
        killed=(Toll(Count(4, 4)),),
    )  # fmt: skip
    draft = Draft((source,), parties(source, "Ruritania", "Strelsau"), acts=(act,))
    (held_act,) = verify(draft).acts
    assert held_act.means == (Means("rockets", "rocket"),)
    assert held_act.killed == ()


def test_who_is_kept_out_without_a_word_of_it_is_inferred() -> None:
    (act,) = held(shelling(withheld=("graustark",))).acts
    assert "withheld" in act.inferred
    assert "withheld" not in held(shelling()).acts[0].inferred


def test_a_signal_is_held_to_its_words() -> None:
    quote = words(SOURCE, "warned Ruritania, 72 hours before the attack")
    warned = SignalItem(
        "s1", (quote,), trigger=words(SOURCE, "warned"), kind="conditional-threat",
        sender="strelsau", receivers=("ruritania",), condition="if the post was shelled again",
        hours=72.0, date="1951-02-26", date_found="relative",
    )  # fmt: skip
    (signal,) = held(signals=(warned,)).signals
    assert (signal.condition, signal.hours) == (warned.condition, 72.0)
    (signal,) = held(signals=(replace(warned, hours=73, condition="if it rains"),)).signals
    assert (signal.condition, signal.hours) == ("", None)
    (signal,) = held(signals=(replace(warned, via="nobody", receivers=("x",)),)).signals
    assert (signal.via, signal.receivers) == (None, ())
    assert held(signals=(replace(warned, sender="zenda-press"),)).signals == ()


def test_a_signal_that_is_turned_round_is_refused() -> None:
    quote = words(SOURCE, "The minister of Strelsau warned Ruritania")
    warned = SignalItem(
        "s1", (quote,), trigger=words(SOURCE, "warned"), kind="warning", sender="ruritania",
        receivers=("strelsau",),
    )  # fmt: skip
    assert held(signals=(warned,)).signals == ()
    plain = Source("s", "Strelsau warned Ruritania. Graustark did not.", date="1951-03-06")
    for sender, receivers in (("ruritania", ("strelsau",)), ("graustark", ("ruritania",))):
        turned = replace(
            warned, quotes=(plain.quote(0, 25),), trigger=words(plain, "warned"), sender=sender,
            receivers=receivers,
        )  # fmt: skip
        assert verify(Draft((plain,), parties(plain), signals=(turned,))).signals == ()


def test_a_claim_keeps_the_hedge_that_its_sentence_holds() -> None:
    quote = words(SOURCE, "Analysts say that Ruritania probably erred.")
    claim = ClaimItem("c1", (quote,), hedge="probably", about=("a1", "a7"))
    (kept,) = held(shelling(), claims=(claim,)).claims
    assert (kept.hedge, kept.about) == ("probably", ("a1",))
    (kept,) = held(claims=(replace(claim, hedge="certainly"),)).claims
    assert kept.hedge == ""
    assert held(claims=(replace(claim, claimant="zenda-press"),)).claims == ()


def test_an_alias_that_two_parties_claim_is_neithers() -> None:
    quote = words(SOURCE, "Ruritania")
    one = PartyItem("ruritania", (quote,), "Ruritania", aliases=("Zenda", "Hentzau"))
    two = PartyItem("strelsau", (words(SOURCE, "Strelsau"),), "Strelsau", aliases=("Zenda",))
    draft = verify(Draft((SOURCE,), (one, two)))
    assert [party.aliases for party in draft.parties] == [(), ()]


def test_a_party_and_a_relation_need_words_too() -> None:
    there = parties(SOURCE)
    absent = PartyItem("hentzau", (words(SOURCE, "Ruritania"),), "Hentzau")
    bound = RelationItem("r1", (words(SOURCE, "Ruritania"),), kind="proxy-of", from_="hentzau",
                         to="ruritania")  # fmt: skip
    draft = verify(Draft((SOURCE,), (*there, absent), (bound,)))
    assert draft.parties == there
    assert draft.relations == ()


Flip = Callable[[ActItem, random.Random], ActItem]


def _other(names: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    return (rng.choice([name.casefold() for name in PARTIES if name.casefold() not in names]),)


FLIPS: dict[str, Flip] = {
    "swap": lambda act, rng: replace(act, actors=act.targets, targets=act.actors),
    "actor": lambda act, rng: replace(act, actors=_other(act.actors + act.targets, rng)),
    "number": lambda act, rng: replace(
        act, killed=(Toll(Count(*[act.killed[0].count.low + rng.randint(1, 9)] * 2)),)
    ),
    "day": lambda act, rng: replace(act, date=f"1951-03-{rng.randint(21, 28)}"),
    "done": lambda act, rng: replace(act, modality="actual"),
}


def test_of_a_thousand_fields_turned_round_none_stays() -> None:
    rng = random.Random(1)
    tried = passed = 0
    while tried < 1_000:
        source, act = _told(rng)
        people = parties(source)
        (kept,) = verify(Draft((source,), people, acts=(act,))).acts
        assert kept == act
        for name, flip in FLIPS.items():
            turned = flip(act, rng)
            if turned == act:
                continue
            tried += 1
            left = verify(Draft((source,), people, acts=(turned,))).acts
            passed += bool(left) and _still(name, left[0], turned)
    assert passed == 0


def _still(name: str, left: ActItem, turned: ActItem) -> bool:
    field = {"swap": "actors", "actor": "actors", "number": "killed", "day": "date",
             "done": "modality"}[name]  # fmt: skip
    return getattr(left, field) == getattr(turned, field)


def _told(rng: random.Random) -> tuple[Source, ActItem]:
    doer, victim = rng.sample(PARTIES, 2)
    deed, number, day = rng.choice(list(DEEDS)), rng.randint(13, 60), rng.randint(1, 20)
    denied = rng.random() < 0.3
    form = rng.choice(
        [
            "On {day} March {doer} {no}{deed} a post of {victim}, and {number} men died.",
            "A post of {victim} was {no}{deed} by {doer} on March {day}; {number} men died.",
            "On March {day}, {victim} was {no}{deed} by the army of {doer}. Dead: {number} men.",
            "{victim} said that {doer} {no}{deed} its post on {day} March, when {number} died.",
        ]
    )
    text = form.format(
        doer=doer, victim=victim, deed=deed, number=number, day=day, no="never " if denied else ""
    )
    text += " Rain fell."
    source = Source("s", text, date="1951-03-30")
    first = source.quote(0, text.index(" Rain"))
    act = ActItem(
        "a1", (first,), trigger=words(source, deed), rung="strike-home",
        actors=(doer.casefold(),), targets=(victim.casefold(),), date=f"1951-03-{day:02d}",
        date_found="stated", killed=(Toll(Count(number, number)),),
        modality="negated" if denied else "actual",
    )  # fmt: skip
    return source, act
