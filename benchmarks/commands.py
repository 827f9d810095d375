"""Time the commands as a user meets them: each in a process of its own, start-up included."""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from offramp.record import dump, new_record, parse_record

ACTS = 500
RUNGS = ("threat", "display", "shadow-attack", "strike-abroad")


def long_record(acts: int = ACTS) -> str:
    """Write an invented record with so many acts, every third day, two of four by each side."""
    starter = parse_record(new_record("long-rivalry"))
    pattern = starter.acts[-1]
    sides = (("southland",), ("northland",))
    opens = date(2020, 1, 1)
    made = tuple(
        pattern.model_copy(
            update={
                "id": f"act-{number}",
                "date": str(opens + timedelta(days=3 * number)),
                "by": sides[number // 2 % 2],
                "against": sides[1 - number // 2 % 2],
                "act": RUNGS[number % len(RUNGS)],
                "answers": (),
                "title": f"Act {number}",
            }
        )
        for number in range(acts)
    )
    record = starter.model_copy(
        update={"acts": made, "opens": opens, "signals": (), "questions": ()}
    )
    return dump(record)


def command_times(crisis: str, as_of: date, repeats: int) -> dict[str, Any]:
    """Time help, a first and a second report, and a check; in seconds of wall time."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        (where / "crisis.yaml").write_text(long_record(), encoding="utf-8")
        kept = {**os.environ, "OFFRAMP_CACHE_DIR": str(where / "cache")}
        # What the user has set for JAX itself would stand, and the first run would not be one.
        kept.pop("JAX_COMPILATION_CACHE_DIR", None)
        report = ["report", crisis, "--as-of", str(as_of), "--out", "report.html"]
        first = _seconds(report, where, kept)
        second = min(_seconds(report, where, kept) for _ in range(repeats))
        return {
            "help": min(_seconds(["--help"], where, kept) for _ in range(repeats)),
            "report_first": first,
            "report_again": second,
            "check_acts": ACTS,
            "check": min(_seconds(["check", str(where)], where, kept) for _ in range(repeats)),
        }


def _seconds(arguments: list[str], where: Path, environment: dict[str, str]) -> float:
    program = Path(sys.executable).with_name("offramp")
    began = time.perf_counter()
    ran = subprocess.run(
        [str(program), *arguments], cwd=where, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if ran.returncode != 0:
        raise SystemExit(f"offramp {' '.join(arguments)} failed:\n{ran.stdout}{ran.stderr}")
    return time.perf_counter() - began
