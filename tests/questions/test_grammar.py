"""The grammar, and what its terminals are called."""

import re

from offramp.questions import QuestionError, parse_question
from offramp.questions._grammar import CALLED, CLAUSES, EDIT, OBSERVABLE, ORDER
from offramp.questions._parse import _parser


def test_every_terminal_is_called_by_a_name_or_is_its_own_word() -> None:
    for terminal in _parser().terminals:
        own = terminal.pattern.value.split("(?!")[0] == terminal.name.strip("_").lower()
        # A name at the head of an edit is told of by the list of edits.
        assert own or terminal.name in CALLED or terminal.name in ("NAME", "__IGNORE_0"), terminal


def test_the_words_of_an_error_are_words_of_the_grammar() -> None:
    known = {t.pattern.value.split("(?!")[0] for t in _parser().terminals}
    known |= {"direct", "proxy", "covert"}
    assert set(CLAUSES) <= known
    for text in (ORDER, OBSERVABLE, EDIT):
        plain = re.sub(r"<[^>]*>|=|>=", " ", text)
        for word in re.findall(r"[a-z]{3,}", plain):
            assert word in known | {"either"}, word


def test_no_ambiguity_is_left_to_the_parser() -> None:
    """LALR refuses a grammar with conflicts: that it builds is the test."""
    assert _parser().options.parser == "lalr"


def test_no_error_speaks_of_the_parser() -> None:
    for bad in ("", "x", "x >=", "x >= y", "quiet", "quiet for", "term(x", "dead within 3d given"):
        try:
            parse_question(bad)
        except QuestionError as error:
            assert not re.search(r"[A-Z]{2,}|_|ANON|Token|regex", error.what), error.what
        else:
            raise AssertionError(bad)
