"""Answers to questions, for a terminal of 80 columns."""

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from offramp.answers import Contrast, Reply
from offramp.cli._say import printable
from offramp.cli._tables import chance, new_table

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.answers import Asked

KINDS = {
    "forecast": "A forecast.",
    "conditional": "A conditional forecast: among the futures in which it happens. It says "
    "nothing of what making it happen would do.",
    "counterfactual": "A counterfactual: two arms that share their luck, and what lies between.",
}


def print_asked(asked: "Asked", console: "Console") -> None:
    """Print the answers of one run."""
    for answer in asked.answers:
        console.print(Text(printable(answer.plain), style="bold"))
        console.print(Text(printable(answer.ask), style="dim"))
        console.print(Text(KINDS[answer.kind], style="dim"))
        if isinstance(answer, Reply):
            _print_reply(answer, console)
        else:
            _print_contrast(answer, console)
        console.print()
    foot = f"As of the end of {asked.as_of}; seed {asked.seed}; run {asked.run}. "
    console.print(Text(f"{foot}Priors: {printable(asked.beliefs)}", style="dim"))


def _print_reply(reply: "Reply", console: "Console") -> None:
    base = "" if reply.baseline is None else f"  [base rate {_number(reply.baseline, '')}]"
    words = f"  {reply.words}" if reply.words else ""
    console.print(Text(f"{_interval(reply)}{base}{words}"))
    if reply.condition is not None:
        console.print(Text(f"It happens in {_number(reply.condition, '')} of the futures."))
    if reply.shares:
        console.print(_shares(reply))
    console.print(Text(f"Rests on {reply.basis}; simulation error {_small(reply)}.", style="dim"))


def _print_contrast(contrast: "Contrast", console: "Console") -> None:
    table = new_table()
    table.add_column("")
    table.add_column("", justify="right")
    table.add_column("90 % interval", justify="right")
    for name, reply in (("as it was", contrast.factual), ("supposed", contrast.counterfactual)):
        unit = reply.unit
        value = reply.probability if reply.probability is not None else reply.value
        table.add_row(
            name, _number(value, unit), f"{_number(reply.low, unit)} to {_number(reply.high, unit)}"
        )
    gap = contrast.difference
    table.add_section()
    table.add_row("difference", *_gap(gap.mean, gap.low, gap.high, gap.unit))
    for each in gap.by_share:
        name = f"if acts cause {100 * each.share:.0f} % of the momentum after them"
        table.add_row(Text(name, style="dim"), *_gap(each.mean, each.low, each.high, gap.unit))
    console.print(table)
    console.print(Text(f"Lower under {100 * gap.chance_lower:.0f} % of the parameter draws."))
    for effect in contrast.effects:
        console.print(Text(f"- {printable(effect)}"))
    said = f"{contrast.follows[0].upper()}{contrast.follows[1:]}."
    if contrast.saved is not None:
        said += f" Shared luck saves {contrast.saved:.1f} times the futures of independent arms."
    console.print(Text(said, style="dim"))


def _gap(mean: float, low: float, high: float, unit: str) -> tuple[str, str]:
    if unit:
        return f"{mean:+.3g}", f"{low:+.3g} to {high:+.3g}"
    return f"{100 * mean:+.1f} pts", f"{100 * low:+.1f} to {100 * high:+.1f}"


def _shares(reply: "Reply") -> Table:
    table = new_table()
    table.add_column("")
    table.add_column("", justify="right")
    for name, share in reply.shares:
        table.add_row(name, _number(share, reply.unit if "%" in name else ""))
    return table


def _interval(reply: "Reply") -> str:
    if reply.probability is not None:
        return chance(reply.probability, reply.low, reply.high)
    ends = f"{_number(reply.low, reply.unit)} to {_number(reply.high, reply.unit)}"
    return f"{_number(reply.value, reply.unit)} ({ends}) {reply.unit}"


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    if unit in ("", "share"):
        return f"{100 * value:.0f} %"
    return f"{value:,.0f}" if unit == "dead" else f"{value:.2f}"


def _small(reply: "Reply") -> str:
    return f"±{100 * reply.mc_error:.1f} %" if reply.probability is not None else "small"
