"""A PDF becomes the text of its pages."""

import io
import logging

from offramp._errors import OfframpError
from offramp.reading._extra import needed

MOST_CHARACTERS = 5_000_000


def read_pdf(content: bytes, name: str) -> tuple[str, str, str]:
    """Take the text out of a PDF.

    Parameters
    ----------
    content : bytes
    name : str
        What the document is called in errors.

    Returns
    -------
    tuple of str
        Text, title and author; the pages are set apart by an empty line.

    Raises
    ------
    OfframpError
        When it is locked, damaged, or holds no text, as a scan does; or when pypdf is missing.
    """
    pypdf = needed("pypdf", "Reading a PDF")
    # It remarks on every oddity of a file on stderr; what matters is raised below.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:
        raise OfframpError(_damaged(name, error)) from None
    if locked:
        raise OfframpError(f"{name} is locked by a password. Unlock it. Nothing was written.")
    pages: list[str] = []
    try:
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > MOST_CHARACTERS:
                raise OfframpError(f"{name} holds more text than a book. Nothing was written.")
        about = reader.metadata or {}
        title, author = (str(about.get(key) or "") for key in ("/Title", "/Author"))
    except OfframpError:
        raise
    except Exception as error:
        # The library raises whatever a stranger's file trips it over.
        raise OfframpError(_damaged(name, error)) from None
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        right = "It may be a scan: run it through text recognition first."
        raise OfframpError(f"{name} holds no text. {right} Nothing was written.")
    return text, " ".join(title.split())[:300], " ".join(author.split())[:300]


def _damaged(name: str, error: Exception) -> str:
    return f"{name} cannot be read as a PDF ({type(error).__name__}). Nothing was written."
