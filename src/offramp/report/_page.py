"""The parts of the page that are no charts: its outline, its lists and its tables."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.metadata import version
from typing import Any

from offramp.futures._results import Answer, Findings, PosturePath
from offramp.report._account import account_of
from offramp.report._items import Item
from offramp.report._labels import (
    answer_text,
    baseline_text,
    error_text,
    main_answers,
    question,
    question_parts,
    side_name,
)
from offramp.report._ladder import rung_name
from offramp.report._text import (
    NBSP,
    NOTHING,
    brief_day,
    day,
    days_between,
    listing,
    number,
    percent,
    sentence_case,
    short,
    signed,
)
from offramp.report.charts._exchange import claimant, exchange_title
from offramp.report.charts._ladder import window
from offramp.report.charts._shape import GROUP_WORDS, millis, side_tone

SECTIONS = (
    ("situation", "The situation"),
    ("ladder", "The ladder through time"),
    ("ahead", "Who acts next, and how high"),
    ("odds", "How the odds moved"),
    ("why", "Why: each side’s ledger"),
    ("posture", "Posture"),
    ("exchanges", "The exchanges"),
    ("firsts", "Firsts and records"),
    ("happened", "What happened"),
    ("basis", "What it rests on"),
)
# The page stays under 1.5 MB: entries are listed, the latest first, until they fill this.
LISTED_CHARACTERS = 170_000
ENTRY_CHARACTERS = 480


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


def outline(findings: Findings, charts: Collection[str], unlisted: int) -> Outline:
    """Lay out the page's head, contents and colophon."""
    forecast = findings.forecast
    there = {
        "odds": "odds" in charts,
        "why": bool({"ledger-today", "ledger-terms"} & set(charts)),
        "posture": bool(findings.postures),
        "exchanges": bool(forecast.exchanges),
        "firsts": bool(findings.firsts),
        "happened": bool(findings.reveals),
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


def answer_rows(findings: Findings) -> list[tuple[str, ...]]:
    """Lay out every answer."""
    return [
        (
            question(findings, answer),
            answer_text(findings, answer),
            answer.words or NOTHING,
            baseline_text(findings, answer),
            error_text(answer),
            answer.kind,
            short(answer.basis, 300),
        )
        for answer in findings.forecast.answers
    ]


def listed_entries(findings: Findings) -> tuple[list[Item], int]:
    """Return the acts and signals to list, the latest first, and how many are left out."""
    account = account_of(findings)
    items = sorted(
        (*account.acts, *account.signals), key=lambda item: (item.last, item.first), reverse=True
    )
    listed: list[Item] = []
    room = LISTED_CHARACTERS
    for item in items:
        room -= _size(item)
        if room < 0:
            break
        listed.append(item)
    return listed, len(items) - len(listed)


def _size(item: Item) -> int:
    texts = [item.title, item.who, item.whom, item.summary]
    texts += [text for pair in item.facts for text in pair]
    texts += [text for q in item.quotes for text in (q.title, q.publisher, q.quote, q.url or "")]
    return ENTRY_CHARACTERS + sum(len(text) for text in texts) + 130 * len(item.quotes)


def posture_cards(findings: Findings) -> list[dict[str, Any]]:
    """Lay out each side's posture and its shift."""
    return [
        {
            "side": sentence_case(side_name(findings.forecast, path.side)),
            "tone": f"tone-{side_tone(findings, path.side)}",
            "prior": path.driven_by == "prior",
            "now": _posture_now(path),
            "shift": _shift(path),
            "factor": f"Log Bayes factor of a shift against none: "
            f"{signed(path.log_bayes_factor, 1)}. Near 0, the acts on record hardly tell the "
            "two apart.",
        }
        for path in findings.postures
    ]


def _posture_now(path: PosturePath) -> str:
    if not path.shares:
        return "No posture was inferred."
    told = listing(
        f"{percent(share)} {short(name, 60)}"
        for name, share in sorted(
            zip(path.postures, path.shares[-1], strict=True), key=lambda pair: -pair[1]
        )
    )
    return f"On {day(path.days[-1])}: {told}."


def _shift(path: PosturePath) -> str:
    lead = f"Chance that it changed since {day(path.days[0])}: " if path.days else "Chance: "
    if path.shift_date is None:
        return f"{lead}{percent(path.shift_chance)}; no day stands out."
    span = (
        f" (80{NBSP}%: {days_between(path.shift_from, path.shift_to)})"
        if path.shift_from is not None and path.shift_to is not None
        else ""
    )
    return f"{lead}{percent(path.shift_chance)}, most likely on {day(path.shift_date)}{span}."


def exchange_cards(findings: Findings) -> list[dict[str, Any]]:
    """Lay out what is known of each exchange besides its numbers."""
    cards: list[dict[str, Any]] = []
    for one in findings.forecast.exchanges:
        defenders = listing(claimant(findings, name) for name in one.defenders)
        notice = (
            f"{number(one.notice_hours, 0)}{NBSP}hours’ notice"
            if one.notice_hours is not None
            else "no notice on record"
        )
        told = (
            f"By {side_name(findings.forecast, one.by)} against "
            f"{side_name(findings.forecast, one.against)}; {notice}; "
            f"{f'defended by {defenders}' if defenders else 'no defender on record'}. Notice and "
            f"allies multiply the odds of stopping by {number(one.readiness, 2)}."
        )
        cards.append(
            {
                "title": exchange_title(findings, one),
                "tone": f"tone-{side_tone(findings, one.by)}",
                "under_way": one.under_way,
                "told": told,
                "basis": one.basis,
            }
        )
    return cards


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


def reveal_rows(findings: Findings) -> list[tuple[str, ...]]:
    """Lay out what happened beside what was forecast."""
    asked = {answer.ask: question(findings, answer) for answer in findings.forecast.answers}
    titles = {act.id: act.title for act in account_of(findings).acts}
    words = {True: "yes", False: "no", None: "still open"}
    return [
        (
            asked.get(one.ask, short(one.ask, 160)),
            percent(one.probability),
            percent(one.baseline),
            words[one.happened],
            short(titles.get(one.by_act, one.by_act), 120) if one.by_act else NOTHING,
            number(one.brier, 3),
            number(one.brier_baseline, 3),
        )
        for one in findings.reveals
    ]


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
            short(one.acts_on, 160),
            short(one.basis, 300),
        )
        for one in ranked
    ]
