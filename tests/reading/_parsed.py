"""Texts, read as far as a test needs."""

import pytest

from offramp.reading import Draft, Source, code_offline
from offramp.reading.deeds._arguments import Arguments, arguments
from offramp.reading.deeds._modality import modality
from offramp.reading.deeds._triggers import Trigger, find_triggers
from offramp.reading.english._nlp import Parsed, Token, parse
from offramp.reading.parties._cast import Cast
from offramp.reading.parties._parties import Parties

pytest.importorskip("spacy")


def resolved(text: str, date: str = "1950-01-01") -> tuple[Parsed, Parties]:
    parsed = parse(text)
    return parsed, Parties(Cast(parsed, date))


def token(parsed: Parsed, word: str) -> Token:
    return next(t for t in parsed.doc if t.text == word)


def parties_of(text: str, word: str) -> tuple[str, ...]:
    parsed, parties = resolved(text)
    return parties.of(token(parsed, word))


def triggers(text: str) -> list[Trigger]:
    return find_triggers(*resolved(text))


def told(text: str, word: str) -> str:
    """Say how a text speaks of the deed that a word names."""
    found = {t.token.text: t for t in triggers(text)}
    return modality(found[word]).modality


def done(text: str, word: str) -> Arguments:
    parsed, parties = resolved(text)
    found = {t.token.text: t for t in find_triggers(parsed, parties)}
    return arguments(found[word], parties)


def draft_of(text: str, date: str = "1950-01-01") -> Draft:
    return code_offline(Source("t", text, date=date))
