"""What must hold among the rungs of a ladder, whoever builds it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

KEY_SHAPE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_KEY = 40
LOWEST_LEVEL, HIGHEST_LEVEL = 1, 5


class Draft(NamedTuple):
    """What of a rung the rules look at; None where a part is missing or of a wrong type."""

    key: str | None
    order: int | None
    level: int | None


class Broken(NamedTuple):
    """A rule that a rung breaks; `rung` is its index, or None for the ladder as a whole."""

    rung: int | None
    field: str
    what: str
    right: str


def broken_rules(drafts: Sequence[Draft]) -> list[Broken]:
    """Return every rule that the rungs break among themselves, in their order."""
    found: list[Broken] = []
    if not drafts:
        return [Broken(None, "rungs", "The ladder has no rungs.", "List at least one.")]
    seen: dict[str, int] = {}
    below: int | None = None
    lower_level: int | None = None
    for index, (key, order, level) in enumerate(drafts):
        if key is not None:
            found += _broken_key(index, key, seen)
        if order is not None:
            if below is not None and order <= below:
                what = f"Order {order} does not rise above the {below} of an earlier rung."
                right = f"List the rungs from the lowest up; here, write {below + 1} or more."
                found.append(Broken(index, "order", what, right))
            below = order if below is None else max(below, order)
        if level is not None:
            found += _broken_level(index, level, lower_level)
            lower_level = level if lower_level is None else max(lower_level, level)
    orders = [draft.order for draft in drafts]
    if 0 not in orders and None not in orders:
        right = "Give order 0 to the rung that stands for calm."
        found.append(Broken(None, "rungs", "No rung stands at order 0.", right))
    return found


def _broken_key(index: int, key: str, seen: dict[str, int]) -> list[Broken]:
    if len(key) > LONGEST_KEY or not KEY_SHAPE.fullmatch(key):
        what = "The key is not one short word in small letters."
        right = f"Use a-z, 0-9 and single hyphens, up to {LONGEST_KEY}, such as strike-home."
        return [Broken(index, "key", what, right)]
    if key in seen:
        what = f'The key "{key}" is taken by rung {seen[key] + 1}.'
        return [Broken(index, "key", what, "Give each rung a key of its own.")]
    seen[key] = index
    return []


def _broken_level(index: int, level: int, lower: int | None) -> list[Broken]:
    if not LOWEST_LEVEL <= level <= HIGHEST_LEVEL:
        what = f"Level {level} is no hostility level."
        right = f"Write {LOWEST_LEVEL} (no force) to {HIGHEST_LEVEL} (war)."
        return [Broken(index, "level", what, right)]
    if lower is not None and level < lower:
        what = f"Level {level} falls below the {lower} of an earlier rung."
        right = f"A higher rung has the same level or a higher one: write {lower} or more."
        return [Broken(index, "level", what, right)]
    return []
