"""Hold signals and claims against the words that they stand on."""

import re
from collections.abc import Mapping
from dataclasses import replace

from offramp.reading.documents._numbers import numbers_in
from offramp.reading.documents._source import Source
from offramp.reading.drafts._items import ClaimItem, PartyItem, SignalItem
from offramp.reading.verifying._hold_date import hold_date
from offramp.reading.verifying._surroundings import Held, Surroundings, hold_parties
from offramp.reading.verifying._who import Who, who_fault

_TIME = re.compile(r"hour|day|week|morning|night|minute", re.I)


def hold_signal(
    signal: SignalItem,
    sources: Mapping[str, Source],
    parties: Mapping[str, PartyItem],
    head: Mapping[str, str],
) -> Held:
    """Hold a signal against its quotes: sender, receivers, carrier, condition, hours, date."""
    fault = who_fault(
        Who((signal.sender,), signal.receivers, signal.trigger), sources, parties, head
    )
    if fault:
        return Held(None, (fault,))
    near = Surroundings(sources, signal.quotes)
    sender, guessed, faults = hold_parties((signal.sender,), parties, near)
    if not sender:
        return Held(None, tuple(faults))
    receivers, guessed_receivers, more = hold_parties(signal.receivers, parties, near)
    faults += more
    via = signal.via
    if via is not None:
        kept, _, more = hold_parties((via,), parties, near)
        faults += more
        via = kept[0] if kept else None
    condition = signal.condition
    if condition and near.holds(condition) != "quote":
        faults.append("The condition does not stand in the quote.")
        condition = ""
    hours = signal.hours
    if hours is not None and not _hours_given(hours, near.said):
        faults.append(f"The quote does not give {hours:g} hours.")
        hours = None
    when = hold_date(signal.date, signal.date_found, near, sources, signal)
    faults += [when.fault] if when.fault else []
    inferred = {*signal.inferred}
    inferred |= {"sender"} if guessed else set()
    inferred |= {"receivers"} if guessed_receivers else set()
    inferred |= {"date"} if when.inferred else set()
    held = replace(
        signal,
        receivers=receivers,
        via=via,
        condition=condition,
        hours=hours,
        date=when.day,
        date_found=signal.date_found if when.day else "unknown",
        inferred=tuple(sorted(inferred)),
    )
    return Held(held, tuple(faults))


def _hours_given(hours: float, said: str) -> bool:
    numbers = numbers_in(said)
    if _TIME.search(said) is None:
        return False
    return any(n * unit == hours for n in numbers for unit in (1, 24, 168))


def hold_claim(
    claim: ClaimItem, sources: Mapping[str, Source], parties: Mapping[str, PartyItem]
) -> Held:
    """Hold a claim against its sentence: whose it is, and what weakens it."""
    near = Surroundings(sources, claim.quotes)
    faults: list[str] = []
    claimant, hedge = claim.claimant, claim.hedge
    inferred = {*claim.inferred}
    if claimant is not None:
        kept, guessed, faults = hold_parties((claimant,), parties, near)
        if not kept:
            return Held(None, tuple(faults))
        inferred |= {"claimant"} if guessed else set()
    if hedge and near.holds(hedge) != "quote":
        faults.append(f'The sentence does not hold the hedge "{hedge}".')
        hedge = ""
    held = replace(claim, claimant=claimant, hedge=hedge, inferred=tuple(sorted(inferred)))
    return Held(held, tuple(faults))
