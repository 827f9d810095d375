"""The ledger, and what one act changed in it, for a terminal of 80 columns."""

from typing import TYPE_CHECKING

from rich.text import Text

from offramp.cli._say import printable
from offramp.cli._tables import new_table

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.answers import ActEffect, Contrast, Deterrence, Moment
    from offramp.futures import Ledger
    from offramp.record import Record

GROUPS = {
    "base": "Base: tempo and shares", "learned": "Learned from events",
    "dial": "Dials: priors that history does not settle",
}  # fmt: skip
MOST = 8
"""Terms of an act's effect that are shown for each side."""


def print_ledger(ledger: "Ledger", record: "Record", beliefs: str, console: "Console") -> None:
    """Print each side's terms, today and some days before."""
    today = len(ledger.days) - 1
    for key in record.sides:
        table = new_table(f"{_name(record, key)}: log-hazard of force, on the day after")
        table.add_column("Term", overflow="fold")
        table.add_column(f"{ledger.days[today]} (90 %)", justify="right", no_wrap=True)
        for day in reversed(ledger.days[:-1]):
            table.add_column(str(day), justify="right", no_wrap=True)
        for group, words in GROUPS.items():
            table.add_section()
            table.add_row(Text(words, style="italic dim"))
            for row in ledger.terms:
                if row.side == key and row.group == group and any(abs(m) > 1e-9 for m in row.mean):
                    before = (f"{mean:+.2f}" for mean in reversed(row.mean[:-1]))
                    table.add_row(
                        row.label, _spread(row.mean[-1], row.low[-1], row.high[-1]), *before
                    )
        table.add_section()
        for row in ledger.totals:
            if row.side == key:
                before = (f"{mean:+.2f}" for mean in reversed(row.mean[:-1]))
                total = _spread(row.mean[-1], row.low[-1], row.high[-1])
                table.add_row(Text("sum", style="bold"), total, *before)
        console.print(table)
        console.print()
    console.print(
        Text(
            "Natural log-odds per day: +0.69 doubles how readily a side uses force, -0.69 halves "
            f"it. Priors: {printable(beliefs)}",
            style="dim",
        )
    )


def print_effect(effect: "ActEffect", record: "Record", console: "Console") -> None:
    """Print what an act changed, at once and later, and whether it deterred."""
    act = record.act(effect.act)
    console.print(Text(printable(f"{act.id}: {act.title or act.act}"), style="bold"))
    for moment in (effect.at_once, effect.later):
        if moment is not None:
            _print_moment(moment, record, console)
    if effect.deterrence is None:
        console.print("It answers no act on record, so there is no provocation to deter.")
    else:
        _print_deterrence(effect.deterrence, record, console)
    _print_claims(effect, record, console)
    said = f"{effect.follows[0].upper()}{effect.follows[1:]}."
    console.print(Text(f"{said} One crisis holds no evidence of it.", style="dim"))


def _print_moment(moment: "Moment", record: "Record", console: "Console") -> None:
    table = new_table(f"With the act less without it, as of {moment.as_of}")
    table.add_column("Side", no_wrap=True)
    table.add_column("Term", overflow="fold")
    table.add_column("Log-odds (90 %)", justify="right", no_wrap=True)
    for key in record.sides:
        own = [row for row in moment.terms if row.side == key][:MOST]
        (total,) = (row for row in moment.totals if row.side == key)
        for row in own:
            table.add_row(_name(record, key), row.label, _spread(row.mean, row.low, row.high))
        sum_of = _spread(total.mean, total.low, total.high)
        table.add_row(_name(record, key), Text("sum of all", style="bold"), sum_of)
        table.add_section()
    console.print(table)
    console.print()


def _print_deterrence(found: "Deterrence", record: "Record", console: "Console") -> None:
    by = _name(record, found.by)
    console.print(Text(f"Was deterrence restored? It answers {found.provocation}.", style="bold"))
    table = new_table()
    table.add_column("A repeat by the other side", overflow="fold")
    for name in ("With it", "Without it", "It changed (90 %)"):
        table.add_column(name, justify="right", no_wrap=True)
    for contrast in found.contrasts:
        table.add_row(contrast.ask.split(" without")[0], *_arms(contrast))
    console.print(table)
    for contrast in found.contrasts[:1]:
        gap = contrast.difference
        console.print(
            Text(
                f"{printable(by)} was made less likely to repeat it under "
                f"{100 * (1 - gap.chance_lower):.0f} % of the parameter draws."
            )
        )
    if found.through:
        terms = ", ".join(f"{row.label} ({row.mean:+.2f})" for row in found.through[:4])
        console.print(Text(f"Through its terms: {terms}."))
    if found.custom:
        console.print(Text(printable(found.custom)))


def _print_claims(effect: "ActEffect", record: "Record", console: "Console") -> None:
    about = [claim.id for claim in record.claims if effect.act in claim.about and claim.test]
    if about:
        command = f"offramp claims {record.id} {' '.join(about)}"
        console.print(Text(printable(f"{len(about)} claims are about it. Test them: {command}")))


def _arms(contrast: "Contrast") -> tuple[str, str, str]:
    """Write both arms, and what the act changed: as it was less without it."""
    gap = contrast.difference
    one, two = contrast.factual.probability or 0.0, contrast.counterfactual.probability or 0.0
    change = f"{-100 * gap.mean:+.1f} ({-100 * gap.high:+.1f} to {-100 * gap.low:+.1f})"
    return f"{100 * one:.0f} %", f"{100 * two:.0f} %", change


def _spread(mean: float, low: float, high: float) -> str:
    return f"{mean:+.2f} ({low:+.2f} to {high:+.2f})"


def _name(record: "Record", key: str) -> str:
    return printable(record.party(record.sides[key][0]).name)
