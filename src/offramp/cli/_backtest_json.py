"""A backtest as JSON."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from offramp.scoring import Backtest, Card, LogScores, OrderedScores, Reliability, TargetScores


def backtest_json(found: "Backtest") -> dict[str, Any]:
    """Lay a backtest out: each forecaster by its name, then differences and the rest."""
    return {
        "dataset": found.dataset,
        "from": found.year,
        "crises": found.scored.crises,
        "confrontations": found.scored.confrontations,
        "events": found.scored.events,
        "fitted": found.fitted,
        "notes": list(found.notes),
        **{name: _card(card) for name, card in found.cards.items()},
        "differences": found.differences,
        "pool": {"offramp": found.share, "boosting": 1 - found.share},
        "learned_from": found.inner_year,
        "recalibrations": found.recalibrations,
        "recalibrated": {name: _card(card) for name, card in found.recalibrated.items()},
        "worst": list(found.worst),
    }


def _card(card: "Card") -> dict[str, Any]:
    return {
        **_logs(card.scores),
        **{name: _target(scores) for name, scores in card.targets.items()},
        "before_battle": _logs(card.before_battle),
        "time_to_next_act": _ordered(card.wait),
        "highest_rung": _ordered(card.highest) if card.highest else None,
    }


def _logs(scores: "LogScores") -> dict[str, Any]:
    return {"joint": scores.joint, "when": scores.when, "what": scores.what}


def _target(scores: "TargetScores") -> dict[str, Any]:
    return {
        "brier_event": scores.brier.event,
        "brier_confrontation": scores.brier.confrontation,
        "mean": scores.said.event,
        "rate": scores.came.event,
        "mean_confrontation": scores.said.confrontation,
        "rate_confrontation": scores.came.confrontation,
        "reliability_event": _reliability(scores.by_event),
        "reliability_confrontation": _reliability(scores.by_confrontation),
    }


def _reliability(found: "Reliability") -> dict[str, Any]:
    return {
        "miscalibration": found.miscalibration,
        "discrimination": found.discrimination,
        "uncertainty": found.uncertainty,
        "steps": found.steps,
    }


def _ordered(scores: "OrderedScores") -> dict[str, Any]:
    return {
        "ranked": scores.ranked,
        "coverage": {f"{share:g}": found for share, found in scores.coverage.items()},
        "pit": scores.pit.tolist(),
    }
