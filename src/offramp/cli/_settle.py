"""offramp settle: what became of forecasts that were written down."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from offramp.cli._options import AsJson
from offramp.cli._say import printable, put_json, put_rich

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.answers import Settled

CAME = {True: "yes", False: "no", None: "open"}


def settle(
    log: Annotated[Path, typer.Argument(metavar="FILE", help="What 'offramp ask --log' wrote.")],
    as_json: AsJson = False,
) -> None:
    """Settle forecasts that were written down, and score them beside the base rate.

    Each is resolved against its record as that now stands. The worst misses come first.
    """
    from offramp.answers import read_log
    from offramp.answers import settle as settle_all
    from offramp.record import open_record

    found = settle_all(read_log(log), open_record)
    worst = sorted(found, key=lambda each: -(each.brier if each.brier is not None else -1.0))
    if as_json:
        put_json({"scores": _scores(worst), "forecasts": worst})
        return
    put_rich(lambda console: _print(worst, console))


def _scores(found: "list[Settled]") -> dict[str, float | int | None]:
    """Give the means over what is scored; those of the base rate, and of the same, beside."""
    both = [
        (each.brier, each.brier_baseline)
        for each in found
        if each.brier is not None and each.brier_baseline is not None
    ]
    logs = [each.log_score for each in found if each.log_score is not None]
    return {
        "forecasts": len(found),
        "scored": len(logs),
        "log_score": _mean(logs),
        "brier": _mean([each.brier for each in found if each.brier is not None]),
        "with_base_rate": len(both),
        "brier_there": _mean([ours for ours, _ in both]),
        "brier_base_rate": _mean([base for _, base in both]),
    }


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _print(found: "list[Settled]", console: "Console") -> None:
    from rich.text import Text

    from offramp.cli._tables import new_table, percent

    scores = _scores(found)
    table = new_table("Forecasts that were written down, the worst first")
    table.add_column("Question", overflow="fold")
    table.add_column("As of", no_wrap=True)
    table.add_column("Said", justify="right", no_wrap=True)
    table.add_column("Base", justify="right", no_wrap=True)
    table.add_column("Came", no_wrap=True)
    table.add_column("Brier", justify="right", no_wrap=True)
    for each in found:
        forecast = each.forecast
        table.add_row(
            Text(printable(f"{forecast.crisis}: {forecast.ask}")), str(forecast.as_of),
            percent(forecast.probability), percent(forecast.baseline) or "-", CAME[each.outcome],
            "-" if each.brier is None else f"{each.brier:.3f}",
        )  # fmt: skip
    console.print(table)
    if scores["scored"]:
        console.print(
            f"{scores['scored']} of {scores['forecasts']} scored: Brier {scores['brier']:.3f}, log "
            f"score {scores['log_score']:.3f}."
        )
    if scores["with_base_rate"]:
        console.print(
            f"Where there is a base rate ({scores['with_base_rate']}): Brier "
            f"{scores['brier_there']:.3f}, the base rate's {scores['brier_base_rate']:.3f}."
        )
