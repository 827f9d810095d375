"""Several mentions of one deed, joined: "the attack", "its sinking", "killing three"."""

from offramp.reading._words import words
from offramp.reading.deeds._amounts import dead_of, leaders_in
from offramp.reading.deeds._candidate import Candidate
from offramp.reading.drafts._items import Toll
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import ancestors, passive, subject
from offramp.reading.english._tables import noun_class, roles
from offramp.reading.parties._parties import Parties

_VIOLENT = frozenset({"shadow-attack", "strike-abroad", "strike-home", "campaign", "war"})
_FAMILIES = (
    _VIOLENT,
    frozenset({"seizure"}),
    frozenset({"display"}),
    frozenset({"coercion"}),
    frozenset({"agreement", "conciliation"}),
)
# Nouns that may point back at a deed of any kind.
_ANY = words("move operation incident affair action step episode event deed measure")
_VIOLENT_ANY = words(
    "attack strike raid assault operation bombing shooting incident killing blast explosion "
    "shelling bombardment launch provocation ambush violence aggression retaliation reprisal "
    "response campaign offensive invasion incursion sinking downing"
)
_EARLIER = frozenset({"for", "after", "to", "since", "following", "before", "of"})
_REACH = 14


def join(candidates: list[Candidate], parties: Parties) -> list[Candidate]:
    """Join the mentions of one deed.

    Parameters
    ----------
    candidates : list of Candidate
        In the order of the text.
    parties : Parties

    Returns
    -------
    list of Candidate
        One for each deed, in order, with the triggers of all its mentions.
    """
    acts: list[Candidate] = []
    # The same deeds, the one spoken of last at the end.
    fresh: list[Candidate] = []
    for new in candidates:
        new.mentions.append(new.trigger.token)
        new.sentences.append(new.sentence)
        old = _antecedent(new, fresh, parties)
        if old is not None:
            _merge(old, new)
            fresh = [one for one in fresh if one is not old] + [old]
        elif not _empty(new):
            acts.append(new)
            fresh.append(new)
    return acts


def _antecedent(new: Candidate, acts: list[Candidate], parties: Parties) -> Candidate | None:
    recent = acts[-_REACH:][::-1]
    number = new.sentence.number
    same = [old for old in recent if any(s.number == number for s in old.sentences)]
    token = new.trigger.token
    if new.trigger.verbal and (old := _by_its_means(new, recent)) is not None:
        return old
    # A toll, or a participle that goes on with the same deed: "sinking it", "killing three".
    violent = [old for old in same if old.rung in _VIOLENT and new.rung in _VIOLENT]
    on = next((old for old in violent if _goes_on(token, old)), None)
    if on is not None:
        return on
    if new.trigger.verbal:
        if new.trigger.deed.frame == "toll":
            return _of_toll(new, recent, same)
        return _unnamed(new, recent, parties) or _told_again(new, recent, parties)
    if _points_back(new):
        return next((old for old in recent if _fits(new, old, parties)), None)
    return _same_sentence(new, same, parties) or _told_again(new, recent, parties)


def _by_its_means(new: Candidate, recent: list[Candidate]) -> Candidate | None:
    """Give the deed whose weapons "the drones entered" speaks of."""
    one = subject(new.trigger.token)
    if one is None or one.lemma_.lower() not in noun_class("weapons"):
        return None
    if not any(c.dep_ == "det" and c.lower_ == "the" for c in one.children):
        return None
    for old in recent[:4]:
        if any(one.lemma_.lower() in means.words.lower() for means in old.means):
            return old
    return None


def _goes_on(token: Token, old: Candidate) -> bool:
    triggers = {t.i for t in old.mentions}
    if token.pos_ == "VERB" and token.dep_ in ("advcl", "xcomp", "ccomp") and token.tag_ == "VBG":
        return token.head.i in triggers or any(a.i in triggers for a in _two_up(token))
    if token.pos_ == "VERB" and not passive(token):
        # "Israeli strikes killed", "the blast wrecked": the subject is the deed itself.
        return any(c.dep_ == "nsubj" and c.i in triggers for c in token.children)
    if token.pos_ == "VERB":
        by = [c for c in token.children if c.dep_ == "agent"]
        return any(i.i in triggers for c in by for i in c.children)
    return False


def _two_up(token: Token) -> list[Token]:
    return list(ancestors(token))[:2]


def _of_toll(new: Candidate, recent: list[Candidate], same: list[Candidate]) -> Candidate | None:
    """Give the deed in which someone died, unless the toll is a deed of its own."""
    token = new.trigger.token
    violent = [old for old in same if old.rung in _VIOLENT]
    joined = token.dep_ in ("relcl", "advcl", "acl", "conj", "ccomp") or passive(token)
    described = token.dep_ in ("relcl", "acl")
    if violent and joined and (not new.actors or new.actors == violent[0].actors or described):
        return violent[0]
    if new.actors:
        return None
    near = [old for old in recent if old.rung in _VIOLENT and _near(new, old)]
    return near[0] if near else None


def _unnamed(new: Candidate, recent: list[Candidate], parties: Parties) -> Candidate | None:
    """Give the deed of "the ship was hit by a bullet", where nobody is said to have done it."""
    if new.actors or new.rung not in _VIOLENT or new.dated.found in ("stated", "relative"):
        return None
    for old in recent[:3]:
        same = not new.targets or _share(new.targets, old.targets, parties)
        if old.rung in _VIOLENT and _near(new, old) and same:
            return old
    return None


def _near(new: Candidate, old: Candidate) -> bool:
    return new.sentence.number - old.sentences[-1].number <= 2


def _points_back(new: Candidate) -> bool:
    """Say whether a noun points at a deed already told, by "the", "this" or "its"."""
    token = new.trigger.token
    described = any(c.dep_ in ("acl", "relcl") for c in token.children)
    if described and not new.sentence.number:
        return False
    for child in token.children:
        if child.dep_ == "det" and child.lower_ in (
            "the",
            "this",
            "that",
            "these",
            "those",
            "both",
        ):
            return True
        if child.dep_ == "poss":
            return True
        if child.dep_ in ("compound", "nmod") and child.ent_type_ in ("GPE", "DATE", "LOC", "FAC"):
            return True
    return False


def _fits(new: Candidate, old: Candidate, parties: Parties) -> bool:
    """Say whether a noun may speak of a deed: same kind, no other actor, target or day."""
    lemma = new.trigger.token.lemma_.lower()
    related = _family(new.rung) is _family(old.rung)
    if lemma in _VIOLENT_ANY:
        related = old.rung in _VIOLENT
    if lemma in ("capture", "seizure"):
        related = old.rung == "seizure"
    if not related or old.modality not in ("actual", "claimed"):
        return False
    if new.owned and old.actors and not _share(new.actors, old.actors, parties):
        return False
    if "targets" not in new.inferred and new.targets and old.targets:
        turned = _share(new.targets, old.actors, parties)
        same = _share(new.targets, old.targets, parties)
        # "Israel's attack" told of one that Israel suffered needs its own actor to be sure.
        if (turned and not new.owned) or not (same or turned):
            return False
    return not (_apart(new, old) and _dated_itself(new.trigger.token))


def _dated_itself(noun: Token) -> bool:
    """Say whether a date is the noun's own, not that of what is said or done about it."""
    within = any(t.ent_type_ == "DATE" for t in noun.subtree)
    return within or noun.dep_ not in ("dobj", "pobj")


def _same_sentence(new: Candidate, same: list[Candidate], parties: Parties) -> Candidate | None:
    """Join "bombed ..., in the first raid since" where the noun has no actor of its own."""
    token = new.trigger.token
    if token.dep_ == "pobj" and token.head.lower_ in _EARLIER:
        return None
    if new.rung not in _VIOLENT:
        return None
    for old in same:
        if new.owned and (new.actors != old.actors or "targets" not in new.inferred):
            continue
        open_target = "targets" in new.inferred or not new.targets
        fits = open_target or _share(new.targets, old.targets, parties)
        if old.rung in _VIOLENT and not _apart(new, old) and fits:
            return old
    return None


def _told_again(new: Candidate, recent: list[Candidate], parties: Parties) -> Candidate | None:
    """Find the same deed told before: same kind, same sides, and a day that both state."""
    if new.modality not in ("actual", "claimed"):
        return None
    for old in recent:
        if _family(new.rung) is not _family(old.rung) or old.modality not in ("actual", "claimed"):
            continue
        if not (new.actors and old.actors and _share(new.actors, old.actors, parties)):
            continue
        if new.targets and old.targets and not _share(new.targets, old.targets, parties):
            continue
        if _same_thing(new, old) or _said_anew(new, old):
            return old
        elsewhere = new.sentence.number != old.sentence.number or not new.trigger.verbal
        if elsewhere and _same_day(new, old):
            return old
    return None


def _same_day(new: Candidate, old: Candidate) -> bool:
    """Say whether both state one and the same day."""
    stated = "stated", "relative"
    exact = len(new.dated.day or "") == len("2000-01-01") and new.dated.day == old.dated.day
    return exact and new.dated.found in stated and old.dated.found in stated


def _same_thing(new: Candidate, old: Candidate) -> bool:
    """Say whether both speak of a deed against the same uncommon thing, such as an embassy."""
    if _apart(new, old) or new.target_kind is None or new.target_kind != old.target_kind:
        return False
    if new.place and old.place and new.place != old.place:
        return False
    rare = new.target_kind in ("diplomatic", "nuclear")
    loose = not (new.trigger.verbal and old.trigger.verbal) or new.modality == "claimed"
    return rare and (loose or new.place == old.place)


def _said_anew(new: Candidate, old: Candidate) -> bool:
    """Say whether a party tells in its own words of the deed told just before."""
    near = new.sentence.number - old.sentences[-1].number <= 1
    alike = new.plover.partition("/")[0] == old.plover.partition("/")[0]
    return near and new.modality == "claimed" and alike and not _apart(new, old)


def _apart(new: Candidate, old: Candidate) -> bool:
    """Say whether two mentions bear different days."""
    stated = "stated", "relative"
    if new.dated.found not in stated or old.dated.found not in stated:
        return False
    one, other = new.dated.day or "", old.dated.day or ""
    return not (one.startswith(other) or other.startswith(one))


def _share(one: tuple[str, ...], other: tuple[str, ...], parties: Parties) -> bool:
    cast = parties.cast
    wide = {cast.root(p) for p in other} | set(other)
    wide |= {sponsor for p in other if (sponsor := cast.sponsor(p)) is not None}
    return any(cast.root(p) in wide or cast.sponsor(p) in wide for p in one)


def _family(rung: str) -> frozenset[str]:
    return next((family for family in _FAMILIES if rung in family), frozenset({rung}))


def _empty(new: Candidate) -> bool:
    """Say whether a mention says too little to stand as a deed of its own."""
    if new.trigger.deed.frame == "toll" and new.trigger.verbal:
        return not new.actors or "actors" in new.inferred
    if new.trigger.verbal:
        return False
    if new.modality in ("hypothetical", "habitual", "negated"):
        return True
    stated = {"actors", "targets"} - new.inferred
    named = ("actors" in stated and new.actors) or ("targets" in stated and new.targets)
    return not named and new.dated.found not in ("stated", "relative")


def _merge(old: Candidate, new: Candidate) -> None:
    """Take a further mention into a deed: what it adds, and what it states better."""
    token = new.trigger.token
    if token.i not in {t.i for t in old.mentions}:
        old.mentions.append(token)
    if new.sentence.number not in {s.number for s in old.sentences}:
        old.sentences.append(new.sentence)
    if new.actors and (not old.actors or ("actors" in old.inferred and new.owned)):
        old.actors, old.inferred = new.actors, old.inferred - {"actors"}
    wanting = not old.targets or "targets" in old.inferred
    known = new.targets and "targets" not in new.inferred and new.targets != old.actors
    if wanting and known:
        old.targets, old.inferred = new.targets, old.inferred - {"targets"}
    better = new.dated.found in ("stated", "relative")
    if better and old.dated.found not in ("stated", "relative"):
        old.dated = new.dated
    old.means += tuple(m for m in new.means if m.words not in {o.words for o in old.means})
    old.place = old.place or new.place
    old.country = old.country or new.country
    if new.trigger.verbal and (dead := dead_of(token)) is not None and not old.killed:
        old.killed = (Toll(dead),)
    if new.trigger.verbal:
        old.leaders += tuple(one for one in leaders_in(token) if one not in old.leaders)
    if old.modality == "claimed" and new.modality == "actual" and new.trigger.verbal:
        old.modality = "actual"


def pointer(token: Token) -> bool:
    """Say whether a noun that is no trigger may point back at a deed: "the move", "the affair"."""
    return token.lemma_.lower() in _ANY and token.lemma_.lower() not in roles("groups")
