"""A date that the coder reads from the words is borne out by them."""

import pytest

from offramp.reading import Source, code_offline, verify

pytest.importorskip("spacy")


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
    held = verify(code_offline(Source("t", text, date="1999-12-01")))
    assert [act.date for act in held.acts] == [day]
    assert not held.unverified
