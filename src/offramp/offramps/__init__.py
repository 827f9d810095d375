"""Off-ramps: the moves that lower the risk, and that those who must make them can accept."""

from offramp.offramps._cost import Cost, cost
from offramp.offramps._moves import Move, begin, moves_of
from offramp.offramps._plans import Plan, plans
from offramp.offramps._results import Change, Offramp, Offramps, Waiting
from offramp.offramps._risk import Risk, risk
from offramp.offramps._search import DRAWS, search

__all__ = [
    "DRAWS", "Change", "Cost", "Move", "Offramp", "Offramps", "Plan", "Risk", "Waiting", "begin",
    "cost", "moves_of", "plans", "risk", "search",
]  # fmt: skip
