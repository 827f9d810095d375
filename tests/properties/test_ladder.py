import tempfile
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offramp._errors import RecordError, UsageError
from offramp.ladder import Ladder, Rung, default_ladder, load_ladder, nearest

SHIPPED = (files("offramp.ladder") / "data" / "ladder.yaml").read_bytes()
# Pieces that mean something to YAML or to the ladder, so that mutations reach past the parser.
PIECES = [
    b"&a ", b"*a", b"!!str ", b"!x ", b"---\n", b"...\n", b"- ", b": ", b"? ", b"{", b"}", b"[",
    b"]", b'"', b"'", b"|\n", b">-\n", b"\t", b"\r", b"\x00", b"\xff", b"\xc2\x85", b"\xe2\x80\xa8",
    b"\\ud800", b'"\\e"', b"%YAML 1.1\n", b"<<: ", b"0", b"-3", b"yes", b"key", b"order: 0\n",
    b"\xef\xbb\xbf", b"\xf0\x9f\x92\xa5", b"# ", b"\n", b"    ",
]  # fmt: skip


def load(content: bytes) -> Ladder | None:
    """Load a file with this content; None where it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.yaml"
        path.write_bytes(content)
        try:
            return load_ladder(path)
        except RecordError as error:
            assert error.problems
            assert all(p.line >= 1 and p.column >= 1 for p in error.problems)
            assert all(p.what.isprintable() and p.right.isprintable() for p in error.problems)
            return None


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    data = bytearray(SHIPPED)
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(data)))
        taken = draw(st.integers(0, 12))
        given_ = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=4)))
        data[place : place + taken] = given_
    return bytes(data)


def is_sound(ladder: Ladder) -> bool:
    orders = [rung.order for rung in ladder.rungs]
    levels = [rung.level for rung in ladder.rungs]
    return (
        all(low < high for low, high in pairwise(orders))
        and 0 in orders
        and levels == sorted(levels)
        and set(levels) <= {1, 2, 3, 4, 5}
        and len(set(ladder.keys)) == len(ladder.keys)
    )


@given(mutated())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_mutated_file_is_refused_or_is_a_sound_ladder(content: bytes) -> None:
    ladder = load(content)
    assert ladder is None or is_sound(ladder)


@pytest.mark.nightly
@given(mutated())
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_many_mutated_files_are_refused_or_are_sound_ladders(content: bytes) -> None:
    ladder = load(content)
    assert ladder is None or is_sound(ladder)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_refused(content: bytes) -> None:
    assert load(content) is None


@given(
    st.lists(
        st.tuples(
            st.from_regex(r"[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,3})?", fullmatch=True),
            st.integers(-3, 8),
            st.integers(0, 6),
        ),
        max_size=6,
    )
)
def test_a_ladder_that_can_be_built_is_sound(parts: list[tuple[str, int, int]]) -> None:
    rungs = tuple(Rung(key, order, key, key, level, False) for key, order, level in parts)
    try:
        ladder = Ladder(rungs)
    except UsageError:
        return
    assert is_sound(ladder)
    for rung in ladder.rungs:
        assert ladder.rung(rung.key) is rung
        assert ladder.at_least(rung.key)[0] is rung
        assert ladder.rung_for_level(rung.level).level == rung.level


@given(st.text(max_size=80))
def test_nearest_answers_with_a_rung_and_leaves_rungs_alone(written: str) -> None:
    assert nearest(written) in default_ladder().keys
    assert [nearest(key) for key in default_ladder().keys] == list(default_ladder().keys)


@given(st.text(max_size=80))
def test_an_unknown_rung_is_refused_in_one_printable_line(written: str) -> None:
    if written in default_ladder().keys:
        return
    with pytest.raises(UsageError) as caught:
        default_ladder().rung(written)
    assert str(caught.value).isprintable()
