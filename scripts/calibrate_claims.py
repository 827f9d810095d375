"""Count how often a verdict finds an effect where there is none, and where there is one.

Usage: python scripts/calibrate_claims.py [--seed N] [--acts N] [--truths N] [--out FILE]

Simulates histories from the days of acts of the library's crises, each under one draw of the
parameters, in which the act did nothing or pushed the other side's force; puts the claim that it
raised that force to the judge; and writes the counts that ship with the package, and the table of
docs/explanation/claims.md. Takes about five minutes of one core.
"""

import argparse
import json
import re
from dataclasses import asdict
from pathlib import Path

from offramp._files import write_atomic
from offramp.claims import MOST_FALSE, Calibration, Case, cases, count_verdicts
from offramp.record import library, open_record

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src" / "offramp" / "claims" / "data" / "calibration.json"
PAGE = ROOT / "docs" / "explanation" / "claims.md"
TABLE = re.compile(r"(?<=<!-- counts -->\n).*?(?=<!-- end of counts -->)", re.S)


def table(held: Calibration) -> str:
    """Lay the counts out as a table of Markdown."""
    lines = [
        "| True effect of the act | Asked | Claims | Supported | Contradicted | Found (90 %) |",
        "|---|---|---|---|---|---|",
    ]
    for row in held.rows:
        low, high = row.interval
        size = "none yet seen" if row.size is None else f"{row.size:g}" if row.size else "none"
        when = f"{row.after} days later" if row.after else "at once"
        found = f"{100 * row.found:.1f} % ({100 * low:.1f}–{100 * high:.1f})"
        lines.append(
            f"| {size} | {when} | {row.count} | {row.supported} | {row.contradicted} | {found} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--acts", type=int, default=5)
    parser.add_argument("--truths", type=int, default=3)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    found: list[Case] = []
    for name, folder in library().items():
        own = list(cases(open_record(folder), given.seed, given.acts, given.truths))
        found += own
        print(f"{name}: {len(own)} claims judged", flush=True)
    held = Calibration(
        crises=len({case.crisis for case in found}),
        acts=len({(case.crisis, case.act) for case in found}),
        seed=given.seed,
        rows=count_verdicts([(case.size, case.after, case.verdict) for case in found]),
    )
    write_atomic(given.out, json.dumps(asdict(held), indent=2) + "\n")
    if given.out == OUT:
        page = PAGE.read_text(encoding="utf-8")
        write_atomic(PAGE, TABLE.sub(lambda _: table(held), page))
    print(table(held))
    print(held.sentence)
    none = next(row for row in held.rows if row.size == 0)
    if none.found > MOST_FALSE:
        raise SystemExit(f"{100 * none.found:.1f} % of effects are found where there is none.")


if __name__ == "__main__":
    main()
