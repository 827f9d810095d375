"""Run the examples of a page, in order, as a reader would, and hold them to what it shows.

A ``console`` block is commands after ``$ ``, carried on after ``> ``, and what they print; a
line ``...`` stands for lines left out, and ``...`` in a line for words left out. A ``python``
block is a doctest. A block with ``title="path"`` is a file that the reader writes. All blocks
of a page run in one shell, in an empty folder.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

FENCE = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.M | re.S)
DOCTEST = "-m doctest -o ELLIPSIS -o NORMALIZE_WHITESPACE"
ESTIMATING = (
    "offramp report", "offramp forecast", "offramp ask", "offramp offramps", "offramp watch",
    "offramp hinges", "offramp hypotheses", "offramp ledger", "offramp claims", "offramp settle",
    "offramp like",
)  # fmt: skip
NEAR = 2.0
"""How far a number of a forecast may lie from the one shown, in its last unit shown."""
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass
class Step:
    """One command of a page: what is shown of its output, and where that stands."""

    command: str
    shown: list[str] = field(default_factory=list)
    at: tuple[int, int] = (0, 0)
    printed: str = ""
    status: int = 0

    @property
    def estimates(self) -> bool:
        return self.command.startswith(ESTIMATING)


def blocks(text: str) -> list[re.Match[str]]:
    """List the fenced blocks of a page: language, title, body."""
    return list(FENCE.finditer(text))


def steps(text: str) -> list[Step]:
    """List what a reader of the page would do, in order."""
    found: list[Step] = []
    for block in blocks(text):
        language, title, body = block.groups()
        if title:
            folder = shlex.quote(str(Path(title).parent))
            found.append(
                Step(f"mkdir -p {folder} && cat > {title} <<'END-OF-FILE'\n{body}END-OF-FILE")
            )
        elif language == "python":
            name = f"example-{len(found)}.txt"
            found.append(
                Step(f"cat > {name} <<'END-OF-FILE'\n{body}END-OF-FILE\npython {DOCTEST} {name}")
            )
        elif language == "console":
            found += _commands(body, block.start(3))
    return found


def _writing(name: str, body: str) -> str:
    return f"cat > {name} <<'END-OF-FILE'\n{body}END-OF-FILE"


def _commands(body: str, offset: int) -> list[Step]:
    found: list[Step] = []
    for line in body.splitlines(keepends=True):
        offset += len(line)
        if line.startswith("$ "):
            found.append(Step(line[2:].rstrip("\n"), at=(offset, offset)))
        elif line.startswith("> ") and not found[-1].shown:
            found[-1].command += f"\n{line[2:].rstrip()}"
            found[-1].at = (offset, offset)
        else:
            found[-1].shown.append(line.rstrip())
            found[-1].at = (found[-1].at[0], offset)
    return found


def run(todo: list[Step], folder: Path, cache: Path) -> None:
    """Run the steps in one shell; each gets what it printed and its exit status."""
    output = folder / ".output"
    output.mkdir()
    script = "".join(
        f"{{ {step.command}\n}} >{output}/{n} 2>&1; s=$?; echo $s >{output}/{n}.status; (exit $s)\n"
        for n, step in enumerate(todo)
    )
    env = {
        **os.environ, "COLUMNS": "80", "NO_COLOR": "1", "OFFRAMP_CACHE_DIR": str(cache),
        # Python examples keep what they compile where the commands do.
        "JAX_COMPILATION_CACHE_DIR": str(cache / "jax"),
        "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
        "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    subprocess.run(["bash", "-c", script], cwd=folder, env=env, check=False)
    for n, step in enumerate(todo):
        step.printed = (output / str(n)).read_text("utf-8")
        step.status = int((output / f"{n}.status").read_text())


def differs(step: Step) -> str | None:
    """Say what of the shown output was not printed; None if all was."""
    printed = [line for line in step.printed.splitlines() if line.strip()]
    at = 0
    for segment in segments(step.shown):
        wanted = [line for line in segment if line.strip()]
        starts = range(at, len(printed) - len(wanted) + 1)
        fits = (
            s for s in starts
            if all(same(w, printed[s + n], step.estimates) for n, w in enumerate(wanted))
        )  # fmt: skip
        start = next(fits, None)
        if start is None:
            return "\n".join(segment)
        at = start + len(wanted)
    return None


def segments(shown: list[str]) -> list[list[str]]:
    """Divide the shown lines at those that stand for lines left out."""
    found: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == "...":
            found.append([])
        else:
            found[-1].append(line)
    return [segment for segment in found if any(map(str.strip, segment))]


def same(shown: str, printed: str, nearly: bool = False) -> bool:
    """Compare two lines but for spacing; forecasts' numbers need only be near."""
    one, other = _plain(shown), _plain(printed)
    if "..." in one:
        parts = (re.escape(part.strip()) for part in one.split("..."))
        return re.fullmatch(".*".join(parts), other) is not None
    if not nearly:
        return one == other
    ours, theirs = NUMBER.findall(one), NUMBER.findall(other)
    return _masked(one) == _masked(other) and all(
        abs(_number(a) - _number(b)) <= NEAR * 10.0 ** -len(a.partition(".")[2])
        for a, b in zip(ours, theirs, strict=True)
    )


def refreshed(text: str, done: list[Step]) -> str:
    """Put what was printed in the place of what is shown, keeping what is left out."""
    for step in sorted(done, key=lambda step: -step.at[0]):
        if not step.shown or differs(step) is None:
            continue
        lines, at = step.printed.splitlines(), 0
        new: list[str] = []
        for part in _with_gaps(step.shown):
            if part == ["..."]:
                new += part
                continue
            starts = range(at, max(len(lines) - len(part), at) + 1)
            best = max(starts, key=lambda start: _likeness(part, lines[start : start + len(part)]))
            at = best + len(part)
            # What was left out within a line stays out.
            new += [
                was if "..." in was and same(was, line) else line.rstrip()
                for was, line in zip(part, lines[best:at], strict=False)
            ]
        start, end = step.at
        text = text[:start] + "".join(f"{line}\n" for line in new) + text[end:]
    return text


def _with_gaps(shown: list[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for line in shown:
        if line.strip() == "..." or not found or found[-1] == ["..."]:
            found.append([line.strip() if line.strip() == "..." else line])
        else:
            found[-1].append(line)
    return found


def _likeness(shown: list[str], printed: list[str]) -> float:
    one, other = (_masked("\n".join(map(_plain, lines))) for lines in (shown, printed))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _plain(line: str) -> str:
    return " ".join(re.sub("[─█▉▊▋▌▍▎▏]+", "", line).split())


def _masked(line: str) -> str:
    return NUMBER.sub("0", line)


def _number(text: str) -> float:
    return float(text.replace(",", ""))
