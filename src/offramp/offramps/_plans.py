"""Moves put together: alone, in pairs and in threes, one-sided or mutual."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from offramp.answers import World
from offramp.offramps._moves import BINDING, HOLDS, SPAN, Move, begin


@dataclass(frozen=True)
class Plan:
    """One to three moves that are made together."""

    moves: tuple[Move, ...]

    @property
    def by(self) -> tuple[str, ...]:
        """Who must make them, each once."""
        return tuple(dict.fromkeys(maker for move in self.moves for maker in move.by))

    @property
    def words(self) -> str:
        """The plan in words."""
        return "; ".join(move.words for move in self.moves)

    def held(self, side: str) -> int:
        """For how many days the plan holds a side; 0 for not at all."""
        return max((HOLDS.get(move.kind, 0) for move in self.moves if move.on == side), default=0)

    def binds(self, side: str) -> int:
        """For how many days the plan has a side use no force, held or by its own word."""
        words = (m for m in self.moves if m.kind in BINDING and side in m.by)
        return max(self.held(side), max((SPAN for _ in words), default=0))

    def begin(self, world: World, after: int = 0) -> World:
        """Give the world in which the plan is carried out, some days from now."""
        for move in self.moves:
            world = begin(world, move, after)
        return world


def plans(moves: tuple[Move, ...], size: int) -> Iterator[Plan]:
    """List all plans of so many moves, none of which makes another idle.

    Examples
    --------
    >>> a, b = (Move("limit", (side,), side, "") for side in ("a", "b"))
    >>> [len(plan.moves) for plan in plans((a, b), 2)]
    [2]
    """
    for chosen in combinations(moves, size):
        if all(_go_together(a, b) for a, b in combinations(chosen, 2)) and _answered(chosen):
            yield Plan(chosen)


def _answered(chosen: tuple[Move, ...]) -> bool:
    """Say whether each hold that hangs on the other's has the other's beside it."""
    held = {move.on for move in chosen if move.kind in HOLDS}
    return len(held) == 2 or all(move.kind != "hold while" for move in chosen)


def _go_together(one: Move, other: Move) -> bool:
    if one.kind in HOLDS and other.kind in HOLDS:
        return one.on != other.on
    # A withdrawal counts once, whoever withdraws.
    return one.kind != other.kind or one.kind != "withdrawal"
