"""Of relations, those stay that make sense together."""

from offramp.reading import ActItem, Draft, RelationItem
from offramp.reading.drafts._sound import sound_relations


def under(party: str, other: str, kind: str = "part-of") -> RelationItem:
    return RelationItem(f"{party}-{other}", (), kind=kind, from_=party, to=other)


def kept(*relations: RelationItem, acts: tuple[ActItem, ...] = ()) -> list[str]:
    return [r.id for r in sound_relations(Draft(relations=relations, acts=acts))[0]]


def test_a_chain_stays_and_a_circle_is_opened() -> None:
    assert kept(under("a", "b"), under("b", "c"), under("c", "a")) == ["a-b", "b-c"]


def test_what_is_said_twice_stays_once() -> None:
    assert kept(under("a", "b"), under("a", "b")) == ["a-b"]


def test_nobody_stands_under_whom_he_fights() -> None:
    fight = ActItem("x", (), actors=("a",), targets=("b",), rung="war")
    assert kept(under("a", "b"), under("b", "a", "proxy-of"), acts=(fight,)) == []
    assert kept(under("a", "b", "backs"), acts=(fight,)) == ["a-b"]


def test_the_reason_is_given() -> None:
    _, refused = sound_relations(Draft(relations=(under("a", "b"), under("b", "a"))))
    assert [(relation.id, why) for relation, why in refused] == [
        ("b-a", "It puts a party under itself.")
    ]
