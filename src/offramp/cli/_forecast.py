"""offramp forecast: what a crisis may do next, as numbers."""

from typing import TYPE_CHECKING

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
    Seed,
    To,
    WithReveal,
    parameters_without,
    prepare,
    remark,
)
from offramp.cli._say import progress, put_json, put_rich

if TYPE_CHECKING:
    from rich.console import Console

ODDS_DAYS = 30
"""The horizon of the day-by-day odds, unless --days is shorter."""


def forecast(
    crisis: Crisis,
    as_of: AsOf = None,
    days: Days = 90,
    draws: Draws = 10_000,
    seed: Seed = 0,
    as_json: AsJson = False,
    first: From = None,
    last: To = None,
    off: Off = None,
    reveal: WithReveal = False,
) -> None:
    """Forecast a crisis: who acts next, how high, how soon.

    Each chance stands with its 90 % interval, the base rate in history and a word.
    """
    asked = prepare(crisis, as_of, days, draws, seed, first, last)
    remark(asked)
    with progress() as show:
        set_up_compiler()
        from offramp import futures

        if show:
            show("futures", 0, 1)
        changed = parameters_without(asked.record, off)
        ahead = futures.forecast(
            asked.record, asked.as_of, asked.days, asked.draws, asked.seed, changed
        )
        if show:
            show("futures", 1, 1)
        path = None
        if asked.first and asked.last:
            horizon = min(asked.days, ODDS_DAYS)
            path = futures.odds(
                asked.record,
                asked.first,
                asked.last,
                horizon,
                seed=asked.seed,
                parameters=changed,
                progress=show,
            )
        reveals = futures.reveal(asked.record, ahead) if reveal else None
    if as_json:
        more = {"odds": path, "reveals": reveals}
        given = {name: value for name, value in more.items() if value is not None}
        put_json({**forecast_json(ahead), **given})
        return

    def draw(console: "Console") -> None:
        from offramp.cli import _tables as tables
        from offramp.history import ladder_of

        tables.print_forecast(ahead, ladder_of(asked.record), console)
        if path is not None:
            tables.print_odds(path, console)
        if reveals is not None:
            tables.print_reveals(reveals, ahead, asked.record, console)

    put_rich(draw)
