"""The nearest moments in published data, for a terminal of 80 columns."""

from typing import TYPE_CHECKING

from rich.text import Text

from offramp.cli._say import printable
from offramp.cli._tables import new_table, percent

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.likeness import Case, Elsewhere, Share

SHOWN = 6
"""Cases that a terminal shows; --json has them all."""

STEPS = 3
"""Acts that are told of each."""

BY = {"same": "the same side", "other": "the other side", "both": "both"}


def print_elsewhere(found: "Elsewhere", console: "Console") -> None:
    """Print what followed the nearest moments of a dataset, or how to bring it."""
    if found.note:
        console.print(Text(printable(found.note), style="dim"))
        return
    size = len(found.cases)
    table = new_table(
        f"In {found.title}: the nearest {size} of {found.moments:,} moments, "
        f"{found.crises:,} crises"
    )
    table.add_column("", overflow="fold", ratio=1)
    table.add_column("Nearest (90 %)", justify="right", no_wrap=True)
    table.add_column("Model (90 %)", justify="right", no_wrap=True)
    table.add_column("Gap", justify="right", no_wrap=True)
    for share in found.shares:
        table.add_row(share.what, _seen(share), _said(share), _gap(share))
    console.print(table)
    cases = new_table(f"The first {min(size, SHOWN)} of them")
    cases.add_column("Moment", overflow="fold", ratio=1)
    cases.add_column("Apart", justify="right", no_wrap=True)
    cases.add_column("What followed within 90 days", overflow="fold", ratio=1)
    for case in found.cases[:SHOWN]:
        name = Text(printable(f"{case.day}, {case.name} (no. {case.number})"))
        cases.add_row(name, f"{case.distance:.1f}", _after(case))
    console.print(cases)
    left = f" This crisis itself was passed over ({found.left_out})." if found.left_out else ""
    console.print(Text(f"{found.title} compares {found.sees}. "
                       f"It cannot tell {found.blind}.{left}", style="dim"))  # fmt: skip


def _seen(share: "Share") -> str:
    count = round(share.share * share.count)
    return f"{count} of {share.count} ({100 * share.low:.0f}–{100 * share.high:.0f})"


def _said(share: "Share") -> str:
    if share.probability is None or share.model_low is None or share.model_high is None:
        return "–"
    low, high = 100 * share.model_low, 100 * share.model_high
    return f"{percent(share.probability)} ({low:.0f}–{high:.0f})"


def _gap(share: "Share") -> str:
    return "–" if share.apart is None else f"{100 * share.apart:+.0f}"


def _after(case: "Case") -> Text:
    if case.told:
        return Text(printable(case.told))
    told = [f"{act.days} d: {act.what}, {BY[act.by]}" for act in case.course[:STEPS]]
    more = len(case.course) - STEPS
    if more > 0:
        told.append(f"and {more} more, the highest level {max(a.level for a in case.course)}")
    return Text("; ".join(told) or "nothing")
