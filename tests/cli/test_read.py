"""offramp read: documents in, a record and a page out, or a clear sentence and nothing."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

pytest.importorskip("spacy")

from offramp.cli._app import app
from offramp.record import open_record
from reading._server import Server, good, serving
from reading.conftest import ARTICLE

Call = Callable[..., Result]


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "article.txt").write_text(ARTICLE)
    return "article.txt"


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    monkeypatch.setenv("OFFRAMP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("OFFRAMP_MODEL_KEY", raising=False)
    with serving(good) as server:
        yield server


def asking(server: Server) -> tuple[str, ...]:
    return "--model", "openai:m", "--model-url", server.url


PLAIN = (
    "On 1 May 1982 British aircraft bombed the Argentine garrison at Stanley. Argentina vowed "
    "revenge. On 4 May 1982 Argentine aircraft attacked the British destroyer Sheffield.\n"
)


def test_documents_of_two_crises_are_told_apart(call: Call, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(PLAIN)
    (tmp_path / "other.txt").write_text("On 3 May 1982 Iran shelled Iraq. Iraq vowed revenge.\n")
    both = "read", "plain.txt", "other.txt", "--out", "river"
    result = call(*both, "--date", "other.txt=1982-05-04", "--date", "1982-05-06")
    assert result.exit_code == 0, result.stderr
    assert "! other has no party in common with plain." in result.stderr
    assert [source.date for source in open_record(tmp_path / "river").sources] == [
        "1982-05-06", "1982-05-04",
    ]  # fmt: skip


def test_a_document_becomes_a_record_and_a_page(call: Call, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(PLAIN)
    result = call("read", "plain.txt", "--out", "river", "--date", "1982-05-06")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{Path('river') / 'crisis.yaml'}\n"
    record = open_record(tmp_path / "river")
    assert record.id == "river"
    assert set(record.sides) == {"argentina", "britain"}
    assert [act.date for act in record.acts] == ["1982-05-01", "1982-05-04"]
    assert all(c.quote in PLAIN for act in record.acts for c in act.sources if c.quote)
    page = (tmp_path / "river" / "review.html").read_text()
    assert "Content-Security-Policy" in page
    assert all(act.id in page for act in record.acts)
    assert call("check", "river").exit_code == 0


TWICE = (
    "On 4 May 1982 Argentine aircraft attacked the British destroyer Sheffield, killing thirty "
    "sailors.\n",
    "On 4 May 1982 Argentine aircraft struck the British destroyer Sheffield, killing twenty "
    "sailors.\n",
)


def test_what_two_documents_tell_stands_once_with_who_says_what(call: Call, tmp_path: Path) -> None:
    for name, text in zip(("one.txt", "two.txt"), TWICE, strict=True):
        (tmp_path / name).write_text(text)
    result = call("read", "one.txt", "two.txt", "--out", "sea", "--date", "1982-05-06")
    assert result.exit_code == 0, result.stderr
    (act,) = open_record(tmp_path / "sea").acts
    assert {citation.id for citation in act.sources} == {"one", "two"}
    assert {(tally.says, str(tally.count)) for tally in act.killed} == {
        ("one", "30"),
        ("two", "20"),
    }


def test_a_model_reads_it_and_its_tokens_are_told(
    call: Call, article: str, tmp_path: Path, model: Server
) -> None:
    result = call("read", article, "--out", "river", *asking(model), "--price", "1000,10000")
    assert result.exit_code == 0, result.stderr
    assert "Asked m 4 times: 400 tokens in, 40 out, about $0.80." in result.stderr
    assert len(open_record(tmp_path / "river").acts) == 2
    again = call("read", article, "--out", "river-2", *asking(model))
    assert "0 times (4 more were answered before)" in again.stderr


def test_json_holds_what_was_read_and_its_words(call: Call, article: str, model: Server) -> None:
    result = call("read", article, "--out", "river", *asking(model), "--json")
    told = json.loads(result.stdout)
    assert (told["id"], told["counts"]["acts"]) == ("river", 2)
    for entry in told["entries"]:
        for quote in entry["quotes"]:
            assert ARTICLE[quote["start"] : quote["end"]] == quote["text"]


def test_a_document_goes_into_a_record_and_changes_nothing_in_it(
    call: Call, article: str, tmp_path: Path, model: Server
) -> None:
    assert call("read", article, "--out", "river", *asking(model)).exit_code == 0
    main = tmp_path / "river" / "crisis.yaml"
    main.write_text(main.read_text().replace("title: ", "# mine\ntitle: ", 1))
    before = main.read_text()
    again = call("read", article, "--into", "river", *asking(model))
    assert again.exit_code == 0, again.stderr
    assert main.read_text() == before
    assert "was read into the record before" in again.stderr
    pages = sorted(page.name for page in main.parent.glob("review*.html"))
    assert pages == ["review.html"], "nothing was added, so that nothing is to be reviewed"


def test_what_is_added_has_a_page_of_its_own(call: Call, article: str, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text(
        "More shots\n\n20 March 1951\n\nOn 18 March Ruritania shelled Strelsau. "
        "On 19 March Strelsau shelled Ruritania.\n"
    )
    assert call("read", article, "--out", "river").exit_code == 0
    first = (tmp_path / "river" / "review.html").read_text()
    added = call("read", str(tmp_path / "more.txt"), "--into", "river", "--json")
    assert added.exit_code == 0, added.stderr
    assert json.loads(added.stdout)["review"].endswith("review-2.html")
    assert (tmp_path / "river" / "review.html").read_text() == first
    assert "18 March" in (tmp_path / "river" / "review-2.html").read_text()


def test_a_document_of_another_crisis_is_told(call: Call, article: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(
        "Shots at sea\n\n20 March 1951\n\nOn 18 March Turkish ships fired at a Greek ship. "
        "On 19 March Greek ships fired at a Turkish ship.\n"
    )
    assert call("read", article, "--out", "river").exit_code == 0
    told = call("read", str(tmp_path / "other.txt"), "--into", "river")
    assert "seems to be of another crisis" in told.stderr
    again = call("read", str(tmp_path / "other.txt"), "--into", "river")
    assert "another crisis" not in again.stderr


def test_decisions_of_the_page_are_carried_out(
    call: Call, article: str, tmp_path: Path, model: Server
) -> None:
    call("read", article, "--out", "river", *asking(model))
    decisions = {
        "offramp-review": 1, "record": "river",
        "decisions": [
            {"section": "claims", "id": "the-rockets-were-intercepted", "do": "drop"},
            {"section": "acts", "id": "ruritania-strike-home-1951-03-01", "do": "mend",
             "set": {"channel": "covert"}},
            {"section": "parties", "id": "ruritania", "do": "accept"},
        ],
    }  # fmt: skip
    (tmp_path / "review.json").write_text(json.dumps(decisions))
    result = call("read", "--into", "river", "--apply", "review.json")
    assert result.exit_code == 0, result.stderr
    assert "Accepted 1, mended 1, dropped 1." in result.stderr
    record = open_record(tmp_path / "river")
    assert record.claims == ()
    assert record.acts[0].channel == "covert"


def answering(lines: str, *words: str) -> Result:
    return CliRunner().invoke(app, list(words), input=lines)


def test_entries_are_decided_in_the_terminal(
    call: Call, article: str, tmp_path: Path, model: Server
) -> None:
    words = ("read", article, "--out", "river", *asking(model), "--review")
    result = answering("nonsense\nplace = x\nchannel = proxy\na\nd\nq\n", *words)
    assert result.exit_code == 0, result.stderr
    assert "“[Ruritania fired on the river post on 1 March], the ministry" in result.stderr
    record = open_record(tmp_path / "river")
    assert [act.channel for act in record.acts] == ["proxy"]
    page = (tmp_path / "river" / "review.html").read_text()
    assert "strelsau-strike-home" not in page


def test_where_the_answers_end_the_rest_is_accepted(
    call: Call, article: str, tmp_path: Path, model: Server
) -> None:
    result = answering("", "read", article, "--out", "river", *asking(model), "--review")
    assert result.exit_code == 0
    assert len(open_record(tmp_path / "river").acts) == 2


def test_the_coder_is_scored_on_marked_articles(call: Call) -> None:
    gold = Path(__file__).parents[1] / "reading" / "gold"
    one = sorted(gold.glob("*.yaml"))[0]
    result = call("read", "--score", str(one), "--json")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["articles"] == 1
    assert told["unanchored"] == 0
    assert 0 <= told["rates"]["rung"]["f"] <= 1


@pytest.mark.parametrize(
    ("content", "says", "code"),
    [
        (b"", "is empty", 1),
        (b"\x00\x01\x02" * 100, "binary", 1),
        ("Café ".encode("latin-1") + ARTICLE.encode(), "not in UTF-8", 1),
        ("Der Angriff auf den Posten war die Antwort. " * 20, "not in English", 1),
        ("The weather was fine on the first of March, and the birds sang in the trees. " * 3,
         "No crisis was found", 1),
        ("Ruritania attacked the post of Strelsau, the ministry said to the papers.", "--date", 2),
        (b"%PDF-1.4\n%%EOF", "cannot be read as a PDF", 1),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    call: Call, tmp_path: Path, content: bytes | str, says: str, code: int
) -> None:
    raw = content.encode() if isinstance(content, str) else content
    (tmp_path / "doc.txt").write_bytes(raw)
    dated = () if code == 2 else ("--date", "1951-03-04")
    result = call("read", "doc.txt", "--out", "river", *dated)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["doc.txt"]


@pytest.mark.parametrize(
    "words",
    [
        ("article.txt",),
        ("article.txt", "--out", "a", "--into", "b"),
        ("--out", "river"),
        ("none.txt", "--out", "river"),
        ("article.txt", "--out", "no/such/folder"),
        ("article.txt", "--out", "article.txt"),
        ("article.txt", "--into", "no-such-record"),
        ("article.txt", "--into", "iran-israel-2024"),
        ("article.txt", "--out", "river", "--date", "yesterday"),
        ("article.txt", "--out", "river", "--model", "clever"),
        ("article.txt", "--out", "river", "--model-url", "https://example.org"),
        ("article.txt", "--out", "river", "--price", "cheap"),
        ("--apply", "review.json"),
        ("article.txt", "--into", "river", "--apply", "review.json"),
        ("--score", "no-such-folder"),
    ],
)
def test_wrong_usage_is_told(call: Call, article: str, words: tuple[str, ...]) -> None:
    result = call("read", *words)
    assert (result.exit_code, result.stdout) == (2, ""), result.stderr
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr


def test_a_record_that_is_there_is_not_overwritten(call: Call, article: str, starter: Path) -> None:
    before = (starter / "crisis.yaml").read_text()
    result = call("read", article, "--out", str(starter))
    assert result.exit_code == 2
    assert "--into" in result.stderr
    assert (starter / "crisis.yaml").read_text() == before


def test_a_page_that_cannot_be_written_leaves_no_record(
    call: Call, article: str, tmp_path: Path, model: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    from offramp._errors import OfframpError
    from offramp.cli import _read

    def full(*_: Any) -> None:
        raise OfframpError("Cannot write: no space left.")

    monkeypatch.setattr(_read, "_write_page", full)
    result = call("read", article, "--out", "river", *asking(model))
    assert result.exit_code == 1
    assert not (tmp_path / "river").exists()


def test_without_the_extra_it_says_what_to_install(
    run: Callable[..., Any], article: str, tmp_path: Path
) -> None:
    (tmp_path / "spacy.py").write_text("raise ImportError('no spacy here')")
    (tmp_path / "httpx.py").write_text("raise ImportError('no httpx here')")
    import os

    bare = {**os.environ, "PYTHONPATH": str(tmp_path)}
    for more in ((), ("--model", "ollama:m")):
        result = run("read", article, "--out", "river", *more, env=bare)
        assert result.returncode == 1, result.stderr
        assert "offramp[read]" in result.stderr
        assert "Traceback" not in result.stderr
    assert not (tmp_path / "river").exists()
    helped = run("--help", env=bare)
    assert helped.returncode == 0
