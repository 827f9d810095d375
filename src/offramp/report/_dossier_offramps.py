"""Off-ramps on the page: the best in words, the ranking, and what waiting costs."""

from typing import Any

from offramp.offramps import Offramp, Offramps
from offramp.report._text import NBSP, listing, number, percent, sentence_case, short
from offramp.report.charts._pareto import place, points

FIRST = 8
"""Plans that stand on the page beside those that the picture names; the table below it has all."""

HEADER = ("Moves", "Bloodshed, points (90 %)", "Chance better", "Kept", "Long cycle, points",
          "Battle*, points", "Dead*")  # fmt: skip


def offramps_part(found: Offramps) -> dict[str, Any]:
    """Say what comes if nothing is done, what is best, and how far it can be told apart."""
    lead = (
        f"If nothing more is done, bloodshed within {found.horizon_days}{NBSP}days has a chance of "
        f"{percent(found.bloodshed)}, a long cycle {percent(found.cycle)}, a battle "
        f"{percent(found.war)} (the last driven by priors). Bloodshed is any use of force outside "
        "the shadow war, a seizure without dead too."
    )
    if not found.offramps:
        told = "No move on the list lowers the risk, as far as the model can tell."
        return {"lead": lead, "told": [told], "header": HEADER, "rows": [], "small": ""}
    drawn = set(found.pareto) | {plan.rank for plan in found.offramps[:FIRST]}
    rows = [_row(plan) for plan in found.offramps if plan.rank in drawn]
    told = [f"Best: {best_line(found)}", *_tied(found), *_joint(found), *_sooner(found)]
    small = (
        f"{found.searched} plans of a closed list of moves, none of them violent, were run; "
        f"{found.rejected} do not lower the risk and are not shown. Ranked by the change of "
        "bloodshed times the chance that the plan is kept; = shares its place with the plan above, "
        "as far as simulation tells. What moves do rests on the dials’ priors. Columns with a "
        "star are driven by priors alone: history shows no skill there."
    )
    if all(len(plan.moves) == 1 for plan in found.offramps):
        small += " Only single moves were tried: offramp report --full puts two or three together."
    return {"lead": lead, "told": told, "header": HEADER, "rows": rows, "small": small}


def _row(plan: Offramp) -> tuple[str, ...]:
    change = plan.bloodshed
    return (
        f"{place(plan)}. {short('; '.join(plan.moves), 200)}",
        f"{points(change.mean)} ({points(change.low)} to {points(change.high)})",
        percent(change.chance_better), percent(plan.kept), points(plan.cycle.mean),
        points(plan.war.mean),
        f"×{number(plan.dead, 2)}",
    )  # fmt: skip


def best_line(found: Offramps) -> str:
    """Tell the best plan in a sentence."""
    return _plan(found.offramps[0])


def _plan(plan: Offramp) -> str:
    change = plan.bloodshed
    beats = ""
    if plan.beats_hold is not None:
        beats = f"; better than its makers’ holding two weeks: {percent(plan.beats_hold)} likely"
    kept = listing(
        f"{sentence_case(short(side, 40))} {percent(share)}" for side, share in plan.kept_by
    )
    by = f" ({kept})" if len(plan.kept_by) > 1 else ""
    return (
        f"{short('; '.join(plan.moves), 240)}. Bloodshed {points(change.mean)} points "
        f"({points(change.low)} to {points(change.high)}) if carried out; kept of their own accord "
        f"with a chance of {percent(plan.kept)}{by}{beats}."
    )


def _tied(found: Offramps) -> list[str]:
    """Name the places that could be changed at the top."""
    last = 1
    while last < len(found.offramps) and found.offramps[last].tied:
        last += 1
    if last == 1:
        return []
    return [f"The first {last} places are tied, as far as simulation tells them apart."]


def _joint(found: Offramps) -> list[str]:
    if found.best_joint is None:
        return ["No plan shown has both sides take part."]
    if found.best_joint == 1:
        return ["Both sides take part in it: it is the best joint plan too."]
    plan = found.offramps[found.best_joint - 1]
    return [f"The best plan in which both sides take part, at place {plan.rank}: {_plan(plan)}"]


def _sooner(found: Offramps) -> list[str]:
    if len(found.waiting) < 2:
        return []
    first, last = found.waiting[0], found.waiting[-1]
    return [
        f"Begun at once, the best plan changes bloodshed by {points(first.bloodshed.mean)} points; "
        f"begun {last.after}{NBSP}days later, by {points(last.bloodshed.mean)}."
    ]
