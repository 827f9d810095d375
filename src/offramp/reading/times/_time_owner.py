"""Which deed a time belongs to, and whether it moves the story: told by syntax alone."""

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.english._speech import saying_above
from offramp.reading.english._syntax import ancestors

_VERBS = ("VERB", "AUX")
_MODALS = words("will shall would 'll wo should must could may might can")
_AT_LAST = words("by until before till")
_TILL = words("until till")
_WHEN = words("after once when before as until since")
_SPELLS = words("day night morning evening afternoon date week month year moment")
_HOURS = words("then now dawn noon midday dusk nightfall midnight sunset evening morning night")
_BESIDE = ("relcl", "acl")


def owner(at: Token, triggers: set[int]) -> tuple[int | None, int]:
    """Give the trigger that a time stands on, and how far it is.

    Parameters
    ----------
    at : Token
        The head of the expression of time.
    triggers : set of int
        The tokens of all triggers of the sentence.

    Returns
    -------
    int or None
        Its token; None where the time stands on another verb.
    int
        Steps up the tree.
    """
    if at.i in triggers:
        return at.i, 0
    for steps, above in enumerate(ancestors(at), start=1):
        if above.i in triggers:
            return above.i, steps
        if above.pos_ in _VERBS:
            inner = [
                c
                for c in above.children
                if c.i in triggers and c.dep_ in ("dobj", "nsubjpass", "nsubj")
            ]
            if inner and above.i < at.i:
                return inner[0].i, steps
            return None, steps
    return None, 0


def verb_over(at: Token) -> Token | None:
    """Give the verb under which a word stands."""
    return next((a for a in ancestors(at) if a.pos_ in _VERBS), None)


def pluperfect(verb: Token | None) -> bool:
    """Say whether a verb stands in the pluperfect: "had bombed", "had seized it and burnt it"."""
    if verb is None or verb.tag_ != "VBN":
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & {"had", "'d"}:
        return True
    own = helpers or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return verb.dep_ == "conj" and not own and pluperfect(verb.head)


def flashback(token: Token, undated: bool) -> bool:
    """Say whether a text steps back to tell of a deed: "Iran had twice attacked Iraq".

    What someone says in the past of a deed of now, or a clause with "after" or "when", is none;
    nor is a main clause where its sentence names a time (`undated` is false).
    """
    verb = token if token.pos_ == "VERB" else verb_over(token)
    if verb is None or not pluperfect(verb) or saying_above(verb) is not None:
        return False
    if not undated and verb.dep_ not in _BESIDE:
        return False
    by = (c for c in verb.children if c.lower_ == "by" and c.dep_ == "prep")
    if any(after.lower_ in _HOURS for c in by for after in c.children):
        # "By dusk Israel had bombed": that is the story's own evening.
        return False
    opening = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    return not (verb.dep_ in ("advcl", "pcomp") and opening & _WHEN)


def aside(at: Token) -> bool:
    """Say whether a time stands beside the story: in what describes a noun, or a step back."""
    below = at
    for above in ancestors(at):
        if above.pos_ in _VERBS:
            return above.dep_ in _BESIDE or pluperfect(above)
        # "the 1967 war", "the attack of 5 May"
        of = below.dep_ == "prep" and below.lower_ == "of"
        if above.pos_ == "NOUN" and (of or below.dep_ in ("compound", "nummod", "amod", "nmod")):
            return not (above.ent_type_ in ("DATE", "TIME") or above.lower_ in _SPELLS)
        below = above
    return False


def to_come(at: Token) -> bool:
    """Say whether a time is that of something that is still to be done: "to leave by 5 May"."""
    verb = verb_over(at)
    if verb is None:
        return False
    if any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children):
        return True
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return infinitive and bool({at.lower_, at.head.lower_} & _AT_LAST)


def names_its_day(at: Token, token: Token) -> bool:
    """Say whether a deed tells which day is meant: "3 May, the day on which Iran struck"."""
    clause = next((a for a in (token, *ancestors(token)) if a.dep_ in ("relcl", "advcl")), None)
    if clause is None or clause.i < at.i:
        return False
    head = clause.head
    if clause.dep_ == "relcl" and head.i == at.i:
        return True
    if clause.dep_ == "relcl" and head.lower_ in _SPELLS:
        return all(t.is_punct or t.pos_ == "DET" for t in at.doc[at.i + 1 : head.i])
    opened = any(c.lower_ == "when" and c.dep_ == "advmod" for c in clause.children)
    return opened and not any(t.pos_ in _VERBS for t in at.doc[at.i + 1 : clause.i])


def not_when(at: Token, token: Token) -> bool:
    """Say whether a time tells something else of a deed than when it was done.

    Till when it lasted ("until 2 May"), since when there was none like it ("the first raid since
    1971"), or when something else is to be done ("told to report by Friday").
    """
    leads = {at.lower_, at.head.lower_}
    if leads & _TILL or ("since" in leads and token.pos_ == "NOUN"):
        return True
    verb = verb_over(at)
    return verb is not None and verb.i != token.i and to_come(at)


def apart(at: Token, token: Token) -> bool:
    """Say whether a time stands in a clause that describes a noun, and a deed outside of it."""
    above = [token.i, *(a.i for a in ancestors(token))]
    inner = (v for v in ancestors(at) if v.pos_ in _VERBS and v.dep_ in _BESIDE)
    return any(verb.i not in above for verb in inner)


def leads(at: Token, token: Token, first: int) -> bool:
    """Say whether a time stands in the phrase that opens the sentence before a deed's own verb.

    Parameters
    ----------
    at : Token
    token : Token
        The word for the deed.
    first : int
        The first token of the sentence.
    """
    verb = verb_over(at)
    if verb is None or any(t.pos_ in _VERBS for t in at.doc[first : at.i + 1]):
        return False
    above = token
    while above.dep_ == "conj" and above.i != verb.i:
        above = above.head
    return above.i == verb.i


def base_of(at: Token, word: str) -> Token | None:
    """Give the word "after" or "before" to which "two days" in front of it leads."""
    behind = at.doc[at.i : at.i + 6]
    return next((t for t in behind if t.lower_ == word and t.dep_ in ("prep", "mark")), None)
