"""What is weak in a forecast, said by the program itself."""

from offramp.history import History
from offramp.model import Parameters
from offramp.record import Record


def _on_beliefs(record: Record) -> tuple[str, ...]:
    if not record.beliefs:
        return ()
    names = ", ".join(sorted(record.beliefs))
    return (f"The record's own beliefs stand in the place of the priors of: {names}.",)


def weaknesses(record: Record, history: History, parameters: Parameters) -> tuple[str, ...]:
    """Say what a reader must know before he uses a figure.

    Parameters
    ----------
    record : Record
    history : History
    parameters : Parameters

    Returns
    -------
    tuple of str
        Sentences; the parameters' own basis first.
    """
    found = [
        parameters.basis,
        "How such forecasts have done is measured on history, by its coders' levels and sides: see "
        "the track record in the report, and offramp backtest. Bands are wide because history says "
        "little beyond the base rate.",
        "Futures hold no signals and no acts below a threat: what is said is given by the record "
        "and not simulated. How many die in a future is drawn from counts by kind of act where "
        "one asks for it, and moves nothing else.",
        "War within 90 days is a question on which nobody has shown skill.",
        "Which rung an act takes within its level follows each side's own past, with a share for "
        "what others do; with few acts on record that share is judgement.",
    ]
    if parameters.learned and history.as_of < parameters.until:
        found.append(
            f"The parameters were learned from events up to {parameters.until}, after the as-of "
            "date: they know later crises, and perhaps this one. That hindsight is in the "
            "parameters; nothing later in the record reached the forecast."
        )
    if history.rungs.usual is not None:
        usual = history.rungs.keys[history.rungs.usual]
        found.append(
            f"What this pair has often done of late, up to {usual}, is its shadow war: it runs as "
            "a stream of its own, at the record's pace, and counts in no answer but quiet all. In "
            "futures it provokes nobody."
        )
        found.append(
            "History's use of force, which includes seizures and strikes abroad, stands whole for "
            "force outside the shadow war, in the forecast and in the base rate alike. If MIE's "
            "coders counted customary acts too, both overstate strikes at home, by up to three "
            "times."
        )
    if history.days_since_last > 180:
        found.append("No confrontation is open: the last act outside the shadow war is over "
                     "180 days old.")  # fmt: skip
    return (*found, *_on_beliefs(record))
