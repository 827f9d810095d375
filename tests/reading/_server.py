"""A model's server on this machine, which replays what a test wants and keeps what it was sent."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from reading.conftest import ARTICLE

STAGES = {"Stage 1": "parties", "Stage 2": "acts", "Stage 3": "signals", "Stage 4": "claims"}


@dataclass
class Asked:
    """One request: the stage, the passage, all that was told, the headers and the path."""

    stage: str
    passage: str
    system: str
    user: str
    headers: dict[str, str]
    path: str
    body: dict[str, Any]


Answerer = Callable[[Asked], Any]


@dataclass
class Server:
    url: str
    asked: list[Asked] = field(default_factory=list)


@contextmanager
def serving(answer: Answerer) -> Iterator[Server]:
    """Serve what `answer` gives: rows as a dict, or (status, text) as it stands."""

    class Model(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked = _asked(body, self.path, dict(self.headers))
            server.asked.append(asked)
            given = answer(asked)
            if isinstance(given, dict):
                given = (200, wrapped(self.path, json.dumps(given)))
            status, text = given[:2]
            self.send_response(status)
            for name, value in (given[2] if len(given) > 2 else {}).items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(text if isinstance(text, bytes) else text.encode())

        def log_message(self, *_: object) -> None: ...

    http = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    server = Server(f"http://127.0.0.1:{http.server_address[1]}")
    threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


def _asked(body: dict[str, Any], path: str, headers: dict[str, str]) -> Asked:
    if path.endswith("/v1/messages"):
        system, user = body["system"], body["messages"][0]["content"]
    else:
        system, user = (message["content"] for message in body["messages"])
    stage = next(name for mark, name in STAGES.items() if mark in system)
    passage = re.match(r"(===== \w+ =====)\n(.*)\n\1", user, re.S)
    assert passage is not None
    return Asked(stage, passage[2], system, user, headers, path, body)


def wrapped(path: str, text: str, cut_off: bool = False) -> str:
    """Wrap an answer's text as the server of a wire format does."""
    if path.endswith("/v1/messages"):
        try:
            part = {"type": "tool_use", "name": "answer", "input": json.loads(text)}
        except ValueError:
            part = {"type": "text", "text": text}
        answer: dict[str, Any] = {
            "content": [part], "stop_reason": "max_tokens" if cut_off else "tool_use",
            "usage": {"input_tokens": 100, "output_tokens": 10},
        }  # fmt: skip
    elif path.endswith("/api/chat"):
        answer = {
            "message": {"content": text}, "done_reason": "length" if cut_off else "stop",
            "prompt_eval_count": 100, "eval_count": 10,
        }  # fmt: skip
    else:
        reason = "length" if cut_off else "stop"
        answer = {
            "choices": [{"message": {"content": text}, "finish_reason": reason}],
            "usage": {"prompt_tokens": 100, "completion_tokens": 10},
        }  # fmt: skip
    return json.dumps(answer)


def act(quote: str, **more: Any) -> dict[str, Any]:
    """Lay out a row for an act."""
    return {
        "quote": quote, "trigger": "fired", "rung": "strike-home", "modality": "actual",
        "reported_by": "", "actors": ["Ruritania"], "targets": ["Strelsau"], "channel": "direct",
        "admitted": "yes", "date": "", "date_found": "unknown", "place": "", "country": "",
        "target_kind": "", "means": [], "killed": "", "leaders": [], "withheld": [], "answers": "",
        "mutual": False, "plover": "", "cameo": "", **more,
    }  # fmt: skip


GOOD: dict[str, dict[str, Any]] = {
    "parties": {
        "parties": [
            {"quote": "Ruritania fired on the river post", "name": "Ruritania", "kind": "state",
             "iso3": "", "names": ["Ruritanian"]},
            {"quote": "guards of Strelsau were killed", "name": "Strelsau", "kind": "state",
             "iso3": "", "names": []},
        ],
        "relations": [],
    },
    "acts": {
        "acts": [
            act("Ruritania fired on the river post on 1 March", date="1951-03-01",
                date_found="stated", place="river post"),
            act("Strelsau launched 30 rockets at two Ruritanian barracks", trigger="launched",
                actors=["Strelsau"], targets=["Ruritanian"], date="1951-03-13",
                date_found="relative", answers="Ruritania fired on the river post",
                means=[{"words": "rockets", "kind": "rocket", "count": "30"}]),
        ]
    },
    "signals": {
        "signals": [
            {"quote": 'vowed that it would "strike back" if Ruritania fired again',
             "trigger": "vowed", "kind": "conditional-threat", "sender": "Strelsau",
             "receivers": ["Ruritania"], "via": "", "audience": "adversary", "about": "A1",
             "condition": "if Ruritania fired again", "hours": None, "public": True, "stance": "",
             "reported_by": "", "date": "1951-03-01", "date_found": "relative"},
        ]
    },
    "claims": {"claims": [{"quote": "The rockets were intercepted.", "claimant": "", "hedge": "",
                           "about": ["A2"]}]},
}  # fmt: skip


def good(asked: Asked) -> dict[str, Any]:
    """Answer as a careful model would, about the passage that is asked about."""
    assert asked.passage in ARTICLE or ARTICLE in asked.passage
    return GOOD[asked.stage]
