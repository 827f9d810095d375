"""offramp ledger: why each side would act or hold, and what one act changed."""

from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from offramp._errors import UsageError
from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import (
    AsJson,
    AsOf,
    Crisis,
    Draws,
    Run,
    Seed,
    Set,
    check_writable,
    prepare,
    remark,
    with_dials,
)
from offramp.cli._say import progress, put_json, put_rich, tell

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.answers import ActEffect, Deterrence
    from offramp.claims import Claims
    from offramp.futures import Ledger
    from offramp.model import Parameters
    from offramp.record import Record

AGO = (0, 7, 30)
"""Days before the as-of date on which the ledger is shown."""

PAGE_DAYS = 30
"""How far the study behind a page looks; the page shows none of its futures."""

ActId = Annotated[
    str | None,
    typer.Option(
        "--act",
        metavar="ID",
        help="Say what this act changed, and whether it restored deterrence.",
        show_default=False,
    ),
]


def ledger(
    crisis: Crisis,
    as_of: AsOf = None,
    act: ActId = None,
    draws: Draws = 2_000,
    seed: Seed = 0,
    dials: Set = None,
    as_json: AsJson = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help="Draw it as an HTML page too.", show_default=False
        ),
    ] = None,
) -> None:
    """Take each side's reasons to act or hold apart, term by term.

    With --act: what one act changed in them, at once and thirty days on, and whether it
    lowered the other side's chance of repeating what provoked it, on the evening of the act and
    on the day of --as-of.
    """
    asked = prepare(crisis, as_of, 1, draws, seed, None, None)
    if out is not None:
        check_writable(out)
    remark(asked)
    with progress() as show:
        set_up_compiler()
        if show:
            show("ledger", 0, 1)
        parameters, beliefs = with_dials(asked.record, dials)
        if act is None:
            found = _Found(entries=_entries(asked, parameters))
        else:
            found = _effect(asked, act, as_of is not None, parameters, beliefs)
        if out is not None:
            _draw_page(asked, found, parameters, out)
        if show:
            show("ledger", 1, 1)
    if out is not None:
        tell(f"The page is {out}")
    if as_json:
        told = {field.name: getattr(found, field.name) for field in fields(found)}
        told = {name: part for name, part in told.items() if part is not None}
        entries = {"ledger": told.pop("entries")} if found.entries else {}
        head = {"crisis": asked.record.id, "as_of": asked.as_of, "beliefs": beliefs}
        put_json({**head, **entries, **told})
        return

    def draw(console: "Console") -> None:
        from offramp.cli import _ledger_tables as tables

        if found.effect is not None:
            tables.print_effect(
                found.effect, found.again, found.claims, asked.record, beliefs, console
            )
        elif found.entries is not None:
            tables.print_ledger(found.entries, asked.record, beliefs, console)

    put_rich(draw)


@dataclass(frozen=True)
class _Found:
    """The ledger, or what an act changed in it; `again` is deterrence as of the day asked for."""

    entries: "Ledger | None" = None
    effect: "ActEffect | None" = None
    again: "Deterrence | None" = None
    claims: "Claims | None" = None


def _entries(asked: Run, parameters: "Parameters | None") -> "Ledger":
    from offramp import futures
    from offramp.history import from_record

    history = from_record(asked.record, asked.as_of)
    held = futures.parameters_for(asked.record, parameters)
    back = futures.look_back(history, held, sorted(-ago for ago in AGO))
    return futures.ledger(history, held, back)


def _draw_page(asked: Run, found: _Found, parameters: "Parameters | None", path: Path) -> None:
    from offramp.futures import study
    from offramp.report import write_ledger

    findings = study(
        asked.record, asked.as_of, PAGE_DAYS, asked.draws, asked.seed, odds_from=asked.as_of,
        parameters=parameters,
    )  # fmt: skip
    write_ledger(findings, path, found.effect)


def _effect(
    asked: Run, act: str, dated: bool, parameters: "Parameters | None", beliefs: str
) -> _Found:
    from offramp.answers import act_effect, deterrence
    from offramp.claims import judge

    record, as_of, draws, seed = asked.record, asked.as_of, asked.draws, asked.seed
    effect = act_effect(record, act, as_of, draws, seed, parameters)
    again = claims = None
    if dated and as_of > effect.at_once.as_of:
        # What answers the act may itself be known only by then.
        with suppress(UsageError):
            again = deterrence(record, act, as_of, draws, seed, parameters)
    told = _on_deterrence(record, effect, as_of)
    if told:
        claims = judge(record, as_of, draws, seed, parameters, None, beliefs, told)
    return _Found(effect=effect, again=again, claims=claims)


def _on_deterrence(record: "Record", effect: "ActEffect", as_of: date) -> list[str]:
    """List the claims about an act that are tested by what the other side does without it."""
    from offramp.answers import read_question
    from offramp.questions import AtLeast

    found: list[str] = []
    for claim in record.claims:
        if effect.deterrence is None or effect.act not in claim.about or claim.test is None:
            continue
        if claim.test.as_of > as_of:
            continue
        question = read_question(record, claim.test.ask, claim.test.as_of)
        asked = question.observable
        if not isinstance(asked, AtLeast) or effect.act not in question.without:
            continue
        if asked.who == effect.deterrence.by:
            found.append(claim.id)
    return found
