"""offramp list: the records that ship with Offramp."""

from typing import TYPE_CHECKING

from offramp.cli._options import AsJson, last_day
from offramp.cli._say import printable, put_json, put_rich

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.record import Record


def list_records(as_json: AsJson = False) -> None:
    """List the records that ship with Offramp."""
    from offramp.record import drawn_by_lot, library, open_record

    rows = [_row(open_record(folder)) for folder in library().values()]
    if as_json:
        lot = drawn_by_lot()
        put_json([{**row, "drawn": row["id"] in lot} for row in rows])
        return

    def draw(console: "Console") -> None:
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
        table.add_column("Name and title", overflow="fold")
        for name in ("From", "To"):
            table.add_column(name, no_wrap=True)
        for name in ("Acts", "Signals", "Sources"):
            table.add_column(name, justify="right", no_wrap=True)
        for name, title, *rest in (row.values() for row in rows):
            head = Text(printable(str(name)), "bold").append(
                f"\n{printable(str(title))}", "not bold"
            )
            table.add_row(head, *(Text(printable(str(value))) for value in rest))
        console.print(table)

    put_rich(draw)


def _row(record: "Record") -> dict[str, object]:
    return {
        "id": record.id,
        "title": record.title,
        "opens": record.opens.isoformat(),
        "closes": last_day(record).isoformat(),
        "acts": len(record.acts),
        "signals": len(record.signals),
        "sources": len(record.sources),
    }
