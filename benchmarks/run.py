"""Measure how fast offramp is, beside the same model in Mesa, on this machine.

Usage: python benchmarks/run.py [--futures N] [--days N] [--json] [--only PART ...]
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from agree import agreement
from commands import command_times
from given import give
from rich.console import Console
from rich.table import Table
from simulated import AS_OF, CRISIS, setting
from twin import run_one

PARTS = ("agreement", "simulation", "mesa", "commands", "contrast", "search")
ASKED = {"contrast": 10_000, "search": 5_000}
"""Futures of each arm of a contrast, and of each plan of a search, as the commands run them."""

MANY = 100_000
BUSY = 0.5
"""Share of the cores that others keep at work from which a machine counts as busy."""

HOLDS = (
    "Both hold: tempo regimes, days since, same day, first acts, last level, last deed, rhythm, "
    "activity, pace; sequence, answer, opener, lapse, momentum, posture; all dials; postures that "
    "shift; two acts a day at most; rung, channel, campaign and war; the shadow war.",
    "Both start from the standing that offramp reads from the record, and take the signals from "
    "it. Only offramp's time includes the reading. The twin's tables are laid out beforehand, "
    "and what the last act leaves is worked out once an act.",
    "Mesa collects no data frame here; it keeps a list of acts. offramp uses two threads, Mesa "
    "one: the ratio by processor time sets that aside.",
)


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure how fast offramp is.")
    parser.add_argument("--futures", type=int, default=10_000, help="futures for offramp")
    parser.add_argument("--days", type=int, default=90, help="days that each future runs")
    parser.add_argument("--mesa-futures", type=int, default=200, help="futures for the Mesa twin")
    parser.add_argument("--check-futures", type=int, default=4_000, help="futures to compare on")
    parser.add_argument("--check-draw", type=int, default=0, help="the draw to compare under")
    parser.add_argument("--repeats", type=int, default=3, help="runs of which the best counts")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="parts to run")
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    return parser.parse_args()


def machine() -> dict[str, Any]:
    """Say what this was measured on, and how busy that was."""
    cores = os.cpu_count() or 1
    load = os.getloadavg()[0]
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "cores": cores,
        "load_before": round(load, 2),
        "busy": load > BUSY * cores,
        **{name: version(name) for name in ("offramp", "jax", "mesa")},
    }


def simulation(given: argparse.Namespace) -> list[dict[str, float]]:
    """Time offramp, each size in a process of its own."""
    script = Path(__file__).with_name("simulated.py")
    found: list[dict[str, float]] = []
    for futures in dict.fromkeys((given.futures, MANY)):
        arguments = [str(futures), str(given.days), str(given.repeats)]
        ran = subprocess.run(
            [sys.executable, str(script), *arguments], capture_output=True, text=True, check=True
        )
        found.append(json.loads(ran.stdout))
    return found


def asked(what: str, repeats: int) -> Any:
    """Time contrasts or a search in a process of its own."""
    script = Path(__file__).with_name("asked.py")
    arguments = [what, str(ASKED[what]), str(repeats)]
    ran = subprocess.run(
        [sys.executable, str(script), *arguments], capture_output=True, text=True, check=True
    )
    return json.loads(ran.stdout)


def mesa_twin(given: argparse.Namespace) -> dict[str, float]:
    """Time the Mesa twin on fewer futures, over the same draws as offramp's."""
    starts = give(*setting(), given.days)
    walls: list[float] = []
    processor: list[float] = []
    for _ in range(given.repeats):
        wall, cpu = time.perf_counter(), time.process_time()
        for number in range(given.mesa_futures):
            run_one(starts[number % len(starts)], number, given.days)
        walls.append(time.perf_counter() - wall)
        processor.append(time.process_time() - cpu)
    return {
        "futures": given.mesa_futures,
        "days": given.days,
        "seconds": min(walls),
        "processor_seconds": min(processor),
    }


def ratios(sizes: list[dict[str, float]], twin: dict[str, float]) -> list[dict[str, float]]:
    """Say how many times as long a future takes in Mesa."""
    return [
        {
            "futures": size["futures"],
            "wall": (twin["seconds"] / twin["futures"]) / (size["seconds"] / size["futures"]),
            "processor": (twin["processor_seconds"] / twin["futures"])
            / (size["processor_seconds"] / size["futures"]),
        }
        for size in sizes
    ]


def measure(given: argparse.Namespace) -> dict[str, Any]:
    """Run the parts that were asked for, and nothing at the same time."""
    found: dict[str, Any] = {"machine": machine()}
    if "simulation" in given.only:
        found["simulation"] = simulation(given)
    if "mesa" in given.only:
        found["mesa"] = mesa_twin(given)
    if "simulation" in found and "mesa" in found:
        found["times_as_fast"] = ratios(found["simulation"], found["mesa"])
    for what in ASKED:
        if what in given.only:
            found[what] = asked(what, given.repeats)
    if "commands" in given.only:
        found["commands"] = command_times(CRISIS, AS_OF, given.repeats)
    if "agreement" in given.only:
        found["agreement"] = agreement(*setting(), given.check_draw, given.check_futures)
    found["machine"]["load_after"] = round(os.getloadavg()[0], 2)
    found["holds"] = HOLDS
    return found


def show(found: dict[str, Any]) -> None:
    """Print what was measured as tables."""
    console = Console(width=100, highlight=False)
    about = found["machine"]
    console.print(", ".join(f"{name} {value}" for name, value in about.items()))
    if about["busy"]:
        console.print("The machine was busy before this began: read the times as too long.")
    rows = [
        (f"offramp, {size['futures']:,.0f} futures", size)
        for size in found.get("simulation", [])
    ]  # fmt: skip
    if "mesa" in found:
        rows.append((f"Mesa, {found['mesa']['futures']:,.0f} futures", found["mesa"]))
    if rows:
        table = Table("", "seconds", "processor s", "ms a future", "peak MiB")
        for name, row in rows:
            peak = f"{row['peak_mib']:,.0f}" if "peak_mib" in row else ""
            each = f"{1e3 * row['seconds'] / row['futures']:.3f}"
            table.add_row(
                name, f"{row['seconds']:.2f}", f"{row['processor_seconds']:.2f}", each, peak
            )
        console.print(table)
    for ratio in found.get("times_as_fast", []):
        console.print(
            f"A future takes {ratio['wall']:.0f} times as long in Mesa (scaled from fewer) as "
            f"among offramp's {ratio['futures']:,.0f}, on the clock; {ratio['processor']:.0f} "
            "times by processor time."
        )
    _show_asked(console, found)
    if "commands" in found:
        _show_commands(console, found["commands"])
    if "agreement" in found:
        _show_agreement(console, found["agreement"])
    for line in found["holds"]:
        console.print(line)


def _show_asked(console: Console, found: dict[str, Any]) -> None:
    for one in found.get("contrast", []):
        console.print(
            f"{one['ask']}: {one['futures']:,} futures an arm, warm, {one['seconds']:.2f} s "
            f"({one['processor_seconds']:.2f} s of processor time). Independent arms would need "
            f"{one['times_fewer_futures']:.1f} times as many futures for the same error by its own "
            f"account, {one['times_fewer_seen']:.1f} times as seen over and over."
        )
    if "search" in found:
        one = found["search"]
        console.print(
            f"The search for off-ramps, {one['plans']} plans of {one['moves']} moves, "
            f"{one['futures']:,} futures each: {one['seconds']:.1f} s "
            f"({one['processor_seconds']:.1f} s of processor time). All threes would be "
            f"{one['times_fewer_plans']:.1f} times as many plans."
        )


def _show_commands(console: Console, times: dict[str, Any]) -> None:
    table = Table("command", "seconds")
    table.add_row("offramp --help", f"{times['help']:.2f}")
    table.add_row("offramp report, first run", f"{times['report_first']:.1f}")
    table.add_row("offramp report, again", f"{times['report_again']:.1f}")
    table.add_row(f"offramp check, {times['check_acts']} acts", f"{times['check']:.2f}")
    console.print(table)


def _show_agreement(console: Console, found: dict[str, Any]) -> None:
    table = Table(f"{found['futures']:,} futures, draw {found['draw']}", "offramp", "Mesa", "z")
    for odds in found["odds"]:
        table.add_row(
            odds["ask"], f"{odds['offramp']:.3f}", f"{odds['mesa']:.3f}", f"{odds['z']:+.1f}"
        )
    console.print(table)
    word = "agree" if found["agree"] else "DO NOT AGREE: the comparison does not hold"
    console.print(f"Log-hazards differ by {found['log_hazard_gap']:.1e} at most; the two {word}.")


def main() -> None:
    """Measure, print, and fail where the two models are not the same."""
    given = options()
    found = measure(given)
    if given.json:
        print(json.dumps(found, indent=1))
    else:
        show(found)
    sys.exit(0 if found.get("agreement", {"agree": True})["agree"] else 1)


if __name__ == "__main__":
    main()
