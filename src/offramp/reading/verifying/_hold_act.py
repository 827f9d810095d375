"""Hold an act against the words that it stands on.

A field that its quotes do not bear out is taken out, or listed as inferred where the text near
by bears it out. An act whose heart is wrong (who, to whom, whether at all) is not kept.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from offramp.ladder import load_ladder
from offramp.reading.documents._date_words import dates_in
from offramp.reading.documents._numbers import numbers_in
from offramp.reading.documents._sentences import around
from offramp.reading.documents._source import Source
from offramp.reading.drafts._items import ActItem, Means, PartyItem, Toll
from offramp.reading.verifying._hold_date import hold_date
from offramp.reading.verifying._mentions import is_named
from offramp.reading.verifying._surroundings import Held, Surroundings, hold_parties
from offramp.reading.verifying._who import Who, who_fault
from offramp.record import Count

_NOT = r"(?:not|never|n['’]t|neither|nor|without|hardly)"
_SKIP = r"(?:\s+(?:yet|ever|have|has|had|been|be|being|even|also|\w+ly|a|an|any|the|to))*"
_NEGATED = re.compile(
    rf"(?:\b{_NOT}|n['’]t){_SKIP}\s*$|\bno(?:\s+(?:further|more|new|such|\w+ian|\w+i))?\s*$|"
    r"\b(?:den(?:y|ies|ied|ying)(?:\s+(?:that|having|carrying|any|it|the|\w+))*|refrain\w*\s+from|"
    r"fail\w*\s+to|declin\w*\s+to|refus\w*\s+to|ruled\s+out|avoid\w*|stopp?\w*\s+short\s+of|"
    r"instead\s+of|rather\s+than|called\s+off|cancell?ed|abort\w*|prevent\w*)"
    r"(?:\s+(?:a|an|any|the|its|their|further|having))*\s*$",
    re.I,
)
_MODAL = re.compile(
    r"\b(?:would|could|may|might|will|shall|should|must|can|"
    r"threaten\w*\s+to|vow\w*\s+to|plan\w*\s+to|want\w*\s+to|intend\w*\s+to|propos\w*\s+to|"
    r"promis\w*\s+to|pledg\w*\s+to|prepar\w*\s+to|about\s+to|ready\s+to|going\s+to)"
    rf"{_SKIP}\s*$",
    re.I,
)
_UNREAL = frozenset({"proposed", "threatened", "hypothetical", "habitual", "negated"})
_DEATH = re.compile(r"\b(?:kill|assassinat|death)", re.I)


def hold_act(
    act: ActItem,
    sources: Mapping[str, Source],
    parties: Mapping[str, PartyItem],
    head: Mapping[str, str],
) -> Held:
    """Hold an act against its quotes: who, to whom, whether, how many, when and where.

    Parameters
    ----------
    act : ActItem
    sources : mapping of str to Source
    parties : mapping of str to PartyItem
        All that the draft knows.
    head : mapping of str to str
        For whom each party acts in the end: what its part does, a party does.

    Returns
    -------
    Held
    """
    near = Surroundings(sources, act.quotes)
    actors, guessed_actors, faults = hold_parties(act.actors, parties, near)
    targets, guessed_targets, more = hold_parties(act.targets, parties, near)
    faults += more
    if act.actors and not actors:
        return Held(None, tuple(faults))
    who = Who(act.actors, act.targets, act.trigger, mutual=act.mutual, struck=_is_struck(act))
    fault = _unreal(act, sources) or who_fault(who, sources, parties, head)
    if fault:
        return Held(None, (fault,))
    held = replace(act, actors=actors, targets=targets)
    inferred = {*act.inferred}
    inferred |= {"actors"} if guessed_actors else set()
    inferred |= {"targets"} if guessed_targets else set()
    kept_out = [parties[name] for name in act.withheld if name in parties]
    inferred |= set() if all(is_named(one, near.said) for one in kept_out) else {"withheld"}
    held, more = _counts(held, near)
    faults += more
    when = hold_date(act.date, act.date_found, near, sources, act)
    held = replace(held, date=when.day, date_found=act.date_found if when.day else "unknown")
    inferred |= {"date"} if when.inferred else set()
    faults += [when.fault] if when.fault else []
    where = near.holds(act.place) if act.place else "quote"
    if not where:
        faults.append(f'The text does not name the place "{act.place}".')
        held = replace(held, place=None, country=None)
    inferred |= {"place"} if where == "text" else set()
    leaders = tuple(leader for leader in act.leaders if near.holds(leader[0]))
    if leaders != act.leaders:
        faults.append("The text does not name every leader given.")
    held = replace(held, leaders=leaders, inferred=tuple(sorted(inferred)))
    return Held(held, tuple(faults))


def _is_struck(act: ActItem) -> bool:
    """Say whether somebody is struck: a fleet that "was put on alert" is its own."""
    return any(rung.key == act.rung and rung.blood for rung in load_ladder().rungs)


def _unreal(act: ActItem, sources: Mapping[str, Source]) -> str:
    """Find that an act given as done was not, or that one given as not done was."""
    if act.trigger is None or act.trigger.source not in sources:
        return ""
    text = sources[act.trigger.source].text
    start, _ = around(text, act.trigger.start, act.trigger.end)
    before = text[start : act.trigger.start]
    if act.modality not in _UNREAL:
        if _NEGATED.search(before):
            return "The quote says that it was not done."
        if _MODAL.search(before):
            return "The quote does not say that it was done, only that it may be."
    return ""


def _counts(act: ActItem, near: Surroundings) -> tuple[ActItem, list[str]]:
    numbers = numbers_in(_without_days(near.said))
    faults: list[str] = []
    means: list[Means] = []
    for one in act.means:
        if one.count is not None and not _given(one.count, numbers):
            faults.append(f"The quote does not give the number {one.count}.")
            means.append(replace(one, count=None))
        else:
            means.append(one)
    killed: list[Toll] = []
    for toll in act.killed:
        if _given(toll.count, numbers) or _singular(toll.count, near.said):
            killed.append(toll)
        else:
            faults.append(f"The quote does not give the number {toll.count} of dead.")
    return replace(act, means=tuple(means), killed=tuple(killed)), faults


def _without_days(text: str) -> str:
    """Blank the days that a text names: the 4 of "4 May" counts no weapons."""
    for named in dates_in(text):
        if named.day is not None:
            text = text[: named.start] + " " * (named.end - named.start) + text[named.end :]
    return text


def _given(count: Count, numbers: frozenset[int]) -> bool:
    return count.low in numbers and count.high in numbers


def _singular(count: Count, said: str) -> bool:
    """Allow a single dead who is named and not counted: "killing General Zahedi"."""
    return (
        count.low == count.high == 1 and re.search(r"\b(?:kill|assassinat|death)", said) is not None
    )
