"""ICBe's sentences as signals, and who it is that they name."""

from collections.abc import Sequence
from datetime import date

from offramp.history import MUTUAL
from offramp.learning._icbe_codes import BACKS, CEASE, DROPS, LEAVE
from offramp.learning._icbe_days import Row

Sides = tuple[tuple[str, ...], ...]
"""ICBe's names of the parties of each of the two sides."""


def signals_of(dated: Sequence[tuple[Row, date]], sides: Sides) -> list[tuple[date, str, int]]:
    """List the signals that carry a dial: their day, kind, and the side on which the dial acts."""
    found: list[tuple[date, str, int]] = []
    for row, day in dated:
        for who in speaker(row, sides):
            found += [(day, kind, who) for kind in _own_words(row, who, sides)]
        found += [(day, kind, who) for kind, who in _own_steps_down(row, sides)]
        found += [(day, kind, who) for kind, who in _from_third(row, sides)]
    return found


def _own_words(row: Row, who: int, sides: Sides) -> list[str]:
    kinds = words(row, "sayintkind")
    heard, doers = sides_in(row, "say_actor_b", sides), sides_in(row, "do_actor_a", sides)
    done_to = sides_in(row, "do_actor_b", sides)
    other, at_other = 1 - who, meant_for(row, 1 - who, sides)
    own = who in doers or not words(row, "do_actor_a")
    found: list[str] = []
    if at_other and own and "threaten" in kinds and forceful(row):
        found.append("threat")
    if at_other and "ultimatum" in kinds:
        found += ["threat", "demand"] if forceful(row) else ["demand"]
    if kinds & {"demand", "accuse"} and (other in heard or other in doers):
        found.append("demand")
    if own and kinds & {"promise", "express intent", "accept"}:
        found += _promised(row, kinds, other in done_to)
    return found


def _promised(row: Row, kinds: frozenset[str], at_other: bool) -> list[str]:
    """Tell what a side says that it will do: hit, hold, stop or leave."""
    manner = words(row, "do_interact_kind", "do_kind")
    steps = words(row, "interact_deescalate", "act_deescalate")
    if steps & {*CEASE}:
        return ["ceasefire"]
    if steps & {*LEAVE}:
        return ["withdrawal"]
    if "escalatory" in manner and at_other:
        # What intent announces is a notice, as where the prior was counted; a promise is a vow.
        return ["vow"] if "promise" in kinds else ["notice"] if "express intent" in kinds else []
    kept = "promise" in kinds and bool(manner & {"cooperative", "deescalatory"})
    return ["limit"] if kept or ("deescalatory" in manner and "accept" not in kinds) else []


def _own_steps_down(row: Row, sides: Sides) -> list[tuple[str, int]]:
    if "action" not in words(row, "event_type"):
        return []
    steps = words(row, "interact_deescalate", "act_deescalate")
    kinds = (["ceasefire"] if steps & {*CEASE} else []) + (
        ["withdrawal"] if steps & {*LEAVE} else []
    )
    return [(kind, who) for kind in kinds for who in sides_in(row, "do_actor_a", sides)]


def _from_third(row: Row, sides: Sides) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    doers, done_to = sides_in(row, "do_actor_a", sides), sides_in(row, "do_actor_b", sides)
    did = "action" in words(row, "event_type")
    third_does = bool(words(row, "do_actor_a")) and not doers
    helps = words(row, "interact_increasecoop")
    beside = bool(words(row, "do_actor_b") - _all(sides))
    if did and "mediation" in helps and (third_does or beside):
        both = doers | done_to
        found += [("mediation", MUTUAL if len(both) != 1 else next(iter(both)))]
    third_speaks = bool(words(row, "say_actor_a")) and not sides_in(row, "say_actor_a", sides)
    gives = did or bool(words(row, "sayintkind") & {"promise", "express intent", "praise"})
    if third_does and len(done_to) == 1 and (did or (third_speaks and gives)):
        (side,) = done_to
        found += [("backing", side)] if helps & {*BACKS} else []
        found += [("restraint", side)] if words(row, "interact_decreasecoop") & {*DROPS} else []
    if third_speaks:
        kinds, heard = words(row, "sayintkind"), sides_in(row, "say_actor_b", sides)
        held = heard if kinds & {"threaten", "ultimatum"} else set[int]()
        if kinds & {"appeal", "demand"} and "deescalatory" in words(
            row, "do_interact_kind", "do_kind"
        ):
            held = held | doers
        found += [("restraint", side) for side in sorted(held)]
    return found


def meant_for(row: Row, side: int, sides: Sides) -> bool:
    """Say whether what is said is meant for a side: to it, to nobody named, or of an act on it."""
    named = sides_in(row, "say_actor_b", sides) | sides_in(row, "do_actor_b", sides)
    return side in named or not words(row, "say_actor_b")


def forceful(row: Row) -> bool:
    """Say whether what is said is of a forceful act, or of none that is coded."""
    manner = words(row, "do_interact_kind", "do_kind")
    return "escalatory" in manner or not manner


def speaker(row: Row, sides: Sides) -> list[int]:
    """Give the side that speaks; none where both or neither do."""
    if "speech" not in words(row, "event_type"):
        return []
    found = sides_in(row, "say_actor_a", sides)
    return sorted(found) if len(found) == 1 else []


def sides_in(row: Row, column: str, sides: Sides) -> set[int]:
    """Give the sides of which a cell names somebody."""
    named = words(row, column)
    return {n for n, side in enumerate(sides) if named & {*side}}


def words(row: Row, *columns: str) -> frozenset[str]:
    """Give the values of some cells."""
    return frozenset(word for column in columns for word in (row[column] or "").split(";") if word)


def _all(sides: Sides) -> set[str]:
    return {name for side in sides for name in side}
