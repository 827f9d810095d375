"""What happened afterwards, set beside a forecast; never its input."""

from offramp.futures._results import Forecast, Reveal
from offramp.questions import Afterwards, parse_question
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
    afterwards = Afterwards(record, forecast.as_of)
    found: list[Reveal] = []
    for answer in forecast.answers:
        if answer.probability is None or answer.within is None or "all" in answer.ask.split():
            continue
        resolved = afterwards.resolve(parse_question(answer.ask))
        happened = None if resolved.outcome is None else bool(resolved.outcome)
        # Scored only where a no would have been seen too: else only yeses would count.
        scored = happened if afterwards.covers(answer.within) else None
        found.append(
            Reveal(
                ask=answer.ask, probability=answer.probability, baseline=answer.baseline,
                happened=happened, by_act=resolved.by_act,
                brier=_brier(answer.probability, scored),
                brier_baseline=_brier(answer.baseline, scored),
            )
        )  # fmt: skip
    return tuple(found)


def _brier(probability: float | None, happened: bool | None) -> float | None:
    if probability is None or happened is None:
        return None
    return (probability - float(happened)) ** 2
