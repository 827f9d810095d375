"""What a careful coder would find in the article of the tests, and in another one about it."""

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
from offramp.record import Count
from reading.conftest import ARTICLE

OTHER = """River post attack leaves nine dead, army says

3 March 1951

The army of Strelsau said that Ruritania shelled the river post on 1 March and that nine guards \
were killed. Graustark warned Ruritania through the embassy of Zenda that it would send ships if \
Ruritania fired again. The River Guard, a Ruritanian militia, may have taken part.
"""


def words(source: Source, text: str) -> Quote:
    at = source.text.index(text)
    return source.quote(at, at + len(text))


def source(**more: str) -> Source:
    given = {
        "title": "Shots at the river post", "date": "1951-03-14", "publisher": "The Zenda Post",
        "kind": "news", **more,
    }  # fmt: skip
    return Source("zenda-post", ARTICLE, **given)  # type: ignore[arg-type]


def other() -> Source:
    return Source(
        "army-news", OTHER, title="River post attack", date="1951-03-03", publisher="Army News",
        kind="official",
    )  # fmt: skip


def party(of: Source, name: str, kind: str = "state", *aliases: str) -> PartyItem:
    return PartyItem(
        name.casefold().replace(" ", "-"), (words(of, name),), name, kind, aliases=aliases
    )


def draft() -> Draft:
    """Read the article of the tests."""
    of = source()
    fired = ActItem(
        "a1",
        (words(of, "Ruritania fired on the river post on 1 March"),
         words(of, "seven and sixteen guards of Strelsau were killed")),
        trigger=words(of, "fired"), rung="strike-home", plover="ASSAULT/firearms", cameo="193",
        actors=("ruritania",), targets=("strelsau",), date="1951-03-01", date_found="stated",
        place="river post", killed=(Toll(Count(7, 16)),), target_kind="military",
    )  # fmt: skip
    rockets = ActItem(
        "a2", (words(of, "Strelsau launched 30 rockets at two Ruritanian barracks"),),
        trigger=words(of, "launched"), rung="strike-home", actors=("strelsau",),
        targets=("ruritania",), date="1951-03-13", date_found="relative",
        means=(Means("rockets", "rocket", Count(30, 30)),), answers=("a1",), inferred=("date",),
    )  # fmt: skip
    silent = ActItem(
        "a3", (words(of, "Strelsau did not answer the attack"),), trigger=words(of, "answer"),
        rung="strike-home", actors=("strelsau",), modality="negated", date="1951-03-01",
        date_found="relative",
    )  # fmt: skip
    vow = SignalItem(
        "s1", (words(of, "vowed that it would “strike back” if Ruritania fired again"),),
        trigger=words(of, "vowed"), kind="conditional-threat", sender="strelsau",
        receivers=("ruritania",), condition="if Ruritania fired again", about="a1",
        date="1951-03-01", date_found="relative",
    )  # fmt: skip
    over = SignalItem(
        "s2", (words(of, "Its minister said: “Our operations are over.”"),),
        trigger=words(of, "said: “Our"), kind="limit", sender="strelsau", about="a2",
    )  # fmt: skip
    claim = ClaimItem("c1", (words(of, "The rockets were intercepted."),), about=("a2",))
    people = (
        party(of, "Ruritania", "state", "Ruritanian"), party(of, "Strelsau"), party(of, "Zenda"),
    )  # fmt: skip
    return Draft((of,), people, (), (fired, rockets, silent), (vow, over), (claim,))


def other_draft() -> Draft:
    """Read the other article, whose coder calls the state by another short name."""
    of = other()
    shelled = ActItem(
        "a1", (words(of, "Ruritania shelled the river post on 1 March"),),
        trigger=words(of, "shelled"), rung="strike-home", actors=("rur",), targets=("strelsau",),
        modality="claimed", reported_by="strelsau", date="1951-03-01", date_found="stated",
        place="river post", killed=(Toll(Count(9, 9)),),
    )  # fmt: skip
    warned = SignalItem(
        "s1", (words(of, "Graustark warned Ruritania through the embassy of Zenda"),),
        trigger=words(of, "warned"), kind="conditional-threat", sender="graustark",
        receivers=("rur",), via="zenda", condition="if Ruritania fired again",
    )  # fmt: skip
    guard = RelationItem(
        "r1", (words(of, "The River Guard, a Ruritanian militia"),), kind="proxy-of",
        from_="river-guard", to="rur",
    )  # fmt: skip
    people = (
        PartyItem("rur", (words(of, "Ruritania"),), "Ruritania"), party(of, "Strelsau"),
        party(of, "Graustark"), party(of, "Zenda"), party(of, "River Guard", "armed-group"),
    )  # fmt: skip
    return Draft((of,), people, (guard,), (shelled,), (warned,))
