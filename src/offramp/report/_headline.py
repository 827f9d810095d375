"""The figures that a reader wants before anything else."""

from dataclasses import dataclass

from offramp.futures import Answer, Findings
from offramp.report._labels import (
    above_shadow,
    find,
    main_answers,
    question_parts,
    quiet,
    side_name,
)
from offramp.report._text import band, history, percent
from offramp.report.charts._shape import side_tone


@dataclass(frozen=True)
class Headline:
    """One figure in large type: what it is of, its interval, its word and its base rate."""

    figure: str
    interval: str
    label: str
    words: str
    history: str
    tone: str


def headlines(findings: Findings) -> list[Headline]:
    """Return up to four figures: who acts next, a strike at home, war, and quiet."""
    forecast = findings.forecast
    answers = main_answers(forecast)
    homes = [one for one in answers if one.rung == "strike-home"]
    wars = [one for one in answers if one.rung == "war"]
    calm = quiet(forecast)
    picked = [*homes[:1], *wars[-1:], *([calm] if calm else [])]
    return [*_next(findings), *(_of(findings, answer) for answer in picked)]


def _next(findings: Findings) -> list[Headline]:
    forecast = findings.forecast
    keys = {side.key for side in forecast.sides}
    ways = [way for way in forecast.next_acts if way.actor in keys]
    if not ways:
        return []
    # That nobody acts is the last of the figures; the first is the side likeliest to.
    way = max(ways, key=lambda one: one.probability)
    label = f"The next act{above_shadow(forecast)} is by {side_name(forecast, way.actor)}"
    asked = find(forecast, "next", way.actor)
    return [
        Headline(
            percent(way.probability),
            band(way.low, way.high),
            label,
            asked.words if asked else "",
            history(way.baseline),
            f"tone-{side_tone(findings, way.actor)}",
        )
    ]


def _of(findings: Findings, answer: Answer) -> Headline:
    asked, rest = question_parts(findings, answer)
    return Headline(
        percent(answer.probability),
        band(answer.low, answer.high),
        f"{asked}, {rest}",
        answer.words,
        history(answer.baseline),
        f"tone-{side_tone(findings, answer.side)}",
    )
