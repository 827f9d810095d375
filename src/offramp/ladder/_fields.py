"""The fields of a ladder file: their types, and what each may hold."""

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from offramp.ladder._crosswalk import cameo_table, plover_table
from offramp.ladder._nearest import nearest_name
from offramp.ladder._rules import Draft, broken_rules
from offramp.ladder._rung import Ladder, Rung
from offramp.ladder._yaml import Node, Problems, read_tree

_T = TypeVar("_T")
_INTEGER = re.compile(r"[-+]?[0-9]{1,6}")
_LONGEST_NAME = 60
_LONGEST_DESCRIPTION = 500
_MOST_RUNGS = 100


class _Shape(NamedTuple):
    """What a mapping stands for, the fields that it may have, and those that it must."""

    thing: str
    known: tuple[str, ...]
    needed: tuple[str, ...]


_TOP = _Shape("the file", ("offramp-ladder", "rungs"), ("offramp-ladder", "rungs"))
_RUNG = _Shape(
    "a rung",
    ("key", "order", "name", "description", "level", "blood", "cameo", "plover"),
    ("key", "order", "name", "description", "level", "blood"),
)
_PLOVER = _Shape("a PLOVER event", ("event", "mode"), ("event",))


def read_ladder(text: str, problems: Problems) -> Ladder | None:
    """Return the ladder that `text` describes, or None once a problem was noted."""
    root = read_tree(text, problems)
    if root is None:
        if not problems:
            problems.add(1, 1, "The file is empty.", "Begin with: offramp-ladder: 1")
        return None
    top = _Fields(root, problems, "", _TOP)
    top.get("offramp-ladder", top.version)
    drafts, rungs = _rungs(top)
    if drafts is None or problems:
        return None
    return Ladder(tuple(rung for rung in rungs if rung is not None))


def _rungs(top: "_Fields") -> tuple[list[Draft] | None, list[Rung | None]]:
    listed = top.get("rungs", top.sequence)
    if listed is None:
        return None, []
    at = top.found["rungs"]
    if len(listed) > _MOST_RUNGS:
        what = f"The ladder has {len(listed)} rungs."
        top.problems.add(at.line, at.column, what, f"Keep to {_MOST_RUNGS} or fewer.", "rungs")
        return None, []
    drafts: list[Draft] = []
    rungs: list[Rung | None] = []
    fields: list[_Fields] = []
    for index, node in enumerate(listed):
        one = _Fields(node, top.problems, f"rungs[{index}]", _RUNG)
        draft, rung = _rung(one)
        fields.append(one)
        drafts.append(draft)
        rungs.append(rung)
    for rule in broken_rules(drafts):
        node, where = at, "rungs"
        if rule.rung is not None:
            one = fields[rule.rung]
            node, where = one.found.get(rule.field, one.node), f"{one.where}.{rule.field}"
        top.problems.add(node.line, node.column, rule.what, rule.right, where)
    return drafts, rungs


def _rung(fields: "_Fields") -> tuple[Draft, Rung | None]:
    key = fields.get("key", fields.word)
    order = fields.get("order", fields.integer)
    name = fields.get("name", fields.line)
    description = fields.get("description", fields.prose)
    level = fields.get("level", fields.integer)
    blood = fields.get("blood", fields.yes_no)
    cameo = fields.get("cameo", fields.cameo_codes) or ()
    plover = fields.get("plover", fields.plover_pairs) or ()
    draft = Draft(key, order, level)
    if key is None or order is None or name is None or description is None:
        return draft, None
    if level is None or blood is None:
        return draft, None
    return draft, Rung(key, order, name, description, level, blood, cameo, plover)


class _Fields:
    """The fields of one mapping; whatever is wrong with them goes to `problems`."""

    def __init__(self, node: Node, problems: Problems, where: str, shape: _Shape) -> None:
        thing, known, needed = shape
        self.node = node
        self.problems = problems
        self.where = where
        self.found: dict[str, Node] = {}
        if node.kind != "mapping":
            what = f"Here {thing} should stand as fields with values."
            problems.add(node.line, node.column, what, f"Write {known[0]}: and so on.", where)
            return
        for key, value in node.pairs:
            if problems.full:
                return
            if key.text not in known or key.kind != "scalar":
                near = nearest_name(key.text, known)
                what = f"No field {_shown(key)} in {thing}."
                right = f"Did you mean {near}? Its fields are {', '.join(known)}."
                problems.add(key.line, key.column, what, right, where)
            elif key.text in self.found:
                what = f"The field {key.text} stands here a second time."
                problems.add(key.line, key.column, what, "Keep one of the two.", where)
            else:
                self.found[key.text] = value
        for name in needed:
            if name not in self.found:
                what = f"The field {name} is missing."
                problems.add(node.line, node.column, what, f"Add {name}: to {thing}.", where)

    def get(self, name: str, read: Callable[[Node, str], _T | None]) -> _T | None:
        """Return the field's value, or None where it is missing or was refused."""
        node = self.found.get(name)
        inside = f"{self.where}.{name}" if self.where else name
        return None if node is None else read(node, inside)

    def _refuse(self, node: Node, what: str, right: str, where: str) -> None:
        self.problems.add(node.line, node.column, what, right, where)

    def version(self, node: Node, where: str) -> int | None:
        if node.kind == "scalar" and node.text == "1":
            return 1
        self._refuse(node, f"Format {_shown(node)} is not known.", "Write 1.", where)
        return None

    def sequence(self, node: Node, where: str) -> list[Node] | None:
        if node.kind == "sequence":
            return node.children
        self._refuse(node, f"{_shown(node)} is no list.", "Write a list, with - or [ ].", where)
        return None

    def integer(self, node: Node, where: str) -> int | None:
        if node.kind == "scalar" and node.plain and _INTEGER.fullmatch(node.text):
            return int(node.text)
        right = "Write a whole number, such as 3, without quotes."
        self._refuse(node, f"{_shown(node)} is no whole number.", right, where)
        return None

    def yes_no(self, node: Node, where: str) -> bool | None:
        if node.kind == "scalar" and node.text in ("yes", "no"):
            return node.text == "yes"
        self._refuse(node, f"{_shown(node)} is neither yes nor no.", "Write yes or no.", where)
        return None

    def word(self, node: Node, where: str) -> str | None:
        return self._text(node, where, _LONGEST_NAME)

    def line(self, node: Node, where: str) -> str | None:
        return self._text(node, where, _LONGEST_NAME)

    def prose(self, node: Node, where: str) -> str | None:
        return self._text(node, where, _LONGEST_DESCRIPTION)

    def _text(self, node: Node, where: str, longest: int) -> str | None:
        if node.kind != "scalar" or not node.text.strip():
            self._refuse(node, f"{_shown(node)} is no text.", "Write some words.", where)
            return None
        text = node.text.strip()
        if len(text) > longest or not text.isprintable():
            what = f"{_shown(node)} is not one line of up to {longest} characters."
            self._refuse(node, what, "Shorten it, and take out what cannot be printed.", where)
            return None
        return text

    def cameo_codes(self, node: Node, where: str) -> tuple[str, ...] | None:
        codes: list[str] = []
        for index, item in enumerate(self.sequence(node, where) or []):
            if self.problems.full:
                break
            inside = f"{where}[{index}]"
            if item.text in codes:
                self._refuse(item, f"{_shown(item)} is listed twice.", "Keep one.", inside)
            elif item.kind == "scalar" and item.text in cameo_table():
                codes.append(item.text)
            else:
                right = f'The nearest is "{nearest_name(item.text, cameo_table())}".'
                self._refuse(item, f"{_shown(item)} is no CAMEO code.", right, inside)
        return tuple(codes)

    def plover_pairs(self, node: Node, where: str) -> tuple[tuple[str, str | None], ...] | None:
        pairs: list[tuple[str, str | None]] = []
        for index, item in enumerate(self.sequence(node, where) or []):
            if self.problems.full:
                break
            inside = f"{where}[{index}]"
            one = _Fields(item, self.problems, inside, _PLOVER)
            event = one.get("event", one.word)
            mode = one.get("mode", one.word)
            if event is None or ("mode" in one.found and mode is None):
                continue
            modes = plover_table().get(event)
            if modes is None:
                right = f"The nearest is {nearest_name(event, plover_table())}."
                self._refuse(item, f'"{event}" is no PLOVER event.', right, inside)
            elif mode not in modes:
                named = [name for name in modes if name is not None]
                right = f"It has: {', '.join(named)}." if named else "It has none."
                self._refuse(item, f'"{mode}" is no mode of {event}.', right, inside)
            elif (event, mode) in pairs:
                self._refuse(item, "This pair is listed twice.", "Keep one.", inside)
            else:
                pairs.append((event, mode))
        return tuple(pairs)


def _shown(node: Node) -> str:
    """Return what stands there, short and safe to print."""
    if node.kind != "scalar":
        return "A list" if node.kind == "sequence" else "A group of fields"
    if not node.text:
        return "Nothing"
    short = node.text if len(node.text) <= 40 else node.text[:37] + "..."
    return f'"{short}"' if short.isprintable() else f'"{ascii(short)[1:-1]}"'
