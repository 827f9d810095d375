"""The parts of the page that are no charts: its outline, its lists and its tables."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.metadata import version
from typing import Any

from offramp.futures import Answer, Findings, Reveal
from offramp.report._account import account_of
from offramp.report._dossier import SECTIONS as DOSSIER
from offramp.report._items import Item
from offramp.report._labels import (
    answer_text,
    baseline_text,
    error_text,
    main_answers,
    question,
    question_parts,
)
from offramp.report._ladder import rung_name
from offramp.report._text import (
    NBSP,
    NOTHING,
    brief_day,
    day,
    number,
    percent,
    sentence_case,
    short,
    signed,
)
from offramp.report._track_record import BASE, NAMES, track_rows, track_sentences
from offramp.report._track_record import shown as track_record
from offramp.report.charts._ladder import window
from offramp.report.charts._shape import GROUP_WORDS, millis, side_tone
from offramp.scoring import TrackRecord

SECTIONS = (
    ("situation", "The situation"),
    ("ladder", "The ladder through time"),
    ("ahead", "Who acts next, and how high"),
    ("odds", "How the odds moved"),
    ("why", "Why: each side’s ledger"),
    ("posture", "Posture"),
    ("exchanges", "The exchanges"),
    ("firsts", "Firsts and records"),
    *DOSSIER,
    ("happened", "What happened"),
    ("track", "How such forecasts have done"),
    ("basis", "What it rests on"),
)


@dataclass(frozen=True)
class Outline:
    """What stands at the head of the page and beside it."""

    as_of: str
    first_day: str
    last_day: str
    contents: tuple[tuple[str, str], ...]
    number: dict[str, int]
    titles: dict[str, str]
    spans: tuple[tuple[str, int, int], ...]
    usual: str | None
    dials: int
    terms: int
    run: tuple[tuple[str, str], ...]
    run_id: str
    version: str
    unlisted: int


def outline(
    findings: Findings, charts: Collection[str], parts: Collection[str], unlisted: int
) -> Outline:
    """Lay out the page's head, contents and colophon."""
    forecast = findings.forecast
    there = {
        "odds": "odds" in charts,
        "why": bool({"ledger-today", "ledger-terms"} & set(charts)),
        "posture": bool(findings.postures),
        "exchanges": bool(forecast.exchanges),
        "firsts": bool(findings.firsts),
        **{key: key in parts for key, _ in DOSSIER},
        "happened": bool(findings.reveals),
        "track": track_record() is not None,
    }
    contents = tuple((key, title) for key, title in SECTIONS if there.get(key, True))
    own = {term.name: term.group for term in findings.ledger.terms}
    return Outline(
        as_of=day(forecast.as_of),
        first_day=day(forecast.as_of + timedelta(days=1)),
        last_day=day(forecast.as_of + timedelta(days=forecast.horizon_days)),
        contents=contents,
        number={key: n for n, (key, _) in enumerate(contents, start=1)},
        titles=dict(contents),
        spans=_spans(findings),
        usual=rung_name(findings, forecast.usual_rung) if forecast.usual_rung else None,
        dials=sum(group == "dial" for group in own.values()),
        terms=len(own),
        run=_run(findings),
        run_id=forecast.run,
        version=version("offramp"),
        unlisted=unlisted,
    )


def _spans(findings: Findings) -> tuple[tuple[str, int, int], ...]:
    account = account_of(findings)
    first, last = window(findings, account)
    year = last - timedelta(days=365)
    spans: list[tuple[str, date]] = [("The confrontation", first)]
    if account.begins < first:
        spans.append(("A year", max(year, account.begins - timedelta(days=5))))
        spans.append(("The whole record", account.begins - timedelta(days=5)))
    return tuple((label, millis(start), millis(last)) for label, start in spans)


def _run(findings: Findings) -> tuple[tuple[str, str], ...]:
    forecast = findings.forecast
    again = (
        f"offramp report {forecast.crisis} --as-of {forecast.as_of.isoformat()} "
        f"--seed {forecast.seed} --draws {forecast.draws}"
    )
    return (
        ("Crisis", f"{forecast.title} ({forecast.crisis})"),
        ("As of", f"the end of {day(forecast.as_of)}"),
        ("Horizon", f"{forecast.horizon_days}{NBSP}days"),
        ("Futures", number(forecast.draws, 0)),
        ("Seed", str(forecast.seed)),
        ("Run", forecast.run),
        ("Offramp", version("offramp")),
        ("To run it again", again),
    )


def main_rows(findings: Findings) -> list[dict[str, Any]]:
    """Lay out the main answers, each with its bar."""
    return [
        {
            "question": question_parts(findings, answer),
            "answer": answer_text(findings, answer),
            "words": answer.words,
            "baseline": baseline_text(findings, answer),
            "bar": _bar(findings, answer),
        }
        for answer in main_answers(findings.forecast)
    ]


def _bar(findings: Findings, answer: Answer) -> dict[str, Any] | None:
    if answer.probability is None:
        return None
    low, high = max(answer.low, 0.0), min(answer.high, 1.0)
    base = answer.baseline
    return {
        "tone": f"tone-{side_tone(findings, answer.side)}",
        "low": round(100 * low, 1),
        "width": round(100 * max(high - low, 0.002), 1),
        "at": round(100 * answer.probability, 1),
        "base": None if base is None else round(100 * base, 1),
    }


def answer_rows(findings: Findings) -> tuple[list[tuple[str, ...]], list[str]]:
    """Lay out every answer, and by number the few things that they rest on."""
    bases = list(dict.fromkeys(answer.basis for answer in findings.forecast.answers))
    rows = [
        (
            question(findings, answer),
            answer_text(findings, answer),
            answer.words or NOTHING,
            baseline_text(findings, answer),
            error_text(answer),
            answer.kind,
            str(bases.index(answer.basis) + 1),
        )
        for answer in findings.forecast.answers
    ]
    return rows, [f"{n}: {short(basis, 300)}" for n, basis in enumerate(bases, start=1)]


def entries(findings: Findings) -> list[Item]:
    """Return all acts and signals, the latest first."""
    account = account_of(findings)
    return sorted(
        (*account.acts, *account.signals), key=lambda item: (item.last, item.first), reverse=True
    )


def first_lines(findings: Findings) -> list[dict[str, str]]:
    """Lay out the firsts and records."""
    titles = {act.id: act.title for act in account_of(findings).acts}
    return [
        {
            "kind": one.kind,
            "sentence": one.sentence,
            "told": f"{brief_day(one.date)}, “{titles.get(one.act, one.act)}”; held against "
            f"{one.compared_with} earlier acts since {brief_day(one.since)}",
        }
        for one in findings.firsts
    ]


@dataclass(frozen=True)
class Revealed:
    """What happened, for the main questions and for the rest."""

    main: tuple[tuple[str, ...], ...]
    rest: tuple[tuple[str, ...], ...]


def reveal_rows(findings: Findings) -> Revealed | None:
    """Lay out what happened beside what was forecast; None where nobody asked."""
    if not findings.reveals:
        return None
    first = {answer.ask for answer in main_answers(findings.forecast)}
    first |= {answer.ask for answer in findings.forecast.answers if answer.topic == "next"}
    main = [one for one in findings.reveals if one.ask in first] or list(findings.reveals)
    rest = [one for one in findings.reveals if one not in main]
    lay = _reveal_row(findings)
    return Revealed(tuple(map(lay, main)), tuple(map(lay, rest)))


def _reveal_row(findings: Findings) -> Callable[[Reveal], tuple[str, ...]]:
    asked = {answer.ask: question(findings, answer) for answer in findings.forecast.answers}
    titles = {act.id: act.title for act in account_of(findings).acts}
    words = {True: "yes", False: "no", None: "still open"}

    def lay(one: Reveal) -> tuple[str, ...]:
        return (
            asked.get(one.ask, short(one.ask, 160)),
            percent(one.probability),
            percent(one.baseline),
            words[one.happened],
            short(titles.get(one.by_act, one.by_act), 120) if one.by_act else NOTHING,
            number(one.brier, 3),
            number(one.brier_baseline, 3),
        )

    return lay


def parameter_rows(findings: Findings) -> list[tuple[str, ...]]:
    """Lay out the parameters: base first, then learned, then dials."""
    order = list(GROUP_WORDS)
    ranked = sorted(findings.parameters, key=lambda one: order.index(one.group))
    return [
        (
            short(one.label, 120),
            GROUP_WORDS[one.group],
            signed(one.mean),
            f"{signed(one.low)} to {signed(one.high)}",
            short(one.acts_on, 110),
            short(one.basis, 220),
        )
        for one in ranked
    ]


def track(record: TrackRecord | None) -> dict[str, Any] | None:
    """Lay out how such forecasts have done; None where there is no track record."""
    if record is None:
        return None
    base = sentence_case(NAMES[BASE].removeprefix("the "))
    header = ("Question", "Offramp", base, "Boosting", "Confrontations")
    lead, *rest = track_sentences(record)
    return {"lead": lead, "rest": rest, "header": header, "rows": track_rows(record)}
