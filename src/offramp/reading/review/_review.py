"""The review page: every entry beside the sentence that it came from, to accept, mend or drop."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from offramp.ladder import load_ladder
from offramp.reading.documents._sentences import around
from offramp.reading.documents._source import Quote, Source
from offramp.reading.drafts._items import Item, PartyItem, Unverified
from offramp.reading.drafts._safe import policy, script_json, seen
from offramp.reading.drafts._to_record import HeldBack
from offramp.reading.verifying._mentions import mentions
from offramp.record import Act, Party, Record, Relation, Signal, Target

LONGEST_SENTENCE = 700
MOST_SENTENCES = 6
MOST_MARKED = 0.9
"""A quote that is more of its sentence than this needs no mark."""
SECTIONS = ("acts", "signals", "claims", "parties", "relations")
# What a line can hold; the rest is mended in the file.
_LISTS = frozenset({"by", "against", "to", "answers", "withheld", "between", "about"})
_DEFAULTS: Mapping[str, Mapping[str, str]] = {
    "acts": {"against": "", "channel": "direct", "admitted": "yes", "status": "done"},
    "signals": {"to": "", "via": "", "public": "yes"},
    "claims": {"about": ""},
}
_HIDDEN = frozenset({"id", "sources", "inferred", "title"})


@dataclass(frozen=True)
class Review:
    """All that a review shows.

    Attributes
    ----------
    record : Record
        As it will stand.
    origins : mapping of (str, str) to Item
        From section and id (for relations: index) to the item of each entry to review.
    sources : tuple of Source
        The documents that were read.
    held_back : tuple of HeldBack
    unverified : tuple of Unverified
    remarks : tuple of str
        What was inferred of the record as a whole, or differs from it, in sentences.
    """

    record: Record
    origins: Mapping[tuple[str, str], Item]
    sources: tuple[Source, ...]
    held_back: tuple[HeldBack, ...] = ()
    unverified: tuple[Unverified, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """One field of an entry as the review shows it.

    Attributes
    ----------
    name, value : str
    inferred : bool
    editable : bool
        Whether it can be mended in a line.
    options : str
        The list of words that it may be chosen from; empty where any will do.
    """

    name: str
    value: str
    inferred: bool
    editable: bool
    options: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a source, in pieces, each with whether an item stands on it."""

    source: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Card:
    """One entry, with its fields and its sentences."""

    section: str
    key: str
    title: str
    fields: tuple[Field, ...]
    sentences: tuple[Sentence, ...]


def cards(review: Review) -> tuple[Card, ...]:
    """Lay out every entry to review, section by section.

    Parameters
    ----------
    review : Review

    Returns
    -------
    tuple of Card
    """
    plain = review.record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    sources = {source.id: source for source in review.sources}
    found: list[Card] = []
    for section in SECTIONS:
        for index, entry in enumerate(plain.get(section, [])):
            key = str(entry.get("id", index))
            item = review.origins.get((section, key))
            if item is not None:
                fields = tuple(_fields(section, entry))
                found.append(
                    Card(section, key, _title(entry, key), fields, sentences(item, sources))
                )
    return tuple(found)


def _title(entry: Mapping[str, Any], key: str) -> str:
    if "from" in entry:
        return " ".join((f"{entry['from']}: {entry['kind']}", *_several(entry.get("to", ()))))
    return str(entry.get("title") or entry.get("name") or key)


def _several(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def sentences(item: Item, sources: Mapping[str, Source]) -> tuple[Sentence, ...]:
    """Give the sentences that an item stands on, each once, with its words marked.

    Parameters
    ----------
    item : Item
    sources : mapping of str to Source

    Returns
    -------
    tuple of Sentence
        Marked is the word for a deed, the name of a party, and a quote that is less than its
        sentence.
    """
    found: dict[tuple[str, int, int], list[Quote]] = {}
    for quote in item.quotes:
        source = sources.get(quote.source)
        if source is not None:
            span = around(source.text, quote.start, quote.end)
            found.setdefault((quote.source, *span), []).append(quote)
    return tuple(
        Sentence(name, tuple(_pieces(sources[name].text, start, end, quotes, item)))
        for (name, start, end), quotes in list(found.items())[:MOST_SENTENCES]
    )


def _pieces(
    text: str, start: int, end: int, quotes: list[Quote], item: Item
) -> Iterable[tuple[str, bool]]:
    at = max(start, min(quote.start for quote in quotes) - LONGEST_SENTENCE // 2)
    end = min(end, max(quote.end for quote in quotes) + LONGEST_SENTENCE // 2)
    marks = [(q.start, q.end) for q in quotes if q.end - q.start < MOST_MARKED * (end - at)]
    trigger = getattr(item, "trigger", None)
    if trigger is not None and trigger.source == quotes[0].source:
        marks.append((trigger.start, trigger.end))
    if isinstance(item, PartyItem) and not marks:
        marks = [(at + first, at + last) for first, last in mentions(item, text[at:end])]
    for first, last in sorted(marks):
        if at < last <= end:
            yield text[at : max(at, first)], False
            yield text[max(at, first) : last], True
            at = last
    yield text[at:end], False


def _fields(section: str, entry: Mapping[str, Any]) -> Iterable[Field]:
    inferred, closed = set(entry.get("inferred", ())), options()
    for name, value in entry.items():
        if name in _HIDDEN:
            continue
        if isinstance(value, dict) and name in ("place", "target"):
            for inner, one in value.items():
                path = f"{name}.{inner}"
                guessed = bool({path, name} & inferred)
                listed = f"{section}-{path}" if f"{section}-{path}" in closed else ""
                yield Field(path, _words(one), guessed, isinstance(one, str), listed)
        else:
            editable = isinstance(value, str | int | float) or name in _LISTS
            listed = f"{section}-{name}" if f"{section}-{name}" in closed else ""
            yield Field(name, _words(value), name in inferred, editable, listed)
    # A default stands in no file, but may be what is wrong.
    for name, value in _DEFAULTS.get(section, {}).items():
        if name not in entry:
            listed = f"{section}-{name}" if f"{section}-{name}" in closed else ""
            yield Field(name, value, name in inferred, editable=True, options=listed)


@lru_cache(maxsize=1)
def options() -> dict[str, tuple[str, ...]]:
    """Give the words that closed fields may be chosen from, by section and field."""
    closed: dict[str, tuple[str, ...]] = {"acts-act": load_ladder().keys}
    for section, model in (("acts", Act), ("signals", Signal), ("relations", Relation)):
        for name, info in model.model_fields.items():
            found = [get_args(one) or (one,) for one in (get_args(info.annotation) or ())]
            words = [word for several in found for word in several if isinstance(word, str)]
            if words:
                closed[f"{section}-{info.alias or name}"] = tuple(words)
    closed["parties-kind"] = get_args(Party.model_fields["kind"].annotation)
    closed["acts-target.kind"] = get_args(Target.model_fields["kind"].annotation)
    return closed


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_words(one) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_words(one)}" for name, one in value.items())
    return str(value)


def review_page(review: Review) -> str:
    """Draw a review as one HTML page.

    Parameters
    ----------
    review : Review

    Returns
    -------
    str
        HTML that holds all it needs. Its policy forbids every request; whatever a document
        says is shown as text. Its one script gathers the decisions into a file to save.
    """
    script, style = _asset("review.js"), _asset("review.css")
    shown = cards(review)
    sources = {source.id: source for source in review.sources}
    held = [(one.kind, one.why, sentences(one.item, sources)) for one in review.held_back]
    return _environment().get_template("review.html").render(
        policy=policy(script, style),
        script=Markup(script),
        style=Markup(style),
        about=Markup(script_json({"record": review.record.id})),
        record=review.record,
        sides=[", ".join(members) for members in review.record.sides.values()],
        sections=[
            (section, section.capitalize(), [card for card in shown if card.section == section])
            for section in SECTIONS
        ],
        count=len(shown),
        sources=review.sources,
        held_back=held,
        unverified=review.unverified,
        remarks=review.remarks,
        options=options(),
    )  # fmt: skip


def _asset(name: str) -> str:
    return files("offramp.reading").joinpath("assets", name).read_text("utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("offramp.reading"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters["web"] = _web
    return environment


def _shown(value: object) -> object:
    return seen(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _web(url: str) -> Markup:
    """Link an address of the web; show any other as text."""
    if url.startswith(("https://", "http://")):
        return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(seen(url), seen(url))
    return escape(seen(url))
