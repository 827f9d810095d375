"""Search the moves that lower the risk: all singles and pairs, and threes by a race."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
from numpy.typing import NDArray

from offramp.answers import Run, World, gap_level, run_name, stand, whose_beliefs
from offramp.claims import MustBelieve, must_believe
from offramp.model import Parameters
from offramp.offramps._cost import cost
from offramp.offramps._moves import HOLDS, Move, moves_of
from offramp.offramps._plans import Plan, plans
from offramp.offramps._results import Change, Offramp, Offramps, Waiting
from offramp.offramps._risk import DAYS, Risk, risk
from offramp.record import Record

DRAWS = 5_000
"""Futures of each plan: all share their luck, so few are enough."""

SHOWN = {1: 20, 2: 8, 3: 4}
"""How many plans of one, two and three moves are shown."""

HANGING = 3
"""For how many of the best plans it is told which dials they hang on."""

RACED = 8
"""How many of the best pairs are tried with each third move."""

WAITS = (3, 7, 14, 30)

WORKERS = 2

Progress = Callable[[str, int, int], None]
Floats = NDArray[np.float64]


def search(
    record: Record, as_of: date, draws: int = DRAWS, seed: int = 0,
    parameters: Parameters | None = None, progress: Progress | None = None,
    beliefs: str | None = None, most: int = 3,
) -> Offramps:  # fmt: skip
    """Look for the moves that lower the risk, and that those who must make them can accept.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    as_of : datetime.date
    draws, seed : int
        Futures of each plan, and their luck.
    parameters : Parameters, optional
        The shipped ones where left out.
    progress : callable, optional
        Called with a word, how many plans are run, and how many there are so far.
    beliefs : str, optional
        Whose priors these are; as the record says where left out.
    most : int
        How many moves a plan has at most, 1 to 3.

    Returns
    -------
    Offramps
        Plans of the closed list of `moves_of`, none of which raises the risk of bloodshed.
    """
    world = stand(record, as_of, parameters)
    found = _Search(world, Run(DAYS, draws, seed), progress)
    moves = moves_of(world.known, as_of)
    found.run([Plan(()), *plans(moves, 1)])
    if most >= 2:
        found.run(list(plans(moves, 2)))
    if most >= 3:
        found.run(list(_third_moves(found, moves)))
    kept = found.that_lower()
    shown = _ranked(found, _best(found, kept))
    return Offramps(
        crisis=record.id, as_of=as_of, horizon_days=DAYS, seed=seed, draws=draws,
        run=run_name(record, as_of, world.parameters, draws, seed),
        beliefs=beliefs or whose_beliefs(record),
        bloodshed=float(found.base.bloodshed.mean()), cycle=float(found.base.cycle.mean()),
        war=float(found.base.war.mean()), offramps=tuple(shown),
        best_joint=next((o.rank for o in shown if _is_joint(o, record)), None),
        pareto=_pareto(shown), waiting=_waiting(found, _best(found, kept)),
        searched=len(found.risks) - 1, rejected=len(found.risks) - 1 - len(kept),
    )  # fmt: skip


class _Search:
    """The plans that were run so far."""

    def __init__(self, world: World, run: Run, progress: Progress | None) -> None:
        self.world, self.size, self.progress = world, run, progress
        self.risks: dict[Plan, Risk] = {}

    @property
    def base(self) -> Risk:
        """What comes if nothing more is done."""
        return self.risks[Plan(())]

    def run(self, plans: list[Plan]) -> None:
        """Run plans that were not run yet, two at a time."""
        new = [plan for plan in plans if plan not in self.risks]
        total, done = len(self.risks) + len(new), len(self.risks)
        with ThreadPoolExecutor(max_workers=WORKERS) as pool:
            for plan, found in zip(new, pool.map(self.one, new), strict=True):
                self.risks[plan] = found
                done += 1
                if self.progress:
                    self.progress("plans", done, total)

    def one(self, plan: Plan, after: int = 0) -> Risk:
        """Run one plan, begun some days from now."""
        return risk(plan.begin(self.world, after), self.size)

    def in_words(self, plan: Plan) -> Risk:
        """Give what comes where a plan is said and not enforced: without its holds."""
        return self.risks[Plan(tuple(move for move in plan.moves if move.kind not in HOLDS))]

    def bound(self, plan: Plan) -> dict[int, int]:
        """Give the sides that are to use no force, and for how many days."""
        sides = self.world.history.sides
        return {at: plan.binds(side) for at, side in enumerate(sides) if plan.binds(side)}

    def kept(self, plan: Plan) -> float:
        """Give the chance that all who are to use no force would use none of their own accord."""
        return self.in_words(plan).kept(self.bound(plan))

    def expected(self, plan: Plan) -> Floats:
        """Give the change of bloodshed in each future, weighed by the chance that it is kept.

        A plan that is not kept is taken to do nothing.
        """
        change = self.risks[plan].bloodshed.astype(float) - self.base.bloodshed
        return self.kept(plan) * change

    def blur(self, plan: Plan) -> float:
        """Give the error that counting who would keep to a plan adds to what is expected of it."""
        kept, base = self.kept(plan), self.base.bloodshed
        change = float(self.risks[plan].bloodshed.mean() - base.mean())
        return abs(change) * float(np.sqrt(kept * (1.0 - kept) / base.size))

    def gain(self, plan: Plan) -> float:
        """Give the change of the chance of bloodshed to be expected."""
        return float(self.expected(plan).mean())

    def that_lower(self) -> list[Plan]:
        """List the plans that lower the risk if carried out, and more likely than not."""
        found: list[Plan] = []
        for plan, risks in self.risks.items():
            if plan.moves:
                change = _change(self.base.bloodshed, risks.bloodshed)
                if change.mean < -2 * change.mc_error and change.chance_better > 0.5:
                    found.append(plan)
        return found


def _third_moves(found: _Search, moves: tuple[Move, ...]) -> Iterable[Plan]:
    """Give the best pairs with each third move that goes with them."""
    pairs = sorted((p for p in found.risks if len(p.moves) == 2), key=found.gain)[:RACED]
    wanted = {frozenset(pair.moves) for pair in pairs}
    for plan in plans(moves, 3):
        if any(pair <= set(plan.moves) for pair in wanted):
            yield plan


def _best(found: _Search, kept: list[Plan]) -> list[Plan]:
    """Give the best plans of each size, ranked by the change to be expected."""
    best: list[Plan] = []
    for size, count in SHOWN.items():
        best += sorted((p for p in kept if len(p.moves) == size), key=found.gain)[:count]
    return sorted(best, key=found.gain)


def _ranked(found: _Search, best: list[Plan]) -> list[Offramp]:
    shown: list[Offramp] = []
    before: tuple[Floats, float] | None = None
    for rank, plan in enumerate(best, 1):
        expected, blur = found.expected(plan), found.blur(plan)
        tied = False
        if before is not None:
            apart, _ = gap_level(expected - before[0])
            error = np.linalg.norm([apart.mc_error, blur, before[1]])
            tied = bool(abs(apart.mean) < 2.5 * error)
        shown.append(_row(found, plan, rank, tied, expected))
        before = expected, blur
    return shown


def _row(found: _Search, plan: Plan, rank: int, tied: bool, expected: Floats) -> Offramp:
    base, risks = found.base, found.risks[plan]
    said, sides, bound = found.in_words(plan), found.world.history.sides, found.bound(plan)
    begun = plan.begin(found.world)
    return Offramp(
        moves=tuple(move.words for move in plan.moves),
        kinds=tuple(move.kind for move in plan.moves), by=plan.by, rank=rank, tied=tied,
        bloodshed=_change(base.bloodshed, risks.bloodshed), cycle=_change(base.cycle, risks.cycle),
        war=_change(base.war, risks.war),
        dead=float(np.exp(risks.log_dead - base.log_dead)),
        kept_by=tuple((sides[side], said.kept({side: days})) for side, days in bound.items()),
        kept=said.kept(bound), expected=_level(expected),
        beats_hold=_beats_hold(found, plan, expected),
        costs=tuple(cost(begun, side, days) for side, days in bound.items()),
        must_believe=_hangs_on(found, plan) if rank <= HANGING else None,
    )  # fmt: skip


def _hangs_on(found: _Search, plan: Plan) -> MustBelieve:
    """Say where which dials would have to stand for a plan to spare no bloodshed."""
    change = found.risks[plan].bloodshed.astype(float) - found.base.bloodshed
    return must_believe(change.mean(0), found.world.parameters, decided=True, wanted=-1)


def _beats_hold(found: _Search, plan: Plan, expected: Floats) -> float | None:
    """Give the chance that a plan does better than its makers' holding for two weeks."""
    holds = {
        p.moves[0].on: p.moves[0]
        for p in found.risks
        if len(p.moves) == 1 and p.moves[0].kind == "hold"
    }
    wanted = {move for side, move in holds.items() if side in plan.by}
    held = next((p for p in found.risks if set(p.moves) == wanted), None)
    if not wanted or held is None or wanted == set(plan.moves):
        return None
    return gap_level(expected - found.expected(held))[1]


def _change(before: NDArray[np.generic], after: NDArray[np.generic]) -> Change:
    return _level(after.astype(float) - before.astype(float))


def _level(gap: Floats) -> Change:
    found, lower = gap_level(gap)
    return Change(found.mean, found.low, found.high, found.mc_error, lower)


def _is_joint(offramp: Offramp, record: Record) -> bool:
    return all(side in offramp.by for side in record.sides)


def _pareto(shown: list[Offramp]) -> tuple[int, ...]:
    """List the plans that no other beats in both what they do and what they cost."""
    points = [(each.expected.mean, sum(c.weight for c in each.costs)) for each in shown]
    return tuple(
        each.rank
        for each, (gain, price) in zip(shown, points, strict=True)
        if not any(g <= gain and p <= price and (g, p) != (gain, price) for g, p in points)
    )


def _waiting(found: _Search, best: list[Plan]) -> tuple[Waiting, ...]:
    """Begin the best plan later, and see what is left of what it does."""
    if not best:
        return ()
    base, plan = found.base, best[0]
    later = [Waiting(0, _change(base.bloodshed, found.risks[plan].bloodshed))]
    return (
        *later,
        *(Waiting(d, _change(base.bloodshed, found.one(plan, d).bloodshed)) for d in WAITS),
    )
