"""How such forecasts have done: what a report says of the track record that ships."""

from collections.abc import Mapping

from offramp._errors import OfframpError
from offramp.history import TARGETS, Target
from offramp.report._text import NBSP, listing, number, percent, sentence_case
from offramp.scoring import Interval, Measure, TrackRecord, shipped_track_record

OURS, BASE, HARDEST = "offramp", "recent_base_rate", "boosting"

NAMES: Mapping[str, str] = {
    "base_rate": "the base rate of all years",
    "recent_base_rate": "the base rate of the last ten years",
    "markov": "the Markov chain",
    "logistic": "logistic regression",
    "boosting": "boosting",
}
QUESTIONS: Mapping[Target, str] = {
    "force_30": f"force within 30{NBSP}days",
    "other_force_30": f"force by the other side within 30{NBSP}days",
    "quiet_60": f"quiet for 60{NBSP}days",
    "battle_90": f"a battle within 90{NBSP}days",
}
NEXT_ACT = "the next act (when, who and what)"


def shown() -> TrackRecord | None:
    """Return the track record; None where its file cannot be read, since a report must go on."""
    try:
        return shipped_track_record()
    except OfframpError:
        return None


def track_line(record: TrackRecord) -> str:
    """Tell the track record in a sentence, for a terminal."""
    gaps = record.differences[OURS]
    force = [
        number(record.cards[name].targets["force_30"].brier.confrontation, 3)
        for name in (OURS, BASE, HARDEST)
    ]
    return (
        f"On {number(record.scored.confrontations, 0)} confrontations that it had not seen "
        f"({_dataset(record)}, from {record.since}), Offramp is "
        f"{_better(gaps[BASE]['joint'].confrontation)} the ten-year base rate and "
        f"{_better(gaps[HARDEST]['joint'].confrontation)} boosting at {NEXT_ACT}; Brier scores "
        f"for {QUESTIONS['force_30']}: {force[0]}, against {force[1]} and {force[2]}."
    )


def _better(gap: Interval) -> str:
    if not gap.excludes_zero:
        return "level with"
    return f"{number(abs(gap.mean), 2)}{NBSP}nats {'better' if gap.mean < 0 else 'WORSE'} than"


def track_sentences(record: TrackRecord) -> tuple[str, ...]:
    """Tell how far Offramp lies from the baselines, which of them win, and on what all rests.

    Parameters
    ----------
    record : TrackRecord

    Returns
    -------
    tuple of str
        Plain sentences, the gap to the baselines first.
    """
    fitted, told = record.fitted, _dataset(record)
    return (
        _gaps(record),
        _won(record),
        f"What is asked here are {told}’s targets: the side and the hostility level of what its "
        "coders recorded, not the rungs of this record; how the library did stands apart. All "
        f"forecasters were fitted to {number(fitted.events, 0)} events of "
        f"{number(fitted.confrontations, 0)} confrontations in {told} that had closed before "
        f"{record.since}. The parameters of this forecast were learned apart; from what, the last "
        "section says.",
    )


def _gaps(record: TrackRecord) -> str:
    by = record.differences[OURS]
    gaps = listing(_gap(by[name]["joint"].confrontation, NAMES[name]) for name in (BASE, HARDEST))
    return (
        f"On {number(record.scored.confrontations, 0)} confrontations in {_dataset(record)} that "
        f"began in {record.since} or later, which none of the forecasters had seen, Offramp’s "
        f"loss for {NEXT_ACT} was {gaps} (log score per confrontation; 95{NBSP}% intervals)."
    )


def _gap(gap: Interval, of: str) -> str:
    side = "below" if gap.mean < 0 else "above"
    low, high = sorted((abs(gap.low), abs(gap.high)))
    band = f"{number(low, 2)} to {number(high, 2)}"
    if not gap.excludes_zero:
        band = f"{number(gap.low, 2)} to {number(gap.high, 2)}: no difference can be told"
    return f"{number(abs(gap.mean), 2)}{NBSP}nats {side} that of {of} ({band})"


def _won(record: TrackRecord) -> str:
    """Name every baseline that does better at anything, by events or by confrontations."""
    sure, leaning = dict[str, list[str]](), dict[str, list[str]]()
    for name, gaps in record.differences[OURS].items():
        for measure, words in _measures().items():
            both = (gaps[measure].confrontation, gaps[measure].event)
            if any(gap.low > 0 for gap in both):
                told = words + _unit(both[0].low > 0, both[1].low > 0)
                sure.setdefault(NAMES.get(name, name), []).append(told)
            elif any(gap.mean > 0 for gap in both):
                told = words + _unit(both[0].mean > 0, both[1].mean > 0)
                leaning.setdefault(NAMES.get(name, name), []).append(told)
    beyond = (
        f"A baseline is better than Offramp: {_by_name(sure)}."
        if sure
        else "No baseline is better than Offramp by more than chance allows."
    )
    close = f" Ahead, but by no more than chance allows: {_by_name(leaning)}." if leaning else ""
    return beyond + close


def _by_name(found: Mapping[str, list[str]]) -> str:
    return "; ".join(f"{name} at {listing(words)}" for name, words in found.items())


def _measures() -> dict[Measure, str]:
    questions: dict[Measure, str] = {name: QUESTIONS[name] for name in TARGETS}
    return {"joint": NEXT_ACT, **questions}


def _unit(by_confrontation: bool, by_event: bool) -> str:
    if by_confrontation and by_event:
        return ""
    return " (per confrontation)" if by_confrontation else " (per event)"


def track_rows(record: TrackRecord) -> list[tuple[str, ...]]:
    """Lay out the questions, each with Offramp beside two baselines, per confrontation."""
    count = number(record.scored.confrontations, 0)
    joint = tuple(
        f"{number(record.cards[name].joint.confrontation, 3)}{NBSP}nats"
        for name in (OURS, BASE, HARDEST)
    )
    rows = [(sentence_case(NEXT_ACT), *joint, count)]
    for target in TARGETS:
        cells = tuple(_cell(record, name, target) for name in (OURS, BASE, HARDEST))
        rows.append((sentence_case(QUESTIONS[target]), *cells, count))
    return rows


def _cell(record: TrackRecord, name: str, target: Target) -> str:
    one = record.cards[name].targets[target]
    said, came = (percent(mean.confrontation) for mean in (one.said, one.came))
    return f"{number(one.brier.confrontation, 3)} ({said}{NBSP}→{NBSP}{came})"


def _dataset(record: TrackRecord) -> str:
    return record.dataset.replace("-", " ").upper()
