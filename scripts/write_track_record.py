"""Write the track record over the library, for the docs and for the package, from one run.

Run ``python scripts/write_track_record.py RUN.json``, where RUN.json is what ``offramp backtest
--library DATASET --parameters FOLDER --json`` printed. It writes docs/reference/track-record.md,
and the short form that reports show.
"""

import re
import sys
from dataclasses import replace
from pathlib import Path

from offramp._errors import OfframpError
from offramp._files import write_atomic
from offramp.report._library import (
    EXPLAINED,
    MISS_HEADER,
    PROTOCOLS,
    Rows,
    miss_rows,
    miss_sentence,
    tables,
    verdict,
)
from offramp.scoring.library import (
    SHOWN,
    LibraryRecord,
    read_library_record,
    write_library_record,
)

HOME = Path(__file__).parents[1]
PAGE = HOME / "docs" / "reference" / "track-record.md"
SHORT = HOME / "src" / "offramp" / "scoring" / "data" / "library.json"
MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp|opt|home|root)\b")
MADE = "<!-- Written by scripts/write_track_record.py: run it, leave this page alone. -->\n"


def page(record: LibraryRecord) -> str:
    """Lay the track record out as a page, the misses first."""
    first = record.runs[0]
    parts = [
        MADE,
        "# The track record over the library\n",
        "Offramp was made to stand on the evening of each display and each use of force in each "
        "crisis of the library, to forecast with parameters that know nothing of it, and was then "
        "scored by the rest of the record. How to repeat this: [score the forecasts]"
        "(../how-to/score-forecasts.md#on-the-library).\n",
        "## The misses\n",
        "The worst forecast of each crisis, worst first, of the questions with a yes or no; "
        "forward in time.\n",
        *(f"1. {miss_sentence(miss)}" for miss in first.misses),
        "",
        _table(MISS_HEADER, miss_rows(first)),
    ]
    for run in record.runs:
        parts += [f"## {PROTOCOLS[run.protocol]}\n", EXPLAINED[run.protocol] + "\n"]
        parts += [f"{sentence}\n" for sentence in verdict(run)]
        for title, header, rows in tables(run):
            parts += [f"### {title} {{ #{run.protocol}-{_anchor(title)} }}\n", _table(header, rows)]
        parts += [f"### What the forecasts rest on {{ #{run.protocol}-basis }}\n"]
        parts += [f"- {source.title}: {source.basis}" for source in run.sources]
        parts += [""]
    parts += ["## What weakens this\n", *(f"- {note}" for note in record.notes), ""]
    return "\n".join(parts)


def _anchor(title: str) -> str:
    return re.sub(r"[^a-z]+", "-", title.lower()).strip("-")


def _table(header: tuple[str, ...], rows: Rows) -> str:
    cells = [header, ("---",) * len(header), *rows]
    return (
        "\n".join(f"| {' | '.join(each.replace('|', '/') for each in row)} |" for row in cells)
        + "\n"
    )


def main(run: Path) -> None:
    """Read what was measured, and write the page and the short form."""
    record = read_library_record(run)
    text = page(record)
    if MACHINE.search(text):
        raise OfframpError("The page would hold a path of this machine; mend what it is made of.")
    write_atomic(PAGE, text)
    kept = tuple(
        replace(one, scores={name: one.scores[name] for name in SHOWN if name in one.scores})
        for one in record.runs
    )
    write_library_record(LibraryRecord(kept, record.notes), SHORT)
    for path in (PAGE, SHORT):
        print(f"Wrote {path.relative_to(HOME)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python scripts/write_track_record.py RUN.json")
    try:
        main(Path(sys.argv[1]))
    except OfframpError as error:
        sys.exit(str(error))
