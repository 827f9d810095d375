import datetime
from pathlib import Path

import pytest

from offramp._errors import Problem, RecordError, UsageError
from offramp.record import check, check_content, find_record, open_record, parse_record


def errors(text: str, strict: bool = False) -> tuple[Problem, ...]:
    return check_content(text.encode(), strict=strict).errors


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_the_seed_is_sound(small: str) -> None:
    result = check_content(small.encode())
    assert result.errors == ()
    assert result.warnings == ()
    assert result.record is not None


# Each line: what is replaced, by what, where the problem stands, what it says, what is right.
MISTAKES = [
    ("offramp: 1", "offramp: 2", "offramp", "no version", "offramp: 1"),
    ("id: small", "id: Small Crisis", "id", "not an id", "hyphens"),
    ("id: small\n", "", "", '"id" is missing', "Add it"),
    ("title: A small crisis", "title: 1984", "title", "number here", '"1984"'),
    ("opens: 2024-03-01", "opens: 2024-02-30", "opens", "no day", ""),
    ("opens: 2024-03-01", "opens: 2024-03", "opens", "single day", "2024-04-13"),
    ("closes: 2024-05-31", "closes: 2024-02-01", "closes", "before it opens", "Correct"),
    ("opens:", "opnes:", "opnes", 'no field "opnes"', '"opens"'),
    ("south: [southland]}", "south: [southland], c: [guard]}", "sides", "exactly two", "third"),
    ("south: [southland]", "south: []", "sides.south", "has no party", "at least one"),
    ("south: [southland]", "south: [northland]", "sides.south[0]", "both sides", "one"),
    ("south: [southland]", "south: [southlnd]", "sides.south[0]", "no party", '"southland"'),
    ("kind: commentary", "kind: comment", "sources[2].kind", "not a word", '"commentary"'),
    ("reliability: B", "reliability: b", "sources[0].reliability", "not a word", "A, B, C"),
    ("https://ex", "javascript://ex", "sources[0].url", "web address", "https://"),
    ("id: paper", "id: agency", "sources[1].id", "given before", "another"),
    ("iso3: NNN", "iso3: nn", "parties[0].iso3", "country code", "three capital"),
    ("nuclear: no", "nuclear: false", "parties[0].nuclear", "not a word", "Write no."),
    ("id: guard, name", "id: southland, name", "parties[2].id", "given before", ""),
    ("from: guard, to: northland", "from: guard", "relations[0]", "no `to`", "Add to"),
    ("from: guard, to: northland", "from: guard, to: guard", "relations[0].to", "itself", ""),
    ("[northland, southland]}", "[northland]}", "relations[1]", "between two", ""),
    ("date: 2019/2024-04-01", "date: 2019/2018", "relations[0].date", "ends before", ""),
    ("by: [guard]", "by: [gaurd]", "acts[0].by[0]", "no party", '"guard"'),
    ("by: [guard]", "by: []", "acts[0].by", "empty", "at least one"),
    ("by: [guard]", "by: 7", "acts[0].by", "not a list", "[a, b]"),
    ("act: shadow-attack", "act: shadow", "acts[0].act", "no rung", '"shadow-attack"'),
    ("channel: proxy", "chanel: proxy", "acts[0].chanel", "no field", '"channel"'),
    ("admitted: denied", "admitted: [denied]", "acts[0].admitted", "not a word", "yes, no"),
    ("count: 2..4", "count: 4..2", "acts[0].killed[0].count", "above", ""),
    ("count: 2..4", "count: few", "acts[0].killed[0].count", "not a count", "7..16"),
    ("{says: agency, count", "{count", "acts[0].killed[0]", "each needs `says`", "Add says"),
    ("{says: agency", "{says: agensy", "acts[0].killed[0].says", "no source or party", "agency"),
    (
        "      - later\n  - id: s",
        "      - latter\n  - id: s",
        "acts[0].sources[1]",
        "no source",
        '"later"',
    ),
    ("date: 2024-03-20~", "date: soon", "acts[1].date", "not a date", "1982/.."),
    ("known: 2024-03-23", "known: 2024-03-01", "acts[1].known", "before it could", "Correct"),
    ("answers: post", "answers: psot", "acts[1].answers", "no act", '"post"'),
    ("answers: post", "answers: salvo", "acts[1].answers", "circle: salvo > salvo", ""),
    ("date: 2024-03-01\n", "date: 2024-04-01\n", "acts[1].answers", "came later", ""),
    ("act: strike-home", "mutual: yes\n    act: war", "acts[1].by", "both sides", "each side"),
    ("against: [northland]", "against: [southland]", "acts[1].against[0]", "itself", ""),
    ("withheld: [neighbour]", "inferred: [dat]", "acts[1].inferred[0]", 'no field "dat"', "date"),
    ("withheld: [neighbour]", "inferred: [target.knd]", "acts[1].inferred[0]", "knd", "kind"),
    ("drone: 10, air", "dron: 10, air", "acts[1].exchange.launched.dron", "no field", '"drone"'),
    ("notice_hours: 2", "notice_hours: -2", "acts[1].exchange.notice_hours", "range", "at least 0"),
    ("notice_hours: 2", "notice_hours: .nan", "acts[1].exchange.notice_hours", "not a number", ""),
    ("{stopped: 9, hit: 1}", "{}", "acts[1].exchange.outcome[0].drone", "Nothing is said", "hit"),
    ("{stopped: 9, hit: 1}", "9", "acts[1].exchange.outcome[0].drone", "fields", "stopped"),
    ("    sources: [paper]\n", "", "acts[1]", "names no source", "Add sources"),
    ("kind: notice", "kind: warning", "signals[0].hours", "Hours of notice", "kind: notice"),
    ("about: salvo", "about: slavo", "signals[0].about", "no act or signal", '"salvo"'),
    ("id: told", "id: post", "signals[0].id", "given before, to acts[0]", ""),
    ("kind: conditional-threat", "kind: stance", "signals[1]", "does not say which", "backs"),
    ("if: another", "stance: backs\n    if: another", "signals[1].stance", "kind: stance", ""),
    ("by: later", "by: northland", "claims[0].by", "no source", ""),
    ("about: [salvo]", "about: [slavo]", "claims[0].about[0]", "no act or signal", '"salvo"'),
    ("expect: lower", "expect: less", "claims[0].test.expect", "not a word", "lower"),
    (" without salvo", "", "claims[0].test.expect", "compare", "without"),
    ("    test: {", "    untestable: x\n    test: {", "claims[0].untestable", "has a test", ""),
    ("sd: 0.2", "sd: 0", "beliefs.fear.sd", "range", "more than 0"),
    ("sd: 0.2", "sd: wide", "beliefs.fear.sd", "not a number", ""),
]


@pytest.mark.parametrize(("old", "new", "where", "what", "right"), MISTAKES)
def test_each_mistake_is_named_where_it_stands(
    small: str, old: str, new: str, where: str, what: str, right: str
) -> None:
    text = changed(small, old, new)
    found = [p for p in errors(text) if p.where == where and what in str(p)]
    assert found, [str(p) for p in errors(text)]
    assert right in f"{found[0].what} {found[0].right}"
    assert found[0].line > 0
    line = text.splitlines()[found[0].line - 1]
    assert found[0].column <= len(line) + 1


def test_line_and_column_are_exact(small: str) -> None:
    text = changed(small, "channel: proxy", "channel: proxi")
    (problem,) = errors(text)
    line = text.splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith("proxi")


def test_all_mistakes_come_at_once(small: str) -> None:
    text = changed(small, "kind: commentary", "kind: comment")
    text = changed(text, "by: [guard]", "by: [gaurd]")
    text = changed(text, "count: 2..4", "count: 4..2")
    text = changed(text, "known: 2024-03-23", "known: 2024-03-01")
    text = changed(text, "act: strike-home", "act: strike-hom")
    text = changed(text, "about: salvo", "abuot: salvo")
    wheres = {p.where for p in errors(text)}
    assert wheres == {
        "sources[2].kind",
        "acts[0].by[0]",
        "acts[0].killed[0].count",
        "acts[1].known",
        "acts[1].act",
        "signals[0].abuot",
    }


WARNINGS = [
    ("date: 2024-03-04}", "}", "sources[1]", "has no date"),
    (
        "date: 2024-03-20~\n    known: 2024-03-23",
        "date: 2024-06-20",
        "acts[1].date",
        "after the rec",
    ),
    (
        "{stopped: 9, hit: 1}",
        "{stopped: 9, hit: 2}",
        "acts[1].exchange.outcome[0].drone",
        "at most 10",
    ),
    ("drone: {stopped: 9", "cruise: {stopped: 9", "acts[1].exchange.outcome[0].cruise", "has none"),
    ("    if: another salvo comes\n", "", "signals[1]", "no condition"),
    ("by: [guard]", "by: [guard, southland]", "acts[0].by", "not mutual"),
    ("iso3: SSS", "iso3: NNN", "parties[1].iso3", "NNN already"),
]


@pytest.mark.parametrize(("old", "new", "where", "what"), WARNINGS)
def test_doubts_are_warnings(small: str, old: str, new: str, where: str, what: str) -> None:
    text = changed(small, old, new)
    result = check_content(text.encode())
    assert any(p.where == where and what in p.what for p in result.warnings), result
    if result.record is not None:
        assert result.record.warnings == result.warnings


def test_no_acts_and_no_act_by_a_side(small: str) -> None:
    head = small[: small.index("acts:")]
    assert "no acts" in check_content(head.encode()).warnings[0].what
    text = head + "acts: [{id: a, date: 2024-03-03, by: neighbour, act: words, sources: paper}]\n"
    assert "No act is by a party" in check_content(text.encode()).warnings[0].what


def test_circles_are_found_however_long(small: str) -> None:
    head = small[: small.index("acts:")]
    acts = "".join(
        f"- {{id: a{i}, date: 2024-03, by: guard, act: words, answers: a{(i + 1) % 3000},"
        " sources: paper}\n"
        for i in range(3000)
    )
    found = [p for p in errors(head + "acts:\n" + acts) if "circle" in p.what]
    assert len(found) == 1
    relations = (
        "  - {kind: part-of, from: northland, to: southland}\n"
        "  - {kind: leads, from: southland, to: guard}\n"
    )
    text = changed(small, "relations:\n", "relations:\n" + relations)
    assert [p.where for p in errors(text) if "circle" in p.what] == ["relations[0]"]


def test_strict_asks_for_more(small: str) -> None:
    found = {p.where: p.what for p in errors(small, strict=True)}
    assert "one publisher" in found["acts[1].sources"]
    assert "no url" in found["sources[1]"]
    assert "quoted" in found["signals[0].sources"]
    assert "acts[0].sources" not in found
    quoted = [p.what for p in errors(small, strict=True) if p.where == "acts[1].sources"]
    assert len(quoted) == 2


def test_a_ladder_of_ones_own(tmp_path: Path, small: str) -> None:
    file = tmp_path / "crisis.yaml"
    file.write_text(small + "ladder: mine.yaml\n", encoding="utf-8")
    assert "cannot be used" in check(file).errors[0].what
    (tmp_path / "mine.yaml").write_text(
        "offramp-ladder: 1\nrungs:\n"
        "- {key: strike-home, order: 0, name: A, description: B., level: 1, blood: no}\n",
        encoding="utf-8",
    )
    assert [p.where for p in check(file).errors] == ["acts[0].act"]
    for name in ("../mine.yaml", "/etc/passwd"):
        file.write_text(small + f"ladder: {name}\n", encoding="utf-8")
        assert "own folder" in check(file).errors[0].what


def test_open_takes_a_folder_or_a_file(small_file: Path) -> None:
    assert open_record(small_file) == open_record(small_file.parent)
    assert open_record(str(small_file)).folder == small_file.parent
    assert open_record(small_file).opens == datetime.date(2024, 3, 1)


def test_open_raises_with_every_problem(small_file: Path, small: str) -> None:
    small_file.write_text(small.replace("kind: state", "kind: stat"), encoding="utf-8")
    with pytest.raises(RecordError, match=r"crisis\.yaml:\d+:\d+: \"stat\"") as caught:
        open_record(small_file)
    assert len(caught.value.problems) == 3


def test_acts_csv_beside_it_is_read(small_file: Path) -> None:
    table = "id,date,by,act,sources\nx,2024-04-02,guard,words,agency\n"
    small_file.with_name("acts.csv").write_text(table, encoding="utf-8")
    assert open_record(small_file).act("x").act == "words"


def test_missing_records(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no crisis\.yaml"):
        find_record(tmp_path)
    for path in (tmp_path / "none", "no\0name", "x" * 5000, "", "iran"):
        with pytest.raises(UsageError):
            open_record(path)


def test_an_unreadable_file_is_a_problem(small_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in check(small_file).errors[0].what


def test_a_flood_of_problems_is_cut(small: str) -> None:
    head = small[: small.index("acts:")]
    acts = "acts:\n" + "- 7\n" * 3000
    found = errors(head + acts)
    assert len(found) == 1001
    assert any("2000 problems more" in p.what for p in found)


def test_overlong_lists_are_refused(small: str) -> None:
    head = small[: small.index("acts:")]
    (problem,) = errors(head + "acts: [" + "{}, " * 10_001 + "]")
    assert "more than 10000 acts" in problem.what
    assert "acts.csv" in problem.right


def test_slow_dates_are_rationed(small: str) -> None:
    head = small[: small.index("acts:")]
    acts = "".join(
        f"- {{id: a{i}, date: {1900 + i}-21, by: guard, act: words, sources: paper}}\n"
        for i in range(31)
    )
    assert "More than 30 dates are seasons" in errors(head + "acts:\n" + acts)[0].what
    fewer = acts.replace("1930-21", "1929-21")
    assert errors(head + "acts:\n" + fewer) == ()


def test_parse_record_raises(small: str) -> None:
    assert parse_record(small).id == "small"
    with pytest.raises(RecordError, match="empty"):
        parse_record("")
    with pytest.raises(RecordError, match="UTF-8"):
        parse_record("title: \ud800")
