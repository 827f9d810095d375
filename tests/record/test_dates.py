from datetime import date

import pytest

from offramp.record import Span, parse_day, parse_span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-04-13", date(2024, 4, 13), date(2024, 4, 13)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1982", date(1982, 1, 1), date(1982, 12, 31)),
        ("2024-04-01/2024-04-13", date(2024, 4, 1), date(2024, 4, 13)),
        ("2023/2024-02", date(2023, 1, 1), date(2024, 2, 29)),
        ("1982/..", date(1982, 1, 1), date(2100, 12, 31)),
        ("../1982-05", date(1700, 1, 1), date(1982, 5, 31)),
        ("2024-04-14~", date(2024, 4, 11), date(2024, 4, 17)),
        ("2024-04-14?", date(2024, 4, 11), date(2024, 4, 17)),
        ("2024-04-14%", date(2024, 4, 11), date(2024, 4, 17)),
        ("2024-04~", date(2024, 3, 1), date(2024, 5, 31)),
        ("2024-12~", date(2024, 11, 1), date(2025, 1, 31)),
        ("2024~", date(2023, 1, 1), date(2025, 12, 31)),
        ("2024-04-01~/2024-04-13", date(2024, 3, 29), date(2024, 4, 13)),
        ("2024-04-1X", date(2024, 4, 10), date(2024, 4, 19)),
        ("2024-04-XX", date(2024, 4, 1), date(2024, 4, 30)),
        ("2024-02-3X/2024-03", None, None),
        ("2024-XX", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-0X", date(2024, 1, 1), date(2024, 9, 30)),
        ("2024-XX-31", date(2024, 1, 31), date(2024, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31)),
        ("2024-04~-03", date(2024, 3, 1), date(2024, 5, 31)),
        ("2024-04-~03", date(2024, 3, 31), date(2024, 4, 6)),
        ("[2024-04..2024-06]", date(2024, 4, 1), date(2024, 6, 30)),
    ],
)
def test_spans(text: str, first: date | None, last: date | None) -> None:
    if first is None or last is None:
        with pytest.raises(ValueError, match="no day"):
            parse_span(text)
    else:
        assert parse_span(text) == Span(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "..",
        "../..",
        "2024/",
        "/2024",
        "2024/2025/2026",
        "yesterday",
        "13.4.2024",
        "2024-4-1",
        "24-04-01",
        "2024-13",
        "2024-00-10",
        "2024-02-30",
        "2024-04-13T10:00",
        "2024-04-13/2024-04-01",
        "2024/2023",
        "1699",
        "2101-01-01",
        "21XX",
        "X024",
        "XX24-01",
        "9999-12-31~",
        "0000",
        "2024~~",
        "2024-25",
        "2024-1X~X",
        "[2024",
        "-2024",
        "١٩٨٢",
        "2024-04-13" * 1000,
        "[" * 10_000,
    ],
)
def test_garbage_gets_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"2024|calendar|1700|interval"):
        parse_span(text)


def test_garbage_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("2024-0X~-XX?", "2024-?1X", "[2024-0X]"):
        try:
            parse_span(text)
        except ValueError as error:
            assert "Write" in str(error)
    assert capsys.readouterr().out == ""


def test_message_shows_what_is_right() -> None:
    with pytest.raises(ValueError, match=r"Write 2024-04-13, .* 1982/\.\."):
        parse_span("around Easter")


@pytest.mark.parametrize("text", ["2024-04", "2024-02-30", "1699-01-01", "x", "2024-04-13 "])
def test_a_day_is_one_day(text: str) -> None:
    with pytest.raises(ValueError, match=text.strip()[:4]):
        parse_day(text)


def test_span_refuses_to_run_backwards() -> None:
    with pytest.raises(ValueError, match="after the last"):
        Span(date(2024, 4, 2), date(2024, 4, 1))


def test_span_holds_its_days() -> None:
    span = parse_span("2024-02")
    assert span.days == 29
    assert date(2024, 2, 29) in span
    assert date(2024, 3, 1) not in span
