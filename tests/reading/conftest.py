"""A small PDF and a small article, made here."""

from importlib.util import find_spec

import pytest

# Reading needs an extra; without it only the command's own sentence about that is tested.
_EXTRA = ("httpx", "pypdf", "selectolax", "spacy")
collect_ignore_glob = ["test_*.py"] if any(find_spec(name) is None for name in _EXTRA) else []


def pdf_of(lines: list[str]) -> bytes:
    """Write the least PDF that holds some lines of text."""
    drawn = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {drawn} ET".encode("latin-1") if lines else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    return out


ARTICLE = """Shots at the river post

14 March 1951

Ruritania fired on the river post on 1 March, the ministry in Zenda said. Between seven and \
sixteen guards of Strelsau were killed. Strelsau did not answer the attack on the same day, but \
it vowed that it would “strike back” if Ruritania fired again.

Twelve days after the attack, Strelsau launched 30 rockets at two Ruritanian barracks. The \
rockets were intercepted. Its minister said: “Our operations are over.”
"""


@pytest.fixture
def article() -> str:
    return ARTICLE
