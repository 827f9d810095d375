"""Time offramp's simulation in a process of its own: seconds, processor time, peak memory.

Usage: python simulated.py FUTURES DAYS REPEATS; it prints one line of JSON.
"""

import argparse
import json
import resource
import sys
import time
from datetime import date

from offramp.futures import simulate
from offramp.history import History, from_record
from offramp.model import Parameters, shipped_parameters
from offramp.record import open_record

CRISIS, AS_OF = "iran-israel-2024", date(2024, 4, 14)


def setting() -> tuple[History, Parameters]:
    """Give what every part of the benchmark runs on: the shipped record, on one evening."""
    return from_record(open_record(CRISIS), AS_OF), shipped_parameters()


def timed(futures: int, days: int, repeats: int) -> dict[str, float]:
    """Run so many futures, once to warm up and then some times, and keep the best."""
    history, parameters = setting()
    walls: list[float] = []
    processor: list[float] = []
    for _ in range(repeats + 1):
        wall, cpu = time.perf_counter(), time.process_time()
        simulate(history, parameters, days, futures)
        walls.append(time.perf_counter() - wall)
        processor.append(time.process_time() - cpu)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "futures": futures,
        "days": days,
        "first_seconds": walls[0],
        "seconds": min(walls[1:]),
        "processor_seconds": min(processor[1:]),
        # Linux tells kibibytes, macOS bytes.
        "peak_mib": peak / 2**20 if sys.platform == "darwin" else peak / 2**10,
    }


def main() -> None:
    """Read the command line, time, and print."""
    parser = argparse.ArgumentParser(description="Time offramp's simulation.")
    parser.add_argument("futures", type=int)
    parser.add_argument("days", type=int)
    parser.add_argument("repeats", type=int)
    given = parser.parse_args()
    print(json.dumps(timed(given.futures, given.days, given.repeats)))


if __name__ == "__main__":
    main()
