"""The share of an exchange that failed or was stopped, over all who say something of it."""

from offramp.record import Act, Count, Fate, overall


def share_stopped(act: Act) -> tuple[tuple[float, float] | None, str]:
    """Bound the share of what an act launched that failed or was stopped.

    Parameters
    ----------
    act : Act

    Returns
    -------
    share : (float, float) or None
        From the lowest to the highest that claimants leave open; None where nobody says what
        became of some of it.
    why : str
        A sentence.

    Notes
    -----
    A claimant who says what hit is taken over one who says only what he stopped: the rest may
    have been stopped by others.
    """
    if act.exchange is None:
        return None, f"The record tells of no exchange in {act.id}."
    launched, hit = Count(0, 0), Count(0, 0)
    for kind, told in act.exchange.launched.by_kind.items():
        fates = [fate for each in act.exchange.outcome if (fate := each.of(kind)) is not None]
        many = overall(told) or Count(0, 0)
        through = _through(fates, many)
        if through is None:
            return None, f"Nobody says what became of the {kind}."
        launched, hit = _sum(launched, many), _sum(hit, through)
    if launched.low == 0:
        return None, f"Nobody says what was launched in {act.id}."
    low = 1.0 - min(1.0, hit.high / launched.low)
    high = 1.0 - min(1.0, hit.low / launched.high)
    claimants = len({each.says for each in act.exchange.outcome})
    return (low, high), f"{hit} of {launched} hit, over {claimants} claimants."


def _through(fates: list[Fate], many: Count) -> Count | None:
    """Bound how many of a kind hit."""
    hits = [fate.hit for fate in fates if fate.hit is not None]
    if not hits:
        for fate in fates:
            down = [part for part in (fate.failed, fate.stopped) if part is not None]
            low, high = sum(part.low for part in down), sum(part.high for part in down)
            hits.append(Count(max(many.low - high, 0), max(many.high - low, 0)))
    return Count(min(h.low for h in hits), max(h.high for h in hits)) if hits else None


def _sum(one: Count, two: Count) -> Count:
    return Count(one.low + two.low, one.high + two.high)
