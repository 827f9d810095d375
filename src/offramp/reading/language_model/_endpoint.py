"""Ask a language model's server: keys, time-outs, retries, and answers kept on disk."""

import hashlib
import ipaddress
import json
import os
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from offramp._cache import cache_folder
from offramp._errors import OfframpError, UsageError
from offramp._files import write_atomic
from offramp.reading._extra import needed
from offramp.reading.language_model._wire import WIRES, Ask, Reply, Wire

KEY_NAME = "OFFRAMP_MODEL_KEY"
TRIES = 4
LONGEST_WAIT = 60.0
MOST_ANSWER_BYTES = 10_000_000
BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
NO_ANSWER = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)
_SPEC = re.compile(r"([a-z]+):(\S{1,200})")
_LOOKS_LIKE_KEY = re.compile(r"\b(?:sk|pk|key|api)[-_][\w*-]{4,}|[Bb]earer\s+\S+")
_PIECE = 8
"""From how many characters on a piece of a key is taken out of what a server says."""


@dataclass
class Usage:
    """What asking took so far: calls made, answers found on disk, tokens in and out."""

    calls: int = 0
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def cost(self, price: tuple[float, float]) -> float:
        """Say what it cost, at prices for a million tokens in and out."""
        return (self.tokens_in * price[0] + self.tokens_out * price[1]) / 1_000_000


@dataclass(frozen=True)
class Endpoint:
    """A model on a server.

    Attributes
    ----------
    wire : Wire
    model : str
    base : str
        The server's address.
    usage : Usage
        Counts what asking takes.
    seconds : float
        How long to wait for an answer.
    pause : callable
        Waits so many seconds before another try.
    """

    wire: Wire
    model: str
    base: str
    usage: Usage = field(default_factory=Usage)
    seconds: float = 180.0
    pause: Callable[[float], None] = time.sleep

    @classmethod
    def of(cls, spec: str, url: str | None = None) -> "Endpoint":
        """Name a model on a server.

        Parameters
        ----------
        spec : str
            Wire format and model, such as ``ollama:llama3.1``, ``anthropic:...`` or, for any
            server that speaks like OpenAI's, ``openai:...``.
        url : str, optional
            The server's address; the format's own where left out.

        Raises
        ------
        UsageError
            When no such format is known, the address is none, or a key would go over an open
            connection.

        Examples
        --------
        >>> Endpoint.of("ollama:llama3.1").base
        'http://127.0.0.1:11434'
        """
        match = _SPEC.fullmatch(spec)
        if match is None or match[1] not in WIRES:
            right = f"Write one of {', '.join(WIRES)}, a colon and the model's name."
            # What was given is not shown: it may be a key that was put in the wrong place.
            raise UsageError(f"This names no model. {right}")
        base = (url or WIRES[match[1]].base).rstrip("/")
        parts = urlsplit(base)
        sound = parts.scheme in ("http", "https") and parts.hostname
        if not sound or parts.username or parts.password or parts.query or parts.fragment:
            right = "begins with https:// or http:// and holds neither a name, a key nor a query"
            raise UsageError(f"The address of a model's server {right}.")
        endpoint = cls(WIRES[match[1]], match[2], base)
        if endpoint._key() and parts.scheme == "http" and not _is_here(parts.hostname or ""):
            right = "Use https://, or a server on this machine."
            raise UsageError(f"The key would go over an open connection to {base}. {right}")
        return endpoint

    def _key(self) -> str:
        own = os.environ.get(KEY_NAME, "").strip()
        # A provider's key goes to the provider, and to no other address.
        if not own and self.wire.key_name and self.base == self.wire.base:
            return os.environ.get(self.wire.key_name, "").strip()
        return own

    def ask(self, ask: Ask) -> Reply:
        """Put a question, or find its answer on disk.

        Parameters
        ----------
        ask : Ask

        Returns
        -------
        Reply
            Whole answers are kept; asking the same again takes no call.

        Raises
        ------
        OfframpError
            When the server refuses, or does not answer after several tries.
        """
        body = self.wire.body(self.model, ask)
        place = self._place(body)
        kept = _read_kept(place)
        if kept is not None:
            self.usage.kept += 1
            return kept
        reply = self._posted(body)
        if not reply.cut_off and reply.text:
            _keep(place, reply)
        return reply

    def forget(self, ask: Ask) -> None:
        """Take an answer that turned out to be of no use off the disk."""
        with suppress(OSError):
            self._place(self.wire.body(self.model, ask)).unlink(missing_ok=True)

    def _place(self, body: Mapping[str, Any]) -> Path:
        said = json.dumps([self.wire.name, self.base, body], sort_keys=True, ensure_ascii=False)
        digest = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()
        return cache_folder() / "reading" / digest[:2] / f"{digest}.json"

    def _posted(self, body: dict[str, Any]) -> Reply:
        key, why = self._key(), ""
        for attempt in range(TRIES):
            status, answer, wait = self._sent(body, key)
            if status == 200:
                try:
                    reply = self.wire.read(json.loads(answer))
                except NO_ANSWER:
                    why = "it gave no answer of its kind"
                else:
                    self._count(reply)
                    return replace(reply, text=_without_key(reply.text, key))
            elif status == 400 and "response_format" in body:
                # Some servers that speak like OpenAI's know no schemas; the prompt holds it too.
                body = {name: value for name, value in body.items() if name != "response_format"}
                continue
            elif status and status not in BUSY:
                raise OfframpError(self._refused(status, answer, key))
            else:
                why = f"it answered {status}" if status else answer
            if attempt < TRIES - 1:
                self.pause(min(wait or 0.5 * 2**attempt, LONGEST_WAIT))
        raise OfframpError(f"The model at {self.base} cannot be used: {why}, {TRIES} times over.")

    def _sent(self, body: dict[str, Any], key: str) -> tuple[int, str, float]:
        """Send a request once; status 0 and a reason where nothing came back."""
        httpx = needed("httpx", "Asking a language model")
        headers = {"Content-Type": "application/json", **self.wire.headers(key)}
        times = httpx.Timeout(self.seconds, connect=10.0)
        content, began = bytearray(), time.monotonic()
        try:
            # A redirect could carry the key to another host: none is followed.
            with (
                httpx.Client(timeout=times, follow_redirects=False, verify=_trusted()) as client,
                client.stream(
                    "POST", f"{self.base}{self.wire.path}", json=body, headers=headers
                ) as answer,
            ):
                for piece in answer.iter_bytes():
                    content += piece
                    # A server that answers drop by drop never runs into the time-out.
                    slow = time.monotonic() - began > self.seconds
                    if slow or len(content) > MOST_ANSWER_BYTES:
                        return 0, "its answer had no end", 0.0
                wait = answer.headers.get("retry-after", "")
                seconds = float(wait) if re.fullmatch(r"\d{1,4}(\.\d+)?", wait) else 0.0
                return answer.status_code, content.decode("utf-8", "replace"), seconds
        except httpx.TimeoutException:
            return 0, f"it did not answer within {self.seconds:g} seconds", 0.0
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
            # Its text may hold what was sent.
            return 0, f"the connection failed ({type(error).__name__})", 0.0

    def _count(self, reply: Reply) -> None:
        self.usage.calls += 1
        self.usage.tokens_in += reply.tokens_in
        self.usage.tokens_out += reply.tokens_out

    def _refused(self, status: int, answer: str, key: str) -> str:
        if status in (401, 403):
            names = " or ".join(name for name in (KEY_NAME, self.wire.key_name) if name)
            return f"The model at {self.base} refused the key ({status}). Check {names}."
        message = _LOOKS_LIKE_KEY.sub("[key]", _without_key(_message(answer), key))
        said = " ".join(message.split())[:200]
        return f'The model "{self.model}" at {self.base} answered {status}. {said}'.strip()


@lru_cache(maxsize=1)
def _trusted() -> Any:
    """Read the certificates that are trusted once; it takes longer than a short answer."""
    return needed("httpx", "Asking a language model").create_ssl_context()


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _message(answer: str) -> str:
    try:
        error = json.loads(answer)["error"]
        return str(error["message"] if isinstance(error, dict) else error)
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _without_key(text: str, key: str) -> str:
    """Take a key out of what a server says, and every piece of it that is long enough to tell."""
    if not key:
        return text
    text = text.replace(key, "[key]")
    for start in range(len(key) - _PIECE + 1):
        text = text.replace(key[start : start + _PIECE], "[key]")
    return text


def _read_kept(place: Path) -> Reply | None:
    try:
        kept = json.loads(place.read_text("utf-8"))
        return Reply(str(kept["text"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _keep(place: Path, reply: Reply) -> None:
    # A cache that cannot be written costs time, not answers.
    with suppress(OSError, OfframpError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomic(place, json.dumps({"text": reply.text}))
