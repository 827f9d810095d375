"""Ctrl-C: one short line, and the exit code that shells expect."""

import os
import signal
from contextlib import suppress
from types import FrameType

STOPPED = 130


def catch_stop() -> None:
    """Say at once that the program stops, and let a second Ctrl-C end it while it winds up.

    A program that was started deaf to Ctrl-C, as by nohup, stays so.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)


def _stop(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Straight to the descriptor: the interrupted code may be writing to the stream.
    with suppress(OSError):
        os.write(2, b"Stopped.\n")
    raise KeyboardInterrupt
