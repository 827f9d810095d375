"""What a question comes to, by what the record tells of the days after it was asked."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from offramp.history import Happened, happened_after, ladder_of
from offramp.questions._check import check_names
from offramp.questions._question import (
    EITHER,
    MUTUAL,
    NONE,
    AtLeast,
    Dead,
    Highest,
    Next,
    Question,
    Quiet,
    RecordOf,
    Stopped,
)
from offramp.questions._stopped import share_stopped
from offramp.record import Record

Outcome = bool | str | tuple[float, float] | None


@dataclass(frozen=True)
class Resolution:
    """What became of a question.

    Attributes
    ----------
    outcome : bool, str, (float, float) or None
        Yes or no; who acted next, or the highest rung; the range of the dead, or of the share
        stopped. None while it is open, and where it never resolves.
    by_act : str or None
        The id of the act that decided it.
    open : bool
        Whether the record may still tell.
    why : str
        A sentence.
    """

    outcome: Outcome
    by_act: str | None
    open: bool
    why: str


def resolve(
    question: Question, record: Record, as_of: date, until: date | None = None
) -> Resolution:
    """Resolve a question against what the record tells of the days after it was asked.

    Parameters
    ----------
    question : Question
    record : Record
        The record as it is known later.
    as_of : datetime.date
        The day on whose evening the question was asked.
    until : datetime.date, optional
        The day up to which the record is complete: its end, or its last act, where left out.

    Returns
    -------
    Resolution
        A yes counts at once; a no only when the record covers the whole window.

    Raises
    ------
    UsageError
        When the question cannot be asked of the record as of that day.

    Examples
    --------
    >>> from offramp.questions import parse_question
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> last = record.acts[-1].span.last
    >>> resolve(parse_question("quiet for 30d"), record, last).open
    True
    >>> resolve(parse_question("quiet for 30d"), record, last, last.replace(year=2025)).outcome
    True
    """
    checked = check_names(question, record, as_of, ladder_of(record))
    return Afterwards(record, as_of, until).resolve(checked)


@dataclass(frozen=True)
class Afterwards:
    """What came after a day: the one rule by which questions of that day resolve.

    Attributes
    ----------
    record : Record
    as_of : datetime.date
    until : datetime.date or None
        As in `resolve`.
    """

    record: Record
    as_of: date
    until: date | None = None

    @cached_property
    def acts(self) -> list[Happened]:
        """The acts between the sides after the day, those of the shadow war among them."""
        return happened_after(self.record, self.as_of, shadow=True)

    @cached_property
    def ends(self) -> date:
        """The last day that the record covers."""
        last = max((act.day for act in self.acts if not act.shadow), default=self.as_of)
        return self.until or self.record.closes or last

    def covers(self, within: int) -> bool:
        """Say whether the record covers a window of some days."""
        return self.ends >= self.as_of + timedelta(days=within)

    def resolve(self, question: Question) -> Resolution:
        """Resolve a question whose names are checked."""
        if question.kind == "counterfactual":
            why = "A counterfactual never resolves: what is supposed did not happen."
            return Resolution(None, None, False, why)
        if question.condition is None:
            return self._observed(question)
        within = question.condition.within or getattr(question.observable, "within", 0)
        met = self._at_least(question.condition, within)
        if met.open:
            return Resolution(None, None, True, f"Open: the condition is not settled. {met.why}")
        if not met.outcome:
            return Resolution(None, None, False, "Void: the condition did not come about.")
        return self._observed(question)

    def _observed(self, question: Question) -> Resolution:  # noqa: PLR0911
        match question.observable:
            case AtLeast() as asked:
                return self._at_least(asked, asked.within or 0)
            case Next() as asked:
                return self._next(asked)
            case Quiet() as asked:
                return self._quiet(asked)
            case Highest() as asked:
                return self._highest(asked)
            case Dead() as asked:
                return self._dead(asked)
            case Stopped(act):
                return self._stopped(act)
            case RecordOf():
                why = "Settled on the as-of date: nothing later decides it."
                return Resolution(None, None, False, why)
            case _:
                why = "What a side is disposed to, and its reasons, no later record tells."
                return Resolution(None, None, False, why)

    def _within(self, days: int, shadow: bool = False) -> list[Happened]:
        last = self.as_of + timedelta(days=days)
        return [act for act in self.acts if act.day <= last and (shadow or not act.shadow)]

    def _open(self, within: int) -> Resolution:
        last = self.as_of + timedelta(days=within)
        why = f"Open: the record runs to {self.ends}, and the window to {last}."
        return Resolution(None, None, True, why)

    def _at_least(self, asked: AtLeast, within: int) -> Resolution:
        # Force on a rung of the shadow war is what such a question asks about.
        force = ladder_of(self.record).level(asked.rung) >= 4
        for act in self._within(within, shadow=force):
            mine = asked.who == EITHER or act.side is None or act.side == asked.who
            if mine and act.at_least(asked.rung) and asked.channel in (None, act.channel):
                return Resolution(True, act.id, False, f"{act.id}, on {act.day}.")
        if not self.covers(within):
            return self._open(within)
        return Resolution(False, None, False, f"No such act within {within} days.")

    def _next(self, asked: Next) -> Resolution:
        first = next(iter(self._within(asked.within)), None)
        if first is None and not self.covers(asked.within):
            return self._open(asked.within)
        actor = NONE if first is None else (first.side or MUTUAL)
        why = f"No act within {asked.within} days."
        if first is not None:
            why = f"{first.id}, on {first.day}."
        outcome = actor if asked.who is None else asked.who == actor
        return Resolution(outcome, first.id if first else None, False, why)

    def _quiet(self, asked: Quiet) -> Resolution:
        acts = self._within(asked.within, asked.everything)
        loud = next((act for act in acts if act.level >= 3), None)
        if loud is not None:
            return Resolution(False, loud.id, False, f"{loud.id}, on {loud.day}.")
        if not self.covers(asked.within):
            return self._open(asked.within)
        return Resolution(True, None, False, f"No act of level 3 within {asked.within} days.")

    def _highest(self, asked: Highest) -> Resolution:
        ladder = ladder_of(self.record)
        acts = self._within(asked.within)
        top = max(acts, key=lambda act: ladder.order(act.rung), default=None)
        at_the_top = top is not None and top.rung == ladder.keys[-1]
        if not at_the_top and not self.covers(asked.within):
            return self._open(asked.within)
        if top is None:
            return Resolution(ladder.calm.key, None, False, f"No act within {asked.within} days.")
        return Resolution(top.rung, top.id, False, f"{top.id}, on {top.day}.")

    def _dead(self, asked: Dead) -> Resolution:
        if not self.covers(asked.within):
            return self._open(asked.within)
        acts = self._within(asked.within)
        told = [act.dead for act in acts if act.dead is not None]
        low, high = sum(dead.low for dead in told), sum(dead.high for dead in told)
        silent = len(acts) - len(told)
        why = f"{len(acts)} acts outside the shadow war; of {silent} nobody says how many died."
        return Resolution((float(low), float(high)), None, False, why)

    def _stopped(self, name: str) -> Resolution:
        share, why = share_stopped(self.record.act(name))
        return Resolution(share, name if share else None, share is None, why)
