"""The names of a question, looked up in a record as of a date."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from offramp.ladder import Ladder, Rung
from offramp.questions._point import QuestionError, nearest_of, pointing_at, quoted
from offramp.record import Record


@dataclass(frozen=True)
class Names:
    """What a question may name, and where its errors point.

    Attributes
    ----------
    line : str
        The question in its normal spelling.
    record : Record
        The whole record: it tells a name that lies later from one that is unknown, and nothing
        else of what is later.
    known : Record
        The record as of the date.
    as_of : datetime.date
    ladder : Ladder
    terms : collection of str or None
        The names that ``term`` takes; None leaves them unchecked.
    """

    line: str
    record: Record
    known: Record
    as_of: date
    ladder: Ladder
    terms: Collection[str] | None = None

    def wrong(self, word: str, what: str, inside: str = "") -> QuestionError:
        """Make an error that points at a word."""
        return pointing_at(self.line, word, what, inside)

    def rung(self, key: str, inside: str) -> Rung:
        """Look a rung up."""
        if key not in self.ladder.keys:
            near = self.ladder.nearest(key)
            what = f'{quoted(key)} is no rung of the ladder; the nearest is "{near}".'
            raise self.wrong(key, what, inside)
        return self.ladder.rung(key)

    def party(self, name: str, inside: str) -> str:
        """Look a party up; the name of a side stands for its first party."""
        known = {party.id for party in self.known.parties}
        if name in known:
            return name
        if name in self.known.sides:
            return self.known.sides[name][0]
        near = nearest_of(name, sorted({*known, *self.known.sides}))
        raise self.wrong(name, f"The record has no party {quoted(name)}.{near}", inside)

    def side(self, name: str, inside: str, rung: str | None = None) -> str:
        """Look a side up; a party that a side lists stands for it.

        Parameters
        ----------
        name : str
        inside : str
            The part of the line in which it stands.
        rung : str, optional
            What is asked of it, so that an error can say how to ask.
        """
        sides = self.known.sides
        if name in sides:
            return name
        for side, members in sides.items():
            if name in members:
                return side
        self.party(name, inside)
        raise self.wrong(name, self._no_side(name, rung), inside)

    def _no_side(self, name: str, rung: str | None) -> str:
        side = self.known.side_of(name, self.as_of)
        if side is None:
            both = " and ".join(self.known.sides)
            return (
                f"{name} is a third party, and futures hold acts between the two sides only. "
                f"Ask about {both}."
            )
        kinds = {r.kind for r in self.known.relations if r.from_ == name}
        if "proxy-of" in kinds:
            how = f"{side} >= {rung or '<rung>'} proxy"
            return f"{name} is a proxy: what it does counts for {side}. Ask {how}."
        return f"{name} is part of another: what it does counts for {side}. Ask about {side}."

    def third(self, name: str, inside: str) -> str:
        """Look up a party that belongs to neither side."""
        party = self.party(name, inside)
        side = self.known.side_of(party, self.as_of)
        if side is not None:
            what = f"{name} acts for {side}; a third party is meant here."
            raise self.wrong(name, what + self._thirds(), inside)
        return party

    def outside(self, name: str, side: str, inside: str) -> str:
        """Look up a party that does not act for a side."""
        party = self.party(name, inside)
        if self.known.side_of(party, self.as_of) == side:
            what = f"{name} acts for {side} itself; another party is meant here."
            raise self.wrong(name, what + self._thirds(), inside)
        return party

    def _thirds(self) -> str:
        found = [p.id for p in self.known.parties if self.known.side_of(p.id, self.as_of) is None]
        return f" Third parties: {', '.join(found)}." if 0 < len(found) <= 16 else ""

    def entry(self, name: str, inside: str, acts_only: bool = False) -> None:
        """Look an act or signal up."""
        acts = {act.id for act in self.known.acts}
        signals = {signal.id for signal in self.known.signals}
        known = acts if acts_only else acts | signals
        if name in known:
            return
        if name in signals:
            raise self.wrong(name, f"{quoted(name)} is a signal; an act is meant here.", inside)
        later = {entry.id for entry in (*self.record.acts, *self.record.signals)}
        if name in later - acts - signals:
            what = f"{quoted(name)} lies after {self.as_of}, or was not known for certain by then."
            raise self.wrong(name, what, inside)
        thing = "act" if acts_only else "act or signal"
        near = nearest_of(name, sorted(known))
        raise self.wrong(
            name, f"The record has no {thing} {quoted(name)} by {self.as_of}.{near}", inside
        )

    def term(self, name: str, inside: str) -> None:
        """Look the name of a term up."""
        if self.terms is not None and name not in self.terms:
            near = nearest_of(name, sorted(self.terms))
            raise self.wrong(name, f"There is no term {quoted(name)}.{near}", inside)


def other_side(known: Record, side: str) -> str:
    """Give the side that a side faces."""
    (other,) = (each for each in known.sides if each != side)
    return other
