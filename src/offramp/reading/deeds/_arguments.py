"""Who did a deed and to whom, from the syntax round its trigger."""

from dataclasses import dataclass

from offramp.reading._words import words
from offramp.reading.deeds._struck import acting, same, struck, suffered, without
from offramp.reading.deeds._triggers import Trigger
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import (
    agent,
    by_whom,
    doer,
    passive,
    prepositions,
    subject,
    undergoers,
)
from offramp.reading.english._tables import noun_class, roles
from offramp.reading.parties._parties import Parties
from offramp.reading.parties._phrases import nameless

_AGAINST = words("at on upon against toward towards into inside across over through")
# Where forces are moved "on Cyprus" or "to a base", the place is not whom they are moved against.
_PLACED = frozenset({"on", "in", "to", "from", "of", "upon", "inside", "through"})
_WITH = ("with", "to", "between", "near", "off", "along", "deep", "in", "of", "among")
_OWN = words("display agreement conciliation coercion")
# Nouns whose "of" leads to what was struck, seized or killed.
_OF_TARGET = words(
    "killing assassination murder sinking downing destruction bombing shelling bombardment "
    "seizure capture occupation invasion blockade siege expulsion poisoning ambush abduction "
    "kidnapping sabotage shooting targeting annexation quarantine conquest storming ramming "
    "release detention mining nationalisation nationalization ransacking boarding hijacking "
    "interception evacuation encirclement overflight harassment embargo boycott surrender"
)


# What is moved, called home or stood down belongs to whoever moves it.
MOVED = ("MOBILIZE/troops", "RETREAT/withdraw", "SANCTION/withdraw")
_COUNTERS = words("dozen hundred wave barrage salvo ten score number volley")
_HARMS = words("kill wound injure destroy hit damage strike wreck cripple claim sink maim")


@dataclass(frozen=True)
class Arguments:
    """Who did it, to whom, and which of the two nothing states; `object` is the noun acted on.

    `nameless` where the text says that nobody knows who did it.
    """

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    inferred: frozenset[str]
    object: Token | None = None
    owned: bool = False
    nameless: bool = False


def arguments(trigger: Trigger, parties: Parties) -> Arguments:
    """Find who did a deed and to whom.

    Parameters
    ----------
    trigger : Trigger
    parties : Parties

    Returns
    -------
    Arguments
        Where the sentence names nobody, the actor of deeds that one does by oneself is the
        state spoken of last, and the target the other party of the quarrel; both are inferred.
    """
    if trigger.deed.frame == "mutual":
        return _mutual(trigger, parties)
    if trigger.verbal:
        actors, targets, thing = _of_verb(trigger.token, trigger, parties)
        owned = True
    else:
        actors, targets, thing, owned = _of_noun(trigger, parties)
    inferred: set[str] = set()
    own = trigger.deed.rung in _OWN
    if _by_nobody(trigger, bool(actors)):
        return Arguments((), targets, frozenset(), thing, owned, nameless=True)
    if not actors and own:
        # Forces that are moved or sanctions that are imposed belong to the state in hand.
        beside = (
            parties.owners(thing) if thing is not None and trigger.deed.rung == "display" else ()
        )
        actors = beside or parties.salience.last_subject(trigger.token)
        inferred.add("actors")
    targets = tuple(t for t in targets if t not in actors)
    if trigger.deed.rung == "display":
        # What is sent is one's own; where it goes says against whom, seldom what it is.
        targets = tuple(t for t in targets if not same(parties, t, actors))
    if not targets and actors:
        other = parties.salience.opponent(actors[0])
        if other is not None and other not in actors:
            targets, inferred = (other,), inferred | {"targets"}
    return Arguments(actors, targets, frozenset(inferred), thing, owned)


def _by_nobody(trigger: Trigger, owned: bool) -> bool:
    head = trigger.light if trigger.light is not None else trigger.token
    one = doer(head) if head.pos_ == "VERB" else agent(head)
    return one is not None and (nameless(one) or (not owned and _laid(one, trigger)))


def _laid(one: Token, trigger: Trigger) -> bool:
    """Say whether a mine or a bomb did it, and so whoever laid it, who may be told elsewhere."""
    bomb = one.lemma_.lower() in noun_class("explosives")
    return bomb and trigger.verbal and trigger.deed.rung == "shadow-attack"


def _of_verb(
    verb: Token, trigger: Trigger, parties: Parties
) -> tuple[tuple[str, ...], tuple[str, ...], Token | None]:
    one = doer(verb)
    actors = acting(one, parties) if one is not None else ()
    if not actors and one is None and passive(verb):
        actors = next((p for by in by_whom(verb) if (p := acting(by, parties))), ())
    if trigger.deed.frame == "toll" and one is None and passive(verb):
        actors = ()
    objects = undergoers(verb)
    thing = objects[0] if objects else None
    if trigger.deed.frame == "suffer":
        return suffered(verb, one, parties)
    if not actors and thing is not None and passive(verb) and trigger.deed.plover in MOVED:
        # "The ambassador of Iran was called home", "Iranian troops were pulled back".
        actors = parties.of(thing)
    targets: tuple[str, ...] = ()
    for item in objects:
        if trigger.deed.rung == "display" and _own_thing(item, trigger):
            continue
        targets += without(struck(item, parties), actors, parties)
    if not targets:
        targets = _by_phrase(verb, actors, parties, trigger)
    if not targets and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not objects:
        targets = _by_phrase(verb.head, actors, parties, trigger)
    if not targets and thing is not None:
        targets = _by_phrase(thing, actors, parties, trigger)
    if thing is None or thing.lemma_.lower() in noun_class("weapons") | _COUNTERS:
        # What missiles were fired at was struck, not the missiles.
        aimed = [inner for word, inner in prepositions(verb) if word in _AGAINST]
        if thing is not None:
            aimed += [inner for word, inner in prepositions(thing) if word in _AGAINST]
        thing = next((i for i in aimed if i.ent_type_ not in ("DATE", "TIME")), thing)
    return actors, tuple(dict.fromkeys(targets)), thing


def _own_thing(item: Token, trigger: Trigger) -> bool:
    """Say whether what is moved or shown belongs to the mover: troops, a flag."""
    return trigger.deed.plover == "MOBILIZE/troops" or item.lemma_.lower() == "flag"


def _by_phrase(
    head: Token, actors: tuple[str, ...], parties: Parties, trigger: Trigger | None = None
) -> tuple[str, ...]:
    """Look for the target in what the prepositions of a word lead to."""
    phrases = list(prepositions(head))
    if trigger is None or trigger.deed.rung in ("agreement", "conciliation", "coercion"):
        # Forces are withdrawn "from" the other's soil; elsewhere it says whence one came.
        phrases = [("with" if word == "from" else word, inner) for word, inner in phrases]
    if trigger is not None and trigger.deed.rung == "display":
        phrases = [(word, inner) for word, inner in phrases if word not in _PLACED]
    for wanted in (_AGAINST, _WITH):
        for preposition, inner in phrases:
            if preposition not in wanted or inner.ent_type_ in ("DATE", "TIME"):
                continue
            found = without(struck(inner, parties), actors, parties)
            if found:
                return found
    return ()


def _of_noun(
    trigger: Trigger, parties: Parties
) -> tuple[tuple[str, ...], tuple[str, ...], Token | None, bool]:
    noun = trigger.token
    actors = _noun_owners(noun, parties)
    owned = bool(actors)
    targets: tuple[str, ...] = ()
    thing: Token | None = None
    for preposition, inner in prepositions(noun):
        if preposition == "by":
            actors = actors or parties.of(inner)
            owned = owned or bool(actors)
        takes = preposition in _AGAINST or (
            preposition == "of" and noun.lemma_.lower() in _OF_TARGET
        )
        if takes and inner.ent_type_ not in ("DATE", "TIME"):
            found = without(struck(inner, parties), actors, parties)
            thing = thing or inner
            targets = targets or found or _by_phrase(inner, actors, parties)
        elif preposition in ("in", "near", "at", "of", "to", "from") and not targets:
            thing = thing or (inner if preposition in ("in", "at") else None)
    if not actors:
        actors = next((p for by in by_whom(noun) if (p := parties.of(by))), ())
        owned = owned or bool(actors)
    for child in noun.children:
        if child.dep_ == "acl":
            by = agent(child)
            launched = parties.of(by) if by is not None else _from_soil(child, parties)
            actors = actors or launched
            targets = targets or _by_phrase(child, actors, parties)
    if trigger.light is None and noun.dep_ == "nsubj" and noun.head.lemma_ in _HARMS:
        thing = thing or next(iter(undergoers(noun.head)), None)
        for item in undergoers(noun.head):
            targets = targets or without(struck(item, parties), actors, parties)
    lent_actors, lent_targets = _lent(trigger, actors, parties)
    if lent_actors and not actors:
        actors, owned = lent_actors, owned or trigger.light is not None
    targets = targets or lent_targets or _by_phrase(noun, actors, parties)
    return actors, tuple(dict.fromkeys(targets)), thing, owned


def _lent(
    trigger: Trigger, actors: tuple[str, ...], parties: Parties
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give who did it and to whom by the verb over a noun: "launched a raid on", "suffered"."""
    noun, lifted = trigger.token, trigger.light
    if lifted is None:
        by = agent(noun.head) if noun.dep_ == "nsubjpass" else None
        return (parties.of(by) if by is not None else ()), ()
    one = doer(lifted) if trigger.side == "actor" else subject(lifted)
    lent = acting(one, parties) if one is not None else ()
    if trigger.side == "target":
        return (), lent
    return lent, _by_phrase(lifted, actors or lent, parties)


def _from_soil(verb: Token, parties: Parties) -> tuple[str, ...]:
    """Give from whose soil strikes were launched."""
    for preposition, inner in prepositions(verb):
        if preposition == "from" and inner.lemma_.lower() in ("territory", "soil"):
            return parties.owners(inner)
    return ()


def _noun_owners(noun: Token, parties: Parties) -> tuple[str, ...]:
    """Give who struck in "Israel's raid", "Israeli raids", "the Israeli and British raids"."""
    found: list[str] = []
    for child in noun.children:
        before = child.i < noun.i and child.dep_ in ("poss", "amod", "compound", "nmod")
        if not before:
            continue
        for one in (child, *child.conjuncts):
            mention = parties.cast.at.get(one.i)
            if mention is not None and mention.form == "capital" and one.dep_ != "poss":
                continue
            if mention is not None:
                found.append(mention.party)
            elif child.dep_ == "poss" or one.lemma_.lower() in roles("groups"):
                found += parties.of(one)
    if noun.lemma_.lower() in ("killing", "assassination", "murder", "death", "poisoning"):
        # "his assassination" names the victim.
        owners = [c for c in noun.children if c.dep_ == "poss"]
        return () if owners else tuple(dict.fromkeys(found))
    return tuple(dict.fromkeys(found))


def _mutual(trigger: Trigger, parties: Parties) -> Arguments:
    """Find the two who met, signed or fought, whoever is named first."""
    token = trigger.token
    verb = trigger.light if trigger.light is not None else token
    found: list[str] = []
    if verb.pos_ == "VERB":
        one = doer(verb)
        if one is not None and one.i != token.i:
            found += parties.of(one)
        if trigger.verbal:
            for item in undergoers(verb):
                if item.lemma_.lower() not in noun_class("accords"):
                    found += parties.of(item)
        found += _joined(verb, parties)
    if not trigger.verbal:
        beside = _joined(token, parties)
        if not beside and token.dep_ in ("nsubj", "nsubjpass") and token.head.pos_ == "VERB":
            # "Fighting began in August between ...": the phrase hangs on the verb.
            beside = _joined(token.head, parties)
        found = [*_noun_owners(token, parties), *beside, *found]
    else:
        for item in undergoers(verb):
            found += _joined(item, parties)
    both = list(dict.fromkeys(found))
    inferred: set[str] = set()
    if not both:
        both, inferred = list(parties.salience.last_subject(token, states=False)), {"actors"}
    if len(both) == 1:
        other = parties.salience.opponent(both[0])
        if other is not None:
            both.append(other)
            inferred.add("targets")
    return Arguments(tuple(both[:1]), tuple(both[1:]), frozenset(inferred), None, bool(found))


def _joined(head: Token, parties: Parties) -> list[str]:
    found: list[str] = []
    for preposition, inner in prepositions(head):
        if (
            preposition in ("with", "between", "by", "against", "to", "among")
            and inner.ent_type_ != "DATE"
        ):
            found += parties.of(inner)
    return found


def reported_by(saying: Token | None, parties: Parties) -> str | None:
    """Give the party that says so, where a verb of speech stands over a deed."""
    if saying is None:
        return None
    one = subject(saying)
    found = parties.of(one) if one is not None else ()
    return found[0] if found else None
