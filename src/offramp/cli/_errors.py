"""Errors become a clear sentence on stderr and an exit code."""

import signal
import threading
from typing import Any

import typer
from typer.core import TyperGroup

from offramp._errors import OfframpError
from offramp.cli._say import tell

DONE, FINDING, USAGE, BAD_RECORD, STOPPED = 0, 1, 2, 3, 130


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
            _let_go()
            tell("Stopped. No file was changed.")
            raise typer.Exit(STOPPED) from None


def _let_go() -> None:
    """Let a second Ctrl-C end the program at once, while it winds up."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_DFL)
