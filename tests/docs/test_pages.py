"""Every command and example of README and docs runs, and prints what is shown."""

import re
from pathlib import Path

import pytest

from docs._pages import PAGES, ROOT, Step, blocks, differs, refreshed, run, same, steps

RUN_NOWHERE = {"yaml", "csv", "text", "json", "diff", "bibtex"}


def _named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


WITH_EXAMPLES = [
    pytest.param(page, id=_named(page)) for page in PAGES if steps(page.read_text("utf-8"))
]


@pytest.fixture(scope="session")
def compilations(pytestconfig: pytest.Config) -> Path:
    """Where commands keep what they compile, here and in the tests of the commands."""
    return Path(pytestconfig.cache.mkdir("offramp")).resolve()


@pytest.mark.slow
@pytest.mark.parametrize("page", WITH_EXAMPLES)
def test_the_examples_of_a_page_print_what_it_shows(
    page: Path, tmp_path: Path, compilations: Path
) -> None:
    todo = steps(page.read_text("utf-8"))
    run(todo, tmp_path, compilations)
    for step, following in zip(todo, [*todo[1:], Step("")], strict=True):
        if following.command != "echo $?":
            assert step.status == 0, f"{step.command}\n{step.printed}"
        missing = differs(step)
        assert missing is None, (
            f"$ {step.command}\nis shown to print\n{missing}\nbut printed\n{step.printed}\n"
            "If the new output is right, run: python scripts/refresh_docs.py"
        )


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_nothing_that_looks_like_a_command_is_left_out(page: Path) -> None:
    for block in blocks(page.read_text("utf-8")):
        language, title, body = block.groups()
        if title or language in RUN_NOWHERE:
            assert not body.startswith(("$ ", ">>> ")), body
        elif language == "sh":
            assert _named(page) == "README.md", f"not run: {body}"
        elif language == "console":
            assert body.startswith("$ "), body
        else:
            assert language == "python", language
            assert ">>> " in body, body


def test_the_readme_installs_as_the_build_does() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    report, tests = (b.group(3).strip() for b in blocks(text) if b.group(1) == "sh")
    assert report.endswith("offramp report iran-israel-2024 --as-of 2024-04-14")
    assert "pip" in report
    # The build makes its environment itself, so that it is a fresh one.
    for where in ("python3 -m venv --without-pip .venv && ", "--python .venv ", ".venv/bin/"):
        assert where in tests
        tests = tests.replace(where, "")
    assert tests == "python3 -m pip install '.[test]' && python3 -m pytest"
    assert tests in (ROOT / ".ci" / "run").read_text("utf-8")


def test_no_figure_comes_without_a_command() -> None:
    """Speed is told by benchmarks/README.md alone."""
    for page in PAGES:
        assert not re.search(r"\d+(\.\d+)? ?(ms|MB|GB)\b", page.read_text("utf-8")), page


@pytest.mark.parametrize(
    ("shown", "printed", "nearly", "fits"),
    [
        ("20 % (1–52)", "20 %   (1–52)", False, True),
        ("20 % (1–52)", "21 % (1–52)", False, False),
        ("20 % (1–52)", "22 % (1–51)", True, True),
        ("20 % (1–52)", "23 % (1–52)", True, False),
        ("0.31 log-odds", "0.34 log-odds", True, False),
        ("20 % (1–52)", "<1 % (1–52)", True, False),
        ("run ... of", "run 01ba9efb8c1e of", False, True),
        ("run ...", "ran 01ba9efb8c1e", False, False),
    ],
)
def test_lines_are_compared_but_for_spacing(
    shown: str, printed: str, nearly: bool, fits: bool
) -> None:
    assert same(shown, printed, nearly) is fits


def test_what_is_shown_must_stand_together_and_in_order() -> None:
    printed = "one\ntwo\n\nthree\nfour\n"
    assert differs(Step("x", ["two", "three"], printed=printed)) is None
    assert differs(Step("x", ["one", "...", "four"], printed=printed)) is None
    assert differs(Step("x", ["one", "three"], printed=printed)) == "one\nthree"
    assert differs(Step("x", ["four", "...", "one"], printed=printed)) == "one"


def test_shown_output_is_refreshed_in_its_place() -> None:
    text = "a\n```console\n$ x\nrun ...\none 1\n...\nfour 4\n```\nb\n"
    (step,) = steps(text)
    step.printed = "zero\nrun 5e\none 2\ntwo\nfour 5\n"
    assert refreshed(text, [step]) == text.replace("one 1", "one 2").replace("four 4", "four 5")
