"""Without the extra, a sentence says what to install."""

import subprocess
import sys
from pathlib import Path

import pytest

from datasets._made import mie, write
from offramp._errors import OfframpError
from offramp.datasets._arrow import arrow, part


def test_the_parts_are_loaded() -> None:
    assert [found.__name__ for found in arrow()] == ["pyarrow", "pyarrow.compute", "pyarrow.csv"]


def test_a_missing_part_is_told_with_what_to_install() -> None:
    with pytest.raises(OfframpError, match=r"pip install 'offramp\[data\]'"):
        part("offramp_has_no_such_part.csv")


@pytest.mark.parametrize("words", [["add", "mie", "mie-1.0.csv"], ["get", "midi"]])
def test_without_the_extra_commands_say_so(words: list[str], tmp_path: Path) -> None:
    write(tmp_path, "mie", [mie()])
    code = (
        "import sys\n"
        "for name in ('pyarrow', 'httpx'): sys.modules[name] = None\n"
        "from offramp.cli import main\n"
        f"sys.argv = ['offramp', 'data', *{words}]\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert ran.returncode == 1
    assert "pip install 'offramp[data]'" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_without_the_extra_the_list_is_shown(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "for name in ('pyarrow', 'httpx'): sys.modules[name] = None\n"
        "from offramp.cli import main\n"
        "sys.argv = ['offramp', 'data', 'list']\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Militarized Interstate Events 1.0" in ran.stdout
