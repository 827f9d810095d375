from pathlib import Path

import pytest

from offramp._errors import OfframpError, RecordError, UsageError
from offramp.record import RecordFile, new_record, open_record, parse_record, write_record


def test_a_change_touches_its_line_only(small_file: Path, small: str) -> None:
    file = RecordFile.load(small_file)
    file.set("acts.post.channel", "covert")
    file.set("sources.1.url", "https://example.org/paper")
    file.set("acts.salvo.known", "2024-03-24")
    record = file.save()
    assert record.act("post").channel == "covert"
    text = small_file.read_text(encoding="utf-8")
    before, after = small.splitlines(), text.splitlines()
    assert len(before) == len(after)
    differing = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(differing) == 3
    assert "    known: 2024-03-24" in differing
    assert "act: shadow-attack    # fire across the river" in text


def test_the_starter_comes_through_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "crisis.yaml"
    path.write_text(new_record("two-rivals"), encoding="utf-8")
    file = RecordFile.load(path)
    file.set("title", "Two rivals")
    assert file.text == new_record("two-rivals")


def test_setting_none_takes_a_field_out(small_file: Path) -> None:
    file = RecordFile.load(small_file)
    file.set("summary", None)
    assert file.save().summary is None


def test_append_stands_before_the_next_comment(small_file: Path, small: str) -> None:
    file = RecordFile.load(small_file)
    file.append(
        "acts",
        {
            "id": "more",
            "date": "2024-04-01",
            "by": ["guard"],
            "act": "words",
            "note": "It was: loud.",
            "sources": ["paper"],
        },
    )
    assert file.save().acts[-1].id == "more"
    text = small_file.read_text(encoding="utf-8")
    assert text.index("id: more") < text.index("# What was said.")
    kept = [line for line in text.splitlines() if line in small.splitlines()]
    assert kept == small.splitlines()


def test_append_to_every_shape_of_section(tmp_path: Path) -> None:
    head = (Path(__file__).parent / "seeds" / "least.yaml").read_text(encoding="utf-8")
    source = {"id": "t", "kind": "book", "title": "T", "publisher": "Q", "date": "2024-02"}
    question = {"id": "q1", "ask": "next", "as_of": "2024-03-02"}
    for tail in ("", "questions:\n", "questions: []\n", "# the end"):
        path = tmp_path / "crisis.yaml"
        path.write_text(head + tail, encoding="utf-8")
        file = RecordFile.load(path)
        file.append("questions", question)
        file.append("questions", question | {"id": "q2"})
        file.append("sources", source)
        file.append(
            "acts", {"id": "z", "date": "2024-03-09", "by": "q", "act": "words", "sources": "t"}
        )
        record = file.save()
        assert [q.id for q in record.questions] == ["q1", "q2"]
        assert [s.id for s in record.sources] == ["s", "t"]
        assert record.acts[-1].id == "z"


def test_an_unsound_change_is_not_written(small_file: Path, small: str) -> None:
    file = RecordFile.load(small_file)
    file.set("acts.post.by", ["nobody"])
    with pytest.raises(RecordError, match='no party "nobody"'):
        file.save()
    assert small_file.read_text(encoding="utf-8") == small


def test_another_hand_is_noticed(small_file: Path, small: str) -> None:
    file = RecordFile.load(small_file)
    file.set("title", "Mine")
    small_file.write_text(small + "# theirs\n", encoding="utf-8")
    with pytest.raises(OfframpError, match="changed meanwhile"):
        file.save()
    assert small_file.read_text(encoding="utf-8").endswith("# theirs\n")


@pytest.mark.parametrize(
    "where",
    ["acts.nothing.by", "acts.9.by", "nothing.at.all", "title.x", "acts.post.by.7", "acts.-1"],
)
def test_paths_that_lead_nowhere(small_file: Path, where: str) -> None:
    with pytest.raises(UsageError, match=where.replace(".", r"\.")):
        RecordFile.load(small_file).set(where, "x")


def test_unknown_section_and_bad_file(small_file: Path) -> None:
    with pytest.raises(UsageError, match="no section"):
        RecordFile.load(small_file).append("deeds", {})
    small_file.write_text("a: &x 1", encoding="utf-8")
    with pytest.raises(RecordError, match="Anchors"):
        RecordFile.load(small_file)


def test_write_record(tmp_path: Path, small: str) -> None:
    path = tmp_path / "crisis.yaml"
    record = parse_record(small)
    write_record(path, record)
    assert open_record(path).model_dump() == record.model_dump()
    orphan = record.model_copy(update={"parties": record.parties[1:]})
    with pytest.raises(RecordError, match="northland"):
        write_record(tmp_path / "other.yaml", orphan)
    assert [file.name for file in tmp_path.iterdir()] == ["crisis.yaml"]


def test_a_full_disk_leaves_the_old_file(
    small_file: Path, small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = RecordFile.load(small_file)
    file.set("title", "New")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OfframpError, match="No space left"):
        file.save()
    assert small_file.read_text(encoding="utf-8") == small
    assert len(list(small_file.parent.iterdir())) == 1
