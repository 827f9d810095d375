"""Verbs and nouns that carry signals, as the table has them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from offramp.reading.deeds._needs import fits
from offramp.reading.english._lexicon import Deed
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import particles, undergoers
from offramp.reading.english._tables import shipped
from offramp.reading.parties._parties import Parties


@dataclass(frozen=True)
class Carrier:
    """A verb that carries a kind of signal: what must stand beside it, where the receiver does."""

    kind: str
    needs: tuple[str, ...]
    to: tuple[str, ...]


def carrier_of(verb: Token, parties: Parties) -> Carrier | None:
    """Give what a verb carries, where what it needs stands beside it.

    Parameters
    ----------
    verb : Token
    parties : Parties

    Returns
    -------
    Carrier or None
    """
    lemma = verb.lemma_.lower()
    for particle in (*particles(verb), ""):
        for carrier in _carriers().get((lemma, particle), ()):
            needs = tuple(need for need in carrier.needs if need != "object")
            plain = "object" in carrier.needs and bool(undergoers(verb))
            beside = bool(needs) and fits(verb, Deed("words", "", "", "", needs), parties)
            if plain or beside or not carrier.needs:
                return carrier
    return None


@cache
def signal_nouns() -> dict[str, str]:
    """Give the nouns that name a signal, by lemma, with its kind.

    Examples
    --------
    >>> signal_nouns()["ultimatum"]
    'threat'
    """
    table: dict[str, list[str]] = shipped("signals.yaml")["nouns"]
    return {noun: kind for kind, nouns in table.items() for noun in nouns}


@cache
def said_words(name: str) -> frozenset[str]:
    """Give a list of words of ``data/signals.yaml``."""
    return frozenset(str(word) for word in shipped("signals.yaml")[name])


@cache
def _carriers() -> dict[tuple[str, str], tuple[Carrier, ...]]:
    """Give the carriers by lemma and particle; those that need most come first."""
    found: dict[tuple[str, str], list[Carrier]] = {}
    listed = shipped("signals.yaml")
    table: dict[str, dict[str, Any]] = {**listed["verbs"], "said": listed["brings_up"]}
    for kind, row in table.items():
        for entry in row["words"]:
            word, _, conditions = str(entry).partition(" = ")
            lemma, _, particle = word.partition("+")
            needs = tuple(part.strip() for part in conditions.split(",") if part.strip())
            carrier = Carrier(kind, needs, tuple(row["to"]))
            found.setdefault((lemma.strip(), particle.strip()), []).append(carrier)
    return {key: tuple(sorted(rows, key=_looseness)) for key, rows in found.items()}


def _looseness(carrier: Carrier) -> int:
    """Rank what needs a word before what needs only a preposition, and what needs nothing last."""
    return 2 if not carrier.needs else all(need.startswith("&") for need in carrier.needs)
