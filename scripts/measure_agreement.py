"""Measure how far two coders agree who coded the same crises, each without the other's work.

Usage: python scripts/measure_agreement.py [--second FOLDER] [--out FILE]

FOLDER holds a folder for each crisis that was coded again, named as in the library.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import cohen_kappa_score

from offramp._files import write_atomic
from offramp.ladder import load_ladder
from offramp.record import Act, Record, Signal, open_record

ROOT = Path(__file__).parents[1]
SECOND = ROOT / "docs" / "second-codings"
OUT = ROOT / "docs" / "reference" / "agreement.md"
NEAR_ACT, NEAR_SIGNAL = 1, 3
"""Days by which two codings of one entry may differ and still be matched."""
REPLICATES, SEED = 2000, 1996
NOT_MATCHED = 1e6


@dataclass(frozen=True)
class Pair:
    """One entry as two coders have it; None where one of them has none."""

    crisis: str
    first: Act | Signal | None
    second: Act | Signal | None


def maker(record: Record, entry: Act | Signal) -> str:
    """Give the side that an entry comes from, ``both``, or ``third``."""
    parties = entry.by if isinstance(entry, Act) else (entry.from_,)
    sides = {record.side_of(party, entry.span.last) for party in parties} - {None}
    if isinstance(entry, Act) and (entry.mutual == "yes" or len(sides) == 2):
        return "both"
    return next(iter(sides)) or "third" if sides else "third"


def pairs(one: Record, two: Record, what: str, near: int) -> list[Pair]:
    """Match the entries of two records by day and maker; what they are is not looked at.

    A record may have been followed on since it was coded twice: only the days that both coders
    looked at count.
    """
    ends = min((r.closes for r in (one, two) if r.closes), default=date.max)
    first = [e for e in getattr(one, what) if _within(one.opens, ends, e)]
    second = [e for e in getattr(two, what) if _within(one.opens, ends, e)]
    price = np.full((len(first), len(second)), NOT_MATCHED)
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            apart = _apart(a, b)
            if apart <= near and maker(one, a) == maker(two, b):
                # Among entries of one day and maker the likest words go together.
                price[i, j] = apart + 0.9 * (1.0 - _alike(a, b))
    rows, columns = linear_sum_assignment(price) if price.size else ([], [])
    matched = [(i, j) for i, j in zip(rows, columns, strict=True) if price[i, j] < NOT_MATCHED]
    left = {i for i, _ in matched}
    right = {j for _, j in matched}
    return [
        *(Pair(one.id, first[i], second[j]) for i, j in matched),
        *(Pair(one.id, a, None) for i, a in enumerate(first) if i not in left),
        *(Pair(one.id, None, b) for j, b in enumerate(second) if j not in right),
    ]


def _within(opens: date, closes: date, entry: Act | Signal) -> bool:
    status = entry.status == "done" if isinstance(entry, Act) else True
    return status and opens <= entry.span.last <= closes


def _apart(a: Act | Signal, b: Act | Signal) -> int:
    """Count the days between two spans; 0 where they meet."""
    return max((a.span.first - b.span.last).days, (b.span.first - a.span.last).days, 0)


def _alike(a: Act | Signal, b: Act | Signal) -> float:
    words = [set(f"{e.id.replace('-', ' ')} {e.title or ''}".lower().split()) for e in (a, b)]
    return len(words[0] & words[1]) / max(len(words[0] | words[1]), 1)


def rung_of(entry: Act | Signal) -> str:
    """Give the rung of an act."""
    return entry.act if isinstance(entry, Act) else ""


def kind_of(entry: Act | Signal) -> str:
    """Give the kind of a signal."""
    return entry.kind if isinstance(entry, Signal) else ""


Measure = Callable[[list[Pair]], float]


def found(some: list[Pair]) -> float:
    """Give the share of entries that both have: Dice's coefficient."""
    both = sum(p.first is not None and p.second is not None for p in some)
    return 2 * both / max(2 * both + len(some) - both, 1)


def same_day(some: list[Pair]) -> float:
    """Give the share of matched entries whose spans are one and the same."""
    matched = [(p.first, p.second) for p in some if p.first and p.second]
    return float(np.mean([a.span == b.span for a, b in matched])) if matched else float("nan")


def kappa(read: Callable[[Act | Signal], int], weights: str | None) -> Measure:
    """Make the measure of Cohen's kappa over matched entries."""

    def measure(some: list[Pair]) -> float:
        matched = [(read(p.first), read(p.second)) for p in some if p.first and p.second]
        one, two = (list(each) for each in zip(*matched, strict=True)) if matched else ([], [])
        if not one or len({*one, *two}) < 2:
            return float("nan")
        return float(cohen_kappa_score(one, two, weights=weights))

    return measure


def exact(read: Callable[[Act | Signal], int]) -> Measure:
    """Make the measure of the share of matched entries that are coded alike."""

    def measure(some: list[Pair]) -> float:
        matched = [(read(p.first), read(p.second)) for p in some if p.first and p.second]
        return float(np.mean([a == b for a, b in matched])) if matched else float("nan")

    return measure


def interval(some: list[Pair], measure: Measure) -> tuple[float, float, float]:
    """Give a measure with its 90 % interval, entries drawn again within each crisis."""
    rng = np.random.default_rng(SEED)
    crises = [[p for p in some if p.crisis == name] for name in sorted({p.crisis for p in some})]
    values: list[float] = []
    for _ in range(REPLICATES):
        drawn = [own[at] for own in crises for at in rng.integers(0, len(own), len(own))]
        values.append(measure(drawn))
    low, high = np.nanquantile(np.array(values), [0.05, 0.95])
    return measure(some), float(low), float(high)


def main() -> None:
    """Read the command line, measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--second", type=Path, default=SECOND)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    ladder = load_ladder()
    order = {rung.key: rung.order for rung in ladder.rungs}
    level = {rung.key: rung.level for rung in ladder.rungs}
    acts: list[Pair] = []
    signals: list[Pair] = []
    counts: list[tuple[str, int, int, int, int]] = []
    kinds: list[str] = sorted(get_args(Signal.model_fields["kind"].annotation))
    for folder in sorted(f for f in given.second.iterdir() if f.is_dir()):
        one, two = open_record(folder.name), open_record(str(folder))
        own = pairs(one, two, "acts", NEAR_ACT)
        said = pairs(one, two, "signals", NEAR_SIGNAL)
        acts += own
        signals += said
        counts.append((one.id, *_sizes(own), *_sizes(said)))
    rows: list[tuple[str, list[Pair], Measure]] = [
        ("acts: found by both (Dice)", acts, found),
        ("acts of level 3 and more: found by both", _loud(acts, level), found),
        ("acts: day the same", acts, same_day),
        ("acts: rung the same", acts, exact(lambda e: order[rung_of(e)])),
        ("acts: rung, kappa with linear weights", acts,
         kappa(lambda e: order[rung_of(e)], "linear")),
        ("acts: hostility level, kappa with linear weights", acts,
         kappa(lambda e: level[rung_of(e)], "linear")),
        ("signals: found by both (Dice)", signals, found),
        ("signals: kind the same", signals, exact(lambda e: kinds.index(kind_of(e)))),
        ("signals: kind, kappa", signals, kappa(lambda e: kinds.index(kind_of(e)), None)),
    ]  # fmt: skip
    table = [(name, *interval(some, measure), _matched(some)) for name, some, measure in rows]
    write_atomic(given.out, page(counts, table))


def _sizes(some: list[Pair]) -> tuple[int, int]:
    return sum(p.first is not None for p in some), sum(p.second is not None for p in some)


def _matched(some: list[Pair]) -> int:
    return sum(p.first is not None and p.second is not None for p in some)


def _loud(some: list[Pair], level: dict[str, int]) -> list[Pair]:
    return [
        p for p in some if any(e is not None and level[e.act] >= 3 for e in (p.first, p.second))
    ]


def page(
    counts: list[tuple[str, int, int, int, int]],
    table: list[tuple[str, float, float, float, int]],
) -> str:
    """Write the page."""
    lines = [
        "# How far two coders agree",
        "",
        "Four crises of the library were coded a second time, by coders who knew the "
        "[codebook](../codebook.md), the sides and the span, and had not seen the first coding. "
        "Entries are matched by maker and day (acts within one day, signals within three), by what "
        "agrees best overall; what they are coded as plays no part in the match. Intervals are 90 "
        "%, entries drawn again within each crisis: with four crises they say little of a fifth.",
        "",
        "| Crisis | acts, first | acts, second | signals, first | signals, second |",
        "| --- | --: | --: | --: | --: |",
        *(f"| `{name}` | {a} | {b} | {c} | {d} |" for name, a, b, c, d in counts),
        "",
        "| What | agreement | 90 % interval | matched |",
        "| --- | --: | --: | --: |",
        *(f"| {n} | {m:.2f} | {lo:.2f} to {hi:.2f} | {k} |" for n, m, lo, hi, k in table),
        "",
        NOTES,
        "",
    ]  # fmt: skip
    return "\n".join(lines)


NOTES = """\
What this does not show. All coders are language-model agents of one family, working from
stored pages: they may share mistakes that people of two schools would not. They worked for
very different times: the second coders had minutes where the first had hours, so that an entry
which the second lacks is often one that was not looked for. Where entries of one maker and day
are several, the likest titles are matched. Fields that a second coder left at their defaults
(`channel`, `admitted`) are not compared. Both codings of a crisis were made by one codebook,
as it stood; the rules that its last table adds came out of their disagreements and were not
tried on a fifth crisis. The records have been followed on since: days after the second coding's
close do not count, but a few entries before it were added to the first coding then.

The second codings lie in `docs/second-codings`; they are no part of the library. Written by
`scripts/measure_agreement.py`."""


if __name__ == "__main__":
    main()
