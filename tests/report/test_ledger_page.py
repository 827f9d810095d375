from pathlib import Path

import pytest

from _invented import AS_OF, crisis
from offramp.answers import ActEffect, act_effect
from offramp.futures import Findings, study
from offramp.report import render_ledger, write_ledger

TITLE = "<script>alert(1)</script> & rivals"


@pytest.fixture(scope="module")
def findings() -> Findings:
    return study(crisis(title=TITLE), AS_OF, 30, 400, odds_from=AS_OF)


@pytest.fixture(scope="module")
def effect() -> ActEffect:
    return act_effect(crisis(title=TITLE), "salvo", AS_OF, draws=400)


def test_the_page_holds_the_ledger_alone(findings: Findings) -> None:
    page = render_ledger(findings)
    for name in ("ledger-today", "ledger-days", "ledger-terms"):
        assert f'id="spec-{name}"' in page
    assert 'id="act"' not in page
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_an_act_comes_first(findings: Findings, effect: ActEffect) -> None:
    page = render_ledger(findings, effect)
    assert page.index('id="spec-effect"') < page.index('id="spec-ledger-today"')
    assert "Was deterrence restored?" in page
    assert effect.deterrence is not None
    repeat = effect.deterrence.contrasts[0].plain.partition(", had ")[0]
    assert repeat.endswith("within 30 days")
    assert repeat in page


def test_the_record_s_text_stays_text(findings: Findings, effect: ActEffect) -> None:
    page = render_ledger(findings, effect)
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_it_is_written_whole(findings: Findings, tmp_path: Path) -> None:
    path = write_ledger(findings, tmp_path / "ledger.html")
    assert path.read_text("utf-8") == render_ledger(findings)
