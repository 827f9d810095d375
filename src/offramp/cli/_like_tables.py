"""Crises like this one, for a terminal of 80 columns."""

from typing import TYPE_CHECKING

from rich.text import Text

from offramp.cli._like_elsewhere import print_elsewhere
from offramp.cli._say import printable
from offramp.cli._tables import new_table, percent

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.likeness import Followed, Likeness, Neighbour, Outside

WHO = {
    "same": "The same side again",
    "other": "The other side",
    "both": "Both, in a clash",
    "nobody": "Nobody within 30 days",
    "open": "The record ends before anybody acts",
}


def print_likeness(found: "Likeness", console: "Console") -> None:
    """Print the nearest moments, what followed them, and how the forecast lies beside it."""
    console.print(Text(printable(found.title), style="bold"))
    console.print(
        Text(
            f"as of the end of {found.as_of}, {_days(found.since)} after {printable(found.act)}; "
            f"compared with {found.moments} moments of {found.crises} crises",
            style="dim",
        )
    )
    if found.neighbours:
        _print_library(found, console)
    else:
        console.print(Text("No other crisis of the library was over by then.", style="dim"))
    for each in found.elsewhere:
        print_elsewhere(each, console)
    for line in _remarks(found):
        console.print(Text(line, style="dim"))


def _print_library(found: "Likeness", console: "Console") -> None:
    if found.like_none:
        console.print(
            "Nothing in the library is like it: even the nearest moment lies as far off as one "
            "taken at random. Read what follows as a list of differences."
        )
    table = new_table("The nearest moments")
    table.add_column("Moment", overflow="fold", ratio=1)
    table.add_column("Apart", justify="right", no_wrap=True)
    table.add_column("Alike and unlike", overflow="fold", ratio=1)
    table.add_column("What followed", overflow="fold", ratio=1)
    for each in found.neighbours:
        table.add_row(_moment(each), f"{each.distance:.1f}", _traits(each), _after(each.followed))
        table.add_section()
    console.print(table)
    beside = new_table("Seen from outside, and by the model")
    beside.add_column("", overflow="fold")
    for name in ("Nearest", "Model (90 %)", "Gap"):
        beside.add_column(name, justify="right", no_wrap=True)
    for one in found.outside:
        beside.add_row(one.what, _count(one), _chance(one), _gap(one))
    console.print(beside)


def _moment(each: "Neighbour") -> Text:
    act = printable(each.act_title)
    return Text(f"{each.crisis}, {each.day}: {act}")


def _traits(each: "Neighbour") -> Text:
    alike = "; ".join(trait.label for trait in each.alike)
    unlike = "; ".join(
        f"{'more' if trait.apart > 0 else 'less'}: {trait.label}" for trait in each.unlike
    )
    return Text("\n".join(filter(None, (f"= {alike}" if alike else "", unlike))))


def _after(followed: "Followed") -> Text:
    lines = [WHO[followed.actor]]
    if followed.days is not None:
        lines[0] += f", after {_days(followed.days)}: {printable(str(followed.rung))}"
    for days, rung in ((30, followed.highest_30), (90, followed.highest_90)):
        lines.append(f"highest in {days} d: {printable(rung or 'not known')}")
    return Text("\n".join(lines))


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _count(one: "Outside") -> str:
    return "–" if one.share is None else f"{round(one.share * one.count)} of {one.count}"


def _chance(one: "Outside") -> str:
    return f"{percent(one.probability)} ({100 * one.low:.0f}–{100 * one.high:.0f})"


def _gap(one: "Outside") -> str:
    return "–" if one.apart is None else f"{100 * one.apart:+.0f}"


def _remarks(found: "Likeness") -> list[str]:
    from offramp.likeness import AT_RANDOM

    lines = [
        "Apart: the typical difference of a feature, in standard deviations over the moments "
        f"compared; two taken at random lie {AT_RANDOM} apart. Nearest: of how many it was so, of "
        "those whose records watch that long. Gap: percentage points. At most two moments a crisis."
    ]
    if found.neighbours:
        count = len({each.crisis for each in found.neighbours})
        lines.append(
            f"{count} crises, chosen more often than drawn: a hint, no statistic. The library is "
            "no sample of history."
        )
    if any(each.cases for each in found.elsewhere):
        lines.append("The interval of a share counts each crisis once.")
    if found.left_out:
        lines.append(
            f"Left out, since they were not over by then: {', '.join(found.left_out)}. "
            "--later lets them in."
        )
    if found.later:
        lines.append("With --later: what followed in crises of later days is hindsight.")
    return lines
