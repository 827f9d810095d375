"""The question that is asked where a user asks none."""

from offramp.answers import World

WITHIN = 90


def headline(world: World) -> str:
    """Ask for force by either side above what is customary between them.

    Parameters
    ----------
    world : World

    Returns
    -------
    str
        One line of the grammar.

    Examples
    --------
    >>> from offramp.answers import stand
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> headline(stand(record, record.acts[-1].span.last))
    'either >= seizure within 90d'
    """
    rungs = world.seen.rungs
    force = [at for at, level in enumerate(rungs.level) if level >= 4]
    above = [at for at in force if rungs.usual is None or at > rungs.usual]
    return f"either >= {rungs.keys[(above or force)[0]]} within {WITHIN}d"
