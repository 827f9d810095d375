"""A YAML file as plain nodes that know their line and column."""

import re
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal

from offramp._errors import Problem

DEEPEST = 20
_MOST_VALUES = 50_000
_MOST_PROBLEMS = 100
# Compiled by re at its first use: it takes 9 ms, which no command should pay to start.
_FORBIDDEN = r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


@dataclass(slots=True)
class Node:
    """A value in the file, at a line and column counted from 1.

    A scalar keeps its text and whether it stood without quotes; what the text means is
    for the reader of the field to say. A mapping's children are keys and values by turns.
    """

    kind: Literal["scalar", "sequence", "mapping"]
    line: int
    column: int
    text: str = ""
    plain: bool = False
    children: list["Node"] = field(default_factory=list["Node"])

    @property
    def pairs(self) -> list[tuple["Node", "Node"]]:
        """The keys and values of a mapping."""
        return list(zip(self.children[::2], self.children[1::2], strict=True))


class Problems(list[Problem]):
    """The problems found in one file, up to as many as anybody would read."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file

    @property
    def full(self) -> bool:
        """Whether looking for more is a waste of time."""
        return len(self) >= _MOST_PROBLEMS

    def add(self, line: int, column: int, what: str, right: str, where: str = "") -> None:
        """Note a problem, unless there are too many already."""
        if not self.full:
            self.append(Problem(self.file, line, column, what, right, where))


def read_tree(text: str, problems: Problems) -> Node | None:
    """Return the one document in `text`, or None where it cannot be read.

    Anchors, aliases, tags, a second document and nesting over 20 deep are noted as
    problems. Nothing is constructed from the text, so nothing in it can run.
    """
    bad = re.search(_FORBIDDEN, text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - (text.rfind("\n", 0, bad.start()) + 1) + 1
        what = f"The character U+{ord(bad[0]):04X} may not stand in YAML."
        problems.add(line, column, what, "Take it out.")
        return None
    # ruamel takes some 50 ms to import, which every command would pay for.
    yaml: Any = import_module("ruamel.yaml")
    try:
        return _build(yaml, yaml.YAML(typ="safe", pure=False).parse(text), problems)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "it is not YAML"
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        right = "Mend the YAML here, or in the line above."
        problems.add(line, column, f"The file cannot be read: {reason}.", right)
        return None


def _build(yaml: Any, events: Any, problems: Problems) -> Node | None:
    root: Node | None = None
    values = 0
    open_nodes: list[Node] = []
    for event in events:
        if problems.full:
            return None
        if isinstance(event, yaml.events.DocumentStartEvent) and root is not None:
            mark = event.start_mark
            what = "A second document begins here."
            problems.add(mark.line + 1, mark.column + 1, what, "Keep one document in a file.")
            return None
        if isinstance(event, (yaml.events.SequenceEndEvent, yaml.events.MappingEndEvent)):
            open_nodes.pop()
        if not isinstance(event, yaml.events.NodeEvent):
            continue
        node = _node(yaml, event, problems)
        values += 1
        if values > _MOST_VALUES:
            what = f"The file holds over {_MOST_VALUES:,} values."
            problems.add(node.line, node.column, what, "A ladder holds some hundreds.")
            return None
        if open_nodes:
            open_nodes[-1].children.append(node)
        else:
            root = node
        if node.kind != "scalar":
            open_nodes.append(node)
        if len(open_nodes) > DEEPEST:
            what = f"The file is nested over {DEEPEST} deep."
            problems.add(node.line, node.column, what, "A ladder needs 5 levels.")
            return None
    return root


def _node(yaml: Any, event: Any, problems: Problems) -> Node:
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if isinstance(event, yaml.events.AliasEvent):
        problems.add(line, column, "An alias stands here.", "Write the value out.")
        return Node("scalar", line, column)
    if event.anchor is not None:
        problems.add(line, column, "An anchor stands here.", "Take the & and its name out.")
    if event.tag is not None:
        problems.add(line, column, "A tag stands here.", "Take the ! and its name out.")
    if isinstance(event, yaml.events.ScalarEvent):
        # The first of the pair says that the scalar could have been written without a tag
        # in plain style; quoted text has it False.
        return Node("scalar", line, column, event.value, bool(event.implicit[0]))
    is_map = isinstance(event, yaml.events.MappingStartEvent)
    return Node("mapping" if is_map else "sequence", line, column)
