"""Hostile records in a real browser: their text is shown, and never anything else."""

import importlib
import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from offramp.dossier import Dossier
from offramp.futures import Findings
from offramp.record import Record
from offramp.report import render_html
from offramp.report.charts import CHARTS

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _load(name: str) -> ModuleType:
    folder = Path(__file__).parents[1] / "report"
    if "report_tests" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "report_tests", folder / "__init__.py", submodule_search_locations=[str(folder)]
        )
        assert spec is not None
        sys.modules["report_tests"] = importlib.util.module_from_spec(spec)
    return importlib.import_module(f"report_tests.{name}")


SAMPLE, BROWSER, DOSSIER = _load("_sample"), _load("_chromium"), _load("_sample_dossier")

PAYLOADS = (
    "</script><script>window.pwned = 1; alert(1)</script>",
    "<img src=x onerror='window.pwned = 2; alert(2)'>",
    "\"'><svg onload=alert(3)><iframe src=javascript:alert(4)>",
    "</style><style>body{display:none}</style>",
    "<!--<script>",
    "]]><a href='javascript:alert(5)'>x</a>",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "datum.x); alert(6); (",
    "']; window.pwned = 3; //\\",
    "constructor.constructor('alert(7)')()",
    '{"signal": "alert(8)", "expr": "alert(9)"}',
    "a\u2028b\u2029c\x00d\x1b[31m",
    "\u202egnp.exe\u2066 \u200f",
    "&lt;script&gt;alert(10)&lt;/script&gt;",
    "[x](javascript:alert(11)) ![y](http://evil.example/y.png)",
    'https://evil.example/"onmouseover="alert(12)',
    "n" * 5000,
    "\U0001f525" * 200,
)
# Words that the code looks up, so that a change would be another record and no hostile one.
KEPT = {
    "id", "kind", "act", "channel", "admitted", "mutual", "status", "date", "topic", "unit", "side",
    "rung", "rungs", "usual_rung", "actor", "group", "driven_by", "reliability", "key", "by",
    "against", "answers", "withheld", "from_", "to", "via", "says", "stance", "damage", "between",
    "sides", "rank", "iso3", "crisis", "public", "audience", "opens", "postures_order",
    "provocation", "verdict", "expect", "grade",
}  # fmt: skip


class _Poison:
    """Puts payloads in every free text, each in its turn."""

    def __init__(self, start: int) -> None:
        self.turn = count(start)

    def text(self, old: str) -> str:
        return f"{old[:8]}{PAYLOADS[next(self.turn) % len(PAYLOADS)]}"

    def value(self, value: Any, name: str = "") -> Any:
        if name in KEPT and not isinstance(value, tuple):
            return value
        if isinstance(value, str):
            # That a text is empty says something, such as that nothing keeps a row silent.
            return self.text(value) if value and name not in KEPT else value
        if isinstance(value, tuple):
            return tuple(self.value(item, name) for item in value)
        if isinstance(value, BaseModel):
            own = {key: self.value(getattr(value, key), key) for key in type(value).model_fields}
            return value.model_copy(update=own)
        if is_dataclass(value) and not isinstance(value, type):
            own = {
                one.name: self.value(getattr(value, one.name), one.name) for one in fields(value)
            }
            return replace(value, **own)
        return value


def poisoned(start: int) -> Findings:
    poison = _Poison(start)
    clean: Findings = SAMPLE.sample_findings()
    record = clean.record
    assert isinstance(record, Record)
    hostile = poison.value(record)
    sources = list(hostile.sources)
    sources[0] = sources[0].model_copy(update={"url": "javascript:alert(13)"})
    sources[1] = sources[1].model_copy(
        update={"url": 'https://ok.example/"><img src=x onerror=alert(14)>'}
    )
    hostile = hostile.model_copy(update={"sources": tuple(sources), "ladder": None})
    rest = {
        one.name: poison.value(getattr(clean, one.name), one.name)
        for one in fields(clean)
        if one.name != "record"
    }
    return Findings(record=hostile, **rest)


def poisoned_dossier(start: int) -> Dossier:
    return _Poison(start).value(DOSSIER.sample_dossier())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    if not BROWSER.CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    with sync_playwright() as play:
        chromium = play.chromium.launch(
            executable_path=str(BROWSER.CHROMIUM), args=BROWSER.ARGUMENTS
        )
        yield chromium
        chromium.close()


DRAWN = (
    "effect", "questions", "contrasts", "hypotheses", "pareto", "waiting", "watch", "hinges",
    "surface-0",
)  # fmt: skip

WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation',
    (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""


@pytest.mark.browser
@pytest.mark.parametrize("start", [0, 5, 11])
def test_a_hostile_record_is_only_shown(start: int, browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render_html(poisoned(start), poisoned_dossier(start)), "utf-8")
    page: Page = browser.new_page()
    dialogs: list[str] = []
    requests: list[str] = []
    errors: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.add_init_script(WATCH)
    page.goto(path.as_uri())
    page.wait_for_function("document.documentElement.dataset.drawn === 'yes'")

    for name in (*CHARTS, *DRAWN):
        assert page.locator(f"#figure-{name} .plot svg path").count() > 3, name
    for mark in page.locator("#figure-ladder path[aria-label]").all()[:12]:
        mark.dispatch_event("mousemove")
        mark.dispatch_event("click")
    page.get_by_role("button", name="Later").click()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    assert dialogs == []
    assert errors == []
    assert [url for url in requests if url != path.as_uri() and not url.startswith("data:")] == []
    assert page.evaluate("window.violations") == []
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, iframe, object, embed, base, form:not(.vega-bindings)").count() == 0
    links = page.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(links) <= {"http:", "https:", "file:"}
    handlers = "[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())"
    assert [name for name in page.evaluate(handlers) if name.startswith("on")] == []
    text = page.evaluate("document.body.textContent")
    assert not set(text) & set("\x00\x1b\u202e\u2066\u200f")
    assert "{{ 7 * 7 }}" in text
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    page.close()


def test_a_hostile_record_adds_no_script(tmp_path: Path) -> None:
    clean = render_html(SAMPLE.sample_findings(), DOSSIER.sample_dossier())
    for start in range(3):
        html = render_html(poisoned(start), poisoned_dossier(start))
        assert html.count("<script") == clean.count("<script")
        assert html.count("</script") == clean.count("</script")
        assert html.count("<style") == clean.count("<style")
        assert len(html.encode()) < 1_500_000
