"""The deeds of a text: triggers with who, to whom, when, where, with what, and whether at all."""

from functools import cache

from offramp.reading.deeds._amounts import dead_of, leaders_in, means_of
from offramp.reading.deeds._arguments import Arguments, arguments, reported_by
from offramp.reading.deeds._candidate import Candidate
from offramp.reading.deeds._coreference import join
from offramp.reading.deeds._modality import modality
from offramp.reading.deeds._owned_up import own_up
from offramp.reading.deeds._rungs import rung_of, site
from offramp.reading.deeds._triggers import Trigger, find_triggers
from offramp.reading.drafts._items import Toll
from offramp.reading.english._nlp import Parsed, Token
from offramp.reading.english._speech import Spoken
from offramp.reading.english._tables import noun_class, shipped
from offramp.reading.parties._parties import Parties
from offramp.reading.times._dating import Calendar


@cache
def _target_kinds() -> dict[str, str]:
    """Give the sorts of targets by the words for them."""
    table: dict[str, list[str]] = shipped("targets.yaml")
    return {word: kind for kind, words in reversed(table.items()) for word in words}


def find_acts(
    parsed: Parsed, parties: Parties, published: str | None, dispatch: bool = False
) -> tuple[list[Candidate], dict[int, str | None]]:
    """Find the deeds of a text.

    Parameters
    ----------
    parsed : Parsed
    parties : Parties
    published : str or None
        When the text was published (EDTF).
    dispatch : bool
        Whether it opened with a dateline: then what has no date is of about its day.

    Returns
    -------
    list of Candidate
        One for each deed, its mentions joined.
    dict of int to str or None
        By the number of the sentence, the date that the text is at when it ends.
    """
    by_sentence: dict[int, list[Trigger]] = {}
    for trigger in find_triggers(parsed, parties):
        by_sentence.setdefault(parsed.of_token[trigger.token.i], []).append(trigger)
    calendar = Calendar(parsed, published, dispatch)
    found: list[Candidate] = []
    dates: dict[int, str | None] = {}
    for sentence in parsed.sentences:
        calendar.enter(sentence)
        triggers = by_sentence.get(sentence.number, [])
        heads = {t.token.i for t in triggers} | {t.light.i for t in triggers if t.light is not None}
        for trigger in triggers:
            one = _candidate(trigger, heads, parsed, parties, calendar)
            _released(one, found)
            if one.dated.day is not None and one.dated.found in ("stated", "relative"):
                calendar.remember(_marks(one), one.dated.day)
            if not one.inferred and one.rung not in ("agreement", "conciliation"):
                parties.salience.quarrel(one.actors, one.targets)
            found.append(one)
        dates[sentence.number] = calendar.carried().day
    acts = join(found, parties)
    own_up(acts, parsed, parties)
    return acts, dates


def _candidate(
    trigger: Trigger, heads: set[int], parsed: Parsed, parties: Parties, calendar: Calendar
) -> Candidate:
    given = arguments(trigger, parties)
    where = site(trigger, given.object, parties)
    spoken = _spoken(trigger, given, parsed, parties)
    dated = calendar.of(trigger.token, heads)
    if dated.found not in ("stated", "relative") and trigger.light is not None:
        lifted = calendar.of(trigger.light, heads)
        dated = lifted if lifted.found in ("stated", "relative") else dated
    verb = trigger.light if trigger.light is not None else trigger.token
    dead = dead_of(trigger.token) if trigger.verbal else None
    deed = trigger.deed
    violent = deed.rung in ("strike", "force", "shadow-attack", "campaign", "war")
    return Candidate(
        trigger,
        parsed.sentence(trigger.token),
        rung_of(trigger, given, where, parties),
        deed.plover,
        deed.cameo,
        given.actors,
        given.targets,
        set(given.inferred),
        spoken.modality,
        spoken.saying,
        dated,
        where.name,
        where.iso3,
        _target_kind(trigger, given.object) if violent or deed.rung == "seizure" else None,
        means_of(verb) if violent else (),
        (Toll(dead),) if dead is not None else (),
        deed.frame == "mutual",
        given.owned,
        nameless=given.nameless,
        leaders=leaders_in(trigger.token) if trigger.verbal and violent else (),
    )


def _marks(one: Candidate) -> frozenset[str]:
    """Give the words by which a deed may be named later: its place and the thing struck."""
    tokens = [t for t in one.trigger.token.subtree if t.pos_ in ("PROPN", "NOUN")]
    names = {t.text for t in tokens if abs(t.i - one.trigger.token.i) < 25}
    return frozenset(names | ({one.place} if one.place else set()))


def _released(one: Candidate, before: list[Candidate]) -> None:
    """Let those who are released be released by those who seized them."""
    if one.plover != "RETREAT/release" or "actors" not in one.inferred:
        return
    for old in reversed(before):
        if old.rung == "seizure" and old.actors:
            one.actors, one.targets = old.actors, old.targets
            one.inferred |= {"targets"}
            return


def _spoken(trigger: Trigger, given: Arguments, parsed: Parsed, parties: Parties) -> Spoken:
    """Judge a deed; what only the other side says, or stands in a quotation, is claimed."""
    spoken = modality(trigger)
    if spoken.modality != "actual":
        return spoken
    sentence = parsed.sentence(trigger.token)
    before = parsed.text[sentence.start : trigger.token.idx]
    if before.count('"') % 2 == 1 and trigger.verbal:
        return Spoken("claimed", spoken.saying)
    saying = spoken.saying
    if saying is not None and saying.i < trigger.token.i and trigger.verbal:
        sayer = reported_by(saying, parties)
        roots = {parties.cast.root(target) for target in given.targets}
        if sayer is not None and parties.cast.root(sayer) in roots:
            return Spoken("claimed", saying)
    return spoken


def _target_kind(trigger: Trigger, thing: Token | None) -> str | None:
    """Say what sort of target was struck, by the noun for it and the words before it."""
    if thing is None:
        return None
    words = [thing, *(c for c in thing.children if c.dep_ in ("amod", "compound"))]
    words += [i for c in thing.children if c.lower_ == "of" for i in c.children]
    for word in words:
        kind = _target_kinds().get(word.lemma_.lower())
        if kind is not None:
            return kind
    plain = thing.lemma_.lower()
    return "military" if plain in noun_class("forces") and trigger.verbal else None
