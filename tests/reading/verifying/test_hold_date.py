"""A date that the coder reads from the words is borne out by them."""

import pytest

from offramp.reading import ActItem, Draft, PartyItem, Quote, Source, code_offline, verify


def test_a_weekday_is_counted_whatever_a_coder_calls_it() -> None:
    source = Source("t", "On Wednesday Iran shelled Iraq.", date="1999-08-07")
    quote, word = source.quote(0, 30), source.quote(18, 25)
    days = ("1999-08-04", "1999-08-04"), ("1999-08-05", None), ("1999-07-07", None)
    for day, stands in days:
        act = ActItem(
            "a", (quote,), trigger=word, rung="strike-home", actors=("iran",), targets=("iraq",),
            date=day, date_found="stated",
        )  # fmt: skip
        (held,) = verify(Draft((source,), named(source), acts=(act,))).acts
        assert held.date == stands
        assert ("date" in held.inferred) is (stands is not None)


@pytest.mark.parametrize(
    ("text", "day", "stands"),
    [
        ("On a Wednesday in March 1951 Iran shelled Iraq.", "1999-08-04", False),
        ("It was 5 August 1999. Iran shelled Iraq, the Sunday Times said.", "1999-08-05", True),
        ("On Wednesday Iran shelled Iraq, and again on Friday.", "1999-08-06", True),
    ],
)
def test_a_weekday_turns_no_date_that_is_named(text: str, day: str, stands: bool) -> None:
    source = Source("t", text, date="1999-08-07")
    at = text.index("Iran")
    act = ActItem(
        "a", (source.quote(at, len(text)),), rung="strike-home", actors=("iran",),
        trigger=source.quote(text.index("shelled"), text.index("shelled") + 7), targets=("iraq",),
        date=day, date_found="stated",
    )  # fmt: skip
    (held,) = verify(Draft((source,), named(source), acts=(act,))).acts
    assert (held.date == day) is stands


def named(source: Source) -> tuple[PartyItem, ...]:
    def where(name: str) -> Quote:
        return source.quote(source.text.index(name), source.text.index(name) + len(name))

    return tuple(PartyItem(n.casefold(), (where(n),), n, "state") for n in ("Iran", "Iraq"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("During the winter of 1998-99 Iran shelled Iraq.", "1998-24"),
        ("In the spring of 1999 Iran shelled Iraq.", "1999-21"),
        ("On the fifth of August 1999 Iran shelled Iraq.", "1999-08-05"),
        ("Between the 3rd and the 6th of August Iran shelled Iraq.", "1999-08-03/1999-08-06"),
        ("From May to July 1999 Iran shelled Iraq.", "1999-05/1999-07"),
        ("In the 1930s Iran shelled Iraq.", "193X"),
        ("On Friday, 6 August 1999, Iran shelled Iraq.", "1999-08-06"),
    ],
)
def test_what_is_read_is_borne_out(text: str, day: str) -> None:
    pytest.importorskip("spacy")
    held = verify(code_offline(Source("t", text, date="1999-12-01")))
    assert [act.date for act in held.acts] == [day]
    assert not held.unverified
