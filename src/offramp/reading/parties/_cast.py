"""The parties of one text: who is named in it, under which names, and what binds them."""

import re
from collections import Counter
from dataclasses import dataclass, field

from offramp.reading._words import words
from offramp.reading.english._nlp import Parsed, Sentence
from offramp.reading.english._tables import known_parties
from offramp.reading.parties._discover import discover
from offramp.reading.parties._gazetteer import Mention, gazetteer_mentions, story_year
from offramp.reading.parties._group_names import slug
from offramp.reading.parties._narrator import in_quotes, is_self, narrator_of


@dataclass
class Entry:
    """A party as the coder learns about it.

    Attributes
    ----------
    id, name, kind : str
    iso3 : str or None
    forms : set of str
        How the text calls it.
    first : int
        Index of the first token that names it; -1 where only relations need it.
    """

    id: str
    name: str
    kind: str
    iso3: str | None = None
    forms: set[str] = field(default_factory=set[str])
    first: int = -1


@dataclass(frozen=True)
class Bond:
    """What one party is to another, and the token that says so; -1 where the gazetteer does."""

    kind: str
    from_: str
    to: str
    token: int = -1


# Reports of the United Nations speak of themselves without the name.
_UN = re.compile(
    r"\b(?:Security Council|Secretary-General(?! of (?!the United Nations))|the Mission|"
    r"UN[A-Z]{2,7}|Special Representative|Force Commander|the Council)\b"
)
# A statement of a state's own opens with who makes it, and goes on in the present.
_ISSUED_BY = re.compile(
    r"The (?:Ministry|Government|Embassy|Cabinet|Council|Presidency|Supreme|Royal|Federal|Office|"
    r"Imperial|Foreign|Delegation|General Staff)\b"
)
_DECLARES = words(
    "reserve reject hold call demand wish declare draw reiterate condemn urge regard consider warn "
    "affirm reaffirm note express thank protest appeal deplore regret renounce stand have request "
    "expect remain desire deny repudiate invite propose offer seek"
)
# How notes speak, whatever the tense in which they open.
_FORMULA = re.compile(
    r"\b(?:presents? (?:its|their|his) compliments|ha(?:s|ve) the honou?r|(?:is|are|am) "
    r"(?:instructed|directed|charged) (?:by|to)|avails? (?:itself|themselves|himself) of|"
    r"of which the text follows)\b"
)
# How speeches open.
_ADDRESS = re.compile(
    r"\W*(?:Mr\.?|Madam|Mister|Honou?rable|Your|Members|My fellow|Fellow|Ladies|Gentlemen|"
    r"May it please|People of|Citizens)\b"
)
# The parties before a court.
_PLEADS = words("rely ask submit pray contend request maintain claim")
_ENOUGH = 2
_OF_THE_UN = frozenset({"Council", "Mission", "Secretariat", "Panel", "Committee"})


class Cast:
    """The parties of one text.

    Parameters
    ----------
    parsed : Parsed
    published : str or None
        When the text was published (EDTF).
    """

    def __init__(self, parsed: Parsed, published: str | None) -> None:
        self.parsed = parsed
        self.year = story_year(parsed.text, published)
        self.entries: dict[str, Entry] = {}
        self.bonds: dict[tuple[str, str, str], Bond] = {}
        self.at: dict[int, Mention] = {}
        known = gazetteer_mentions(parsed, self.year)
        found = discover(parsed, known)
        for key, (name, forms) in found.states.items():
            self.entries[key] = Entry(key, name, "state", None, set(forms))
        for key, (name, kind, forms) in found.groups.items():
            self.entries[key] = Entry(key, name, kind, None, set(forms))
        for mention in sorted([*known, *found.mentions], key=lambda m: m.start):
            self.add(mention)
        self.of_the_un = _UN.search(parsed.text) is not None
        self._short_names()
        self.issuer = self._issuer()
        self.narrator = narrator_of(parsed, self.at, self.kind)
        self._in_court()
        self.counts = Counter(
            mention.party
            for i, mention in self.at.items()
            if i == mention.start and self.kind(mention.party) != "organisation"
        )

    def add(self, mention: Mention) -> None:
        """Take a mention in, and the party that it names."""
        if any(i in self.at for i in range(mention.start, mention.end)):
            return
        entry = self.known(mention.party)
        if entry.first < 0:
            entry.first = mention.start
        entry.forms.add(self.parsed.doc[mention.start : mention.end].text)
        for i in range(mention.start, mention.end):
            self.at[i] = mention

    def _issuer(self) -> str | None:
        """Give the state whose own statement the text is: it opens with it and declares."""
        opens = _ISSUED_BY.match(self.parsed.text) is not None
        declares = sum(
            token.dep_ == "ROOT" and token.tag_ in ("VBZ", "VBP") and token.lemma_ in _DECLARES
            for token in self.parsed.doc
        )
        first = self.parsed.sentences[0]
        formal = _FORMULA.search(self.parsed.text) is not None
        if not opens or (declares < _ENOUGH and not self._now(first) and not formal):
            return None
        states = [m.party for i in range(first.first, first.last) if (m := self.at.get(i))]
        return next((party for party in states if self.kind(party) == "state"), None)

    def _now(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells of the present: "informs", "has summoned"."""
        roots = [t for t in self.parsed.tokens(sentence) if t.dep_ == "ROOT"]
        having = any(c.dep_ == "aux" and c.tag_ == "VBZ" for t in roots for c in t.children)
        return having or any(t.tag_ == "VBZ" for t in roots)

    @property
    def declarer(self) -> str | None:
        """The state whose own statement, or whose speaker's address, the text is."""
        address = _ADDRESS.match(self.parsed.text) is not None
        return self.issuer or (self.narrator if address else None)

    def is_own(self, i: int, named: bool = False) -> bool:
        """Say whether a token is the narrator's "I" or "we", or where asked names his state."""
        token = self.parsed.doc[i]
        mention = self.at.get(i)
        if named and mention is not None and mention.form != "person":
            return mention.party == self.narrator
        return self.narrator is not None and is_self(token) and not in_quotes(self.parsed, token)

    def _in_court(self) -> None:
        """Let "the Applicant" be the state that pleads, "the Respondent" the other one."""
        named = [t for t in self.parsed.doc if t.text in ("Applicant", "Respondent")]
        states = Counter(
            m.party for m in self.at.values() if self.kind(m.party) == "state"
        ).most_common()
        others = [party for party, _ in states if party != self.narrator]
        if not named or self.narrator is None or not others:
            return
        pleads = Counter(t.text for t in named if t.head.lemma_ in _PLEADS)
        own = "Respondent" if pleads["Respondent"] > pleads["Applicant"] else "Applicant"
        for token in named:
            party = self.narrator if token.text == own else others[0]
            self.add(Mention(token.i, token.i + 1, party, "group"))

    def _short_names(self) -> None:
        """Let "the Council" mean the Security Council, once that is named."""
        doc = self.parsed.doc
        last = {
            word: m
            for m in self.at.values()
            if m.end - m.start > 1 and self.kind(m.party) in ("organisation", "alliance")
            for word in (doc[m.start].text, doc[m.end - 1].text)
        }
        for token in doc if self.of_the_un else ():
            if token.i and token.text in _OF_THE_UN and doc[token.i - 1].lower_ == "the":
                self.add(Mention(token.i, token.i + 1, "united-nations", "group"))
        for party, entry in self.entries.items():
            # "the Cantons" for the Free Cantons.
            parts = entry.name.split(" ")
            if entry.kind == "state" and len(parts) > 1 and party not in known_parties():
                last.setdefault(parts[-1], Mention(0, 0, party, "name"))
        for token in doc:
            if token.i and token.text in last and doc[token.i - 1].lower_ == "the":
                self.add(Mention(token.i, token.i + 1, last[token.text].party, "group"))

    def known(self, party: str) -> Entry:
        """Give a party's entry, taking it from the gazetteer where it is new."""
        if party not in self.entries:
            row = known_parties()[party]
            self.entries[party] = Entry(party, row.name, row.kind, row.iso3)
            if row.relation and (row.since is None or row.since <= self.year):
                self.bind(Bond(row.relation, party, row.to))
        return self.entries[party]

    def bind(self, bond: Bond) -> None:
        """Note what one party is to another."""
        self.known(bond.to)
        if bond.from_ != bond.to:
            self.bonds.setdefault((bond.kind, bond.from_, bond.to), bond)

    def group(self, name: str, token: int, kind: str = "armed-group") -> str:
        """Give the id of a group that the text calls by a common noun."""
        key = slug(name)
        entry = self.entries.setdefault(key, Entry(key, name, kind))
        entry.forms.add(name)
        if entry.first < 0:
            entry.first = token
        return key

    def kind(self, party: str) -> str:
        """Give the sort of a party."""
        return self.known(party).kind

    def root(self, party: str) -> str:
        """Give the party that another one is part of, or the party itself."""
        for _ in range(4):
            up = [b.to for b in self.bonds.values() if b.from_ == party and b.kind in _INSIDE]
            if not up:
                break
            party = up[0]
        return party

    def sponsor(self, party: str) -> str | None:
        """Give the party for which a proxy acts; None where it is no proxy."""
        return next(
            (b.to for b in self.bonds.values() if b.from_ == party and b.kind == "proxy-of"), None
        )

    def principals(self) -> tuple[str, ...]:
        """Give the parties of the text by how often they are named, states before groups."""
        roots: Counter[str] = Counter()
        for party, count in self.counts.items():
            roots[self.root(party)] += count
        order = {party: n for n, party in enumerate(roots)}
        return tuple(sorted(roots, key=lambda party: (-roots[party], order[party])))


_INSIDE = ("part-of", "leads", "faction-of")
