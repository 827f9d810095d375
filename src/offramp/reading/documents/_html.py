"""An HTML page becomes the text that a reader sees, and what the page says about itself."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from offramp._errors import OfframpError
from offramp.reading._extra import needed
from offramp.reading._words import words

# What is no part of the text. Hidden elements go too: nobody read them, and they are where
# words for machines are put.
_DROPPED = words(
    "script style template noscript nav footer aside form iframe object embed svg math canvas "
    "button select option input textarea audio video head dialog menu"
)
_BLOCKS = words(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody "
    "td tfoot th thead tr ul"
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])",
    re.I,
)
_SPACES = re.compile(r"[ \t\r\f\v\n\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_DATE_NAMES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "og:published_time",
)  # fmt: skip
LEAST_ARTICLE = 400
DEEPEST = 3_000
"""How many elements may be open at once; deeper pages take the parser longer and longer."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# What HTML closes by itself, or never opens.
_CLOSED = words(
    "p li dt dd tr td th thead tbody tfoot option optgroup rp rt area base br col embed hr img "
    "input link meta param source track wbr html head body"
)


@dataclass(frozen=True)
class Page:
    """What was found in a page; empty where the page does not say."""

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    date: str = ""


def read_html(markup: str) -> Page:
    r"""Take the text and the facts about it out of a page.

    Parameters
    ----------
    markup : str

    Returns
    -------
    Page
        Paragraphs are set apart by an empty line; scripts, styles, navigation, forms and
        hidden elements are left out.

    Raises
    ------
    OfframpError
        When selectolax is not installed, or the page is nested deeper than any page is.

    Examples
    --------
    >>> read_html("<p>Iran <b>struck</b>.<script>alert(1)</script><p hidden>No.<p>Over.").text
    'Iran struck.\n\nOver.'
    """
    # A real HTML5 parser (Lexbor, in C): what browsers show is what is read, however broken
    # the markup, and however deep.
    if _depth(markup) > DEEPEST:
        raise OfframpError("The page is nested too deep to be one. Nothing was written.")
    parser = needed("selectolax.lexbor", "Reading HTML")
    tree = parser.LexborHTMLParser(markup)
    root = tree.body or tree.root
    whole = _text(root) if root is not None else ""
    parts = [_text(node) for node in tree.css("article, main, [role=main]")]
    best = max(parts, key=len, default="")
    text = best if len(best) >= max(LEAST_ARTICLE, len(whole) * 0.3) else whole
    return Page(text, **_facts(tree))


def _depth(markup: str) -> int:
    """Count how many elements are open at once at most, roughly."""
    deepest = depth = 0
    for match in _TAG.finditer(markup):
        if match[2].casefold() not in _CLOSED:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _text(root: Any) -> str:
    pieces: list[str] = []
    for kind, value in _walked(root):
        if kind == "text":
            pieces.append(_SPACES.sub(" ", value))
        else:
            pieces.append(value)
    joined = "".join(pieces)
    lines = (line.strip() for line in joined.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _walked(root: Any) -> Iterator[tuple[str, str]]:
    """Go through a tree in order, without recursion: pages may be deep."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        # What is neither element nor text has no name of its own.
        tag = node.tag or "-"
        if tag == "-text":
            yield "text", node.text_content or ""
            continue
        if leaving:
            yield "break", "\n\n"
            continue
        if tag == "br":
            yield "break", "\n"
        if tag in _DROPPED or tag.startswith(("-", "!", "_")) or _hidden(node):
            continue
        if tag in _BLOCKS:
            yield "break", "\n\n"
            stack.append((node, True))
        children: list[tuple[Any, bool]] = []
        child = node.child
        while child is not None:
            children.append((child, False))
            child = child.next
        stack.extend(reversed(children))


def _hidden(node: Any) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style and _HIDING.search(style))


def _facts(tree: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes.get("content"):
            meta.setdefault(name.casefold(), attributes["content"].strip())
    linked = _linked_data(tree)
    canonical = tree.css_first("link[rel=canonical]")
    heading, title = tree.css_first("h1"), tree.css_first("title")
    time = tree.css_first("time[datetime]")
    return {
        "title": _line(
            meta.get("og:title")
            or (_text(heading) if heading is not None else "")
            or (title.text() if title is not None else "")
        ),
        "author": _line(meta.get("author") or meta.get("article:author") or linked["author"]),
        "publisher": _line(meta.get("og:site_name") or linked["publisher"]),
        "url": _line(
            (canonical.attributes.get("href") if canonical is not None else "")
            or meta.get("og:url")
        ),
        "date": _line(
            next((meta[name] for name in _DATE_NAMES if name in meta), "")
            or linked["date"]
            or (time.attributes.get("datetime") if time is not None else "")
        ),
    }


def _linked_data(tree: Any) -> dict[str, str]:
    found = {"date": "", "author": "", "publisher": ""}
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text())
        except (ValueError, RecursionError):
            continue
        entries = data if isinstance(data, list) else [data]
        graph = data.get("@graph") if isinstance(data, dict) else None
        for entry in [*entries, *(graph if isinstance(graph, list) else [])]:
            if isinstance(entry, dict):
                found["date"] = found["date"] or _name(entry.get("datePublished"))
                found["author"] = found["author"] or _name(entry.get("author"))
                found["publisher"] = found["publisher"] or _name(entry.get("publisher"))
    return found


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""


def _line(value: str | None) -> str:
    return " ".join((value or "").split())[:300]
