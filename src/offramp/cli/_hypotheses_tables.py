"""A matrix of competing hypotheses, for a terminal of 80 columns."""

from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from offramp.cli._say import printable
from offramp.cli._tables import new_table, percent

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.hypotheses import Hypothesis, Matrix, Row

STYLES = {"CC": "bold green", "C": "green", "N": "dim", "I": "red", "II": "bold red"}

LEGEND = (
    "CC, C: the hypothesis makes the act likelier than the others do, by a factor of 3, of 1.25; "
    "I, II: less likely, by as much; N: neither. The figure is the natural log of the factor."
)


def print_matrix(matrix: "Matrix", console: "Console") -> None:
    """Print what speaks for and against each hypothesis, the most telling first."""
    telling = [row for row in matrix.rows if not row.why]
    if not telling:
        console.print("Nothing since it opened tells the hypotheses apart.")
    for side in dict.fromkeys(h.side for h in matrix.hypotheses if h.claim is None):
        console.print(_table(matrix, side, telling))
        console.print()
    for hypothesis in matrix.hypotheses:
        if hypothesis.claim is not None:
            console.print(Text(_claim(hypothesis)))
    console.print(Text(LEGEND, style="dim"))
    silent = Counter((row.kind, row.why) for row in matrix.rows if row.why)
    for (kind, why), count in silent.most_common():
        console.print(Text(f"N by construction: {count} {kind}{'s' * (count > 1)}; {why}.", "dim"))
    console.print(
        Text(
            f"As of the end of {matrix.as_of}; run {matrix.run}. Priors: "
            f"{printable(matrix.beliefs)}",
            style="dim",
        )
    )


def _table(matrix: "Matrix", side: str, rows: "list[Row]") -> Table:
    columns = [at for at, h in enumerate(matrix.hypotheses) if h.side == side and h.claim is None]
    table = new_table(f"{printable(side)}: what is it disposed to do?")
    table.add_column("Day", no_wrap=True)
    table.add_column("Act", overflow="fold")
    for at in columns:
        table.add_column(matrix.hypotheses[at].key.removeprefix(f"{side}: "), no_wrap=True)
    for row in rows:
        cells = [row.cells[at] for at in columns]
        table.add_row(
            str(row.date),
            Text(printable(row.id)),
            *(
                Text(f"{cell.grade:2} {cell.log_bayes_factor:+.2f}", STYLES[cell.grade])
                for cell in cells
            ),
        )
    table.add_section()
    held = [matrix.hypotheses[at] for at in columns]
    table.add_row("", "chance before", *(percent(h.before) for h in held))
    table.add_row("", f"on {matrix.as_of}", *(percent(h.now) for h in held))
    return table


def _claim(hypothesis: "Hypothesis") -> str:
    other = "" if "rarely" in hypothesis.says else ", the other way round"
    return (
        f'Claim "{printable(hypothesis.claim or "")}" says that {printable(hypothesis.says)}: read '
        f'the column "patient" of {printable(hypothesis.side)}{other}. '
        f"{percent(hypothesis.before)} before, {percent(hypothesis.now)} now."
    )
