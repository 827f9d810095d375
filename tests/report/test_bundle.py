import base64
import gzip
from pathlib import Path

import pytest

from offramp.report import _bundle
from offramp.report._bundle import packed, vega_bundle


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for the slow making of the bundle, and count how often it is made."""
    calls: list[str] = []

    def make(snippet: str) -> str:
        calls.append(snippet)
        return 'let a = "</script>";\r\nwindow.vegaEmbed = a;'

    monkeypatch.setattr(_bundle.vl_convert, "javascript_bundle", make)
    return calls


def test_it_is_made_once_and_kept(made: list[str], tmp_path: Path) -> None:
    first = vega_bundle(tmp_path / "deep" / "cache")
    assert vega_bundle(tmp_path / "deep" / "cache") == first
    assert len(made) == 1


def test_it_may_stand_inside_a_script_element(made: list[str], tmp_path: Path) -> None:
    text = vega_bundle(tmp_path)
    assert "</script" not in text
    assert "\r" not in text


def test_a_kept_file_that_was_changed_is_made_anew(made: list[str], tmp_path: Path) -> None:
    text = vega_bundle(tmp_path)
    kept = next(tmp_path.glob("*.js"))
    kept.write_text("alert(1)")
    assert vega_bundle(tmp_path) == text
    assert kept.read_text() == text
    assert len(made) == 2


def test_a_missing_checksum_is_no_checksum(made: list[str], tmp_path: Path) -> None:
    vega_bundle(tmp_path)
    next(tmp_path.glob("*.sha256")).unlink()
    vega_bundle(tmp_path)
    assert len(made) == 2


def test_a_cache_that_cannot_be_written_is_done_without(made: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert "vegaEmbed" in vega_bundle(tmp_path / "file" / "cache")
    assert "vegaEmbed" in vega_bundle(tmp_path / "file" / "cache")
    assert len(made) == 2


def test_packed_is_smaller_and_the_same_to_the_letter() -> None:
    script = "let a = 'é\u2028';\n" * 500
    text = packed(script)
    assert gzip.decompress(base64.b64decode(text)).decode("utf-8") == script
    assert len(text) < len(script) / 2
    assert packed(script) == text
    assert not set(text) & set("<>&\"'")
