"""Questions: one line, taken apart, looked up in a record, and resolved against it later."""

from offramp.questions._check import RECORD_KINDS, check_names
from offramp.questions._check_asks import check_asks
from offramp.questions._metaculus import to_metaculus
from offramp.questions._parse import parse_question
from offramp.questions._plain import DEEDS, plain
from offramp.questions._point import QuestionError
from offramp.questions._question import (
    EITHER,
    MUTUAL,
    NONE,
    AtLeast,
    Back,
    Change,
    CloseChannel,
    Dead,
    Do,
    Edit,
    Highest,
    Hold,
    Kind,
    Next,
    Observable,
    OpenChannel,
    PostureOf,
    Question,
    Quiet,
    RecordOf,
    Restrain,
    Say,
    SetDial,
    Stopped,
    TermOf,
)
from offramp.questions._resolve import Afterwards, Resolution, resolve
from offramp.questions._spell import spell, spell_edit, spell_observable

__all__ = [
    "DEEDS", "EITHER", "MUTUAL", "NONE", "RECORD_KINDS", "Afterwards", "AtLeast", "Back", "Change",
    "CloseChannel", "Dead", "Do", "Edit", "Highest", "Hold", "Kind", "Next", "Observable",
    "OpenChannel", "PostureOf", "Question", "QuestionError", "Quiet", "RecordOf", "Resolution",
    "Restrain", "Say", "SetDial", "Stopped", "TermOf", "check_asks", "check_names",
    "parse_question", "plain", "resolve", "spell", "spell_edit", "spell_observable", "to_metaculus",
]  # fmt: skip
