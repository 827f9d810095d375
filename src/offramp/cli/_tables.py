"""A forecast's answers as tables that fit a terminal of 80 columns."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from offramp.cli._say import printable

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.futures import Answer, Forecast, OddsPath, Reveal
    from offramp.ladder import Ladder
    from offramp.record import Record

OTHERS = {"either": "Either side", "mutual": "Both, in a clash", "none": "Nobody"}
HAPPENED = {True: "yes", False: "no", None: "open"}


def print_forecast(forecast: "Forecast", ladder: "Ladder", console: "Console") -> None:
    """Print who acts next, how high each side goes by when, and what else was asked."""
    console.print(Text(printable(forecast.title), style="bold"))
    console.print(
        Text(
            f"as of the end of {forecast.as_of}; {forecast.horizon_days} days; "
            f"{forecast.draws:,} futures; seed {forecast.seed}; run {forecast.run}",
            style="dim",
        )
    )
    console.print("\nChance (90 % interval), [base rate], in words.", markup=False)
    console.print()
    console.print(_next_table(forecast))
    for side in dict.fromkeys(a.side for a in forecast.answers if a.topic == "rung"):
        console.print()
        console.print(_rung_table(forecast, side, _cell))
    console.print()
    console.print(_other_table(forecast, ladder))
    worst = max((a.mc_error for a in forecast.answers if a.probability is not None), default=0.0)
    console.print()
    console.print(f"The simulation's own error is at most ±{worst * 100:.1f} %.")
    for note in forecast.notes:
        console.print(Text(f"! {printable(note)}", style="yellow"))


def print_odds(path: "OddsPath", console: "Console") -> None:
    """Print how the odds moved from day to day."""
    table = new_table(f"Odds within {path.horizon_days} days, day by day")
    table.add_column("Day", no_wrap=True)
    for line in path.lines:
        table.add_column(printable(line.label), justify="right", overflow="fold")
    for row, day in enumerate(path.days):
        shares = (chance(x.probability[row], x.low[row], x.high[row]) for x in path.lines)
        table.add_row(str(day), *map(Text, shares))
    bases = [bracketed(line.baseline[-1]) or "none" for line in path.lines]
    table.add_section()
    table.add_row(Text("[base rate]", style="dim"), *(Text(base, style="dim") for base in bases))
    console.print()
    console.print(table)


def print_reveals(
    reveals: "Sequence[Reveal]", forecast: "Forecast", record: "Record", console: "Console"
) -> None:
    """Print what happened afterwards beside what was forecast."""
    by_ask = {found.ask: found for found in reveals}
    console.print("\nWhat happened afterwards, which the forecast did not see:", style="bold")
    console.print("chance [base rate], and whether it came: yes, no, or still open.", markup=False)
    sides = dict.fromkeys(a.side for a in forecast.answers if a.topic == "rung")
    for side in sides:
        console.print()
        console.print(_rung_table(forecast, side, lambda answer: _came(by_ask.get(answer.ask))))
    table = new_table("Who acted next, and quiet")
    table.add_column("Question", overflow="fold")
    table.add_column("Chance and outcome", no_wrap=True)
    for answer in forecast.answers:
        if answer.topic != "rung" and answer.ask in by_ask:
            table.add_row(Text(answer.ask), _came(by_ask[answer.ask]))
    console.print()
    console.print(table)
    console.print()
    for name in dict.fromkeys(found.by_act for found in reveals if found.by_act):
        act = record.act(name)
        line = f"Decided by {name}, {act.date}: {act.title or act.act}"
        console.print(Text(printable(line)))
    _print_scores(reveals, console)


def _print_scores(reveals: "Sequence[Reveal]", console: "Console") -> None:
    both = [
        (found.brier, found.brier_baseline)
        for found in reveals
        if found.brier is not None and found.brier_baseline is not None
    ]
    if both:
        ours, base = (sum(scores) / len(both) for scores in zip(*both, strict=True))
        console.print(
            f"Mean Brier score over {len(both)} questions (0 is best): {ours:.3f}; of the base "
            f"rate {base:.3f}. The questions overlap and the crisis is one: this is no proof."
        )


def _came(found: "Reveal | None") -> Text:
    if found is None:
        return Text("")
    shown = Text(f"{percent(found.probability)} ")
    shown.append(f"{bracketed(found.baseline)} ".lstrip(), style="dim")
    return shown.append(HAPPENED[found.happened], style="bold" if found.happened else "dim")


def percent(share: float | None) -> str:
    """Write a chance shortly; nothing possible is printed as certain.

    Examples
    --------
    >>> [percent(share) for share in (0.0, 0.34, 0.999, None)]
    ['<1 %', '34 %', '>99 %', '–']
    """
    if share is None:
        return "–"
    if not 0.005 <= share <= 0.995:
        return "<1 %" if share < 0.5 else ">99 %"
    return f"{share * 100:.0f} %"


def chance(share: float | None, low: float, high: float) -> str:
    """Write a chance with its interval.

    Examples
    --------
    >>> chance(0.34, 0.12, 0.61)
    '34 % (12–61)'
    """
    return f"{percent(share)} ({low * 100:.0f}–{high * 100:.0f})"


def bracketed(share: float | None) -> str:
    """Write a base rate as it stands behind a chance; nothing where history has none."""
    return "" if share is None else f"[{percent(share)}]"


def new_table(title: str | None = None) -> Table:
    """Begin a table in the one style that all commands share."""
    return Table(
        title=Text(title, style="bold") if title else None, title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False, show_edge=False, padding=(0, 1, 0, 0),
    )  # fmt: skip


def _name(forecast: "Forecast", key: str | None) -> str:
    names = {side.key: printable(side.name) for side in forecast.sides}
    return names.get(key or "either") or OTHERS.get(key or "either") or str(key)


def _next_table(forecast: "Forecast") -> Table:
    table = new_table(f"Who acts next, within {forecast.horizon_days} days")
    table.add_column("", no_wrap=True)
    table.add_column("Chance", no_wrap=True)
    table.add_column("In words")
    table.add_column("Likeliest rungs")
    words = {a.side: a.words for a in forecast.answers if a.topic == "next"}
    for way in forecast.next_acts:
        rungs = sorted(way.rungs, key=lambda pair: -pair[1])[:3]
        table.add_row(
            Text(_name(forecast, way.actor)),
            Text(f"{chance(way.probability, way.low, way.high)} {bracketed(way.baseline)}"),
            Text(words.get(way.actor, ""), style="dim"),
            Text(", ".join(f"{rung} {percent(share)}" for rung, share in rungs)),
        )
    return table


def _rung_table(forecast: "Forecast", side: str | None, write: "Callable[[Answer], Text]") -> Table:
    asked = [a for a in forecast.answers if a.topic == "rung" and a.side == side]
    spans = sorted({a.within or 0 for a in asked})
    table = new_table(f"{_name(forecast, side)}: this rung or higher")
    table.add_column("Rung", no_wrap=True)
    for span in spans:
        table.add_column(f"within {span} day{'' if span == 1 else 's'}")
    by_place = {(a.rung, a.within or 0): a for a in asked}
    for rung in dict.fromkeys(a.rung for a in asked):
        cells = (by_place.get((rung, span)) for span in spans)
        table.add_row(str(rung), *(write(answer) if answer else Text() for answer in cells))
    return table


def _cell(answer: "Answer") -> Text:
    shown = Text(chance(answer.probability, answer.low, answer.high))
    shown.append(f" {bracketed(answer.baseline)}\n{answer.words}", style="dim")
    return shown


def _other_table(forecast: "Forecast", ladder: "Ladder") -> Table:
    table = new_table("Quiet, how soon, how high")
    table.add_column("Question", overflow="fold")
    table.add_column("Answer", no_wrap=True)
    table.add_column("In words")
    for answer in forecast.answers:
        if answer.topic in ("next", "rung"):
            continue
        if answer.probability is not None:
            shown = f"{chance(answer.probability, answer.low, answer.high)} "
            shown += bracketed(answer.baseline)
        else:
            shown = _quantity(answer, ladder)
        table.add_row(Text(answer.ask), Text(shown), Text(answer.words or "", style="dim"))
    return table


def _quantity(answer: "Answer", ladder: "Ladder") -> str:
    """Write days or rungs with their interval; days beyond the horizon are only that."""
    values = (answer.value or 0.0, answer.low, answer.high)
    if answer.unit == "rung":
        middle, low, high = (_rung_at(value, ladder) for value in values)
        return f"{middle} ({low} to {high})"
    end = answer.within
    middle, low, high = (
        f">{end}" if end is not None and value > end else f"{value:.0f}" for value in values
    )
    return f"{middle} ({low}–{high}) {answer.unit}"


def _rung_at(value: float, ladder: "Ladder") -> str:
    return min(ladder.rungs, key=lambda rung: abs(rung.order - value)).key
