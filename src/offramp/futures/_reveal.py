"""What happened afterwards, set beside a forecast; never its input."""

from datetime import timedelta

from offramp.futures._results import Answer, Forecast, Reveal
from offramp.history import Happened, happened_after
from offramp.record import Record


def reveal(record: Record, forecast: Forecast) -> tuple[Reveal, ...]:
    """Resolve a forecast's questions against the rest of the record.

    Parameters
    ----------
    record : Record
        The whole record.
    forecast : Forecast
        Made as of some day of it.

    Returns
    -------
    tuple of Reveal
        A question whose time runs past the end of the record, and to which the answer is
        not already yes, stays open.
    """
    acts = happened_after(record, forecast.as_of)
    ends = record.closes or max((act.day for act in acts), default=forecast.as_of)
    found: list[Reveal] = []
    for answer in forecast.answers:
        if answer.probability is None or answer.within is None or "all" in answer.ask.split():
            continue
        last = forecast.as_of + timedelta(days=answer.within)
        within = [act for act in acts if act.day <= last]
        happened, by_act = _resolve(answer, within, ends >= last)
        found.append(
            Reveal(
                ask=answer.ask, probability=answer.probability, baseline=answer.baseline,
                happened=happened, by_act=by_act,
                # Scored only where a no would have been seen too: else only yeses would count.
                brier=_brier(answer.probability, happened) if ends >= last else None,
                brier_baseline=_brier(answer.baseline, happened) if ends >= last else None,
            )
        )  # fmt: skip
    return tuple(found)


def _resolve(
    answer: Answer, within: list[Happened], covered: bool
) -> tuple[bool | None, str | None]:
    """Say whether it happened, and by which act; None while it is open."""
    if answer.topic == "rung":
        hit = next((a for a in within if _is(a, answer.side) and a.at_least(answer.rung)), None)
        return (True, hit.id) if hit else ((False, None) if covered else (None, None))
    if answer.topic == "quiet":
        loud = next((act for act in within if act.level >= 3), None)
        return (False, loud.id) if loud else ((True, None) if covered else (None, None))
    first = within[0] if within else None
    if first is None:
        return (answer.side == "none", None) if covered else (None, None)
    actor = "mutual" if first.side is None else first.side
    return answer.side == actor, first.id


def _is(act: Happened, side: str | None) -> bool:
    return side == "either" or act.side is None or act.side == side


def _brier(probability: float | None, happened: bool | None) -> float | None:
    if probability is None or happened is None:
        return None
    return (probability - float(happened)) ** 2
