"""What must hold of every question: it is spelt so that it reads the same again."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from _invented import AS_OF, CRISIS, SAID, act, invent
from offramp.ladder import default_ladder
from offramp.questions import (
    AtLeast,
    Back,
    Change,
    CloseChannel,
    Dead,
    Do,
    Highest,
    Hold,
    Next,
    OpenChannel,
    PostureOf,
    Question,
    QuestionError,
    Quiet,
    RecordOf,
    Restrain,
    Say,
    SetDial,
    Stopped,
    TermOf,
    check_names,
    parse_question,
    resolve,
    spell,
)
from offramp.questions._edits import SIGNALS
from offramp.questions._parse import IN_NUMBERS, IN_WORDS

KEYWORDS = (
    "against", "all", "back", "by", "channel", "close", "covert", "dead", "dial", "direct", "does",
    "either", "for", "given", "highest", "hold", "if", "next", "open", "posture", "proxy", "quiet",
    "record", "restrain", "stopped", "term", "to", "within", "without", "30d", "1e5", "9",
)  # fmt: skip
# A name may be any word that an id may be, a keyword of the grammar among them.
NAMES = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,12}", fullmatch=True) | st.sampled_from(KEYWORDS)
EDIT_WORDS = ("restrain", "back", "hold", "open", "close", "dial")
"""A side of such a name could not do anything: the word opens another edit."""
DAYS = st.integers(1, 365)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
CHANNELS = st.none() | st.sampled_from(["direct", "proxy", "covert"])


def at_least(within: st.SearchStrategy[int | None]) -> st.SearchStrategy[AtLeast]:
    return st.builds(AtLeast, NAMES, NAMES, within, CHANNELS, st.none() | NAMES)


OBSERVABLES = st.one_of(
    at_least(DAYS), st.builds(Next, DAYS, st.none() | NAMES), st.builds(Highest, DAYS),
    st.builds(Quiet, DAYS, st.booleans()), st.builds(Dead, DAYS), st.builds(Stopped, NAMES),
    st.builds(PostureOf, NAMES), st.builds(TermOf, NAMES, NAMES), st.builds(RecordOf, NAMES),
)  # fmt: skip
EDITS = st.one_of(
    st.builds(Change, NAMES, st.sampled_from(IN_WORDS), NAMES),
    st.builds(Change, NAMES, st.sampled_from(IN_NUMBERS), NUMBERS),
    st.builds(Say, st.sampled_from(SIGNALS), NAMES, st.none() | NAMES),
    st.builds(Do, NAMES.filter(lambda name: name not in EDIT_WORDS), NAMES),
    st.builds(Restrain, NAMES, NAMES), st.builds(Back, NAMES, NAMES), st.builds(Hold, NAMES, DAYS),
    st.builds(OpenChannel, NAMES), st.builds(CloseChannel, NAMES),
    st.builds(SetDial, NAMES, NUMBERS),
)  # fmt: skip


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Any question that the grammar can spell."""
    observable = draw(OBSERVABLES)
    edits = tuple(draw(st.lists(EDITS, max_size=4)))
    without = tuple(draw(st.lists(NAMES, max_size=4)))
    condition = draw(st.none() | at_least(st.none() | DAYS))
    return Question(
        spell(observable, edits, without, condition), observable, edits, without, condition
    )


@given(questions())
@settings(max_examples=400, deadline=None)
def test_what_is_spelt_reads_the_same_again(question: Question) -> None:
    assert parse_question(question.ask) == question


@given(questions(), st.data())
@settings(max_examples=200, deadline=None)
def test_spacing_changes_nothing(question: Question, data: st.DataObject) -> None:
    spaces = st.sampled_from([" ", "  ", "\t", "\n ", "\u2003"])
    loose = "".join(data.draw(spaces) if c == " " else c for c in question.ask)
    assert parse_question(loose) == question


ACTS = st.sampled_from(["alert", "raid", "fire", "salvo", "later"])
SIDES = st.sampled_from(["north", "south", "northland", "southland"])
RUNGS = st.sampled_from(default_ladder().keys)
SIMULATED = st.sampled_from([rung.key for rung in default_ladder().rungs if rung.level >= 2])
ASKABLE = st.one_of(
    st.builds(AtLeast, SIDES | st.just("either"), RUNGS, DAYS, CHANNELS),
    st.builds(Next, DAYS, st.none() | SIDES), st.builds(Highest, DAYS),
    st.builds(Quiet, DAYS, st.booleans()), st.builds(Dead, DAYS),
)  # fmt: skip
CHANGES = st.builds(Change, ACTS, st.sampled_from(IN_NUMBERS), st.floats(-2, 12)) | st.builds(
    Do, SIDES, RUNGS
)


@given(ASKABLE, st.lists(CHANGES, max_size=2), st.lists(ACTS, max_size=2))
@settings(max_examples=200, deadline=None)
def test_checking_a_checked_question_changes_nothing_and_no_edit_makes_an_attack_worse(
    asked: AtLeast | Next | Highest | Quiet | Dead, edits: list[Change | Do], without: list[str]
) -> None:
    record, ladder = invent(CRISIS, SAID), default_ladder()
    try:
        found = check_names(
            parse_question(spell(asked, tuple(edits), tuple(without))), record, AS_OF, ladder
        )
    except QuestionError:
        return
    assert parse_question(found.ask) == found
    assert check_names(found, record, AS_OF, ladder) == found
    for edit in found.given:
        if isinstance(edit, Do):
            assert ladder.level(edit.rung) < 4
        elif isinstance(edit, Change) and edit.attribute == "killed":
            dead = record.act(edit.id).dead
            assert 0 <= float(edit.value) <= (dead.high if dead else 0)
        elif isinstance(edit, Change) and edit.attribute == "hits":
            assert 0 <= float(edit.value) <= 1


LATER = st.lists(
    st.tuples(
        st.integers(14, 100), st.sampled_from(["northland", "southland", "guard"]),
        st.sampled_from(["threat", "display", "shadow-attack", "strike-abroad", "war"]),
    ),
    max_size=5,
)  # fmt: skip


@given(LATER, st.builds(AtLeast, st.sampled_from(["north", "south", "either"]), SIMULATED, DAYS)
       | st.builds(Quiet, DAYS, st.booleans()) | st.builds(Next, DAYS, st.none()))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_relabelled_sides_resolve_alike_and_time_only_settles(
    later: list[tuple[int, str, str]], asked: AtLeast | Quiet | Next
) -> None:
    acts = [act(f"x{n}", at, by, rung) for n, (at, by, rung) in enumerate(later)]
    record = invent([*CRISIS, *acts], SAID)
    swapped = invent([*CRISIS, *acts], SAID, sides={"south": ["northland"], "north": ["southland"]})
    swap = {"north": "south", "south": "north"}
    other = asked
    if isinstance(asked, AtLeast) and asked.who in swap:
        other = AtLeast(swap[asked.who], asked.rung, asked.within)
    ask, mirrored = parse_question(spell(asked)), parse_question(spell(other))
    full = AS_OF + timedelta(days=400)
    one = resolve(ask, record, AS_OF, full)
    two = resolve(mirrored, swapped, AS_OF, full)
    outcome = two.outcome
    assert one.outcome == (swap.get(outcome, outcome) if isinstance(outcome, str) else outcome)
    assert not one.open
    # What is settled before the window is over stays as it is.
    early = resolve(ask, record, AS_OF, AS_OF + timedelta(days=1))
    assert early.open or early.outcome == one.outcome
