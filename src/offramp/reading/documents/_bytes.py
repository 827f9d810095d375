"""Bytes become text, or a sentence that says why not."""

import codecs
import re
from collections.abc import Iterable

from offramp._errors import OfframpError
from offramp.reading._words import words

MOST_BYTES = 50_000_000
FEWEST_LETTERS = 20
# Below this share of English function words no English prose was seen; other languages that
# share some of the words stay under half of it.
LEAST_ENGLISH = 0.14

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What English pages are written in; Python's other codecs are not for text, or not for English.
_TEXT_ENCODINGS = words("utf-8 utf-8-sig utf-16 utf-32 ascii cp1252 iso8859-1 iso8859-15 mac-roman")
_OTHER_KINDS = (
    (b"PK\x03\x04", "a zip archive, or a Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = words(
    "the of and to that was is by with from for has had were this which it as at be not have are "
    "been its will would after before their they than but or an on into over against who when "
    "while said says could should also more other only about"
)


def text_of(content: bytes, name: str, declared: Iterable[str] = ()) -> str:
    r"""Decode a document's bytes.

    Parameters
    ----------
    content : bytes
    name : str
        What the document is called in errors.
    declared : iterable of str
        Encodings that the document or its server names, tried when it is not UTF-8.

    Returns
    -------
    str
        With line ends as ``\n``.

    Raises
    ------
    OfframpError
        When it is empty, too large, binary, or in an encoding that nothing names.

    Examples
    --------
    >>> text_of(b"Iran struck.\r\n", "a.txt")
    'Iran struck.\n'
    """
    check_size(len(content), name)
    if not content.strip():
        raise OfframpError(f"{name} is empty. Nothing was written.")
    for beginning, kind in _OTHER_KINDS:
        if content.startswith(beginning):
            right = "Save it as plain text, HTML or PDF."
            raise OfframpError(f"{name} is {kind}. {right} Nothing was written.")
    text = _decoded(content, name, declared)
    if len(_CONTROL.findall(text[:100_000])) > 2 + len(text[:100_000]) // 1000:
        raise OfframpError(f"{name} is no text but binary data. Nothing was written.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_size(size: int, name: str) -> None:
    """Refuse what is too large to be a document.

    Raises
    ------
    OfframpError
        When it holds more than 50 MB.
    """
    if size > MOST_BYTES:
        most = f"{MOST_BYTES // 1_000_000} MB"
        raise OfframpError(f"{name} is larger than {most}, and no article is. Nothing was written.")


def _decoded(content: bytes, name: str, declared: Iterable[str]) -> str:
    marked = next((code for mark, code in _MARKS if content.startswith(mark)), None)
    for encoding in (marked or "utf-8", *declared):
        try:
            if codecs.lookup(encoding).name in _TEXT_ENCODINGS:
                return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    if b"\x00" in content[:10_000]:
        raise OfframpError(f"{name} is no text but binary data. Nothing was written.")
    raise OfframpError(f"{name} is not in UTF-8. Save it as UTF-8. Nothing was written.")


def check_english(text: str, name: str) -> None:
    """Refuse a text that is not English, or not prose at all.

    Raises
    ------
    OfframpError
        When too few of its words are English ones.

    Examples
    --------
    >>> check_english("Der Angriff auf das Lager war die Antwort auf den Beschuss. " * 5, "a.txt")
    Traceback (most recent call last):
        ...
    offramp._errors.OfframpError: a.txt is not in English, and Offramp reads only English. \
Nothing was written.
    """
    found = [word.casefold() for word in _WORD.findall(text[:200_000])]
    if sum(map(len, found)) < FEWEST_LETTERS:
        raise OfframpError(f"{name} holds no prose to read. Nothing was written.")
    share = sum(word in _ENGLISH for word in found) / len(found)
    foreign = sum(not word.isascii() for word in found) / len(found)
    # A handful of words may hold no function word by chance.
    if foreign > 0.5 or (len(found) >= 20 and share < LEAST_ENGLISH):
        only = "and Offramp reads only English"
        raise OfframpError(f"{name} is not in English, {only}. Nothing was written.")
