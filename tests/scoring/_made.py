"""Made-up confrontations, in which the past says something of what comes next."""

from dataclasses import replace
from datetime import date

import numpy as np

from offramp.history import Confrontations

OPENS = date(1970, 1, 1)
ENDS = date(2000, 12, 31)


def made(confrontations: int = 120, seed: int = 0) -> Confrontations:
    """Two or so histories a confrontation; hot ones follow force with force, and soon."""
    luck = np.random.default_rng(seed)
    span = (ENDS - OPENS).days
    rows: list[tuple[int, int, int, int, float, bool]] = []
    parents: list[int] = []
    for number in range(confrontations):
        opened = OPENS.toordinal() + int(span * number / confrontations)
        hot = luck.random() < 0.4
        for _ in range(1 + int(luck.random() < 0.3)):
            day, history = opened, len(parents)
            parents.append(number)
            mark = int(luck.choice(3))
            for _ in range(1 + int(luck.geometric(0.12 if hot else 0.3))):
                dead = float(luck.exponential() * (mark % 3 == 2))
                rows.append((history, day, mark, 7 + mark, dead, bool(luck.random() < 0.1)))
                day += int(luck.geometric(0.2 if hot else 0.015)) - 1
                mark = int(luck.choice(8, p=_shares(mark, hot)))
    history, day, mark, action, dead, vague = (np.array(part) for part in zip(*rows, strict=True))
    return Confrontations(
        dataset="made-up",
        history=history,
        day=day,
        mark=mark,
        action=action,
        log_dead=np.log1p(dead),
        vague=vague,
        confrontation=np.array(parents) + 1,
        cluster=np.array(parents) // 2 + 1,
        sides=np.array([[f"N{parent}", f"S{parent}"] for parent in parents]),
        until=ENDS.toordinal(),
    )


def swapped(events: Confrontations) -> Confrontations:
    """The same, with the first side called the second and the second the first."""
    mark = np.where(events.mark < 6, (events.mark + 3) % 6, events.mark)
    return replace(events, mark=mark, sides=events.sides[:, ::-1])


def until_row(events: Confrontations, row: int) -> Confrontations:
    """The same, as if nothing after a row of a history had happened in it."""
    history = events.history[row]
    keep = (events.history != history) | (np.arange(events.count) <= row)
    parts = ("history", "day", "mark", "action", "log_dead", "vague")
    return replace(events, **{name: getattr(events, name)[keep] for name in parts})


def _shares(last: int, hot: bool) -> np.ndarray:
    shares = np.ones(8)
    shares[6:] = 0.5 if hot else 0.1
    shares[last] += 3.0
    if hot:
        shares[[2, 5]] += 3.0
    return shares / shares.sum()
