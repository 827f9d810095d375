"""A forecast as the JSON that every command prints of one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offramp.futures import Answer, Forecast


def forecast_json(forecast: "Forecast") -> dict[str, object]:
    """Lay out a forecast's answers, with what was run to get them."""
    return {
        "crisis": forecast.crisis,
        "as_of": forecast.as_of,
        "horizon_days": forecast.horizon_days,
        "seed": forecast.seed,
        "draws": forecast.draws,
        "run": forecast.run,
        "answers": [_answer(answer) for answer in forecast.answers],
    }


def _answer(answer: "Answer") -> dict[str, object]:
    quantity = {"value": answer.value, "unit": answer.unit}
    chance = {"probability": answer.probability}
    return {
        "ask": answer.ask,
        **(quantity if answer.probability is None else chance),
        "low": answer.low,
        "high": answer.high,
        "mc_error": answer.mc_error,
        "words": answer.words,
        "baseline": answer.baseline,
        "kind": answer.kind,
        "basis": answer.basis,
        "topic": answer.topic,
        "side": answer.side,
        "rung": answer.rung,
        "within": answer.within,
    }
