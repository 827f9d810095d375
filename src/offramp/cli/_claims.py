"""offramp claims: what analysts wrote, tested."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from offramp._errors import UsageError
from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import AsJson, AsOf, Crisis, Draws, Seed, Set, prepare, remark, with_dials
from offramp.cli._say import plain, progress, put_json, put_rich

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.claims import Claims

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[CLAIM]...",
        help="Ids of claims of the record, to look at closely. Left out: all whose test is asked "
        "by then.",
        show_default=False,
    ),
]


def claims(
    crisis: Crisis,
    names: Names = None,
    as_of: AsOf = None,
    draws: Draws = 4_000,
    seed: Seed = 0,
    dials: Set = None,
    as_json: AsJson = False,
) -> None:
    """Test what analysts wrote: supported, contradicted, or not decided.

    Each claim is asked as of the day of its test, and says what one must believe for its
    verdict to flip. For claims that are named, the nearest dials are turned so far and the
    futures run again, and the verdict is laid out over the two dials that move it most.
    """
    asked = prepare(crisis, as_of, 1, draws, seed, None, None)
    remark(asked)
    if not asked.record.claims:
        raise UsageError(f'The record "{asked.record.id}" holds no claims. Add some under claims.')
    for name in names or ():
        asked.record.claim(name)
    with progress() as show:
        set_up_compiler()
        from offramp.claims import judge

        parameters, beliefs = with_dials(asked.record, dials)
        found = judge(
            asked.record, asked.as_of, asked.draws, asked.seed, parameters, show, beliefs, names,
            closely=bool(names),
        )  # fmt: skip
    if as_json:
        put_json(_as_json(found))
        return

    def draw(console: "Console") -> None:
        from offramp.cli._claims_tables import print_claims

        print_claims(found, console)

    put_rich(draw)


def _as_json(found: "Claims") -> dict[str, Any]:
    """Lay the verdicts out, with each difference beside its verdict."""
    laid: dict[str, Any] = plain(found)
    for claim in laid["claims"]:
        answer = claim["answer"] or {}
        claim["difference"] = answer.get("difference")
    return laid
