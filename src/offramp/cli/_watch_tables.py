"""What to watch, for a terminal of 80 columns."""

from typing import TYPE_CHECKING

from rich.text import Text

from offramp.cli._say import printable
from offramp.cli._tables import new_table, percent

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.sensitivity import Observation, Watch


def print_watch(found: "Watch", console: "Console") -> None:
    """Print what may be seen, the most telling first, and what it would change."""
    last = max(found.days)
    console.print(Text(printable(found.plain), style="bold"))
    console.print(Text(printable(found.ask), style="dim"))
    console.print(
        Text(f"asked again on the day, over the {found.within} days from then on", style="dim")
    )
    by_what: dict[str, dict[int, Observation]] = {}
    for each in found.observations:
        by_what.setdefault(each.what, {})[each.by] = each
    table = new_table(f"What may be seen within {last} days of {found.as_of}")
    table.add_column("Seen", overflow="fold")
    for name in ("Chance", "If seen", "If not"):
        table.add_column(name, justify="right", no_wrap=True)
    for day in found.days:
        table.add_column(f"Bits\n{day} d", justify="right", no_wrap=True)
    for what, days in sorted(by_what.items(), key=lambda pair: -pair[1][last].bits):
        at = days[last]
        table.add_row(
            Text(printable(what)),
            percent(at.chance), percent(at.if_seen), percent(at.if_unseen),
            *(_bits(days[day]) for day in found.days),
        )  # fmt: skip
    console.print(table)
    now = next(each.now for each in found.observations if each.by == last)
    console.print(
        Text(
            f"The forecast after {last} days, whatever is seen: {percent(now)}. Chance, if seen "
            f"and if not: within {last} days. Bits: what is to be expected of watching so long, "
            "from futures alone; – where it is no more than mere chance would show. All but the "
            "shadow war's own acts are outside it.",
            style="dim",
        )
    )
    console.print(
        Text(
            f"As of the end of {found.as_of}; {found.draws:,} futures; seed {found.seed}; run "
            f"{found.run}. Priors: {printable(found.beliefs)}",
            style="dim",
        )
    )


def _bits(each: "Observation") -> str:
    return f"{each.bits:.3f}" if each.tells else "–"
