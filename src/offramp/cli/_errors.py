"""Errors become a clear sentence on stderr and an exit code."""

from typing import Any

import typer
from typer.core import TyperGroup

from offramp._errors import OfframpError
from offramp.cli._say import tell
from offramp.cli._stop import STOPPED

DONE, FINDING, BAD_RECORD = 0, 1, 3


class Commands(TyperGroup):
    """The commands, none of which ever shows a traceback for what a user can mend."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command, and turn what it raises into an exit code."""
        try:
            return super().invoke(ctx)
        except OfframpError as error:
            tell(str(error))
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            raise typer.Exit(STOPPED) from None
