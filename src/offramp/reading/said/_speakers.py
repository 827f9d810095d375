"""Who sends a signal."""

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.english._speech import is_negated
from offramp.reading.english._syntax import doer, prepositions, subject
from offramp.reading.english._tables import roles
from offramp.reading.parties._parties import Parties
from offramp.reading.parties._phrases import points
from offramp.reading.said._hours import hours_before
from offramp.reading.said._said import Content

_WATCHING = words("analyst diplomat observer expert critic scholar historian planner")
# What does not speak, though a party may stand behind it.
_THINGS = words("conduct restraint silence behaviour behavior policy decision account aim")
_PAPERS = words(
    "statement declaration note letter resolution memorandum message speech address "
    "communique communiqué proclamation report article editorial decree manifesto cable "
    "telegram document protest circular dispatch reply response answer broadcast interview"
)
# Who speaks on the air, and from where.
_VOICES = words("announcer newsreader commentator bulletin commentary broadcast talk newscast")
_STATIONS = words("radio television station broadcaster channel programme agency")
_HEARD_BACK = 4
_ABROAD = words("ambassador envoy consul attache attaché legation embassy mission delegation")
_SHOULD = words("should must ought")
_WILL = words("will shall would 'll wo")
# What a state's own media report, and what it maintains, is how it wants to be seen.
_MEDIA = words("media press television radio newspaper outlet agency newsreel daily")
_ACCOUNTS = words("maintain contend insist claim assert hold")
_INFORMS = words("inform notify advise")
_REPLIES = words("reply retort rejoin counter")


def sender_of(token: Token, parties: Parties) -> tuple[str, ...]:
    """Give who speaks; those who only watch and judge speak for nobody.

    Parameters
    ----------
    token : Token
        The subject, or the agent.
    parties : Parties

    Returns
    -------
    tuple of str
    """
    lemma = token.lemma_.lower()
    if lemma in roles("watchers") and lemma not in roles("offices"):
        return ()
    if lemma in _WATCHING and not parties.owners(token):
        return ()
    if lemma in _THINGS:
        return ()
    if lemma == "it" and _of_a_thing(token, parties):
        return ()
    posts = (c for c in token.children if c.dep_ == "appos")
    told = (found for c in posts if (found := _posted(c, parties)))
    found = _posted(token, parties) or next(told, ()) or parties.of(token)
    if not found and lemma in _PAPERS:
        # "issued a declaration denying", "its answer was a statement accusing"
        above = token.head
        if token.dep_ in ("dobj", "attr", "oprd", "nsubjpass") and above.pos_ in ("VERB", "AUX"):
            one = doer(above)
            found = parties.of(one) if one is not None and one.i != token.i else ()
        elif token.dep_ == "pobj" and above.head.pos_ == "VERB":
            one = doer(above.head)
            found = parties.of(one) if one is not None else ()
        elif points(token):
            found = _sent_before(token, parties)
    return found or (_on_air(token, parties) if lemma in _VOICES and points(token) else ())


def _on_air(token: Token, parties: Parties) -> tuple[str, ...]:
    """Give whose radio it is on which "the announcer" speaks: the one told of last."""
    here = parties.parsed.of_token[token.i]
    first = parties.parsed.sentences[max(0, here - _HEARD_BACK)].first
    for i in range(token.i - 1, first - 1, -1):
        before = token.doc[i]
        if before.lemma_.lower() in _STATIONS and (found := parties.of(before)):
            return found
    return ()


def _sent_before(token: Token, parties: Parties) -> tuple[str, ...]:
    """Give who sent "the note" that was told of in the two sentences before."""
    here = parties.parsed.of_token[token.i]
    first = parties.parsed.sentences[max(0, here - 2)].first
    for i in range(token.i - 1, first - 1, -1):
        before = token.doc[i]
        if before.lemma_.lower() == token.lemma_.lower() and before.i != token.i:
            return sender_of(before, parties)
    return ()


def _of_a_thing(token: Token, parties: Parties) -> bool:
    """Say whether "it" stands for a thing told of before in its sentence: "the book says it"."""
    for i in range(token.i - 1, parties.parsed.sentence(token).first - 1, -1):
        before = token.doc[i]
        if before.dep_ in ("nsubj", "nsubjpass") and before.pos_ in ("NOUN", "PROPN"):
            return before.pos_ == "NOUN" and not parties.of(before)
    return False


def _posted(token: Token, parties: Parties) -> tuple[str, ...]:
    """Give for whom an office speaks: "a spokesman for the army", "the ministry in Athens"."""
    lemma = token.lemma_.lower()
    if lemma in _PAPERS and not parties.owners(token):
        led = (inner for word, inner in prepositions(token) if word in ("from", "by", "of"))
        return next((parties.of(inner) for inner in led), ())
    if lemma not in roles("offices") or parties.owners(token):
        return ()
    abroad = lemma in _ABROAD
    led = list(prepositions(token))
    if token.dep_ in ("nsubj", "nsubjpass"):
        # "In Athens the foreign minister said"
        before = [pair for pair in prepositions(token.head) if pair[1].i < token.i]
        led += [(word, inner) for word, inner in before if word == "in"]
    for word, inner in led:
        mention = parties.cast.at.get(inner.i)
        seated = mention is not None and mention.form == "capital" and not abroad
        if word == "for" or (word in ("in", "at") and seated):
            return parties.of(inner)
    return ()


def speaker(verb: Token) -> Token | None:
    """Give the subject of a verb of saying; in "did, however, tell" it stands by "did"."""
    found = subject(verb)
    if found is not None:
        return found
    helpers = (c for c in verb.children if c.dep_ == "aux")
    return next((s for c in helpers for s in c.children if s.dep_ == "nsubj"), None)


def bound_by(content: Content, one: Token, parties: Parties) -> tuple[str, ...]:
    """Give who binds himself in what is said, where nothing tells for whom the speaker speaks.

    Nobody binds a state but its own people: who says "Peru will not stand by" speaks for Peru.
    """
    if parties.named(one) or parties.owners(one) or _posted(one, parties):
        return ()
    for token in content.tokens:
        if token.dep_ in ("nsubj", "nsubjpass") and token.i in parties.cast.at:
            acts = token.dep_ == "nsubj" and parties.named(token)
            will = any(c.dep_ == "aux" and c.lower_ in _WILL for c in token.head.children)
            return parties.of(token) if acts and will else ()
    return ()


def by_mood(content: Content, sender: tuple[str, ...], parties: Parties) -> str | None:
    """Tell by the mood: of what the sender will do, of what the other should, and of denials.

    Parameters
    ----------
    content : Content
    sender : tuple of str
    parties : Parties

    Returns
    -------
    str or None
        ``notice``, ``demand`` or ``framing``; None where the mood tells nothing.
    """
    for token in content.tokens:
        placed = token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ccomp", "ROOT")
        if not placed or token.head.lemma_ == "know":
            continue
        whose = {parties.cast.root(party) for party in parties.of(token)}
        own = bool(whose & {parties.cast.root(party) for party in sender})
        helpers = {c.lower_ for c in token.head.children if c.dep_ == "aux"}
        told = parties.named(token) or parties.owners(token)
        if own and told and helpers & _WILL:
            return "notice"
        denied = not content.future and content.negated
        if denied and (whose or own):
            return "framing"
        if whose and not own and helpers & _SHOULD:
            return "demand"
        about = whose or token.lower_ in ("nobody", "none")
        return "framing" if about and not content.future and is_negated(token.head) else None
    return None


def by_speaker(one: Token, content: Content) -> str | None:
    """Say what kind of signal a clause is by who says it, by its being a reply or a notice."""
    verb = content.verb
    held = any(c.dep_ in ("ccomp", "xcomp", "parataxis") for c in verb.children)
    if not held and not (verb.dep_ == "parataxis" and content.words):
        return None
    told = verb.lemma_ in _INFORMS or (
        verb.lemma_ in ("tell", "announce") and hours_before(content.around) is not None
    )
    if told and content.future:
        return "notice"
    if verb.lemma_ == "explain":
        return "justification"
    media = one.lemma_.lower() in _MEDIA or any(
        c.dep_ == "compound" and c.lemma_.lower() in _MEDIA for c in one.children
    )
    if media or verb.lemma_ in _ACCOUNTS:
        return "framing"
    return "justification" if verb.lemma_ in _REPLIES else None
