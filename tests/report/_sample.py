"""An invented crisis between two invented states, with findings to draw."""

import math
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from offramp.futures import (
    Answer,
    Delay,
    ExchangeAnswer,
    ExchangeClaim,
    ExchangeKind,
    Findings,
    First,
    Forecast,
    HighestRung,
    Ledger,
    LedgerTerm,
    NextAct,
    OddsLine,
    OddsPath,
    ParameterNote,
    PosturePath,
    Quantiles,
    Reveal,
    RiskCurve,
    Side,
)
from offramp.record import Record

AS_OF = date(2011, 4, 14)
OPENS = date(2011, 4, 1)
RUNGS = (
    "calm",
    "words",
    "coercion",
    "threat",
    "display",
    "seizure",
    "shadow-attack",
    "strike-abroad",
    "strike-home",
    "campaign",
    "war",
)

SHADOW = [
    ("2009-06-12", "fen-guard", "bland", "shadow-attack", "proxy", "Rockets from the Fens"),
    ("2009-09", "bland", "fen-guard", "strike-abroad", "direct", "Air strikes on a Fen camp"),
    ("2009-12-03", "bland", "aland", "shadow-attack", "covert", "An engineer is shot in Alport"),
    ("2010-02-20", "aland", "bland", "shadow-attack", "covert", "A tanker is mined off Blay"),
    ("2010-03-01/2010-03-09", "bland", "aland", "display", "direct", "Naval exercise off Alport"),
    ("2010-05-17", "fen-guard", "bland", "shadow-attack", "proxy", "A patrol is ambushed"),
    ("2010-05-18", "bland", "fen-guard", "strike-abroad", "direct", "Strike on a Fen depot"),
    ("2010-07-02", "bland", "aland", "coercion", "direct", "Port fees tripled"),
    ("2010-07~", "bland", "aland", "shadow-attack", "covert", "A plant in Aldeney burns"),
    ("2010-09-09", "aland", "bland", "seizure", "direct", "A Bland trawler is boarded"),
    ("2010-09-30", "aland", "bland", "conciliation", "direct", "The crew is released"),
    ("2010-11-11", "fen-guard", "bland", "shadow-attack", "proxy", "Mortars on a border post"),
    ("2010-11-12", "bland", "fen-guard", "strike-abroad", "direct", "Strike across the Fens"),
    ("2010-12-24", "bland", "aland", "strike-abroad", "direct", "A convoy is hit in Corland"),
    ("2011-01-08", "aland", "bland", "shadow-attack", "covert", "A registry is broken into"),
    ("2011-01-19", "fen-guard", "bland", "shadow-attack", "proxy", "Drone over Blay"),
    ("2011-01-20", "bland", "fen-guard", "strike-abroad", "direct", "Two Fen launch sites hit"),
    ("2011-02-03", "aland", "bland", "words", "direct", "Protest at the assembly"),
    ("2011-02-15", "bland", "aland", "shadow-attack", "covert", "A colonel is killed in Corland"),
    ("2011-02-16", "aland", "bland", "threat", "direct", "“There will be an answer”"),
    ("2011-03-02", "fen-guard", "bland", "shadow-attack", "proxy", "Rockets from the Fens"),
    ("2011-03-03", "bland", "fen-guard", "strike-abroad", "direct", "Strike on a Fen workshop"),
    ("2011-03-11", "aland", "bland", "display", "direct", "Missile test in the gulf"),
    ("2011-03-22", "bland", "aland", "strike-abroad", "direct", "An airfield in Corland is hit"),
    ("2011-03-23/2011-03-26", "aland", "bland", "display", "direct", "Reservists called up"),
    ("2011-03-28", "corland", "bland", "words", "direct", "Corland protests"),
]
OPEN = [
    ("2011-04-01", "bland", "aland", "strike-abroad", "direct", "The legation in Corvale is hit"),
    ("2011-04-02", "aland", "bland", "words", "direct", "Envoys summoned"),
    ("2011-04-03", "fen-guard", "bland", "shadow-attack", "proxy", "Mortars on a border post"),
    ("2011-04-04", "bland", "fen-guard", "strike-abroad", "direct", "Strike across the Fens"),
    ("2011-04-05~", "bland", "aland", "shadow-attack", "covert", "A rail bridge is sabotaged"),
    ("2011-04-06", "bland", "aland", "display", "direct", "Leave cancelled, reservists called"),
    ("2011-04-08", "aland", "bland", "threat", "direct", "“The legation was our soil”"),
    ("2011-04-09", "corland", "aland", "conciliation", "direct", "Corland offers to mediate"),
    ("2011-04-10", "aland", "bland", "display", "direct", "Launchers leave their garrisons"),
    ("2011-04-11", "bland", "aland", "threat", "direct", "“We shall strike at home if struck”"),
    ("2011-04-12", "aland", "bland", "seizure", "direct", "A Bland freighter is seized"),
    ("2011-04-13", "aland", "bland", "strike-home", "direct", "Operation Plain Answer"),
    ("2011-04-13", "fen-guard", "bland", "shadow-attack", "proxy", "Forty rockets from the Fens"),
    ("2011-04-14", "bland", "fen-guard", "strike-abroad", "direct", "Strike on a Fen battery"),
]
SIGNALS = [
    ("2010-11-12", "bland", "aland", "warning", "Proxies will not shield their masters"),
    ("2011-02-16", "aland", "bland", "vow", "The colonel will be avenged"),
    ("2011-03-12", "bland", "aland", "accusation", "The test broke the accord"),
    ("2011-03-29", "dorland", "bland", "stance", "Dorland calls for restraint"),
    ("2011-04-01", "aland", "bland", "accusation", "A legation is sovereign soil"),
    ("2011-04-02", "aland", "bland", "vow", "They will regret it"),
    ("2011-04-03", "aland", "bland", "vow", "The answer will come from our own land"),
    ("2011-04-04", "dorland", "aland", "mediation", "Dorland carries a message"),
    ("2011-04-06", "aland", "dorland", "conditional-threat", "Bases that help will be targets"),
    ("2011-04-07", "bland", "aland", "conditional-threat", "Whoever strikes us is struck"),
    ("2011-04-08", "aland", "bland", "demand", "Hand over those who gave the order"),
    ("2011-04-10", "aland", "corland", "notice", "Seventy-two hours’ notice to the neighbours"),
    ("2011-04-11", "dorland", "bland", "stance", "Dorland backs the defence of Bland"),
    ("2011-04-12", "corland", "aland", "offer", "Corland offers a venue"),
    ("2011-04-13", "aland", "bland", "justification", "Self-defence under the charter"),
    ("2011-04-14", "aland", "bland", "limit", "The matter can be deemed closed"),
    ("2011-04-14", "aland", "aland", "framing", "Every target was reached"),
    ("2011-04-14", "bland", "aland", "vow", "There will be an answer"),
    ("2011-04-14", "dorland", "bland", "stance", "Dorland will take no part in an attack"),
    ("2011-04-14", "dorland", "bland", "assurance", "The defence of Bland stands"),
]


def record_fields() -> dict[str, Any]:
    """Return the record as the fields of a file."""
    sources = [
        {
            "id": f"s{n}",
            "kind": kind,
            "title": title,
            "publisher": publisher,
            "date": "2011-04-14" if n > 3 else "2009-06-12",
            "url": f"https://example.org/{n}",
            "reliability": grade,
        }
        for n, (kind, title, publisher, grade) in enumerate(
            [
                ("news", "Chronicle of the shadow war", "Corvale Gazette", "B"),
                ("report", "Strikes outside the home soil, a tally", "Institute of the Fens", "B"),
                ("reference", "A register of incidents", "University of Dorland", "A"),
                ("news", "Daily wire", "North Sea Agency", "C"),
                ("official", "Statement of the General Staff", "Aland Ministry of War", "D"),
                ("official", "Briefing on the night of the 13th", "Bland Defence Staff", "C"),
                ("commentary", "After Plain Answer", "Dorland Review", "B"),
                ("news", "Launch and interception: what is known", "North Sea Agency", "B"),
            ]
        )
    ]
    acts: list[dict[str, Any]] = []
    for n, (when, by, against, rung, channel, title) in enumerate([*SHADOW, *OPEN]):
        hidden = channel == "covert"
        acts.append(
            {
                "id": f"act{n}",
                "date": when,
                "by": [by],
                "against": [against],
                "act": rung,
                "channel": channel,
                "admitted": ("denied" if n % 2 else "no") if hidden else "yes",
                "title": title,
                "summary": f"{title}; reported on the day by two agencies.",
                "sources": [
                    {"id": f"s{n % 4}", "quote": f"“{title}”, witnesses and officials said."},
                    {"id": f"s{(n + 1) % 4}"},
                ],
            }
        )
    legation = next(act for act in acts if "legation in" in act["title"])
    legation |= {
        "admitted": "no",
        "place": {"name": "Corvale, Corland"},
        "target": {
            "kind": "diplomatic",
            "sovereign": "yes",
            "leaders": [{"name": "Marshal Orlo", "rank": "general"}],
        },
        "killed": "7..16",
        "damage": "serious",
    }
    salvo = next(act for act in acts if act["title"] == "Operation Plain Answer")
    salvo |= {
        "id": "plain-answer",
        "answers": [legation["id"]],
        "withheld": ["fen-guard"],
        "killed": 0,
        "exchange": {
            "launched": {"drone": 170, "cruise": 30, "ballistic": "110..120"},
            "defenders": ["bland", "dorland"],
            "notice_hours": 72,
            "outcome": [{"says": "s5", "drone": {"stopped": 170}, "ballistic": {"hit": "4..9"}}],
        },
    }
    signals = [
        {
            "id": f"signal{n}",
            "date": when,
            "from": sender,
            "to": [receiver],
            "kind": kind,
            "title": title,
            "sources": [{"id": "s3", "quote": title}],
        }
        for n, (when, sender, receiver, kind, title) in enumerate(SIGNALS)
    ]
    return {
        "offramp": 1,
        "id": "aland-bland-2011",
        "title": "Aland and Bland, June 2009 to April 2011",
        "opens": "2011-04-01",
        "sides": {"aland": ["aland"], "bland": ["bland"]},
        "sources": sources,
        "parties": [
            {"id": "aland", "name": "Aland", "kind": "state"},
            {"id": "bland", "name": "Bland", "kind": "state"},
            {"id": "fen-guard", "name": "Fen Guard", "kind": "armed-group"},
            {"id": "corland", "name": "Corland", "kind": "state"},
            {"id": "dorland", "name": "Dorland", "kind": "state"},
        ],
        "relations": [{"kind": "proxy-of", "from": "fen-guard", "to": "aland"}],
        "acts": acts,
        "signals": signals,
    }


def _curve(side: str, rung: str, top: float) -> RiskCurve:
    days = tuple(range(1, 91))
    p = tuple(top * (1 - math.exp(-day / 22)) for day in days)
    return RiskCurve(
        side=side,
        rung=rung,
        days=days,
        probability=p,
        low=tuple(value * 0.35 for value in p),
        high=tuple(1 - (1 - value) ** 2.1 for value in p),
        baseline=tuple(top * 0.6 * (1 - math.exp(-day / 30)) for day in days),
    )


def _curves() -> tuple[RiskCurve, ...]:
    tops = {
        "display": (0.86, 0.82),
        "strike-abroad": (0.62, 0.74),
        "strike-home": (0.28, 0.49),
        "campaign": (0.10, 0.15),
        "war": (0.05, 0.05),
    }
    curves: list[RiskCurve] = []
    for rung, (first, second) in tops.items():
        curves += [_curve("aland", rung, first), _curve("bland", rung, second)]
        curves.append(_curve("either", rung, 1 - (1 - first) * (1 - second)))
    return tuple(curves)


def _words(p: float) -> str:
    scale = [
        (0.05, "almost no chance"),
        (0.2, "very unlikely"),
        (0.45, "unlikely"),
        (0.55, "roughly even chance"),
        (0.8, "likely"),
        (0.95, "very likely"),
    ]
    return next((word for top, word in scale if p < top), "almost certain")


def _answers(curves: tuple[RiskCurve, ...], ways: tuple[NextAct, ...]) -> tuple[Answer, ...]:
    shared: dict[str, Any] = {"value": None, "unit": "", "mc_error": 0.004}
    answers = [
        Answer(
            ask=f"{curve.side} >= {curve.rung} within {days}d",
            topic="rung",
            probability=curve.probability[days - 1],
            low=curve.low[days - 1],
            high=curve.high[days - 1],
            baseline=curve.baseline[days - 1],
            words=_words(curve.probability[days - 1]),
            basis="10,000 futures; rates counted from confrontations up to 1994",
            side=curve.side,
            rung=curve.rung,
            within=days,
            **shared,
        )
        for curve in curves
        for days in (7, 30, 90)
    ]
    answers += [
        Answer(
            ask="next",
            topic="next",
            probability=way.probability,
            low=way.low,
            high=way.high,
            baseline=way.baseline,
            words=_words(way.probability),
            basis="10,000 futures",
            side=way.actor,
            **shared,
        )
        for way in ways
    ]
    answers.append(
        Answer(
            ask="quiet for 60d",
            topic="quiet",
            probability=0.31,
            low=0.09,
            high=0.58,
            baseline=0.38,
            words="unlikely",
            basis="10,000 futures",
            within=60,
            **shared,
        )
    )
    answers.append(
        Answer(
            ask="delay",
            topic="delay",
            probability=None,
            value=9.0,
            unit="days",
            low=3.0,
            high=31.0,
            mc_error=0.2,
            baseline=14.0,
            words="",
            basis="10,000 futures",
            side="either",
        )
    )
    answers.append(
        Answer(
            ask="highest",
            topic="highest",
            probability=None,
            value=7.0,
            unit="rung",
            low=4.0,
            high=9.0,
            mc_error=0.1,
            baseline=7.0,
            words="",
            basis="10,000 futures",
            within=90,
        )
    )
    return tuple(answers)


def _next_acts() -> tuple[NextAct, ...]:
    def split(total: float) -> tuple[tuple[str, float], ...]:
        shares = {
            "threat": 0.08,
            "display": 0.24,
            "seizure": 0.05,
            "strike-abroad": 0.33,
            "strike-home": 0.27,
            "campaign": 0.02,
            "war": 0.01,
        }
        return tuple((rung, share * total) for rung, share in shares.items())

    return (
        NextAct("aland", 0.23, 0.11, 0.39, 0.31, split(0.23)),
        NextAct("bland", 0.52, 0.34, 0.69, 0.38, split(0.52)),
        NextAct("mutual", 0.07, 0.02, 0.16, 0.12, (("strike-abroad", 0.06), ("war", 0.01))),
        NextAct("none", 0.18, 0.07, 0.36, 0.19, ()),
    )


def _highest() -> HighestRung:
    days = tuple(range(1, 91))
    final = (0.14, 0.0, 0.0, 0.05, 0.13, 0.04, 0.0, 0.27, 0.24, 0.08, 0.05)
    rows: list[tuple[float, ...]] = []
    for day in days:
        grown = [share * (1 - math.exp(-day / 18)) / 0.9933 for share in final[1:]]
        rows.append((1 - sum(grown), *grown))
    return HighestRung(days=days, rungs=RUNGS, shares=tuple(rows))


def _quantiles(mean: float, spread: float) -> Quantiles:
    low = max(mean - 2 * spread, 0)
    return Quantiles(
        mean, low, max(mean - 0.7 * spread, 0), mean, mean + 0.7 * spread, mean + 2 * spread
    )


def _exchanges() -> tuple[ExchangeAnswer, ...]:
    known = date(2011, 4, 14)
    return (
        ExchangeAnswer(
            act="plain-answer",
            by="aland",
            against="bland",
            under_way=False,
            notice_hours=72.0,
            defenders=("bland", "dorland"),
            readiness=1.8,
            kinds=(
                ExchangeKind(
                    "drone",
                    _quantiles(170, 0),
                    _quantiles(12, 5),
                    _quantiles(150, 8),
                    _quantiles(6, 4),
                ),
                ExchangeKind(
                    "cruise",
                    _quantiles(30, 0),
                    _quantiles(3, 1.5),
                    _quantiles(24, 3),
                    _quantiles(3, 2),
                ),
                ExchangeKind(
                    "ballistic",
                    _quantiles(115, 3),
                    _quantiles(22, 11),
                    _quantiles(80, 15),
                    _quantiles(12, 7),
                ),
            ),
            claims=(
                ExchangeClaim("s5", "drone", None, (170, 170), (0, 0), known),
                ExchangeClaim("s5", "cruise", None, (25, 30), (0, 0), known),
                ExchangeClaim("s5", "ballistic", None, (100, 110), (4, 9), known),
                ExchangeClaim("aland", "ballistic", None, None, (60, 60), known),
            ),
            basis="Shapes by kind from a published table of salvoes; readiness is a dial.",
        ),
    )


def _odds() -> OddsPath:
    days = tuple(OPENS + timedelta(days=n) for n in range(-1, 14))
    lines: list[OddsLine] = []
    for ask, label, side, start, step, jump in (
        (
            "bland >= strike-home within 30d",
            "Bland strikes at home in 30 days",
            "bland",
            9,
            0.6,
            18,
        ),
        (
            "aland >= strike-home within 30d",
            "Aland strikes at home in 30 days",
            "aland",
            8,
            1.4,
            -3,
        ),
        ("either >= war within 90d", "War within 90 days", None, 2, 0.15, 2),
        ("quiet for 60d", "Quiet for 60 days", None, 48, -0.8, -6),
    ):
        p = tuple(
            (start + step * n + (jump if n >= 13 else 0) + 1.2 * math.sin(n)) / 100
            for n in range(len(days))
        )
        lines.append(
            OddsLine(
                ask=ask,
                label=label,
                side=side,
                probability=p,
                low=tuple(value * 0.4 for value in p),
                high=tuple(1 - (1 - value) ** 2 for value in p),
                baseline=tuple(start / 100 for _ in days),
            )
        )
    return OddsPath(days=days, horizon_days=90, draws=2000, lines=tuple(lines))


TERMS = (
    ("era", "level of the era", "base", -4.2, 0.0, 0.3),
    ("tempo", "tempo of the confrontation", "base", 0.9, 0.5, 0.4),
    ("momentum", "own recent acts", "learned", 0.8, 0.5, 0.2),
    ("answering", "the other’s last act", "learned", 0.5, 0.6, 0.2),
    ("clashes", "history of mutual clashes", "learned", 0.3, 0.0, 0.15),
    ("posture", "posture", "learned", 0.2, 0.3, 0.2),
    ("soil", "sovereign soil, senior leader", "dial", 0.4, 0.2, 0.5),
    ("dead", "dead", "dial", 0.2, 0.1, 0.2),
    ("vow", "public vow", "dial", 0.2, 0.3, 0.5),
    ("limit", "limit declared", "dial", -0.1, -0.4, 0.5),
    ("restraint", "restraint by a partner", "dial", -0.1, -0.2, 0.4),
    ("fear", "fear of the answer", "dial", 0.0, 0.0, 0.4),
    ("notice", "notice, warning", "dial", -0.05, -0.2, 0.4),
    ("pressure", "pressure at home", "dial", 0.0, 0.15, 0.4),
)


def _ledger() -> Ledger:
    days = tuple(OPENS + timedelta(days=n) for n in range(-14, 14))
    terms: list[LedgerTerm] = []
    for side, sign in (("aland", 1.0), ("bland", 1.4)):
        for n, (name, label, group, start, step, width) in enumerate(TERMS):
            mean = tuple(
                start + step * sign / (1 + math.exp(-(d - 14 - (13 if n % 3 == 0 else 0)) / 2))
                for d in range(len(days))
            )
            terms.append(
                LedgerTerm(
                    side=side,
                    name=name,
                    label=label,
                    group=group,  # type: ignore[arg-type]
                    mean=mean,
                    low=tuple(value - 1.64 * width for value in mean),
                    high=tuple(value + 1.64 * width for value in mean),
                    basis=f"Basis of {label}: counted up to 1994"
                    if group != "dial"
                    else f"Prior for {label}; association in a codebook, shrunk by half",
                )
            )
    totals: list[LedgerTerm] = []
    for side in ("aland", "bland"):
        own = [term for term in terms if term.side == side]
        mean = tuple(sum(term.mean[d] for term in own) for d in range(len(days)))
        totals.append(
            LedgerTerm(
                side=side,
                name="total",
                label="log-hazard of using force",
                group="learned",
                mean=mean,
                low=tuple(value - 1.2 for value in mean),
                high=tuple(value + 1.2 for value in mean),
                basis="the sum of the terms",
            )
        )
    return Ledger(days=days, terms=tuple(terms), totals=tuple(totals))


def _postures() -> tuple[PosturePath, ...]:
    days = tuple(OPENS + timedelta(days=n) for n in range(-90, 14))
    paths: list[PosturePath] = []
    for side, late in (("aland", True), ("bland", False)):
        rows: list[tuple[float, float, float]] = []
        for n in range(len(days)):
            firm = 0.2 + (0.5 / (1 + math.exp(-(n - 92) / 3)) if late else 0.15)
            rows.append((0.7 - firm * 0.6, 0.3 - firm * 0.4, firm))
        paths.append(
            PosturePath(
                side=side,
                days=days,
                postures=("patient", "in kind", "firm"),
                shares=tuple(rows),
                shift_chance=0.64 if late else 0.12,
                shift_date=date(2011, 4, 2) if late else None,
                shift_from=date(2011, 3, 20) if late else None,
                shift_to=date(2011, 4, 13) if late else None,
                log_bayes_factor=0.8 if late else -0.4,
                driven_by="evidence" if late else "prior",
            )
        )
    return tuple(paths)


@lru_cache(maxsize=1)
def sample_record() -> Record:
    """Return the invented record as of the as-of date."""
    return Record.model_validate(record_fields()).as_of(AS_OF)


def sample_findings(record: Record | None = None, **changes: Any) -> Findings:
    """Return findings about the invented crisis.

    Parameters
    ----------
    record : Record, optional
        Another record than the invented one.
    changes
        Fields of Findings to replace.
    """
    curves, ways = _curves(), _next_acts()
    forecast = Forecast(
        crisis="aland-bland-2011",
        title="Aland and Bland, June 2009 to April 2011",
        as_of=AS_OF,
        horizon_days=90,
        seed=7,
        draws=10_000,
        run="5f0c1d7a9e42",
        sides=(Side("aland", "Aland"), Side("bland", "Bland")),
        usual_rung="shadow-attack",
        answers=_answers(curves, ways),
        curves=curves,
        next_acts=ways,
        delays=tuple(
            Delay(
                actor=actor,
                days=tuple(range(1, 91)),
                by_day=tuple(top * (1 - math.exp(-d / pace)) for d in range(1, 91)),
                low=tuple(top * 0.6 * (1 - math.exp(-d / pace)) for d in range(1, 91)),
                high=tuple(min(top * 1.25, 1) * (1 - math.exp(-d / pace)) for d in range(1, 91)),
            )
            for actor, top, pace in (("aland", 0.55, 30), ("bland", 0.7, 16), ("either", 0.82, 12))
        ),
        highest=_highest(),
        exchanges=_exchanges(),
        notes=(
            "Dials are priors and no findings; nothing in this record tests them.",
            "Signals and acts below a threat are given, not simulated: futures hold none.",
            "Nobody has shown skill at foretelling war within 90 days; read that line as history.",
        ),
    )
    fields: dict[str, Any] = {
        "record": record if record is not None else sample_record(),
        "forecast": forecast,
        "odds": _odds(),
        "ledger": _ledger(),
        "postures": _postures(),
        "firsts": (
            First(
                "plain-answer",
                date(2011, 4, 13),
                "first",
                "The first strike by Aland on the home soil of Bland.",
                39,
                date(2009, 6, 12),
            ),
            First(
                "plain-answer",
                date(2011, 4, 13),
                "record",
                "The most ballistic missiles launched in one exchange: 110 to 120.",
                39,
                date(2009, 6, 12),
            ),
        ),
        "parameters": tuple(
            ParameterNote(
                name=name,
                label=label,
                group=group,  # type: ignore[arg-type]
                mean=start + step,
                low=start + step - 1.28 * width,
                high=start + step + 1.28 * width,
                basis="Published associations up to 1994, shrunk by about half and widened",
                acts_on="log-hazard of using force",
            )
            for name, label, group, start, step, width in TERMS
        ),
        "reveals": (
            Reveal("bland >= strike-home within 30d", 0.34, 0.22, True, "act40", 0.44, 0.61),
            Reveal("aland >= strike-home within 30d", 0.21, 0.13, False, None, 0.04, 0.02),
            Reveal("either >= war within 90d", 0.05, 0.03, None, None, None, None),
        ),
    }
    return Findings(**(fields | changes))
