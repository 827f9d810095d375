"""The track record over the library, in words and as rows."""

from collections.abc import Mapping

from offramp._errors import OfframpError
from offramp.report._text import NBSP, NOTHING, brief_day, day, listing, number, percent, signed
from offramp.scoring import Interval
from offramp.scoring.library import (
    OURS,
    POOLED,
    WORDS,
    LibraryRecord,
    Miss,
    ShortRun,
    ShortScores,
    shipped_library_record,
)

NAMES: Mapping[str, str] = {
    OURS: "Offramp",
    "base_rate": "Base rate",
    "recent_base_rate": "Ten-year base rate",
    "markov": "Markov",
    "logistic": "Logistic",
    "shipped_base_rate": "Base rate of 1993–2002",
}
PROTOCOLS: Mapping[str, str] = {
    "forward": "Forward in time",
    "without": "All years without the crisis",
}
EXPLAINED: Mapping[str, str] = {
    "forward": "Each crisis is forecast by parameters and baselines that were learned only from "
    "what had closed before it opened. This leads.",
    "without": "Each crisis is forecast by parameters and baselines that were learned from all "
    "years, later ones too, save for the crisis itself. It is kinder, and stands beside.",
}
AS_SHIPPED = "With the parameters that ship"
MEASURES: Mapping[str, str] = {
    "brier": "Brier", "log": "log score, nats", "ranked": "ranked probability score",
}  # fmt: skip

MISS_HEADER = ("Crisis", "Evening of", "What was said", "What came", "Baselines said")
CRISIS_HEADER = ("Crisis", "Evenings", "Questions", "Said → came")

Rows = list[tuple[str, ...]]
Table = tuple[str, tuple[str, ...], Rows]
"""A title, a header, and rows."""


def heading(run: ShortRun) -> str:
    """Name what a run's forecasts rest on."""
    return AS_SHIPPED if any(source.saw for source in run.sources) else PROTOCOLS[run.protocol]


def explained(run: ShortRun) -> str:
    """Say what a run's forecasts rest on."""
    saw = sum(source.saw for source in run.sources)
    if not saw:
        return EXPLAINED[run.protocol]
    return (
        f"The parameters that ship, and the base rate of 1993–2002, were learned from years that "
        f"hold {saw} of these {len(run.sources)} crises, and later ones. This flatters both and "
        "is no forecast in time. Scores that are one need parameters for each crisis: run offramp "
        "learn --library first, and give --parameters."
    )


def miss_sentence(miss: Miss) -> str:
    """Tell one miss: the crisis, the day, what was said, and what came."""
    happened = f"It came: {miss.came}" if miss.yes else f"It did not come ({miss.came})"
    if miss.asked.startswith("no ") and not miss.yes:
        happened = f"What came: {miss.came}"
    return (
        f"{miss.title}, on the evening of {day(miss.day)}: {percent(miss.chance)} for "
        f"“{miss.asked}”. {happened}."
    )


def miss_rows(run: ShortRun) -> Rows:
    """Lay the misses out, worst first."""
    return [
        (
            miss.title,
            brief_day(miss.day),
            f"{miss.asked}: {percent(miss.chance)}",
            miss.came if miss.yes or miss.came != "no such act" else "It did not come",
            ", ".join(f"{NAMES.get(n, n)} {percent(chance)}" for n, chance in miss.rivals.items()),
        )
        for miss in run.misses
    ]


def verdict(run: ShortRun) -> tuple[str, ...]:
    """Say how Offramp did on all questions with a yes or no, and where a baseline is better."""
    pool = run.scores[POOLED]
    said, came = (percent(one.event.mean) if one else NOTHING for one in (pool.said, pool.came))
    gap = ""
    if pool.surprise:
        event, crisis = _points(pool.surprise.event), _points(pool.surprise.confrontation)
        gap = (
            f" What came less what was said, in points (95{NBSP}%): {event} per event, {crisis} "
            "per crisis."
        )
    return (
        f"{number(pool.questions, 0)} questions with a yes or no at {pool.moments} evenings of "
        f"{pool.crises} crises. Mean Brier score per crisis: {_means(pool)}. Offramp said "
        f"{said} on average; {came} came.{gap}",
        *(_against(run, unit) for unit in ("confrontation", "event")),
    )


def _means(scores: ShortScores) -> str:
    return ", ".join(
        f"{NAMES.get(name, name)} {number(mean.confrontation, 3)}"
        for name, mean in scores.means["brier"].items()
    )


def _against(run: ShortRun, unit: str) -> str:
    """Sort the baselines by whether Offramp is better than, worse than, or level with them."""
    told: dict[str, list[str]] = {}
    for measure, by in run.scores[POOLED].gaps.items():
        for name, gaps in by.items():
            gap: Interval = getattr(gaps, unit)
            words = "level with" if not gap.excludes_zero else "better than"
            if gap.excludes_zero and gap.mean > 0:
                words = "WORSE than"
            told.setdefault(words, []).append(f"{NAMES.get(name, name)} ({MEASURES[measure]})")
    each = "; ".join(f"{words} {listing(names)}" for words, names in told.items())
    where = "crisis" if unit == "confrontation" else "event"
    return f"Per {where}, by 95{NBSP}% intervals, Offramp is {each}."


def tables(run: ShortRun) -> list[Table]:
    """Lay out all scores of a run."""
    rivals = [name for name in run.scores[POOLED].means["brier"] if name != OURS]
    found: list[Table] = [
        _gaps(run, rivals, "confrontation", "Per crisis"),
        _gaps(run, rivals, "event", "Per event"),
        _means_table(run, [OURS, *rivals]),
        _said(run),
        _covered(run),
        _picked(run),
        _crises(run, [OURS, *rivals]),
    ]
    return [table for table in found if table[2]]


def _gaps(run: ShortRun, rivals: list[str], unit: str, title: str) -> Table:
    rows: Rows = []
    for group, scores in run.scores.items():
        for measure, by in scores.gaps.items():
            cells = (_gap(getattr(by[n], unit)) if n in by else "" for n in rivals)
            rows.append((WORDS[group], MEASURES[measure], str(scores.crises), *cells))
    header = ("Questions", "Score", "Crises", *(NAMES.get(name, name) for name in rivals))
    return (f"{title}: Offramp less each baseline (95 %); below 0, Offramp is better", header, rows)


def _gap(gap: Interval) -> str:
    mark = "" if not gap.excludes_zero else (" better" if gap.mean < 0 else " WORSE")
    return f"{signed(gap.mean, 3)} ({signed(gap.low, 3)} to {signed(gap.high, 3)}){mark}"


def _means_table(run: ShortRun, names: list[str]) -> Table:
    rows: Rows = []
    for group, scores in run.scores.items():
        for measure, by in scores.means.items():
            cells = (
                f"{number(by[n].event, 3)} / {number(by[n].confrontation, 3)}" if n in by else ""
                for n in names
            )
            count = f"{scores.questions} / {scores.moments} / {scores.crises}"
            rows.append((WORDS[group], MEASURES[measure], count, *cells))
    header = ("Questions", "Score", "Questions / evenings / crises",
              *(NAMES.get(name, name) for name in names))  # fmt: skip
    return ("Scores, per event / per crisis; less is better", header, rows)


def _said(run: ShortRun) -> Table:
    rows: Rows = []
    for group, scores in run.scores.items():
        if scores.said and scores.came and scores.miscalibration:
            lost, gap = scores.miscalibration, scores.surprise
            rows.append(
                (WORDS[group], _share(scores.said.event), _share(scores.came.event),
                 _points(gap.event) if gap else "", _points(gap.confrontation) if gap else "",
                 f"{number(lost.mean, 3)} ({number(lost.low, 3)} to {number(lost.high, 3)})")
            )  # fmt: skip
    header = ("Questions", "Offramp said", "It came", "Came less said, per event",
              "The same per crisis", "Miscalibration (CORP)")  # fmt: skip
    return ("Calibration, per event but for one column (95 %)", header, rows)


def _points(gap: Interval) -> str:
    low, high = (signed(100 * end, 0) for end in (gap.low, gap.high))
    return f"{signed(100 * gap.mean, 0)} ({low} to {high})"


def _covered(run: ShortRun) -> Table:
    rows: Rows = [
        (WORDS[group], f"{float(share):.0%}", _share(found.event), _share(found.confrontation))
        for group, scores in run.scores.items()
        for share, found in scores.coverage.items()
    ]
    header = ("Of", "Interval", "Held per event", "Held per crisis")
    return ("How often what came lay in Offramp’s central interval (95 %)", header, rows)


def _picked(run: ShortRun) -> Table:
    """Set the crises drawn by lot beside those that were chosen: per crisis, which all weigh."""
    rows: Rows = []
    for name, scores in run.picked.items():
        pool = scores[POOLED]
        held = [scores.get(group) for group in ("wait-30", "highest-30")]
        rows.append(
            (
                {"drawn": "drawn by lot", "chosen": "chosen"}.get(name, name),
                f"{pool.crises} / {pool.moments}",
                f"{_share(pool.said.confrontation)} → {_share(pool.came.confrontation)}"
                if pool.said and pool.came else "",
                _points(pool.surprise.confrontation) if pool.surprise else "",
                " · ".join(
                    f"{NAMES.get(n, n)} {number(mean.confrontation, 3)}"
                    for n, mean in pool.means["brier"].items()
                ),
                *(_share(one.coverage["0.9"].confrontation) if one else "" for one in held),
            )
        )  # fmt: skip
    header = ("Crises", "Crises / evenings", "Said → came", "Came less said", "Brier score",
              "Days to the next act in the 90 % interval", "Highest rung in it")  # fmt: skip
    return ("Drawn by lot, and chosen, per crisis (95 %)", header, rows)


def _crises(run: ShortRun, names: list[str]) -> Table:
    basis = {source.crisis: source for source in run.sources}
    rows: Rows = []
    for line in run.crises:
        source = basis[line.crisis]
        seen = "; has seen it" if source.saw else ""
        rows.append(
            (
                line.title, str(line.moments), str(line.questions),
                f"{percent(line.said)} → {percent(line.came)}",
                *(number(line.brier.get(name), 3) for name in names),
                f"{'prepared' if source.prepared else 'shipped'}, to {source.until.year}{seen}",
            )
        )  # fmt: skip
    header = (*CRISIS_HEADER, *(NAMES.get(name, name) for name in names), "Parameters")
    return ("Crisis by crisis: Brier score of the questions with a yes or no", header, rows)


def _share(found: Interval) -> str:
    return f"{percent(found.mean)} ({100 * found.low:.0f}–{100 * found.high:.0f})"


def library_shown(crisis: str, reveal: bool) -> dict[str, object] | None:
    """Lay out what a crisis' report shows; None where the record cannot be read."""
    try:
        return short_form(shipped_library_record(), crisis, reveal)
    except OfframpError:
        return None


def short_form(record: LibraryRecord, crisis: str, reveal: bool) -> dict[str, object]:
    """Lay the track record out for the report of a crisis: the misses lead, then the gaps.

    How forecasts of this crisis itself did tells how it went on, so that it is kept for a report
    that sets what happened beside the forecast.
    """
    run = record.runs[0]
    told = [miss for miss in run.misses if reveal or miss.crisis != crisis]
    named = sorted(told[:3], key=lambda miss: -miss.loss)
    own = next((line for line in run.crises if reveal and line.crisis == crisis), None)
    worst = next((miss for miss in told if miss.crisis == crisis), None)
    here: list[str] = []
    if own is not None:
        gaps = ", ".join(
            f"{NAMES.get(name, name)} {number(score, 3)}" for name, score in own.brier.items()
        )
        here.append(
            f"On this crisis itself, at {own.moments} evenings: Brier scores {gaps}; Offramp said "
            f"{percent(own.said)} on average, and {percent(own.came)} came."
        )
    if worst is not None and worst not in named:
        here.append(f"Its worst forecast here: {miss_sentence(worst)}")
    pool = run.scores[POOLED]
    return {
        "lead": f"The worst of {number(pool.questions, 0)} forecasts on the library’s "
        f"{pool.crises} crises, made anew as of {pool.moments} evenings and scored by what "
        "came (of this one too, which only the reveal tells): "
        if not reveal and any(line.crisis == crisis for line in run.crises)
        else "came: ",
        "misses": [miss_sentence(miss) for miss in named],
        "rest": [*here, explained(run), *verdict(run), _intervals(run)],
    }


def _intervals(run: ShortRun) -> str:
    parts = [
        f"{WORDS[group]} {_share(run.scores[group].coverage['0.9'].event)}"
        for group in ("wait-30", "highest-30")
        if group in run.scores
    ]
    return f"Its 90{NBSP}% intervals held: {'; '.join(parts)} (95{NBSP}% intervals)."
