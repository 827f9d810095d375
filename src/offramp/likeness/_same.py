"""Which states a record's sides are, in the codes of published data."""

from offramp.learning import COW
from offramp.record import Record


def codes_of(record: Record) -> tuple[frozenset[int], frozenset[int]]:
    """Give the Correlates of War codes of each side's states; a side may have none.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> codes_of(parse_record(new_record("two-rivals")))
    (frozenset(), frozenset())
    """
    one, two = (
        frozenset(COW[code] for party in members if (code := record.party(party).iso3) in COW)
        for members in record.sides.values()
    )
    return one, two


def are_known(record: Record) -> bool:
    """Say whether both sides can be found in published data."""
    return all(codes_of(record))
