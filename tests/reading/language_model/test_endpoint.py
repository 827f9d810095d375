"""Servers are asked patiently, answers are kept, and the key is told to nobody else."""

import json
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from offramp import UsageError
from offramp._errors import OfframpError
from offramp.reading.language_model._endpoint import TRIES, Endpoint
from offramp.reading.language_model._wire import WIRES, Ask
from reading._server import Asked, serving, wrapped

KEY = "sk-not-a-real-key-0123456789abcdef"
MARK = "===== abc ====="
ASK = Ask("claims", "Stage 4: claims.", f"{MARK}\nRain fell.\n{MARK}", {"type": "object"})
EMPTY = {"claims": []}


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OFFRAMP_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("OFFRAMP_MODEL_KEY", "OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def endpoint(wire: str, url: str, waits: list[float] | None = None) -> Endpoint:
    pause: Callable[[float], None] = waits.append if waits is not None else lambda _: None
    return replace(Endpoint.of(f"{wire}:m", url), pause=pause, seconds=5.0)


@pytest.mark.parametrize("wire", list(WIRES))
def test_each_format_is_asked_and_read(wire: str) -> None:
    with serving(lambda _: EMPTY) as server:
        model = endpoint(wire, server.url)
        assert json.loads(model.ask(ASK).text) == EMPTY
    assert (model.usage.tokens_in, model.usage.tokens_out) == (100, 10)
    (asked,) = server.asked
    assert asked.path == WIRES[wire].path
    assert asked.body["model"] == "m"


def test_the_same_question_is_asked_once(tmp_path: Path) -> None:
    with serving(lambda _: EMPTY) as server:
        first, again = endpoint("openai", server.url), endpoint("openai", server.url)
        assert first.ask(ASK) == replace(again.ask(ASK), tokens_in=100, tokens_out=10)
        assert len(server.asked) == 1
        assert (again.usage.calls, again.usage.kept) == (0, 1)
        again.ask(replace(ASK, user=ASK.user.replace("Rain", "Snow")))
        assert len(server.asked) == 2


def test_a_kept_answer_that_was_spoilt_is_asked_for_again(tmp_path: Path) -> None:
    with serving(lambda _: EMPTY) as server:
        model = endpoint("openai", server.url)
        model.ask(ASK)
        (kept,) = (tmp_path / "cache" / "reading").rglob("*.json")
        kept.write_text("{")
        model.ask(ASK)
    assert len(server.asked) == 2


def test_a_cache_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("OFFRAMP_CACHE_DIR", str(tmp_path / "file"))
    with serving(lambda _: EMPTY) as server:
        assert endpoint("openai", server.url).ask(ASK).text


@pytest.mark.parametrize("status", [429, 500, 503, 529])
def test_a_busy_server_is_asked_again(status: int) -> None:
    waits: list[float] = []

    def answer(_: Asked) -> Any:
        return (status, "busy", {"Retry-After": "7"}) if len(server.asked) < 3 else EMPTY

    with serving(answer) as server:
        assert endpoint("openai", server.url, waits).ask(ASK).text
    assert len(server.asked) == 3
    assert waits == [7.0, 7.0]


@pytest.mark.parametrize(
    "garbage",
    [
        "", "no JSON", "[]", "null", "{}", '{"choices": []}', '{"choices": {}}', "[" * 100_000,
        '{"choices": [{"message": null}]}', '{"content": 7}', '{"message": []}', "<html></html>",
        b"\xff\xfe\x00garbage", '{"content": ["x"]}',
    ],
)  # fmt: skip
@pytest.mark.parametrize("wire", list(WIRES))
def test_garbage_is_asked_for_again_and_then_told(wire: str, garbage: str | bytes) -> None:
    with serving(lambda _: (200, garbage)) as server:
        with pytest.raises(OfframpError, match="cannot be used"):
            endpoint(wire, server.url).ask(ASK)
        assert len(server.asked) == TRIES


def test_a_server_that_never_answers_is_given_up() -> None:
    with serving(lambda _: time.sleep(0.4) or EMPTY) as server:
        model = replace(endpoint("openai", server.url), seconds=0.05)
        with pytest.raises(OfframpError, match=r"within 0\.05 seconds"):
            model.ask(ASK)


def test_a_server_that_answers_drop_by_drop_is_given_up() -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def drip() -> None:
        while not over.is_set():
            with suppress(OSError):
                answering, _ = listening.accept()
                answering.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                while not over.wait(0.01):
                    answering.sendall(b"1\r\n \r\n")

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with pytest.raises(OfframpError, match="no end"):
        replace(endpoint("openai", url), seconds=0.1).ask(ASK)
    over.set()
    listening.close()


def test_no_server_is_told() -> None:
    with pytest.raises(OfframpError, match="connection failed"):
        endpoint("ollama", "http://127.0.0.1:1").ask(ASK)


def test_a_server_without_schemas_is_asked_without() -> None:
    def answer(asked: Asked) -> Any:
        return (400, "no response_format here") if "response_format" in asked.body else EMPTY

    with serving(answer) as server:
        assert endpoint("openai", server.url).ask(ASK).text
    assert len(server.asked) == 2


def test_a_wrong_model_is_told_in_the_servers_words() -> None:
    said = json.dumps({"error": {"message": "The model `m` does not exist."}})
    with (
        serving(lambda _: (404, said)) as server,
        pytest.raises(OfframpError, match=r"answered 404\. The model `m` does not exist"),
    ):
        endpoint("openai", server.url).ask(ASK)


@pytest.mark.parametrize("wire", list(WIRES))
def test_the_key_is_sent_and_shown_nowhere(
    wire: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OFFRAMP_MODEL_KEY", KEY)
    echo = json.dumps({"error": {"message": f"Incorrect key {KEY}, that is {KEY[:12]}***"}})
    answers: list[Any] = [
        (200, wrapped(WIRES[wire].path, json.dumps({"claims": [], "key": KEY}))),
        (401, echo), (404, echo), (500, echo), (200, echo), (200, KEY),
    ]  # fmt: skip
    texts: list[str] = []
    with serving(lambda _: answers[0]) as server:
        model = endpoint(wire, server.url)
        texts += [model.ask(ASK).text, repr(model)]
        assert KEY in str(server.asked[0].headers)
        for number, bad in enumerate(answers[1:]):
            answers[0] = bad
            with pytest.raises(OfframpError) as caught:
                model.ask(replace(ASK, user=ASK.user.replace("Rain", f"Snow {number}")))
            texts.append(str(caught.value) + repr(caught.value) + repr(caught.value.__context__))
    texts += [path.read_text() for path in tmp_path.rglob("*") if path.is_file()]
    texts += list(capfd.readouterr())
    for text in texts:
        assert not any(KEY[at : at + 8] in text for at in range(len(KEY) - 7)), text


def test_a_providers_key_goes_to_no_other_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serving(lambda _: EMPTY) as server:
        endpoint("openai", server.url).ask(ASK)
    assert KEY not in str(server.asked[0].headers)
    assert Endpoint.of("openai:m")._key() == KEY


def test_a_redirect_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFRAMP_MODEL_KEY", KEY)
    with serving(lambda _: EMPTY) as other:
        moved = (307, "", {"Location": f"{other.url}/chat/completions"})
        with serving(lambda _: moved) as server, pytest.raises(OfframpError, match="307"):
            endpoint("openai", server.url).ask(ASK)
    assert other.asked == []


def test_a_key_does_not_go_over_an_open_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    Endpoint.of("openai:m", "http://models.example.org")
    monkeypatch.setenv("OFFRAMP_MODEL_KEY", KEY)
    with pytest.raises(UsageError, match="open connection"):
        Endpoint.of("openai:m", "http://models.example.org")
    Endpoint.of("openai:m", "https://models.example.org")
    Endpoint.of("openai:m", "http://[::1]:8000/v1")


@pytest.mark.parametrize(
    ("spec", "url"),
    [
        ("gpt", None), ("other:m", None), ("openai:", None), ("openai:a b", None),
        ("openai:m", "ftp://x"), ("openai:m", "https://user:pass@x"), ("openai:m", "nonsense"),
    ],
)  # fmt: skip
def test_what_names_no_model_is_told(spec: str, url: str | None) -> None:
    with pytest.raises(UsageError):
        Endpoint.of(spec, url)


@pytest.mark.parametrize(
    ("spec", "url"),
    [(KEY, None), ("openai:m", f"https://x/?key={KEY}"), ("openai:m", f"https://u:{KEY}@x/v1")],
)
def test_a_key_in_the_wrong_place_is_not_shown(spec: str, url: str | None) -> None:
    with pytest.raises(UsageError) as caught:
        Endpoint.of(spec, url)
    assert KEY not in str(caught.value)


def test_the_cost_is_counted_at_the_prices_given() -> None:
    with serving(lambda _: EMPTY) as server:
        model = endpoint("openai", server.url)
        model.ask(ASK)
    assert model.usage.cost((10_000.0, 100_000.0)) == pytest.approx(2.0)
