"""The commands; ``offramp --help`` lists them."""

import errno
import sys

from offramp._errors import OfframpError
from offramp.cli._stop import STOPPED, catch_stop

__all__ = ["main"]


def main() -> None:
    """Run the command that the command line names."""
    catch_stop()
    try:
        # Imported here, so that Ctrl-C is heard from the beginning.
        from offramp.cli._app import app
        from offramp.cli._say import be_lenient

        be_lenient()
        app()
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except OfframpError as error:
        sys.exit(_said(error))
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        from offramp.cli._say import give_up_stdout

        give_up_stdout()
        sys.exit(_said(OfframpError(f"Cannot write: {error.strerror}.")))


def _said(error: OfframpError) -> int:
    from offramp.cli._say import tell

    tell(str(error))
    return error.exit_code
