"""Write the track record over the library, for the docs and for the package, from one run.

Run ``python scripts/write_track_record.py RUN.json CALM.json``, where RUN.json is what ``offramp
backtest --library DATASET --parameters FOLDER --json`` printed, and CALM.json what
``scripts/why_calm.py`` did. It writes docs/reference/track-record.md, and the short form that
reports show.
"""

import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from offramp._errors import OfframpError
from offramp._files import write_atomic
from offramp.report._library import (
    MISS_HEADER,
    Rows,
    explained,
    heading,
    miss_rows,
    miss_sentence,
    tables,
    verdict,
)
from offramp.report._text import percent
from offramp.scoring import Interval
from offramp.scoring.library import (
    SHOWN,
    LibraryRecord,
    ShortRun,
    read_library_record,
    write_library_record,
)

HOME = Path(__file__).parents[1]
PAGE = HOME / "docs" / "reference" / "track-record.md"
SHORT = HOME / "src" / "offramp" / "scoring" / "data" / "library.json"
MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp|opt|home|root)\b")
MADE = "<!-- Written by scripts/write_track_record.py: run it, leave this page alone. -->\n"


def page(record: LibraryRecord, calm: dict[str, Any]) -> str:
    """Lay the track record out as a page, the misses first."""
    first = record.runs[0]
    parts = [
        MADE,
        "# The track record over the library\n",
        "Offramp was made to stand on the evening on which each display and each use of force in "
        "each crisis of the library became known, to forecast with parameters that know nothing "
        "of it, and was then scored by the rest of the record. How to repeat this: "
        "[score the forecasts](../how-to/score-forecasts.md#on-the-library).\n",
        "## The misses\n",
        "The worst forecast of each crisis, worst first, of the questions with a yes or no; "
        "forward in time.\n",
        *(f"1. {miss_sentence(miss)}" for miss in first.misses),
        "",
        _table(MISS_HEADER, miss_rows(first)),
        *why(calm, first),
    ]
    for run in record.runs:
        parts += [f"## {heading(run)}\n", explained(run) + "\n"]
        parts += [f"{sentence}\n" for sentence in verdict(run)]
        for title, header, rows in tables(run):
            parts += [f"### {title} {{ #{run.protocol}-{_anchor(title)} }}\n", _table(header, rows)]
        parts += [f"### What the forecasts rest on {{ #{run.protocol}-basis }}\n"]
        parts += [f"- {source.title}: {source.basis}" for source in run.sources]
        parts += [""]
    parts += ["## What weakens this\n", *(f"- {note}" for note in record.notes), ""]
    return "\n".join(parts)


def _surprise(run: ShortRun) -> str:
    """Say how far what was said lay from what came."""
    pooled = run.scores["pooled"]
    if not (pooled.said and pooled.came and pooled.surprise):
        return ""
    per_crisis, per_event = (
        f"{percent(getattr(pooled.said, by).mean)} was said and "
        f"{percent(getattr(pooled.came, by).mean)} came: {_points(getattr(pooled.surprise, by))}"
        for by in ("confrontation", "event")
    )
    return (
        f"Per crisis {per_crisis}, by a 95 % interval over crises. Per event, where wars have the "
        f"most evenings and weigh most, {per_event}: too calm."
        if pooled.surprise.event.low > 0
        else f"Per crisis {per_crisis}, by a 95 % interval over crises. Per event {per_event}."
    )


def _points(gap: Interval) -> str:
    """Write a difference of chances in points."""
    mean, low, high = (f"{100 * one:+.0f}" for one in (gap.mean, gap.low, gap.high))
    return f"{mean} points ({low} to {high})"


def by_lot(run: ShortRun) -> str:
    """Say how it went where the crisis was drawn by lot, beside those that were chosen."""
    if not run.picked:
        return ""
    drawn, chosen = (run.picked[name]["pooled"] for name in ("drawn", "chosen"))
    told = " and ".join(
        f"{percent(one.said.confrontation.mean)} was said and "
        f"{percent(one.came.confrontation.mean)} came in the {one.crises} that were {how}"
        for one, how in ((drawn, "drawn"), (chosen, "chosen"))
        if one.said and one.came
    )
    return (
        "Some were drawn by lot from all two-sided crises of 1950-2001, whatever their end "
        f"(`crises/lot.yaml` says how): per crisis, {told}."
    )


def why(calm: dict[str, Any], first: ShortRun) -> list[str]:
    """Say how much less was said than came, and what that may come from."""
    rates, held, same = calm["rates"], calm["held_out"], calm["same"]
    crises, others = rates["crises"], rates["others"]
    unseen, rest = held["crises"], held["others"]
    count, said, came = _joined(same, "evenings", "said", "came")
    theirs, record_came = _joined(same, "record_evenings", "record_came")
    rows = [
        (one["title"], str(one["evenings"]), percent(one["said"]), f"{one['came']:.0%}",
         str(one["record_evenings"]),
         f"{one['record_came']:.0%}" if one["record_evenings"] else "–")
        for one in same
    ]  # fmt: skip
    header = ("Crisis", "Evenings in MIE", "Said on them", "Came by MIE",
              "Evenings of the record", "Came by the record")  # fmt: skip
    return [
        "## Is it too calm?\n",
        f"{_surprise(first)} What that rests on was looked at in MIE, by `scripts/why_calm.py`, "
        f"for force by either side within {calm['within']} days of a display or a use of force:\n",
        f"- **Most of MIE are no crises.** Since {calm['since']}, force followed on "
        f"{percent(crises['came'])} of {crises['evenings']:,} evenings of disputes that are crises "
        f"of ICB too, and on {percent(others['came'])} of {others['evenings']:,} evenings of all "
        f"others ({percent(crises['came_weighed'])} and {percent(others['came_weighed'])} where "
        "long disputes weigh less). One opens a record for a crisis. Base rates know no "
        "difference, and are too calm for that reason.",
        f"- **Offramp learns it from the first acts.** Fitted to what had closed before "
        f"{calm['fitted_before']}, it said {percent(unseen['said'])} on {unseen['evenings']:,} "
        f"evenings of later crises of ICB, and {percent(unseen['came'])} came; on all others it "
        f"said {percent(rest['said'])}, and {percent(rest['came'])} came. Its central "
        f"{percent(calm['central'])} interval for the highest level within 90 days held "
        f"{percent(unseen['highest_covered'])} on the former.",
        f"- **The records beside MIE.** {len(same)} of the library's crises "
        f"stand in MIE too. There the model said {percent(said)} on {count:.0f} evenings and "
        f"{percent(came)} came; by the records, {percent(record_came)} came on {theirs:.0f}.",
        _on_quiet(same, first),
        "One cause was a defect, found by looking at these misses and mended: MIE names no maker "
        "of a battle, and battles of a record reached the model as plain force, so that it never "
        "heard of the wars. That the scores are better since is therefore not blind. Another was "
        "how scores were drawn: records closed soon after the last act, and a window that reached "
        "beyond was not scored, so that quiet ends dropped out. Records now watch for 91 days "
        "after the last force; a note below says what is still left out. A third: nobody stood on "
        "acts that became known a day or more after they were done, a third of the evenings, and "
        "less came after those; one stands on them now when the news comes, unless it takes more "
        "than three days.\n",
        "What is left may be which crises the library holds: those that are well known ran higher "
        "than crises do, and among them the wars have the most evenings. Those that were chosen, "
        "without regard to how they ended, were chosen among what is remembered. "
        f"{by_lot(first)} "
        "For the rest nothing was changed: a model fitted to what is remembered would cry wolf in "
        "all other crises. Where you open a record because the worst is feared, expect more than "
        "is said here.\n",
        _table(header, rows),
    ]


def _on_quiet(same: list[dict[str, Any]], first: ShortRun) -> str:
    """Say how often quiet was said and came, by the records and by MIE."""
    pooled = first.scores["quiet-60"]
    if not (pooled.said and pooled.came):
        return ""
    quiet = [one["quiet"] for one in same]
    count, said, came = _joined(quiet, "evenings", "said", "came")
    theirs, record_came = _joined(quiet, "record_evenings", "record_came")
    return (
        "- **Quiet.** That 60 days pass without a display or a use of force was "
        f"given {percent(pooled.said.confrontation.mean)} and came on "
        f"{percent(pooled.came.confrontation.mean)} of evenings, per crisis. On {count:.0f} "
        f"evenings of the same crises in MIE {percent(said)} was said and {percent(came)} came; "
        f"by the records it came on {percent(record_came)} of {theirs:.0f}.\n"
    )


def _joined(rows: list[dict[str, Any]], count: str, *shares: str) -> tuple[float, ...]:
    """Join shares of several crises by how many evenings they are of."""
    some = [row for row in rows if row[count]]
    total = sum(row[count] for row in some) or 1
    return (total, *(sum(row[share] * row[count] for row in some) / total for share in shares))


def _anchor(title: str) -> str:
    return re.sub(r"[^a-z]+", "-", title.lower()).strip("-")


def _table(header: tuple[str, ...], rows: Rows) -> str:
    cells = [header, ("---",) * len(header), *rows]
    return (
        "\n".join(f"| {' | '.join(each.replace('|', '/') for each in row)} |" for row in cells)
        + "\n"
    )


def main(run: Path, calm: Path) -> None:
    """Read what was measured, and write the page and the short form."""
    record = read_library_record(run)
    text = page(record, json.loads(calm.read_text("utf-8")))
    if MACHINE.search(text):
        raise OfframpError("The page would hold a path of this machine; mend what it is made of.")
    write_atomic(PAGE, text)
    kept = tuple(
        replace(one, scores={n: one.scores[n] for n in SHOWN if n in one.scores}, picked={})
        for one in record.runs
    )
    write_library_record(LibraryRecord(kept, record.notes), SHORT)
    for path in (PAGE, SHORT):
        print(f"Wrote {path.relative_to(HOME)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Usage: python scripts/write_track_record.py RUN.json CALM.json")
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except OfframpError as error:
        sys.exit(str(error))
