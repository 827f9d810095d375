"""A crisis as one supposes it: what is inferred from what happened, and what is given."""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from offramp.futures import (
    NOT_HELD,
    Futures,
    Span,
    Start,
    begin,
    check_size,
    given_by,
    on_last_axis,
    parameters_for,
    run_on,
    unpack,
)
from offramp.history import History, from_record, say
from offramp.model import SHARE, Beliefs, Parameters, Traits, read_last
from offramp.record import Record


class Run(NamedTuple):
    """How far futures are run, how many of them, and their luck."""

    days: int
    draws: int = 10_000
    seed: int = 0


@dataclass(frozen=True)
class World:
    """A crisis as of a date, as it was or as one supposes it.

    Build the factual one with `stand`; edits return others.

    Attributes
    ----------
    known : Record
        What was known.
    seen : History
        What happened. From it alone the hidden is inferred: tempo, postures, the pair's pace.
    history : History
        What is supposed to have happened: where the sides stand, and what each believes of
        the other, follow from it.
    parameters : Parameters
    held : (Span, Span)
        The first and the last day on which each side does nothing; `NOT_HELD` where none.
    while_other : (bool, bool)
        Whether that lapses once the other side has used force.
    hours : dict of str to float
        Hours of notice, by signal, where they are supposed otherwise; 0 where it is taken out.
    effects : tuple of str
        What each edit does in the model, in words.
    supposed : dict
        Worlds that were made from this one, by their edits; so that questions share futures.
    """

    known: Record
    seen: History
    history: History
    parameters: Parameters
    held: tuple[Span, Span] = (NOT_HELD, NOT_HELD)
    while_other: tuple[bool, bool] = (False, False)
    hours: dict[str, float] = field(default_factory=dict[str, float])
    effects: tuple[str, ...] = ()
    supposed: dict[Hashable, "World"] = field(
        default_factory=dict[Hashable, "World"], repr=False, compare=False
    )
    _inferred: dict[str, Start] = field(default_factory=dict[str, Start], repr=False, compare=False)
    _starts: dict[str, Start] = field(default_factory=dict[str, Start], repr=False, compare=False)
    _run: dict[Run, Futures] = field(default_factory=dict[Run, Futures], repr=False, compare=False)

    @property
    def start(self) -> Start:
        """Where futures start: the hidden from what happened, the rest from what is supposed."""
        # What happened is the same for every edit.
        if "start" not in self._starts:
            if "start" not in self._inferred:
                self._inferred["start"] = begin(self.seen, self.parameters)
            seen = self._inferred["start"]
            if self.history is not self.seen:
                own = begin(self.history, self.parameters)
                seen = seen._replace(standing=own.standing, resolve=own.resolve)
            self._starts["start"] = seen
        return self._starts["start"]

    @cached_property
    def traits(self) -> Traits:
        """What holds of each side."""
        return Traits(self.history.nuclear, self.history.democracy)

    @cached_property
    def beliefs(self) -> Beliefs:
        """What the supposed history says on the evening of the as-of date.

        Each side believes of the other what the supposed acts told.
        """
        values, events = on_last_axis(self.parameters), self.history.events
        return read_last(values, events, self.history.signals, self.traits)

    @cached_property
    def believed(self) -> NDArray[np.float64]:
        """How likely each side is disposed to answer, by what is supposed; (2, draws).

        Unlike `start`, it is inferred from what is supposed: it says what the acts told.
        """
        return np.asarray(self.start.resolve, float)

    def run(self, run: Run) -> Futures:
        """Run futures on from here; the same seed gives every world the same luck.

        They are kept, so that asking again costs nothing, and asking for fewer neither.

        Raises
        ------
        UsageError
            When the run is out of range.
        """
        check_size(*run)
        rounds = -(-run.draws // self.parameters.count)
        key = run._replace(draws=rounds)
        for kept in list(self._run):
            if kept.seed == run.seed and kept.days >= run.days and kept.draws >= rounds:
                return self._run[kept].first(run.days, rounds)
        if key not in self._run:
            given = given_by(self.history, self.held, self.while_other)
            values = on_last_axis(self.parameters)
            codes = run_on(values, self.start, given, run.days, rounds, run.seed)
            self._run[key] = unpack(codes.reshape(run.days, -1).T, self.history, run.seed, rounds)
        return self._run[key]

    def with_parameters(self, parameters: Parameters) -> "World":
        """Give the same world under other parameters."""
        return replace(self, parameters=parameters, supposed={}, _inferred={}, _starts={}, _run={})

    def with_inferred(self, start: Start) -> "World":
        """Give the same world where something else was inferred from what happened."""
        return replace(self, supposed={}, _inferred={"start": start}, _starts={}, _run={})

    def at_share(self, share: float) -> "World":
        """Give the same world where acts cause this share of the momentum that follows them.

        It is kept, so that questions share its futures.
        """
        key = "share", share
        if key not in self.supposed:
            parameters = self.parameters.replace(SHARE, share)
            # What happened holds nothing taken out or put in: no share bears on it.
            self.supposed[key] = replace(
                self, parameters=parameters, supposed={}, _starts={}, _run={}
            )
        return self.supposed[key]

    def hold(self, side: int, first: int, last: int, while_other: bool = False) -> "World":
        """Give the same world where a side does nothing from one day to another.

        Parameters
        ----------
        side : int
        first, last : int
            Days counted from the as-of date; the next is 1.
        while_other : bool
            Whether that lapses once the other side has used force.
        """
        spans, lapses = list(self.held), list(self.while_other)
        spans[side], lapses[side] = (first, last), while_other
        return replace(
            self, held=(spans[0], spans[1]), while_other=(lapses[0], lapses[1]), supposed={},
            _run={},
        )  # fmt: skip

    def say(self, kind: str, side: int, days: tuple[int, ...] = (0,)) -> "World":
        """Give the same world where a signal is sent on some days.

        Parameters
        ----------
        kind : str
            One of `offramp.history.SIGNAL_KINDS`.
        side : int
            The side whose dial it turns, or `MUTUAL`.
        days : tuple of int
            Counted from the as-of date; a signal counts from the next day on, and fades.
        """
        history = self.history
        for day in days:
            history = say(history, kind, side, day)
        # What is only to come moves no start: it is this world's, whichever is asked first.
        starts = {"start": self.start} if min(days) >= 0 else {}
        return replace(self, history=history, supposed={}, _starts=starts, _run={})

    def side(self, key: str) -> int:
        """Give the index of a side in the arrays."""
        return self.history.sides.index(key)


def stand(record: Record, as_of: date, parameters: Parameters | None = None) -> World:
    """Stand at the end of a day, before anything is supposed.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later is used.
    as_of : datetime.date
    parameters : Parameters, optional
        The shipped ones where left out, with the record's own beliefs put in.

    Returns
    -------
    World

    Raises
    ------
    UsageError
        When nothing had happened between the sides by then.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> world = stand(record, record.acts[-1].span.last)
    >>> world.history is world.seen
    True
    """
    history = from_record(record, as_of)
    return World(record.as_of(as_of), history, history, parameters_for(record, parameters))


def identical(one: World, other: World) -> bool:
    """Say whether two worlds are the same to the last byte."""
    values = zip(
        sorted(one.parameters.values.items()), sorted(other.parameters.values.items()), strict=True
    )
    return (
        one.history.digest() == other.history.digest()
        and (one.held, one.while_other, one.hours) == (other.held, other.while_other, other.hours)
        and all(a[0] == b[0] and np.array_equal(a[1], b[1]) for a, b in values)
    )
