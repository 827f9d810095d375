"""One line becomes a question, or an error that points at a word."""

import pytest

from offramp._errors import UsageError
from offramp.futures import Forecast
from offramp.questions import (
    AtLeast,
    Back,
    Change,
    CloseChannel,
    Dead,
    Do,
    Edit,
    Highest,
    Hold,
    Next,
    Observable,
    OpenChannel,
    PostureOf,
    QuestionError,
    Quiet,
    RecordOf,
    Restrain,
    Say,
    SetDial,
    Stopped,
    TermOf,
    parse_question,
)
from offramp.record import library, open_record

OBSERVABLES: list[tuple[str, Observable]] = [
    ("a >= war within 9d", AtLeast("a", "war", 9)),
    ("either >= war within 365d", AtLeast("either", "war", 365)),
    ("a >= war covert against b within 1d", AtLeast("a", "war", 1, "covert", "b")),
    ("a >= direct direct within 1d", AtLeast("a", "direct", 1, "direct")),
    ("next within 9d", Next(9)),
    ("next = mutual within 9d", Next(9, "mutual")),
    ("highest within 9d", Highest(9)),
    ("quiet for 9d", Quiet(9)),
    ("quiet all for 9d", Quiet(9, True)),
    ("dead within 9d", Dead(9)),
    ("stopped(x)", Stopped("x")),
    ("posture(a)", PostureOf("a")),
    ("term(a, fear)", TermOf("a", "fear")),
    ("record(first)", RecordOf("first")),
]

EDITS: list[tuple[str, Edit]] = [
    ("x.hours = 0", Change("x", "hours", 0.0)),
    ("x.hits = 0.25", Change("x", "hits", 0.25)),
    ("x.channel = proxy", Change("x", "channel", "proxy")),
    ("x.withheld = 2nd-corps", Change("x", "withheld", "2nd-corps")),
    ("x.withheld = 1e5", Change("x", "withheld", "1e5")),
    ("limit by a", Say("limit", "a")),
    ("limit by a to b", Say("limit", "a", "b")),
    ("a does display", Do("a", "display")),
    ("restrain a by c", Restrain("a", "c")),
    ("back a by c", Back("a", "c")),
    ("hold a for 30d", Hold("a", 30)),
    ("open channel by c", OpenChannel("c")),
    ("close channel c", CloseChannel("c")),
    ("dial fear = -0.5", SetDial("fear", -0.5)),
]


@pytest.mark.parametrize(("text", "observable"), OBSERVABLES)
def test_every_observable_is_read(text: str, observable: Observable) -> None:
    question = parse_question(text)
    assert (question.observable, question.given, question.without) == (observable, (), ())
    assert question.ask == text


@pytest.mark.parametrize(("text", "edit"), EDITS)
def test_every_edit_is_read(text: str, edit: Edit) -> None:
    question = parse_question(f"quiet for 9d given {text}")
    assert question.given == (edit,)
    assert question.ask == f"quiet for 9d given {text}"


def test_all_parts_stand_together() -> None:
    question = parse_question(
        "a >= war within 9d given hold b for 2d + x.hours = 3 without y + z "
        "if b >= threat within 3d"
    )
    assert question.given == (Hold("b", 2), Change("x", "hours", 3.0))
    assert question.without == ("y", "z")
    assert question.condition == AtLeast("b", "threat", 3)


def test_spacing_is_free_and_the_spelling_is_normal() -> None:
    loose = parse_question("  a>=war   within 09d\tgiven\nx.hours=3.0+hold a for 4d without y+z ")
    assert loose.ask == "a >= war within 9d given x.hours = 3 + hold a for 4d without y + z"


def test_names_may_be_spelt_like_keywords() -> None:
    question = parse_question(
        "next >= within within 3d given hold.hours = 3 + hold hold for 3d + open channel by open "
        "without given + if if quiet >= against against all"
    )
    assert question.observable == AtLeast("next", "within", 3)
    assert question.given == (Change("hold", "hours", 3.0), Hold("hold", 3), OpenChannel("open"))
    assert question.without == ("given", "if")
    assert question.condition == AtLeast("quiet", "against", None, None, "all")


@pytest.mark.parametrize("name", library())
def test_every_ask_of_the_library_is_read(name: str) -> None:
    record = open_record(name)
    asks = [claim.test.ask for claim in record.claims if claim.test]
    asks += [question.ask for question in record.questions]
    assert asks
    for ask in asks:
        assert parse_question(ask).ask == ask


def test_every_ask_of_a_forecast_is_read(ahead: Forecast) -> None:
    asks = [a.ask for a in ahead.answers if a.probability is not None or a.topic == "highest"]
    assert len(asks) > 20
    for ask in asks:
        assert parse_question(ask).ask == ask


WRONG = [
    ("", "", "There is no question."),
    ("   ", "", "There is no question."),
    ("Iran >= war within 3d", "Iran", "written small: iran."),
    ("a > war within 3d", ">", 'Here could stand ">=".'),
    ("a >= war given hold a for 3d", "given", "The order is <observable>"),
    ("a >= war against b direct within 3d", "direct", "The order is <observable>"),
    ("quiet for 3d without x given hold a for 3d", "given", "The order is <observable>"),
    ("quiet for 3d if a >= war without x", "without", "The order is <observable>"),
    ("a >= war within 30", "30", "a number of days, such as 30d"),
    ("a >= war within 0d", "0d", "Write 1d to 365d."),
    ("a >= war within 366d", "366d", "Write 1d to 365d."),
    (f"a >= war within {'9' * 3000}d", "9" * 3000 + "d", "Write 1d to 365d."),
    ("highest within30d", "within30d", "Here could stand within."),
    ("quiet for 3d without", "", "The line ends too soon. Here could stand the id"),
    ("quiet for 3d without x +", "", "The line ends too soon. Here could stand the id"),
    ("quiet for 3d given", "", "The line ends too soon. Here could stand <id>.<attribute>"),
    ("quiet for 3d given x.hour = 3", "hour", 'The nearest is "hours".'),
    ("quiet for 3d given x.zzzz = 3", "zzzz", "It is one of: admitted,"),
    ("quiet for 3d given x.hours = none", "none", "hours takes a number"),
    ("quiet for 3d given dial fear = 1e999", "1e999", "a dial takes a number"),
    ("quiet for 3d given dial fear = 1.", "1.", "a dial takes a number"),
    ("quiet for 3d foo", "foo", "given or if or without or the end of the line"),
    ("term(a b)", "b", 'Here could stand ",".'),
    (f"{'a' * 81} >= war within 3d", "a" * 81, "at most 80 characters"),
    ("q\u202e within 3d", "\u202e", "cannot stand here"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "says"), WRONG)
def test_an_error_points_at_the_word_and_says_what_is_right(
    text: str, word: str, says: str
) -> None:
    with pytest.raises(QuestionError) as found:
        parse_question(text)
    error = found.value
    assert error.exit_code == 2
    assert text[error.start : error.start + error.length] == word
    assert says in error.what
    assert str(error).startswith(error.what)


def test_a_very_long_line_is_refused_unread() -> None:
    with pytest.raises(UsageError, match="at most 4000 in one line"):
        parse_question("a" * 10_000_000)
