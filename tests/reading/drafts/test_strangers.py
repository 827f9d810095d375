"""Documents that have no party in common are told apart."""

from offramp.reading import ActItem, Draft, Quote, RelationItem, SignalItem, Source
from offramp.reading.drafts._strangers import strangers, warning_of


def act(source: str, *parties: str) -> ActItem:
    return ActItem(f"{source}-{parties}", (Quote(source, 0, 1, "x"),), actors=parties)


def draft(*acts: ActItem, **more: tuple[RelationItem, ...] | tuple[SignalItem, ...]) -> Draft:
    return Draft(tuple(Source(name, "x") for name in "abc"), acts=acts, **more)  # pyright: ignore[reportArgumentType]


def test_documents_hang_together_through_a_third() -> None:
    told = draft(act("a", "iran"), act("b", "iraq"), act("c", "iran", "iraq"))
    assert strangers(told) == (("a", "b", "c"),)
    assert not warning_of(told)


def test_a_document_of_another_crisis_is_named() -> None:
    told = draft(act("a", "iran", "iraq"), act("b", "chile", "peru"), act("c", "iran"))
    assert strangers(told) == (("a", "c"), ("b",))
    assert warning_of(told).startswith("b has no party in common with a and c.")


def test_a_part_counts_for_its_whole_and_signals_count_too() -> None:
    part = RelationItem("r", (), kind="part-of", from_="guard", to="iran")
    said = SignalItem("s", (Quote("c", 0, 1, "x"),), sender="iran", receivers=("iraq",))
    told = draft(act("a", "guard"), act("b", "iran"), relations=(part,), signals=(said,))
    assert strangers(told) == (("a", "b", "c"),)


def test_no_documents_are_no_strangers() -> None:
    assert strangers(Draft()) == ()
