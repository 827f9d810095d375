"""The ledger, and what one act changed in it, for a terminal of 80 columns."""

from textwrap import shorten
from typing import TYPE_CHECKING

from rich.text import Text

from offramp.cli._say import printable
from offramp.cli._tables import new_table

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.answers import ActEffect, Contrast, Deterrence, Moment, TermChange
    from offramp.claims import Claims
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


def print_effect(
    effect: "ActEffect", again: "Deterrence | None", claims: "Claims | None", record: "Record",
    beliefs: str, console: "Console",
) -> None:  # fmt: skip
    """Print what an act changed, at once and later, and whether it deterred."""
    act = record.act(effect.act)
    console.print(Text(printable(f"{act.id}: {act.title or act.act}"), style="bold"))
    for moment in (effect.at_once, effect.later):
        if moment is not None:
            _print_moment(moment, record, console)
    if effect.deterrence is None:
        console.print(Text(printable(f"Was deterrence restored? {effect.unasked}")))
    else:
        _print_deterrence(effect.deterrence, again, record, console)
    _print_claims(effect, claims, record, console)
    said = f"{effect.follows[0].upper()}{effect.follows[1:]}."
    last = f"{said} One crisis holds no evidence of it. Priors: {printable(beliefs)}"
    console.print(Text(last, style="dim"))


def _print_moment(moment: "Moment", record: "Record", console: "Console") -> None:
    table = new_table(f"With the act less without it, as of {moment.as_of}")
    table.add_column("Side", overflow="fold")
    table.add_column("Term", overflow="fold")
    table.add_column("Log-odds (90 %)", justify="right", no_wrap=True)
    for key in record.sides:
        own = [row for row in moment.terms if row.side == key]
        (total,) = (row for row in moment.totals if row.side == key)
        for row in own[:MOST]:
            table.add_row(_name(record, key), row.label, _spread(row.mean, row.low, row.high))
        if len(own) > MOST:
            table.add_row(_name(record, key), _smaller(len(own) - MOST), "")
        sum_of = _spread(total.mean, total.low, total.high)
        table.add_row(_name(record, key), Text("sum of all", style="bold"), sum_of)
        table.add_section()
    console.print(table)
    told = [
        f"{printable(_name(record, row.side))} {_by_share(row)}"
        for row in moment.totals if row.by_share
    ]  # fmt: skip
    if told:
        console.print(
            Text(
                "The sum, if acts cause none, half or all of the momentum after them: "
                f"{'; '.join(told)}."
            )
        )
    console.print()


def _by_share(row: "TermChange") -> str:
    return ", ".join(f"{at.mean:+.2f}" for at in row.by_share)


def _print_deterrence(
    found: "Deterrence", again: "Deterrence | None", record: "Record", console: "Console"
) -> None:
    by = printable(_name(record, found.by))
    console.print(Text(f"Was deterrence restored? It answers {found.provocation}.", style="bold"))
    for each in (found, again):
        if each is None:
            continue
        table = new_table(f"As of {each.as_of}")
        table.add_column("A repeat by the other side", overflow="fold")
        for name in ("With it", "Without it", "Changed by (90 %)"):
            table.add_column(name, justify="right", no_wrap=True)
        for contrast in each.contrasts:
            repeat = printable(contrast.plain.partition(", had ")[0])
            table.add_row(Text(repeat), *_arms(contrast))
        console.print(table)
        gap = each.contrasts[0].difference
        shares = ", ".join(f"{-100 * at.mean:+.1f}" for at in gap.by_share)
        told = (
            f"First row: {by} is less likely to do so with it under "
            f"{100 * (1 - gap.chance_lower):.0f} % of the parameter draws. If acts cause none, "
            f"half or all of the momentum after them, it changed by {shares} points."
        )
        console.print(Text(told))
        terms = ", ".join(f"{row.label} ({row.mean:+.2f})" for row in each.through[:4])
        console.print(Text(f"Through its terms: {terms}." if terms else "No term of its moves."))
        if each.custom:
            console.print(Text(printable(each.custom)))
        console.print()


def _print_claims(
    effect: "ActEffect", claims: "Claims | None", record: "Record", console: "Console"
) -> None:
    judged = claims.claims if claims else ()
    if judged:
        console.print(Text("What the record's claims say of it", style="bold"))
    for each in judged:
        quote = shorten(each.quote, 150, placeholder=" …")
        console.print(Text(printable(f"“{quote}” ({each.by}, {each.id})")))
        console.print(Text(f"  {each.verdict}: {printable(each.why)}"))
    rest = [c.id for c in record.claims if effect.act in c.about and c.test]
    rest = [name for name in rest if name not in {each.id for each in judged}]
    if rest:
        more = "more claim is" if len(rest) == 1 else "more claims are"
        lead = f"{len(rest)} {more} about it: {', '.join(rest)}. Test them with offramp claims."
        console.print(Text(printable(lead)))
    if judged or rest:
        console.print()


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


def _smaller(count: int) -> str:
    return f"{count} smaller term{'s' * (count > 1)}: see --json"
