from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from offramp.futures import Findings
from offramp.report import print_summary


def printed(findings: Findings, width: int = 80, **options: bool) -> str:
    out = StringIO()
    print_summary(findings, Console(file=out, width=width, **options))  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_it_fits_the_width(width: int, findings: Findings) -> None:
    assert max(cell_len(line) for line in printed(findings, width).splitlines()) <= width


def test_it_has_the_answers_with_everything_beside_them(findings: Findings) -> None:
    text = printed(findings)
    assert "36 % (13–61)" in text
    assert "unlikely" in text
    assert "19 %" in text
    assert "±0.4" in text
    assert "War, within 90 days" in text


def test_it_draws_who_acts_next(findings: Findings) -> None:
    bars = {
        line.split()[0]: line.count("█") for line in printed(findings).splitlines() if "█" in line
    }
    assert bars["Bland"] > bars["Aland"] > 0


def test_it_says_how_such_forecasts_have_done(findings: Findings) -> None:
    text = " ".join(printed(findings).split())
    assert "Offramp is 0.69 nats better than the ten-year base rate and level with" in text


def test_it_states_its_weaknesses(findings: Findings) -> None:
    assert "! Dials are priors" in printed(findings)


def test_no_colour_is_honoured(findings: Findings, monkeypatch: pytest.MonkeyPatch) -> None:
    coloured = printed(findings, force_terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    bare = printed(findings, force_terminal=True)
    assert "\x1b[36m" in coloured
    assert "\x1b[36m" not in bare
