"""Whatever a stranger writes as a question: a question, or a UsageError fit to print."""

import random
from collections.abc import Callable

import pytest

from _invented import AS_OF, crisis
from offramp._errors import UsageError
from offramp.ladder import default_ladder
from offramp.questions import check_names, parse_question, to_metaculus
from offramp.questions._parse import LONGEST

PIECES = [
    "north", "south", "guard", "neighbour", "either", "raid", "salvo", "vow", "notice", ">=", ">",
    "=", "+", ".", ",", "(", ")", "next", "highest", "quiet", "all", "dead", "stopped", "posture",
    "term", "record", "within", "for", "against", "given", "without", "if", "by", "to", "does",
    "restrain", "back", "hold", "open", "close", "channel", "dial", "direct", "proxy", "covert",
    "30d", "0d", "1e999", "-1", "0.5", "hours", "killed", "hits", "display", "strike-home", "war",
    "first", "fear", "north >= war within 3d", "quiet for 9d given", "x" * 90, "\x1b[2J", "\u202e",
    "\x00", "\ud800", "\U0001f600", "'; DROP TABLE", "${jndi:x}", "{0}", "%s", "<script>", "\r\n",
    "٣٠d", "ｎｅｘｔ", "́",
]  # fmt: skip


def of_pieces(rng: random.Random) -> str:
    return rng.choice(["", " "]).join(rng.choice(PIECES) for _ in range(rng.randint(0, 14)))


def of_characters(rng: random.Random) -> str:
    return "".join(chr(rng.randrange(0x2500)) for _ in range(rng.randint(0, 60)))


def of_a_question(rng: random.Random) -> str:
    text = (
        "north >= strike-home covert against south within 30d given notice.hours = 0 + hold south "
        "for 9d without raid + vow if south >= threat"
    )
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(PIECES) * rng.randint(0, 2) + text[at + rng.randint(0, 6) :]
    return text


def printed(error: UsageError) -> None:
    for line in str(error).splitlines():
        assert line.isprintable(), ascii(line)
        assert len(line) < 1000


@pytest.mark.parametrize("write", [of_pieces, of_characters, of_a_question])
def test_what_a_stranger_writes_is_a_question_or_a_usage_error(
    write: Callable[[random.Random], str],
) -> None:
    rng = random.Random(7)
    read = 0
    for _ in range(10_000):
        text = write(rng)
        try:
            question = parse_question(text)
        except UsageError as error:
            printed(error)
        else:
            read += 1
            assert parse_question(question.ask) == question, ascii(text)
    assert read > 0 or write is of_characters


def test_what_reads_is_checked_or_refused_and_exported_or_refused() -> None:
    rng, record, ladder = random.Random(11), crisis(), default_ladder()
    checked = 0
    for _ in range(3_000):
        try:
            question = parse_question(of_a_question(rng))
            question = check_names(question, record, AS_OF, ladder)
            checked += 1
            to_metaculus(question, record, AS_OF)
        except UsageError as error:
            printed(error)
    assert checked > 0


@pytest.mark.parametrize(
    "text",
    ["a" * 10**7, "(" * 10**6, "quiet for 3d given " + "hold a for 3d + " * 10**5, " " * 10**7],
)
def test_very_long_lines_are_refused_before_they_are_read(text: str) -> None:
    with pytest.raises(UsageError, match=f"at most {LONGEST}"):
        parse_question(text)


def test_the_longest_lines_that_are_read_cannot_pile_up_work() -> None:
    """Edits are compared pairwise: a full line holds too few of them to matter."""
    edits = " + ".join(f"x{n}.hits = 0" for n in range(400))[: LONGEST - 20].rpartition(" + ")[0]
    with pytest.raises(UsageError, match="no act or signal"):
        check_names(
            parse_question(f"quiet for 3d given {edits}"), crisis(), AS_OF, default_ladder()
        )
