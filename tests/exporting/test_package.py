import csv
import hashlib
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from offramp._errors import UsageError
from offramp.exporting import TABLES, data_package
from offramp.record import find_record, library, new_record, open_record


def described(files: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(files["datapackage.json"])


def rows(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{table}.csv"].decode("utf-8"), newline="")))


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    return data_package([*library().values()])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "two-rivals"
    folder.mkdir()
    (folder / "crisis.yaml").write_text(new_record("two-rivals"), "utf-8")
    return folder


def test_every_entry_of_the_library_is_there(whole: dict[str, bytes]) -> None:
    records = [open_record(folder) for folder in library().values()]
    for name in ("acts", "signals", "sources", "parties", "relations"):
        assert len(rows(whole, name)) == sum(len(getattr(record, name)) for record in records)
    assert [row["id"] for row in rows(whole, "crises")] == [record.id for record in records]


def test_files_are_described_as_they_are(whole: dict[str, bytes]) -> None:
    resources = described(whole)["resources"]
    assert {one["path"] for one in resources} == set(whole) - {"datapackage.json", "LICENSE"}
    assert len({one["name"] for one in resources}) == len(resources)
    for one in resources:
        content = whole[one["path"]]
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_keys_name_one_row_and_links_lead_to_one(whole: dict[str, bytes]) -> None:
    held = {table.name: rows(whole, table.name) for table in TABLES}
    keys = {
        table.name: [tuple(row[c] for c in table.key) for row in held[table.name]]
        for table in TABLES
        if table.key
    }
    assert all(len(set(found)) == len(found) for found in keys.values())
    for table in TABLES:
        for here, there, _ in table.links:
            assert {tuple(row[c] for c in here) for row in held[table.name]} <= set(keys[there])


def test_what_the_records_say_is_what_the_tables_say(whole: dict[str, bytes]) -> None:
    record = open_record("falklands-1982")
    found = {row["id"]: row for row in rows(whole, "acts") if row["crisis"] == record.id}
    for act in record.acts:
        row = found[act.id]
        assert (row["act"], row["date"], row["channel"]) == (act.act, act.date, act.channel)
        assert (row["first"], row["last"]) == tuple(map(str, (act.span.first, act.span.last)))
        assert row["known"] == act.known_on.isoformat()
        assert tuple(filter(None, row["by"].split(";"))) == act.by
        assert row["killed_high"] == ("" if act.dead is None else str(act.dead.high))
    cited = [row for row in rows(whole, "citations") if row["crisis"] == record.id]
    quotes = [one.quote or "" for act in record.acts for one in act.sources]
    assert [row["quote"].removeprefix("'") for row in cited if row["what"] == "act"] == quotes


def test_who_says_how_many_stands_apart(whole: dict[str, bytes]) -> None:
    told = [row for row in rows(whole, "tallies") if row["act"] == "true-promise"]
    assert {row["what"] for row in told} >= {"launched drone", "stopped drone"}
    assert len({row["says"] for row in told}) > 1
    assert all(int(row["low"]) <= int(row["high"]) for row in told)


def test_the_same_records_give_the_same_bytes() -> None:
    assert data_package(["imia-1996"], "one") == data_package(["imia-1996"], "one")


def test_only_the_library_states_its_licence(own: Path) -> None:
    shipped, mine = data_package(["imia-1996"]), data_package([own])
    assert described(shipped)["licenses"][0]["name"] == "CC-BY-4.0"
    assert b"creativecommons.org/licenses/by/4.0" in shipped["LICENSE"]
    assert "licenses" not in described(mine)
    assert "LICENSE" not in mine


def test_a_copy_of_a_shipped_record_is_ones_own(tmp_path: Path) -> None:
    copy = tmp_path / "imia-1996"
    shutil.copytree(find_record("imia-1996").parent, copy)
    assert "LICENSE" not in data_package([copy])


def test_a_table_of_acts_comes_along(own: Path) -> None:
    (own / "acts.csv").write_text(
        "id,date,by,against,act,sources\n"
        "more,2024-03-03,northland,southland,display,agency-1-march\n"
    )
    files = data_package([own])
    assert files["records/two-rivals/acts.csv"] == (own / "acts.csv").read_bytes()
    assert "more" in {row["id"] for row in rows(files, "acts")}


def test_no_text_of_a_record_runs_in_a_spreadsheet(own: Path) -> None:
    main = own / "crisis.yaml"
    title = open_record(own).title
    main.write_text(main.read_text("utf-8").replace(title, '"=HYPERLINK(0)"', 1), "utf-8")
    assert open_record(own).title == "=HYPERLINK(0)"
    assert rows(data_package([own]), "crises")[0]["title"] == "'=HYPERLINK(0)"


def test_numbers_below_zero_stay_numbers(whole: dict[str, bytes]) -> None:
    south = [row["lat"] for row in rows(whole, "acts") if row["lat"].startswith("-")]
    assert south
    assert all(float(lat) < 0 for lat in south)


def test_one_id_for_two_records_is_refused(own: Path) -> None:
    with pytest.raises(UsageError, match='have the id "two-rivals"'):
        data_package([own, own])


def test_frictionless_finds_nothing_amiss(whole: dict[str, bytes], tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for name, content in whole.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid
