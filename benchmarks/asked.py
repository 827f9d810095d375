"""Time contrasts and the search for off-ramps, each in a process of its own.

Usage: python asked.py (contrast | search) FUTURES REPEATS; it prints one line of JSON.
"""

import argparse
import json
import time
from typing import Any

import numpy as np
from simulated import AS_OF, CRISIS

from offramp.answers import (
    Contrast,
    Reply,
    Run,
    World,
    answer,
    arm,
    arms,
    gap,
    read_question,
    stand,
)
from offramp.offramps import moves_of, plans, search
from offramp.questions import Question
from offramp.record import open_record

ASKS = (
    "israel >= strike-home against iran within 30d without true-promise",
    "israel >= strike-home against iran within 30d given restrain israel by united-states",
)
"""An act taken out, which is run at three shares of momentum besides, and a signal put in."""

SEEDS = 20
"""Pairs of arms with luck of their own, from whose spread the naive error is seen."""

NAIVE_FUTURES = 1000


def timed_contrasts(futures: int, repeats: int) -> list[dict[str, Any]]:
    """Time contrasts of two arms in fresh worlds, once to warm up and then some times each."""
    record = open_record(CRISIS)
    found: list[dict[str, Any]] = []
    for ask in ASKS:
        question = read_question(record, ask, AS_OF)
        answers: list[Reply | Contrast] = []
        walls: list[float] = []
        processor: list[float] = []
        for _ in range(repeats + 1):
            wall, cpu = time.perf_counter(), time.process_time()
            answers.append(answer(stand(record, AS_OF), question, futures))
            walls.append(time.perf_counter() - wall)
            processor.append(time.process_time() - cpu)
        last = answers[-1]
        assert isinstance(last, Contrast)
        found.append(
            {
                "ask": ask,
                "futures": futures,
                "seconds": min(walls[1:]),
                "processor_seconds": min(processor[1:]),
                "times_fewer_futures": last.saved,
                "times_fewer_seen": times_fewer_seen(stand(record, AS_OF), question),
            }
        )
    return found


def times_fewer_seen(world: World, question: Question) -> float:
    """See how many times more futures independent arms need, by running them over and over."""
    one, two = arms(world, question)
    shared: list[float] = []
    apart: list[float] = []
    for seed in range(SEEDS):
        here, there, other = (
            arm(each, question, Run(30, NAIVE_FUTURES, luck))
            for each, luck in ((one, seed), (two, seed), (two, seed + SEEDS))
        )
        shared.append(gap(here, there)[0].mean)
        apart.append(gap(here, other)[0].mean)
    return float(np.var(apart, ddof=1) / np.var(shared, ddof=1))


def timed_search(futures: int, repeats: int) -> dict[str, Any]:
    """Time the search, and count what an exhaustive one would have to run."""
    record = open_record(CRISIS)
    search(record, AS_OF, 1, most=1)
    walls: list[float] = []
    processor: list[float] = []
    searched = 0
    for _ in range(repeats):
        wall, cpu = time.perf_counter(), time.process_time()
        searched = search(record, AS_OF, futures).searched
        walls.append(time.perf_counter() - wall)
        processor.append(time.process_time() - cpu)
    moves = moves_of(record.as_of(AS_OF), AS_OF)
    whole = sum(len(list(plans(moves, size))) for size in (1, 2, 3))
    return {
        "futures": futures,
        "moves": len(moves),
        "plans": searched,
        "seconds": min(walls),
        "processor_seconds": min(processor),
        "plans_in_all": whole,
        "times_fewer_plans": whole / searched,
    }


def main() -> None:
    """Read the command line, time, and print."""
    parser = argparse.ArgumentParser(description="Time a contrast, or the search for off-ramps.")
    parser.add_argument("what", choices=("contrast", "search"))
    parser.add_argument("futures", type=int)
    parser.add_argument("repeats", type=int)
    given = parser.parse_args()
    run = timed_contrasts if given.what == "contrast" else timed_search
    print(json.dumps(run(given.futures, given.repeats)))


if __name__ == "__main__":
    main()
