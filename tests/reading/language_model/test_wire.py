"""Each wire format puts a question and reads an answer in its own way."""

from typing import Any

import pytest

from offramp.reading.language_model._wire import WIRES, Ask, Reply

ASK = Ask("acts", "told", "asked", {"type": "object"})
USED = {
    "openai": {"usage": {"prompt_tokens": 7, "completion_tokens": 3}},
    "anthropic": {"usage": {"input_tokens": 7, "output_tokens": 3}},
    "ollama": {"prompt_eval_count": 7, "eval_count": 3},
}


def answer(name: str, text: str, cut: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "openai": {"choices": [{"message": {"content": text},
                                "finish_reason": "length" if cut else "stop"}]},
        "anthropic": {"content": [{"type": "text", "text": text}],
                      "stop_reason": "max_tokens" if cut else "end_turn"},
        "ollama": {"message": {"content": text}, "done_reason": "length" if cut else "stop"},
    }[name]  # fmt: skip
    return told


@pytest.mark.parametrize("name", list(WIRES))
def test_the_question_holds_what_is_told_and_the_form(name: str) -> None:
    body = WIRES[name].body("some-model", ASK)
    said = str(body)
    assert body["model"] == "some-model"
    assert "told" in said
    assert "asked" in said
    assert "{'type': 'object'}" in said


@pytest.mark.parametrize("cut", [False, True])
@pytest.mark.parametrize("name", list(WIRES))
def test_the_answer_is_read_with_its_tokens(name: str, cut: bool) -> None:
    body = {**answer(name, "said", cut), **USED[name]}
    assert WIRES[name].read(body) == Reply("said", cut, 7, 3)


@pytest.mark.parametrize("name", list(WIRES))
def test_tokens_that_are_no_numbers_count_as_none(name: str) -> None:
    for odd in ({}, {"usage": None}, {"eval_count": True, "prompt_eval_count": "7"}):
        reply = WIRES[name].read({**answer(name, "said", False), **odd})
        assert (reply.tokens_in, reply.tokens_out) == (0, 0)


def test_a_tool_that_was_called_is_the_answer() -> None:
    called = {"content": [{"type": "text", "text": "Well."},
                          {"type": "tool_use", "input": {"acts": []}}]}  # fmt: skip
    assert WIRES["anthropic"].read(called).text == '{"acts": []}'


def test_keys_go_into_headers_and_nowhere_else() -> None:
    for wire in WIRES.values():
        assert "a-key" in str(wire.headers("a-key"))
        assert "key" not in str(wire.headers("")).casefold()
