"""Entries are dropped and cited, and the comments round them stay."""

from pathlib import Path

import pytest

from offramp import UsageError
from offramp.reading.drafts._edit import OpenRecord
from offramp.record import new_record


@pytest.fixture
def opened(tmp_path: Path) -> OpenRecord:
    file = tmp_path / "crisis.yaml"
    file.write_text(new_record("two-rivals"))
    return OpenRecord.load(file)


def test_a_dropped_entry_takes_what_refers_to_it_along(opened: OpenRecord) -> None:
    opened.drop("acts", "river-post")
    record = opened.save()
    assert [act.id for act in record.acts] == ["southern-alert"]
    assert record.acts[0].answers == ()
    assert record.signals[0].about is None
    assert "# direct | proxy | covert" not in opened.text
    assert "# What was done." in opened.text


def test_the_last_entry_takes_its_section_along(opened: OpenRecord) -> None:
    opened.drop("signals", "southern-demand")
    assert opened.save().signals == ()
    assert "\nsignals:" not in opened.text
    assert "# What one would ask" in opened.text


def test_only_the_lines_of_the_entry_go(opened: OpenRecord) -> None:
    before = opened.text.splitlines()
    opened.drop("acts", "southern-alert")
    after = opened.text.splitlines()
    rest = iter(before)
    assert all(line in rest for line in after)
    assert len(before) - len(after) == 9


def test_a_citation_is_added_behind_the_others(opened: OpenRecord) -> None:
    before = opened.text.splitlines()
    opened.cite("acts", "river-post", {"id": "ministry-5-march", "quote": 'he said: "no" #1'})
    record = opened.save()
    assert record.acts[0].sources[1].quote == 'he said: "no" #1'
    added = [line for line in opened.text.splitlines() if line not in before]
    assert len(added) == 1


def test_a_citation_on_one_line_is_added_to(opened: OpenRecord, tmp_path: Path) -> None:
    file = tmp_path / "crisis.yaml"
    text = new_record("two-rivals").replace(
        'sources:\n      - {id: ministry-5-march, quote: "two brigades have been called up"}',
        "sources: [ministry-5-march]  # one only",
    )
    file.write_text(text)
    flow = OpenRecord.load(file)
    flow.cite("acts", "southern-alert", {"id": "agency-1-march", "quote": "brigades"})
    assert [c.id for c in flow.save().acts[1].sources] == ["ministry-5-march", "agency-1-march"]
    assert "# one only" in flow.text


def test_what_is_not_there_cannot_be_changed(opened: OpenRecord) -> None:
    with pytest.raises(UsageError, match="no-such-act"):
        opened.drop("acts", "no-such-act")
    with pytest.raises(UsageError, match="claims"):
        opened.cite("claims", "x", {"id": "a", "quote": "b"})
    assert not opened.has("acts", "no-such-act")
    assert opened.has("acts", "river-post")
