"""Relations that make sense together: none twice, no party under itself or under its enemy."""

from collections.abc import Mapping

from offramp.reading.drafts._items import Draft, RelationItem

UNDER = ("proxy-of", "part-of", "faction-of", "leads")
Refused = tuple[RelationItem, str]


def sound_relations(draft: Draft) -> tuple[tuple[RelationItem, ...], tuple[Refused, ...]]:
    """Choose the relations of a draft that a record can hold.

    Parameters
    ----------
    draft : Draft

    Returns
    -------
    tuple
        The relations, each once; and those left out, with the reason in a sentence.

    Examples
    --------
    >>> up = RelationItem("r1", (), kind="part-of", from_="guard", to="iran")
    >>> down = RelationItem("r2", (), kind="part-of", from_="iran", to="guard")
    >>> kept, refused = sound_relations(Draft(relations=(up, up, down)))
    >>> kept == (up,), refused[0][1]
    (True, 'It puts a party under itself.')
    """
    fights = {
        pair
        for act in draft.acts
        if act.modality in ("actual", "claimed")
        for actor in act.actors
        for target in act.targets
        for pair in ((actor, target), (target, actor))
    }
    kept: list[RelationItem] = []
    refused: list[Refused] = []
    above: dict[str, set[str]] = {}
    seen: set[tuple[str, ...]] = set()
    for relation in draft.relations:
        key = (relation.kind, relation.from_, relation.to, *sorted(relation.between))
        if key in seen:
            continue
        seen.add(key)
        if relation.kind in UNDER:
            if (relation.from_, relation.to) in fights:
                refused.append((relation, "It puts a party under one that it acts against."))
                continue
            if relation.from_ in _reached(relation.to, above):
                refused.append((relation, "It puts a party under itself."))
                continue
            above.setdefault(relation.from_, set()).add(relation.to)
        kept.append(relation)
    return tuple(kept), tuple(refused)


def _reached(start: str, above: Mapping[str, set[str]]) -> set[str]:
    seen, ahead = {start}, [start]
    while ahead:
        for name in above.get(ahead.pop(), ()):
            if name not in seen:
                seen.add(name)
                ahead.append(name)
    return seen
