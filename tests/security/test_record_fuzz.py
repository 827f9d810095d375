"""Whatever a record's files hold: a record, or problems with places; soon, and no traceback."""

import copy
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offramp._errors import RecordError
from offramp.record import check_content, dump, parse_record
from offramp.record._write import emitted
from offramp.record._yaml import read_yaml

SEEDS = Path(__file__).parents[1] / "record" / "seeds"
TEXTS = sorted(SEEDS.glob("*.yaml"))
TABLE = (SEEDS / "long.csv").read_bytes()
SLOWEST = 2.0

SNIPPETS = [
    b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"---\n", b"...\n", b"%YAML 1.1\n",
    b"\t", b"\r", b"\x00", b"\xff\xfe", b"\xf0\x9f\x98\x80", b"\xe2\x80\xa8", b"\xef\xbb\xbf",
    b'"', b"'", b"[", b"]", b"{", b"}", b": ", b"- ", b"? ", b"#", b"|\n", b">\n", b"~", b"null",
    b"[" * 50, b"{a: " * 50, b"9" * 5000, b"1e999", b"-.inf", b".nan", b"0x" + b"f" * 40,
    b'"\\ud800"', b'"\\UFFFFFFFF"', b'"\\x00"', b"2024-0X~", b"2024-?1X", b"[2024..]", b"9999-12~",
    b"0000", b"a..b", b"9..1", b"\n\n\n", b" " * 300, b"a" * 3000, b"yes", b"true", b",", b";",
]  # fmt: skip

VALUES: list[Any] = [
    None, True, False, 0, -1, 10**17, 1.5, 1e300, float("inf"), float("nan"), "", " ", "x", "no",
    "\n", "\x85\u2028", "2024", "2024-02-30", "2024-0X~", "[2024-01-01..2024-13]", "../..", "7..3",
    "post", "guard", "a" * 400, "\U0001f600" * 50, [], {}, [[]], [{}], {"": 1}, {"id": "x"}, [None],
    {"a": {"b": {"c": {"d": {"e": {}}}}}}, ["post", "post"], {"id": ["x"]}, {"count": {"count": 1}},
]  # fmt: skip


def by_bytes(rng: random.Random) -> tuple[bytes, bytes | None]:
    content = bytearray(rng.choice(TEXTS).read_bytes())
    table = bytearray(TABLE)
    target = table if rng.random() < 0.2 else content
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(target) + 1)
        end = min(len(target), at + rng.choice([0, 1, 1, 3, 20, 200]))
        action = rng.randrange(4)
        if action == 0:
            target[at:end] = b""
        elif action == 1:
            target[at:at] = rng.choice(SNIPPETS)
        elif action == 2:
            target[at:end] = rng.randbytes(min(end - at, 8))
        else:
            target[at:at] = target[at:end] * rng.randint(1, 4)
    return bytes(content), bytes(table) if target is table or rng.random() < 0.1 else None


def by_structure(rng: random.Random) -> tuple[bytes, bytes | None]:
    data = read_yaml(rng.choice(TEXTS).read_bytes(), "seed").data
    assert data is not None
    for _ in range(rng.randint(1, 4)):
        holder, key = rng.choice(list(_spots(data)))
        action = rng.randrange(5)
        if action == 0:
            holder[key] = copy.deepcopy(rng.choice(VALUES))
        elif action == 1:
            del holder[key]
        elif action == 2 and isinstance(holder, dict):
            holder[f"{key}{rng.choice(['x', '', ' ', '-id'])}"] = holder.pop(key)
        elif action == 3 and isinstance(holder, list):
            holder.extend(copy.deepcopy(holder[key]) for _ in range(rng.randint(1, 30)))
        else:
            other, name = rng.choice(list(_spots(data)))
            holder[key] = copy.deepcopy(other[name])
        if not data:
            break
    return emitted(data).encode("utf-8", "surrogatepass"), None


def _spots(value: Any) -> Any:
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _spots(value[key])


def trial(mutate: Callable[[random.Random], tuple[bytes, bytes | None]], seed: int) -> None:
    content, table = mutate(random.Random(seed))
    start = time.process_time()
    result = check_content(content, table, strict=seed % 2 == 0)
    spent = time.process_time() - start
    assert spent < SLOWEST, f"seed {seed}: {spent:.1f} s"
    if result.record is None:
        assert result.errors
        assert all(p.what and p.file for p in result.errors), seed
        try:
            parse_record(content.decode("utf-8", "surrogateescape"))
        except RecordError as error:
            assert str(error)
    else:
        assert not result.errors
        again = parse_record(dump(result.record))
        assert again.model_dump() == result.record.model_dump(), seed
        for day in (result.record.opens, *(act.known_on for act in result.record.acts)):
            seen = result.record.as_of(day)
            assert all(act.known_on <= day for act in seen.acts), seed


@pytest.mark.parametrize("mutate", [by_bytes, by_structure])
@pytest.mark.parametrize("batch", range(10))
def test_a_thousand_mutations(mutate: Callable[..., Any], batch: int) -> None:
    for seed in range(batch * 50, batch * 50 + 50):
        trial(mutate, seed)


@pytest.mark.nightly
@pytest.mark.parametrize("mutate", [by_bytes, by_structure])
@pytest.mark.parametrize("batch", range(10))
def test_ten_thousand_mutations(mutate: Callable[..., Any], batch: int) -> None:
    for seed in range(1_000_000 + batch * 500, 1_000_000 + batch * 500 + 500):
        trial(mutate, seed)


@pytest.mark.parametrize(
    "content",
    [
        b"a: " + b"[" * 900_000,
        b"a: " + b"{" * 900_000,
        b"- " * 400_000,
        b"? " * 400_000,
        b"a: &a [*a, *a]",
        b"a: &a x\nb: [" + b"*a, " * 200_000 + b"]",
        b"a: " + b"!x " * 300_000,
        b"a: " + b"x " * 400_000,
        b'a: "' + b"\\x41" * 240_000,
        b"#" * 999_000,
        b"\n" * 999_000,
        b"a: |\n" + b" x\n" * 300_000,
        b"".join(b"k%d: 1\n" % n for n in range(80_000)),
        b"a: 1\n" * 190_000,
        b"acts: [" + b"{}, " * 200_000 + b"]",
        b"acts:\n" + b"- {date: 2024-04-0%d~, id: a}\n" % 1 * 30_000,
        b"acts:\n" + b"".join(b"- {date: ~2024-%05d}\n" % n for n in range(40_000)),
        b"sides: {" + b"a: b, " * 100_000 + b"}",
    ],
    ids=lambda c: c[:12].decode(),
)
def test_big_and_nasty_files_get_an_answer(content: bytes) -> None:
    result = check_content(content[:1_000_000])
    assert result.record is None
    assert 0 < len(result.errors) <= 1_002
