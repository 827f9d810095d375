"""For which side a party acts on a day."""

import datetime
from collections.abc import Iterable, Mapping

from offramp.record._parties import Relation

SIDE_RELATIONS = ("proxy-of", "part-of", "leads")


def leanings(relations: Iterable[Relation]) -> dict[str, tuple[Relation, ...]]:
    """Gather the relations by which a party acts for another, by that party."""
    found: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.kind in SIDE_RELATIONS and relation.to is not None:
            found.setdefault(relation.from_, []).append(relation)
    return {party: tuple(several) for party, several in found.items()}


def side_of(
    party: str,
    on: datetime.date,
    sides: Mapping[str, tuple[str, ...]],
    leaning: Mapping[str, tuple[Relation, ...]],
) -> str | None:
    """Follow a party's relations to the nearest side.

    Parameters
    ----------
    party : str
    on : datetime.date
        A relation counts only while it holds.
    sides : mapping of str to tuple of str
    leaning : mapping of str to tuple of Relation
        As `leanings` gives it.

    Returns
    -------
    str or None
        None where no side, or either side, is reached first.

    Examples
    --------
    >>> import datetime
    >>> side_of("p", datetime.date(2024, 4, 1), {"one": ("p",), "other": ("q",)}, {})
    'one'
    """
    seen, circle = {party}, [party]
    while circle:
        reached = {side for side, members in sides.items() if not set(members).isdisjoint(circle)}
        if reached:
            return reached.pop() if len(reached) == 1 else None
        following = {
            relation.to
            for name in circle
            for relation in leaning.get(name, ())
            if relation.to is not None and relation.to not in seen and relation.holds_on(on)
        }
        seen |= following
        circle = sorted(following)
    return None
