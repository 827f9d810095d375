"""A date that the coder reads from the words is borne out by them."""

import pytest

from offramp.reading import ActItem, Draft, PartyItem, Quote, Source, code_offline, verify


def test_a_weekday_is_counted_whatever_a_coder_calls_it() -> None:
    source = Source("t", "On Wednesday Iran shelled Iraq.", date="1999-08-07")
    quote, word = source.quote(0, 30), source.quote(18, 25)
    for day, stands in (("1999-08-04", "1999-08-04"), ("1999-08-05", None)):
        act = ActItem(
            "a", (quote,), trigger=word, rung="strike-home", actors=("iran",), targets=("iraq",),
            date=day, date_found="stated",
        )  # fmt: skip
        (held,) = verify(Draft((source,), named(source), acts=(act,))).acts
        assert held.date == stands
        assert ("date" in held.inferred) is (stands is not None)


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
