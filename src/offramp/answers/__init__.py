"""Answers: ask a crisis a question, as it was or as one supposes it."""

from offramp.answers._act_effect import ActEffect, act_effect
from offramp.answers._ask import answer, ask, ask_all, days_needed, read_question
from offramp.answers._changes import Moment, TermChange, changes
from offramp.answers._contrast import Arm, arm, at_shares, difference, gap
from offramp.answers._dead import dead_in
from offramp.answers._deterrence import Deterrence, deterrence
from offramp.answers._edits import apply, arms, with_what_follows
from offramp.answers._log import Logged, Settled, log_forecasts, read_log, settle
from offramp.answers._observe import in_futures, observe
from offramp.answers._results import Asked, AtShare, Contrast, Difference, Reply
from offramp.answers._run_name import run_name, whose_beliefs
from offramp.answers._sample import Level, Sample, gap_level, level
from offramp.answers._stocks import STOCKS, ledger_terms, stock, term_names
from offramp.answers._world import Run, World, identical, stand

__all__ = [
    "STOCKS", "ActEffect", "Arm", "Asked", "AtShare", "Contrast", "Deterrence", "Difference",
    "Level", "Logged", "Moment", "Reply", "Run", "Sample", "Settled", "TermChange", "World",
    "act_effect", "answer", "apply", "arm", "arms", "ask", "ask_all", "at_shares", "changes",
    "days_needed", "dead_in", "deterrence", "difference", "gap", "gap_level", "identical",
    "in_futures", "ledger_terms", "level", "log_forecasts", "observe", "read_log", "read_question",
    "run_name", "settle", "stand", "stock", "term_names", "whose_beliefs", "with_what_follows",
]  # fmt: skip
