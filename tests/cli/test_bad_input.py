"""Bad input gets a clear sentence, the right exit code, and no half-written file."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., subprocess.CompletedProcess[str]]
Call = Callable[..., Result]

LIBRARY = "iran-israel-2024"

# Takes from root the right to write where the permissions say that nobody may.
OBEY_PERMISSIONS = "import ctypes; ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)"
SMALL_FILES = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))"

WRONG_USAGE = [
    (["iran-isreal-2024"], 'The nearest in the library is "iran-israel-2024".'),
    (["iran-isreal-2024"], "See 'offramp list'."),
    (["no/such/folder"], 'There is no record "no/such/folder".'),
    ([LIBRARY, "--as-of", "14.4.2024"], '--as-of: "14.4.2024" is not a single day. Write it as'),
    ([LIBRARY, "--as-of", "2024-04"], "--as-of:"),
    ([LIBRARY, "--as-of", "2024-02-30"], "--as-of: There is no day 2024-02-30 in the calendar."),
    ([LIBRARY, "--from", "soon"], "--from:"),
    ([LIBRARY, "--days", "0"], "--days must be 1 to 365; it cannot be 0."),
    ([LIBRARY, "--days", "3650"], "--days must be 1 to 365; it cannot be 3650."),
    ([LIBRARY, "--draws", "0"], "--draws must be 1 to 1,000,000; it cannot be 0."),
    ([LIBRARY, "--seed", "-1"], "--seed must be 0 to"),
    ([LIBRARY, "--from", "2024-04-14", "--to", "2024-04-01"], "Give the earlier day first."),
    ([LIBRARY, "--to", "2024-04-01"], "--to needs --from"),
    (
        [LIBRARY, "--as-of", "2024-04-14", "--from", "2024-04-10", "--to", "2024-04-20"],
        "The odds cannot run to 2024-04-20 for one who stands on 2024-04-14.",
    ),
]


@pytest.mark.parametrize("command", ["report", "forecast"])
@pytest.mark.parametrize(("words", "sentence"), WRONG_USAGE)
def test_wrong_usage_is_one_clear_sentence(
    call: Call, tmp_path: Path, command: str, words: list[str], sentence: str
) -> None:
    result = call(command, *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["report", "forecast"])
def test_an_as_of_before_the_first_act_is_refused(call: Call, command: str) -> None:
    result = call(command, LIBRARY, "--as-of", "1990-01-01")
    assert result.exit_code == 2
    assert "Nothing was known to have happened between the sides by 1990-01-01" in result.stderr
    assert "Choose that day or a later one." in result.stderr


@pytest.mark.parametrize("command", ["report", "forecast"])
def test_a_record_without_acts_is_refused(call: Call, no_acts: Path, command: str) -> None:
    result = call(command, str(no_acts))
    assert result.exit_code == 2
    assert "Add acts by a party of one side against the other." in result.stderr
    assert list(no_acts.parent.glob("*.html")) == []


@pytest.mark.parametrize("command", ["report", "forecast", "check"])
def test_a_record_with_one_side_is_bad(call: Call, one_side: Path, command: str) -> None:
    result = call(command, str(one_side))
    assert result.exit_code == 3
    told = result.stdout if command == "check" else result.stderr
    assert f"{one_side / 'crisis.yaml'}:" in told
    assert "sides" in told


def test_every_mistake_of_a_bad_record_is_told_on_stderr(call: Call, bad_record: Path) -> None:
    result = call("report", str(bad_record))
    assert result.exit_code == 3
    assert result.stdout == ""
    for mistake in ("air-strike", "2024-13-01", "nobody"):
        assert mistake in result.stderr


def test_a_record_of_5000_acts_is_checked(call: Call, starter: Path) -> None:
    rows = (f"a{n},{1990 + n // 200}-01-01,northland,southland,display,agency-1-march\n"
            for n in range(5000))  # fmt: skip
    table = "id,date,by,against,act,sources\n" + "".join(rows)
    (starter / "acts.csv").write_text(table, "utf-8")
    result = call("check", str(starter))
    assert result.exit_code in (0, 3)
    assert "5,002 acts" in result.stdout


def test_a_folder_that_is_not_there_is_told_before_the_long_run(call: Call) -> None:
    result = call("report", LIBRARY, "--out", "no/such/folder/report.html")
    assert result.exit_code == 1
    assert "Cannot write no/such/folder/report.html: No such file or directory." in result.stderr
    assert "jax" not in result.stderr


@pytest.mark.parametrize("words", [["report", LIBRARY], ["new", "mine"]])
def test_a_read_only_folder_is_told_before_the_long_run(
    run: Run, tmp_path: Path, words: list[str]
) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0o555)
    out = shut / "report.html" if words[0] == "report" else shut
    result = run(*words, "--out", str(out), prelude=OBEY_PERMISSIONS)
    assert result.returncode == 1
    assert "Permission denied" in result.stderr
    assert "Traceback" not in result.stderr
    assert list(shut.iterdir()) == []


def test_a_full_disk_leaves_no_half_record(run: Run, tmp_path: Path) -> None:
    result = run("new", "mine", prelude=SMALL_FILES.format(100))
    assert result.returncode == 1
    assert "Nothing was written." in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_full_disk_leaves_the_old_report(run: Run, starter: Path, tmp_path: Path) -> None:
    old = tmp_path / "report.html"
    old.write_text("old", "utf-8")
    result = run(
        "report", str(starter), "--draws", "200", "--out", str(old),
        prelude=SMALL_FILES.format(50_000),
    )  # fmt: skip
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "Nothing was written." in result.stderr
    assert old.read_text("utf-8") == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"report.html", "two-rivals"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["--version"], ["--help"]])
def test_a_full_stdout_is_told(run: Run, words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        result = run(*words, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert result.returncode == 1
    assert "No space left on device." in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("words", [["list", "--json"], ["check", LIBRARY], ["check", "--strict"]])
def test_a_reader_who_has_gone_away_is_no_error(run: Run, starter: Path, words: list[str]) -> None:
    if words[-1] == "--strict":
        words = [*words, str(starter)]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as gone:
        result = run(*words, capture_output=False, stdout=gone, stderr=subprocess.PIPE)
    assert result.stderr == ""
    assert result.returncode == (1 if "--strict" in words else 0)


def test_a_closed_stdout_is_no_error(run: Run) -> None:
    result = run("list", prelude="import os; os.close(1)")
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("old", [None, "old"])
def test_ctrl_c_in_the_middle_leaves_no_half_report(tmp_path: Path, old: str | None) -> None:
    out = tmp_path / "report.html"
    if old is not None:
        out.write_text(old, "utf-8")
    # The remark that the record ends before the as-of date comes just before the long run.
    words = ["report", LIBRARY, "--as-of", "2024-07-31", "--out", str(out)]
    with subprocess.Popen(
        [sys.executable, "-m", "offramp", *words], cwd=tmp_path, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stderr is not None and process.stdout is not None
        assert "The record ends on 2024-07-18" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == "Stopped.\n"
        assert process.stdout.read() == ""
    assert process.returncode == 130
    assert [path.name for path in tmp_path.iterdir()] == ([] if old is None else ["report.html"])
    assert old is None or out.read_text("utf-8") == old


def test_a_program_that_was_started_deaf_to_ctrl_c_stays_so() -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN);"
        "from offramp.cli._stop import catch_stop; catch_stop();"
        "print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "True\n"


def test_a_cache_that_cannot_be_written_is_done_without(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from offramp.cli._compiler import _usable

    (tmp_path / "file").write_text("", "utf-8")
    assert not _usable(tmp_path / "file" / "jax")
    assert _usable(tmp_path / "cache" / "jax")


def test_control_characters_of_a_record_do_not_reach_the_terminal(
    call: Call, starter: Path
) -> None:
    file = starter / "crisis.yaml"
    text = file.read_text("utf-8").replace("act: display", 'act: "dis\\e[2Jplay"')
    file.write_text(text, "utf-8")
    result = call("check", str(starter))
    assert result.exit_code == 3
    assert "\x1b" not in result.stdout


def test_an_unexpected_error_is_not_swallowed(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr("offramp.record.library", fail)
    assert isinstance(call("list").exception, ZeroDivisionError)
