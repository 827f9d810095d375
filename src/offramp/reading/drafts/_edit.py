"""Change the lists of a record's file, and leave everything else in it as it stands."""

import json
from collections.abc import Sequence
from io import StringIO
from typing import Any

from offramp._errors import RecordError, UsageError
from offramp.record import Record, RecordFile, check_content

Citing = tuple[str, str, dict[str, str]]


class OpenRecord(RecordFile):
    """A record's file, open for citations to be added and entries to be dropped.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> from offramp.record import new_record
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "crisis.yaml"
    >>> _ = file.write_text(new_record("two-rivals"))
    >>> opened = OpenRecord.load(file)
    >>> opened.drop("acts", "southern-alert")
    >>> len(opened.save().acts), "# What was said" in opened.text
    (1, True)
    """

    def record(self) -> Record:
        """Read the record as it would be written.

        Raises
        ------
        RecordError
            When it is not sound.
        """
        table = self.path.with_name("acts.csv")
        acts = table.read_bytes() if table.is_file() else None
        result = check_content(self._text.encode("utf-8"), acts, file=str(self.path))
        if result.record is None:
            raise RecordError(self.path, list(result.errors))
        return result.record

    def has(self, section: str, name: str) -> bool:
        """Say whether an entry stands in the file itself, and not in acts.csv."""
        _, document = self._round_trip()
        return _place(document.get(section), name) is not None

    def names(self) -> frozenset[str]:
        """List the ids of the acts and signals that stand in the file itself."""
        _, document = self._round_trip()
        entries = [*(document.get("acts") or ()), *(document.get("signals") or ())]
        return frozenset(str(entry["id"]) for entry in entries if "id" in entry)

    def cite(self, section: str, name: str, citation: dict[str, str]) -> None:
        """Add a citation to an entry; as `cite_all` for several."""
        self.cite_all([(section, name, citation)])

    def cite_all(self, wanted: Sequence[Citing]) -> None:
        """Add citations to entries, each after those that its entry has.

        Parameters
        ----------
        wanted : sequence of (str, str, dict)
            Section, id of the entry, and the citation: ``id`` and ``quote``.

        Raises
        ------
        UsageError
            When there is no such entry in the file.
        """
        _, document = self._round_trip()
        lines = self._text.splitlines(keepends=True)
        added: list[tuple[int, str]] = []
        others: list[Citing] = []
        for section, name, citation in wanted:
            place = self._found(document, section, name)
            cited: Any = document[section][place].get("sources")
            if cited and hasattr(cited, "lc") and not cited.fa.flow_style():
                end, indent = _end_of_list(lines, cited)
                words = json.dumps(citation["quote"], ensure_ascii=False)
                added.append((end, f"{indent}- {{id: {citation['id']}, quote: {words}}}\n"))
            else:
                others.append((section, name, citation))
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        # From below, so that the lines above stay where they are.
        for end, line in sorted(added, key=lambda one: one[0], reverse=True):
            lines.insert(end, line)
        self._text = "".join(lines)
        if others:
            self._cite_on_the_line(others)

    def _cite_on_the_line(self, wanted: Sequence[Citing]) -> None:
        """Add citations where an entry has none yet, or has them on one line."""
        yaml, document = self._round_trip()
        for section, name, citation in wanted:
            place = self._found(document, section, name)
            entry = document[section][place]
            cited = entry.get("sources")
            if isinstance(cited, list):
                cited.append(citation)
            else:
                entry["sources"] = [*([cited] if cited else []), citation]
        self._write(yaml, document)

    def drop(self, section: str, name: str) -> None:
        """Take an entry out, and what refers to it.

        Raises
        ------
        UsageError
            When there is no such entry in the file.
        """
        yaml, document = self._round_trip()
        place = self._found(document, section, name)
        entries = document[section]
        if entries.fa.flow_style():
            del entries[place]
            self._write(yaml, document)
        else:
            alone = len(entries) == 1
            self._cut(entries.lc.item(place)[0], document.lc.key(section)[0] if alone else None)
        self._forget(name)

    def _cut(self, first: int, head: int | None) -> None:
        """Cut an entry's lines out, but not the comments that lead to what comes next.

        With the last entry its section goes, whose first line is `head`.
        """
        lines = self._text.splitlines(keepends=True)
        indent = len(lines[first]) - len(lines[first].lstrip(" "))
        end = first + 1
        while end < len(lines):
            bare = lines[end].lstrip(" ")
            if bare.strip() and not bare.startswith("#") and len(lines[end]) - len(bare) <= indent:
                break
            end += 1
        while end > first + 1 and not lines[end - 1].split("#", 1)[0].strip():
            end -= 1
        start = first if head is None else head
        self._text = "".join(lines[:start] + lines[end:])

    def _forget(self, name: str) -> None:
        """Take a name out of what answers it or speaks about it."""
        yaml, document = self._round_trip()
        found = False
        for section in ("acts", "signals", "claims"):
            for entry in document.get(section) or ():
                for key in ("answers", "about"):
                    found |= _taken_out(entry, key, name)
        if found:
            self._write(yaml, document)

    def _found(self, document: Any, section: str, name: str) -> int:
        place = _place(document.get(section), name)
        if place is None:
            raise UsageError(f'The record has no "{name}" under {section}.')
        return place

    def _write(self, yaml: Any, document: Any) -> None:
        out = StringIO()
        yaml.dump(document, out)
        self._text = out.getvalue()


def _end_of_list(lines: list[str], items: Any) -> tuple[int, str]:
    """Find the line behind a list, and how far its items are indented."""
    first, last = items.lc.item(0)[0], items.lc.item(len(items) - 1)[0]
    indent = " " * (len(lines[first]) - len(lines[first].lstrip(" ")))
    end = last + 1
    # The last item may go on over lines that are indented further.
    while end < len(lines) and lines[end].startswith(f"{indent}  "):
        end += 1
    return end, indent


def _place(entries: Any, name: str) -> int | None:
    if not isinstance(entries, list):
        return None
    for place, entry in enumerate(entries):
        if isinstance(entry, dict) and entry.get("id") == name:
            return place
    # Relations have no id, and go by their index.
    if name.isascii() and name.isdigit() and int(name) < len(entries):
        entry = entries[int(name)]
        return int(name) if isinstance(entry, dict) and "id" not in entry else None
    return None


def _taken_out(entry: Any, key: str, name: str) -> bool:
    value = entry.get(key)
    if value in (name, [name]):
        del entry[key]
        return True
    if isinstance(value, list) and name in value:
        value.remove(name)
        return True
    return False
