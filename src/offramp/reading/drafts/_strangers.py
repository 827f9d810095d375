"""Documents of one draft that tell of different crises: no party is in both."""

from offramp.reading.drafts._items import Draft, Item
from offramp.reading.drafts._pair import heads


def strangers(draft: Draft) -> tuple[tuple[str, ...], ...]:
    """Sort documents by the parties that they have in common.

    Parameters
    ----------
    draft : Draft
        Joined.

    Returns
    -------
    tuple of tuple of str
        Ids of sources: those that hang together, directly or through a third, in one group; the
        largest group first. One group, or none, where the documents may be of one crisis.

    Examples
    --------
    >>> from offramp.reading import ActItem, Draft, Quote, Source
    >>> said = [Quote(name, 0, 1, "x") for name in "ab"]
    >>> acts = ActItem("1", said[:1], actors=("iran",)), ActItem("2", said[1:], actors=("chile",))
    >>> strangers(Draft((Source("a", "x"), Source("b", "x")), acts=acts))
    (('a',), ('b',))
    """
    head = heads(draft.relations)
    parties: dict[str, set[str]] = {source.id: set() for source in draft.sources}
    for item, names in _told(draft):
        for quote in item.quotes:
            parties.setdefault(quote.source, set()).update(head.get(name, name) for name in names)
    groups: list[tuple[list[str], set[str]]] = []
    for source, named in parties.items():
        near = [group for group in groups if group[1] & named]
        groups = [group for group in groups if group not in near]
        ids = [one for group in near for one in group[0]]
        groups.append(([*ids, source], named.union(*(group[1] for group in near))))
    order = list(parties)
    found = [tuple(sorted(ids, key=order.index)) for ids, _ in groups]
    return tuple(sorted(found, key=lambda ids: (-len(ids), order.index(ids[0]))))


def _told(draft: Draft) -> list[tuple[Item, tuple[str, ...]]]:
    """List what was done and said, with who took part."""
    acts: list[tuple[Item, tuple[str, ...]]] = [(a, (*a.actors, *a.targets)) for a in draft.acts]
    return acts + [(s, (s.sender, *s.receivers)) for s in draft.signals]


def warning_of(draft: Draft) -> str:
    """Say in a sentence that documents have no party in common; empty where they have.

    Examples
    --------
    >>> from offramp.reading import Draft
    >>> warning_of(Draft())
    ''
    """
    first, *others = strangers(draft) or ((),)
    if not others:
        return ""
    rest = _listed([name for group in others for name in group])
    one = len(others) == 1 and len(others[0]) == 1
    return (
        f"{rest} {'has' if one else 'have'} no party in common with {_listed(list(first))}. "
        "If they tell of another crisis, read them into a record of their own."
    )


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
