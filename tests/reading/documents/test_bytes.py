"""Bytes become text where they are text."""

import pytest

from offramp._errors import OfframpError
from offramp.reading.documents._bytes import check_english, text_of

ENGLISH = "The minister said that it was over, and that nobody would be hurt by it. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read(encoding: str) -> None:
    assert text_of("Café – “over”\r\n".encode(encoding), "a") == "Café – “over”\n"


def test_other_encodings_are_read_where_they_are_named() -> None:
    content = "Café “over”".encode("cp1252")
    assert text_of(content, "a", ["windows-1252"]) == "Café “over”"
    for declared in ([], ["rot13"], ["no-such-thing"], ["base64"], ["ascii"]):
        with pytest.raises(OfframpError, match="not in UTF-8"):
            text_of(content, "a", declared)


@pytest.mark.parametrize(
    "text",
    [ENGLISH, ENGLISH * 40, "Iran struck Israel at dawn with drones.", "Über-strikes. " + ENGLISH],
)
def test_english_is_english(text: str) -> None:
    check_english(text, "a")


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a déclaré que tout était fini et que personne ne serait blessé. " * 5,
        "El ministro dijo que todo había terminado y que nadie resultaría herido. " * 5,
        "De minister zei dat het voorbij was en dat niemand gewond zou raken. " * 5,
        "Министр сказал, что всё кончено и что никто не пострадает. " * 5,
        "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod " * 5,
    ],
)
def test_other_languages_are_not(text: str) -> None:
    with pytest.raises(OfframpError, match="not in English"):
        check_english(text, "a")
