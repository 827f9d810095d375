"""A question in sentences that a stranger can resolve: title, criteria and fine print."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from offramp.history import from_record, ladder_of
from offramp.ladder import Ladder, Rung
from offramp.questions._plain import HOW
from offramp.questions._question import (
    EITHER,
    MUTUAL,
    AtLeast,
    Dead,
    Highest,
    Next,
    Observable,
    Question,
    Quiet,
    Stopped,
)
from offramp.record import Record

NOBODY = "Neither"
BOTH = "Both at once, in a clash that neither began"

TRUSTED = ("A", "B", "C")
MOST_NAMED = 12


@dataclass(frozen=True)
class Wording:
    """What a question's sentences are made of.

    Attributes
    ----------
    question : Question
        With names checked.
    record : Record
        The whole record.
    as_of : datetime.date
    days : int
        The window; it begins on the day after.
    """

    question: Question
    record: Record
    as_of: date
    days: int

    @cached_property
    def known(self) -> Record:
        """The record as of the day: nothing later gets into a sentence."""
        return self.record.as_of(self.as_of)

    @cached_property
    def ladder(self) -> Ladder:
        """The record's ladder."""
        return ladder_of(self.record)

    @property
    def first(self) -> date:
        """The first day of the window."""
        return self.as_of + timedelta(days=1)

    @property
    def last(self) -> date:
        """The last day of the window."""
        return self.as_of + timedelta(days=self.days)

    def name(self, side: str) -> str:
        """Name a side as a report does."""
        members = self.known.sides[side]
        return self.known.party(members[0]).name if members else side

    @property
    def both(self) -> tuple[str, str]:
        """The names of the two sides."""
        one, two = self.known.sides
        return self.name(one), self.name(two)

    @property
    def window(self) -> str:
        """The window in words."""
        return f"from {self.first} to {self.last}"

    def title(self) -> str:
        """Ask it in one sentence."""
        asked = self.question.observable
        title = self._title(asked)
        if self.question.condition is None:
            return title
        event = self._event(self.question.condition)
        return f"If {event}, {title[0].lower()}{title[1:]}"

    def _title(self, asked: Observable) -> str:  # noqa: PLR0911
        one, two = self.both
        match asked:
            case AtLeast():
                return f"Will {self._event(asked, 'act')}, {self.window}?"
            case Next(_, None):
                return f"Who acts next, {one} or {two}, {self.window}?"
            case Next(_, who):
                return f"Will {self._actor(who or '')} act next, {self.window}?"
            case Quiet():
                return f"Will {one} and {two} keep quiet towards each other {self.window}?"
            case Highest():
                return f"How far up the ladder will {one} and {two} go {self.window}?"
            case Dead():
                return f"How many will be killed by acts between {one} and {two} {self.window}?"
            case Stopped(act):
                entry = self.known.act(act)
                what = entry.title or entry.id
                return f"What share of what was launched failed or was stopped: {what}?"
            case _:
                raise AssertionError(asked)

    def _actor(self, who: str) -> str:
        one, two = self.both
        if who in self.known.sides:
            return self.name(who)
        return f"{one} and {two} together" if who == MUTUAL else f"neither {one} nor {two}"

    def _event(self, asked: AtLeast, acts: str = "acts") -> str:
        rung = self.ladder.rung(asked.rung)
        how = f", {HOW[asked.channel]}," if asked.channel else ""
        if asked.who == EITHER:
            actor, other = " or ".join(self.both), "the other"
        else:
            (against,) = (side for side in self.known.sides if side != asked.who)
            actor, other = self.name(asked.who), self.name(against)
        top = rung.key == self.ladder.keys[-1]
        above = "" if top else " or above"
        return f'{actor} {acts} against {other}{how} on the rung "{rung.name}"{above}'

    def criteria(self) -> str:
        """Say what makes it resolve, and how."""
        parts = [self._criteria(self.question.observable)]
        condition = self.question.condition
        if condition is not None:
            within = condition.within or self.days
            last = self.as_of + timedelta(days=within)
            parts += [
                f"Annulled unless {self._event(condition)}, from {self.first} to {last}.",
                self._rungs(self.ladder.at_least(condition.rung)),
            ]
        return "\n\n".join(part for part in parts if part)

    def _criteria(self, asked: Observable) -> str:
        days = f"{self.window}, both days included, by the time where it happens"
        acts = [rung for rung in self.ladder.rungs if rung.level >= 2]
        match asked:
            case AtLeast():
                text = f"Yes if {self._event(asked)}, {days}; otherwise No."
                rungs = self.ladder.at_least(asked.rung)
            case Next(_, who):
                yes = "" if who is None else f"Yes if it is {self._actor(who)}; otherwise No. "
                text = (
                    f"{yes}By who makes the first act on one of these rungs, {days}; it is "
                    f'"{NOBODY}" where there is none.'
                )
                rungs = acts
            case Quiet():
                text = (
                    f"No if either acts against the other on one of these rungs, {days}; "
                    "otherwise Yes."
                )
                rungs = [rung for rung in self.ladder.rungs if rung.level >= 3]
            case Highest():
                text = f"By the highest rung on which either acts against the other, {days}."
                rungs = [self.ladder.calm, *acts]
            case Dead():
                text = f"By how many are killed in acts on one of these rungs, {days}."
                rungs = acts
            case _:
                text = (
                    "By the share, in per cent, of all that was launched that failed in flight or "
                    f"was stopped, as it is known by {self.last}. Where claimants disagree, by the "
                    "middle of the range that they leave open."
                )
                rungs = []
        return f"{text}\n\n{self._rungs(rungs)}".rstrip()

    def _rungs(self, rungs: "list[Rung] | tuple[Rung, ...]") -> str:
        return "\n".join(f"- **{rung.name}**: {rung.description}" for rung in rungs)

    def fine_print(self) -> str:
        """Say what counts, and whom to believe."""
        one, two = self.both
        lines = [
            f"An act counts for {self.name(side)} when it is done by one of: {who}."
            for side in self.known.sides
            if (who := self._acting_for(side))
        ]
        lines += [
            f"A clash that neither began counts as an act of {one} and of {two}.",
            "What was only threatened counts as a threat, and what was only proposed not at all.",
            "An act whose day is uncertain counts on the last day on which it may have been.",
        ]
        custom = self._custom()
        if custom:
            lines.append(custom)
        lines.append(self._sources())
        lines.append(
            f"Asked of the record {self.known.id}, as of {self.as_of}: {self.question.ask}"
        )
        return "\n".join(f"- {line}" for line in lines)

    def _acting_for(self, side: str) -> str:
        found = [
            party.name
            for party in self.known.parties
            if self.known.side_of(party.id, self.as_of) == side
        ]
        return "; ".join(found)

    def _custom(self) -> str:
        """Say which force is the shadow war's own, where the question leaves it out."""
        asked = self.question.observable
        all_in = isinstance(asked, Stopped) or (isinstance(asked, Quiet) and asked.everything)
        if isinstance(asked, AtLeast):
            all_in = self.ladder.level(asked.rung) >= 4
        usual = from_record(self.record, self.as_of).rungs.usual
        if all_in or usual is None:
            return ""
        return (
            f'Force up to the rung "{self.ladder.rungs[usual].name}" does not count where it is of '
            f"a kind, by rung and by whether at arm's length, that the two often used on each "
            f"other in the five years before {self.known.opens}."
        )

    def _sources(self) -> str:
        counts: dict[str, int] = {}
        cited = [c.id for e in (*self.known.acts, *self.known.signals) for c in e.sources]
        for source in self.known.sources:
            if source.reliability in TRUSTED:
                counts[source.publisher] = counts.get(source.publisher, 0) + cited.count(source.id)
        named = sorted(counts, key=lambda publisher: (-counts[publisher], publisher))[:MOST_NAMED]
        if not named:
            return "Two publishers of standing that do not rest on one another must say so."
        return f"Two of these publishers, or of like standing, must say so: {'; '.join(named)}."

    def background(self) -> str:
        """Tell how things stood: the title, and the latest acts known."""
        acts = [act for act in self.known.acts if act.status == "done"]
        latest = sorted(acts, key=lambda act: (act.span.last, act.id))[-5:]
        lines = [
            f"- {act.date}: {act.title or act.id}. {act.summary or ''}".rstrip() for act in latest
        ]
        opened = f"{self.known.title}. The confrontation opened on {self.known.opens}."
        told = f"The latest acts known on {self.as_of}:"
        return "\n".join([opened, "", told, "", *lines]) if lines else opened
