"""Whatever a table holds: confrontations, or an error that a user can act on; no traceback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datasets import _made
from offramp._errors import OfframpError
from offramp.datasets import KNOWN, open_dataset
from offramp.history import MARKS, Confrontations

MAKERS: dict[str, Callable[..., dict[str, Any]]] = {
    "mie": _made.mie,
    "midi": _made.midi,
    "midip": _made.midip,
    "icb1": _made.icb1,
    "icb2": _made.icb2,
    "icbe": _made.icbe,
    "cinc": _made.cinc,
    "rivalries-tss": _made.tss,
    "rivalries-td": _made.td,
    "ukraine": _made.ukraine,
    "clusters": _made.cluster,
}
ODD = st.sampled_from(
    ["", " ", "-9", "-1", "0", "1", "12", "31", "66", "99", "999", "9999", "1e9", "1.5", "2.0",
     "nan", "inf", "None", "x", "é", '"', '""', "'", ";", ",", "\n", "\r\n", "\t", "\0", "1990",
     "=1+1", "1;2", "999999999", "-999999999", "1e-320", "０", "\ufeff", "\u2028"]
)  # fmt: skip
SNIPPETS = st.sampled_from(
    [b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b'""', b"\n", b"\r", b"\r\n", b",", b";",
     b"\t", b"\xc3", b"\x80", b"9" * 400, b"-9", b",,,,", b"\n\n", b"'", b"\\", b"\xe2\x80\xa8"]
)  # fmt: skip
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_every_file_is_garbled() -> None:
    assert set(MAKERS) == {file.key for known in KNOWN for file in known.files}


def sound(folder: Path, key: str) -> bytes:
    """Make a sound file, and those that belong to it."""
    _made.write_midi(
        folder,
        [_made.midi(), _made.midi(1002)],
        [_made.midip(), _made.target(), _made.midip(1002), _made.target(1002)],
    )
    _made.write_icb(folder, [_made.icb2(), _made.icb2(2, 2)])
    if key not in ("midi", "midip", "icb1", "icb2"):
        rows = [MAKERS[key](), *([MAKERS[key](901, 1991)] if key == "cinc" else [])]
        _made.write(folder, key, rows)
    return (folder / _made.FOLDER[key]).read_bytes()


def opens_or_says_why(folder: Path, key: str, content: bytes) -> None:
    path = folder / _made.FOLDER[key]
    path.write_bytes(content)
    try:
        found = open_dataset(path)
    except OfframpError as error:
        text = str(error)
        assert text
        assert len(text) < 20_000
    else:
        if isinstance(found, Confrontations):
            assert found.count
            assert 0 <= found.mark.min() <= found.mark.max() < len(MARKS)
            assert np.isfinite(found.log_dead).all()
            assert found.day.min() > 0


@pytest.mark.parametrize("key", MAKERS)
@given(data=st.data())
@QUICK
def test_bytes_put_in_and_taken_out(key: str, data: st.DataObject, tmp_path: Path) -> None:
    content = bytearray(sound(tmp_path, key))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 40)))
        content[start:end] = data.draw(SNIPPETS | st.binary(max_size=6))
    opens_or_says_why(tmp_path, key, bytes(content))


@pytest.mark.parametrize("key", MAKERS)
@given(data=st.data())
@QUICK
def test_cells_of_another_kind(key: str, data: st.DataObject, tmp_path: Path) -> None:
    lines = sound(tmp_path, key).decode().splitlines()
    table = [line.split(",") for line in lines if '"' not in line]
    if len(table) < 2:
        table = [list(MAKERS[key]()), [str(cell) for cell in MAKERS[key]().values()]]
    for _ in range(data.draw(st.integers(1, 6))):
        row = table[data.draw(st.integers(0, len(table) - 1))]
        row[data.draw(st.integers(0, len(row) - 1))] = data.draw(ODD | st.text(max_size=5))
    text = "\n".join(",".join(row) for row in table)
    opens_or_says_why(tmp_path, key, text.encode("utf-8", "surrogatepass"))


@given(content=st.binary(max_size=300))
@QUICK
def test_any_bytes_at_all(content: bytes, tmp_path: Path) -> None:
    opens_or_says_why(tmp_path, "mie", content)


@given(data=st.data())
@QUICK
def test_sound_rows_in_any_mixture(data: st.DataObject, tmp_path: Path) -> None:
    """Numbers within their ranges, however they are put together."""
    known = {file.key: file for one in KNOWN for file in one.files}
    key = data.draw(st.sampled_from(["mie", "midip", "icb2"]))
    row = sound(tmp_path, key).decode().splitlines()[0].split(",")
    columns = {column.name: column for column in known[key].contract.columns}
    plain = MAKERS[key]()

    def cell(name: str) -> str:
        column = columns.get(name)
        if column is None or column.kind == "text":
            return str(plain[name])
        if column.codes:
            drawn = data.draw(st.sampled_from(sorted(column.codes)))
        else:
            low, high = max(column.low, -9), min(column.high, 3000)
            drawn = data.draw(st.integers(int(low), int(high)))
        return "" if column.empty and data.draw(st.booleans()) else str(drawn)

    rows = [[cell(name) for name in row] for _ in range(data.draw(st.integers(1, 4)))]
    text = "\n".join(",".join(line) for line in [row, *rows])
    opens_or_says_why(tmp_path, key, text.encode())
