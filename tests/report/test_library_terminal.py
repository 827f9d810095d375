"""The library's track record in a terminal."""

from io import StringIO

from rich.console import Console

from offramp.report import print_library

from ._sample_library import sample_library


def test_the_misses_come_first_and_nothing_steers_the_terminal() -> None:
    out = StringIO()
    print_library(sample_library("Two\x1b[31m rivals"), Console(file=out, width=80))
    shown = out.getvalue()
    assert shown.startswith("The worst forecast of each crisis")
    assert shown.index("rivals 1, on the evening") < shown.index("With the parameters that ship")
    assert "WORSE than" in " ".join(shown.split())
    assert "! Thirteen crises are few." in shown
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80
