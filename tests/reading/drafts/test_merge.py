"""A draft goes into a record, and every edit of a hand stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from offramp.reading.drafts._edit import OpenRecord
from offramp.reading.drafts._join import join
from offramp.reading.drafts._merge import merge
from offramp.reading.drafts._to_record import draft_to_record
from offramp.reading.verifying._verify import verify
from offramp.record import open_record
from reading._made import draft, other_draft


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record read from the first article, with edits of a hand in it."""
    text = draft_to_record(verify(draft()), "river").text()
    text = text.replace("killed: 7..16", "killed: 8       # counted by hand")
    text = text.replace("acts:\n", "# --- what was done\nacts:\n")
    file = tmp_path / "crisis.yaml"
    file.write_text(text)
    return file


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def test_all_that_stood_there_stands_there_still(record: Path) -> None:
    before = lines(record.read_text())
    merged = merge(record, verify(other_draft()))
    merged.file.save()
    after = lines(record.read_text())
    rest = iter(after)
    assert all(line in rest for line in before)
    assert "# --- what was done" in after


def test_what_is_known_is_cited_and_what_is_new_is_added(record: Path) -> None:
    merged = merge(record, verify(other_draft()))
    saved = merged.file.save()
    assert merged.cited == (("acts", "ruritania-strike-home-1951-03-01", "army-news"),)
    assert len(saved.acts) == 2
    assert [citation.id for citation in saved.acts[0].sources][-1] == "army-news"
    assert saved.signals[-1].from_ == "graustark"
    assert {party.id for party in saved.parties} >= {"ruritania", "graustark", "river-guard"}
    assert [(r.from_, r.to) for r in saved.relations] == [("river-guard", "ruritania")]
    assert {key[0] for key in merged.added} == {"signals", "relations", "parties"}


def test_where_a_source_says_otherwise_the_record_stands_and_it_is_told(record: Path) -> None:
    merged = merge(record, verify(other_draft()))
    assert any("gives 9 dead, the record 8" in line for line in merged.differences)
    assert str(merged.file.save().acts[0].dead) == "8"


def test_a_document_read_again_adds_nothing_again(record: Path) -> None:
    opened = OpenRecord.load(record)
    opened.drop("acts", "strelsau-strike-home-1951-03-13")
    opened.save()
    before = record.read_text()
    merged = merge(record, join([verify(draft())]))
    merged.file.save()
    assert merged.read_before == ("zenda-post",)
    assert record.read_text() == before


def test_a_source_of_the_same_short_name_gets_another(record: Path) -> None:
    told = other_draft()
    same = replace(told.sources[0], id="zenda-post")
    moved = replace(
        told, sources=(same,), relations=(), signals=(), parties=told.parties[:2],
        acts=(replace(told.acts[0], quotes=(replace(told.acts[0].quotes[0], source="zenda-post"),),
                      trigger=None),),
    )  # fmt: skip
    moved = replace(
        moved,
        parties=tuple(
            replace(p, quotes=tuple(replace(q, source="zenda-post") for q in p.quotes))
            for p in moved.parties
        ),
    )
    saved = merge(record, moved).file.save()
    assert saved.sources[-1].id == "zenda-post-2"
    assert saved.acts[0].sources[-1].id == "zenda-post-2"


def test_what_check_would_refuse_is_held_back(record: Path) -> None:
    told = other_draft()
    strange = replace(told.signals[0], kind="rumour")
    merged = merge(record, replace(told, signals=(strange,)))
    assert [one.kind for one in merged.held_back] == ["signal"]
    merged.file.save()


def test_an_act_of_the_table_is_cited_in_words(tmp_path: Path) -> None:
    bare = replace(draft(), acts=(), claims=(), signals=(replace(draft().signals[0], about=""),))
    text = draft_to_record(verify(bare), "river").text()
    (tmp_path / "crisis.yaml").write_text(text)
    table = "id,date,by,against,act,place.name,sources\n"
    row = "old,1951-03-01,ruritania,strelsau,strike-home,river post,zenda-post\n"
    (tmp_path / "acts.csv").write_text(table + row)
    merged = merge(tmp_path, verify(other_draft()))
    assert any('"old" is told by army-news too' in line for line in merged.differences)
    assert len(merged.file.save().acts) == 1


def test_nothing_is_written_before_it_is_saved(record: Path) -> None:
    before = record.read_text()
    merge(record, verify(other_draft()))
    assert record.read_text() == before
    assert open_record(record).id == "river"
