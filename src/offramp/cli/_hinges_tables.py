"""What an answer hangs on, for a terminal of 80 columns."""

from typing import TYPE_CHECKING

from rich.text import Text

from offramp.cli._say import printable
from offramp.cli._tables import new_table

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.sensitivity import Hinge, Hinges

LEAST = 0.01
"""Groups that carry less, or no more than their error, are only counted."""

BAR = 12


def print_hinges(found: "Hinges", console: "Console") -> None:
    """Print the groups that carry the spread of an answer, the largest first."""
    console.print(Text(printable(found.plain), style="bold"))
    console.print(Text(printable(found.ask), style="dim"))
    console.print(
        Text(
            f"The answer is {_value(found.answer, found.unit)}; it varies by "
            f"±{_value(found.sd, found.unit)} (sd) with what one believes."
        )
    )
    if found.noise > found.sd:
        console.print(
            Text(
                f"! Simulating blurs each draw's answer by ±{_value(found.noise, found.unit)}, "
                "more than it varies: ask for more futures with --draws.",
                style="yellow",
            )
        )
    told = "; ".join(f"{each.label} {_share(each)}" for each in found.together)
    console.print(Text(f"Of its variance: {told}."))
    shown = [each for each in found.hinges if each.share >= max(LEAST, each.error)]
    if shown:
        console.print(_table(found, shown))
    console.print(
        Text(
            f"{len(found.hinges) - len(shown)} {'more ' if shown else ''}groups carry less than "
            f"{100 * LEAST:.0f} %, or no more than their error. A share is what would be left of "
            "the variance if all else were known (total Sobol index); where groups work "
            "together, the shares add up to more than the whole. What was learned as one is "
            "apportioned to its terms. ± is its standard error. At 5 % and at 95 %: the answer "
            "with that number held there.",
            style="dim",
        )
    )
    console.print(
        Text(
            f"As of the end of {found.as_of}; {found.draws:,} futures a run; seed {found.seed}; "
            f"run {found.run}. Priors: {printable(found.beliefs)}",
            style="dim",
        )
    )


def _table(found: "Hinges", shown: "list[Hinge]") -> object:
    table = new_table()
    table.add_column("What", overflow="fold")
    table.add_column("Kind", no_wrap=True)
    table.add_column("Share", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column("At 5 %", justify="right", no_wrap=True)
    table.add_column("At 95 %", justify="right", no_wrap=True)
    for each in shown:
        name = each.group if each.kind == "dial" else each.label
        table.add_row(
            Text(printable(name)), each.kind,
            _share(each),
            "█" * max(round(BAR * min(each.share, 1.0)), 1),
            _value(each.at_low, found.unit), _value(each.at_high, found.unit),
        )  # fmt: skip
    return table


def _share(each: "Hinge") -> str:
    return f"{100 * each.share:.0f} % ±{100 * each.error:.0f}"


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:.3g} {unit}" if unit else f"{100 * value:.0f} %"
