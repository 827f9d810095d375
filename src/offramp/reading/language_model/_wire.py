"""How the language models' servers want to be asked: three wire formats, one shape each."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

MOST_TOKENS = 8_192
CONTEXT_TOKENS = 16_384


@dataclass(frozen=True)
class Ask:
    """One question to a model: what it is told, and the JSON Schema of the answer."""

    stage: str
    system: str
    user: str
    schema: Mapping[str, Any]


@dataclass(frozen=True)
class Reply:
    """A model's answer: its text, whether it was cut off, and the tokens that it took."""

    text: str
    cut_off: bool = False
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True)
class Wire:
    """One wire format.

    Attributes
    ----------
    name : str
        As a user writes it: ``openai``, ``anthropic``, ``ollama``.
    base : str
        The address that it has by default.
    path : str
        What is asked for under that address.
    key_name : str
        The environment variable that holds the key; empty where none is needed.
    headers : callable
        From the key to the headers of a request.
    body : callable
        From the model's name and a question to the body of a request.
    read : callable
        From the body of an answer to the reply; raises KeyError, TypeError, IndexError or
        ValueError where it is none.
    """

    name: str
    base: str
    path: str
    key_name: str
    headers: Callable[[str], dict[str, str]]
    body: Callable[[str, Ask], dict[str, Any]]
    read: Callable[[Any], Reply]


def _messages(ask: Ask) -> list[dict[str, str]]:
    return [{"role": "system", "content": ask.system}, {"role": "user", "content": ask.user}]


def _openai_body(model: str, ask: Ask) -> dict[str, Any]:
    shape = {"name": ask.stage, "strict": True, "schema": ask.schema}
    form = {"type": "json_schema", "json_schema": shape}
    return {"model": model, "messages": _messages(ask), "response_format": form}


def _openai_reply(answer: Any) -> Reply:
    choice, used = answer["choices"][0], answer.get("usage") or {}
    return Reply(
        _string(choice["message"].get("content")),
        choice.get("finish_reason") == "length",
        _count(used.get("prompt_tokens")),
        _count(used.get("completion_tokens")),
    )


def _anthropic_body(model: str, ask: Ask) -> dict[str, Any]:
    tool = {"name": ask.stage, "description": "Hand in the answer.", "input_schema": ask.schema}
    return {
        "model": model,
        "max_tokens": MOST_TOKENS,
        "system": ask.system,
        "messages": [{"role": "user", "content": ask.user}],
        "tools": [tool],
        "tool_choice": {"type": "tool", "name": ask.stage},
    }


def _anthropic_reply(answer: Any) -> Reply:
    used = answer.get("usage") or {}
    parts = answer["content"]
    called = next((part["input"] for part in parts if part.get("type") == "tool_use"), None)
    said = "".join(_string(part.get("text")) for part in parts if part.get("type") == "text")
    return Reply(
        json.dumps(called) if called is not None else said,
        answer.get("stop_reason") == "max_tokens",
        _count(used.get("input_tokens")),
        _count(used.get("output_tokens")),
    )


def _ollama_body(model: str, ask: Ask) -> dict[str, Any]:
    return {
        "model": model,
        "messages": _messages(ask),
        "stream": False,
        "format": ask.schema,
        "options": {"temperature": 0, "num_ctx": CONTEXT_TOKENS},
    }


def _ollama_reply(answer: Any) -> Reply:
    return Reply(
        _string(answer["message"]["content"]),
        answer.get("done_reason") == "length",
        _count(answer.get("prompt_eval_count")),
        _count(answer.get("eval_count")),
    )


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"} if key else {}


def _anthropic_headers(key: str) -> dict[str, str]:
    return {"anthropic-version": "2023-06-01", **({"x-api-key": key} if key else {})}


WIRES: Mapping[str, Wire] = {
    wire.name: wire
    for wire in (
        Wire(
            "openai", "https://api.openai.com/v1", "/chat/completions", "OPENAI_API_KEY",
            _bearer, _openai_body, _openai_reply,
        ),
        Wire(
            "anthropic", "https://api.anthropic.com", "/v1/messages", "ANTHROPIC_API_KEY",
            _anthropic_headers, _anthropic_body, _anthropic_reply,
        ),
        Wire(
            "ollama", "http://127.0.0.1:11434", "/api/chat", "", _bearer, _ollama_body,
            _ollama_reply,
        ),
    )
}  # fmt: skip
