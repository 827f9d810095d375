"""The findings in a terminal: five sentences, the main answers, and who acts next."""

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from offramp.dossier import Dossier
from offramp.futures import Findings
from offramp.report._dossier import summary_lines
from offramp.report._labels import (
    answer_text,
    baseline_text,
    error_text,
    main_answers,
    question_parts,
)
from offramp.report._ladder import rung_name, rung_order
from offramp.report._sentences import summary_sentences
from offramp.report._text import NBSP, chance, clean, day, percent
from offramp.report._track_record import shown, track_line
from offramp.report.charts._next import who_acts

BAR = 20


def print_summary(findings: Findings, console: Console, dossier: Dossier | None = None) -> None:
    """Print a summary that fits 80 columns.

    Parameters
    ----------
    findings : Findings
    console : rich.console.Console
        Where to print; colour follows the console, so ``NO_COLOR`` is honoured.
    dossier : Dossier, optional
        What else was asked, told in a line each.
    """
    forecast = findings.forecast
    console.print(Text(clean(forecast.title), style="bold"))
    console.print(Text(f"as of the end of {day(forecast.as_of)}; run {forecast.run}", style="dim"))
    console.print()
    for sentence in summary_sentences(findings):
        console.print(Padding(Text(clean(sentence)), (0, 0, 0, 2)))
        console.print()
    console.print(_answers(findings))
    console.print()
    console.print(_next(findings))
    for line in summary_lines(dossier or Dossier()):
        console.print()
        console.print(Padding(Text(clean(line).replace(NBSP, " ")), (0, 0, 0, 2)))
    record = shown()
    if record is not None:
        console.print()
        told = clean(track_line(record)).replace(NBSP, " ")
        console.print(Padding(Text(told), (0, 0, 0, 2)))
    if forecast.notes:
        console.print()
        for note in forecast.notes:
            console.print(Text(f"! {clean(note)}", style="yellow"))


def _answers(findings: Findings) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Question", ratio=1)
    table.add_column("Chance (90 %)", no_wrap=True, justify="right")
    table.add_column("In words", max_width=13)
    table.add_column("History", no_wrap=True, justify="right")
    table.add_column("Error", no_wrap=True, justify="right")
    for answer in main_answers(findings.forecast):
        asked, rest = question_parts(findings, answer)
        table.add_row(
            _plain(asked, rest),
            _plain(answer_text(findings, answer)),
            _plain(answer.words),
            _plain(baseline_text(findings, answer)),
            _plain(error_text(answer)),
        )
    return table


def _next(findings: Findings) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Who acts next", max_width=22)
    table.add_column("", no_wrap=True, width=BAR)
    table.add_column("Chance", no_wrap=True, justify="right")
    table.add_column("Likeliest rungs")
    for way in findings.forecast.next_acts:
        likely = sorted(way.rungs, key=lambda pair: -pair[1])[:2]
        ranked = sorted(likely, key=lambda pair: rung_order(findings, pair[0]))
        table.add_row(
            _plain(who_acts(findings, way)),
            Text(bar(way.probability), style="cyan"),
            _plain(chance(way.probability, way.low, way.high)),
            _plain("\n".join(f"{rung_name(findings, rung)} {percent(p)}" for rung, p in ranked)),
        )
    return table


def _plain(text: str, rest: str = "") -> Text:
    # A terminal table breaks lines at the spaces that a browser keeps whole.
    shown = Text(clean(text, 160).replace(NBSP, " "))
    if rest:
        shown.append(f", {clean(rest, 80).replace(NBSP, ' ')}", style="dim")
    return shown


def bar(share: float, width: int = BAR) -> str:
    """Draw a share as a bar of eighths of a character.

    Examples
    --------
    >>> bar(0.5, width=4)
    '██'
    """
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + ("▏▎▍▌▋▊▉"[rest - 1] if rest else "")
