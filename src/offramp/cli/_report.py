"""offramp report: a crisis as of a date, in the terminal and as one HTML file."""

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from offramp._errors import UsageError
from offramp.cli._answers import forecast_json
from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import (
    AsJson,
    AsOf,
    Crisis,
    Days,
    Draws,
    From,
    Off,
    Run,
    Seed,
    Set,
    To,
    WithReveal,
    check_writable,
    parameters_without,
    prepare,
    remark,
    with_dials,
)
from offramp.cli._say import progress, put_json, put_rich, tell

if TYPE_CHECKING:
    from offramp.futures import Findings


def report(
    crisis: Crisis,
    as_of: AsOf = None,
    days: Days = 90,
    draws: Draws = 10_000,
    seed: Seed = 0,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="The file to write. Default: <id>-<as-of>.html in this folder.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
    reveal: WithReveal = False,
    first: From = None,
    last: To = None,
    off: Off = None,
    dials: Set = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="The forecast alone, in some seconds.")
    ] = False,
    full: Annotated[
        bool,
        typer.Option(
            "--full",
            help="With all pairs and the best threes of moves, and what the forecast hinges on: "
            "a minute or two more.",
        ),
    ] = False,
) -> None:
    """Forecast a crisis, test what is claimed of it, look for the way down.

    Prints a summary and writes one HTML file, which holds all that it needs and asks nothing
    of the network.
    """
    if quick and full:
        raise UsageError("--quick and --full contradict each other. Give one of them.")
    asked = prepare(crisis, as_of, days, draws, seed, first, last)
    path = _place(out, asked)
    check_writable(path)
    remark(asked)
    with progress() as show:
        set_up_compiler()
        from offramp.dossier import compile_dossier
        from offramp.futures import study
        from offramp.report import print_summary, write_report

        parameters, beliefs = with_dials(asked.record, dials, parameters_without(asked.record, off))
        findings = study(
            asked.record, asked.as_of, asked.days, asked.draws, asked.seed,
            odds_from=asked.first, odds_to=asked.last, with_reveal=reveal,
            parameters=parameters, progress=show,
        )  # fmt: skip
        dossier = compile_dossier(
            asked.record, asked.as_of, "quick" if quick else "full" if full else "usual",
            asked.seed, parameters, beliefs, show,
        )  # fmt: skip
        write_report(findings, path, dossier)
    if as_json:
        more = {field.name: getattr(dossier, field.name) for field in fields(dossier)}
        held = {name: part for name, part in more.items() if part is not None}
        put_json({**_findings_json(findings), **held, "report": str(path)})
    else:
        put_rich(lambda console: print_summary(findings, console, dossier))
    tell(f"The report is {path}")


def _place(out: Path | None, asked: Run) -> Path:
    name = f"{asked.record.id}-{asked.as_of}.html"
    if out is None:
        return Path(name)
    return out / name if out.is_dir() else out


def _findings_json(findings: "Findings") -> dict[str, object]:
    """Lay out everything that was found, but for the record itself, which is a file already."""
    rest = {field.name: getattr(findings, field.name) for field in fields(findings)}
    del rest["record"], rest["forecast"]
    ahead = findings.forecast
    more = {"next_acts": ahead.next_acts, "exchanges": ahead.exchanges, "notes": ahead.notes}
    return {**forecast_json(ahead), **more, **rest}
