"""Codings of one crisis, made up."""

from datetime import date
from typing import Any

from datasets._made import icbe
from offramp.learning._icbe_days import Row

CRISIS = 419
ONE, TWO = "Iraq", "United States of America"
THIRD = "Russia"
OPENS = date(1996, 8, 31)


def row(sentence: int, day: int, **more: Any) -> Row:
    """Give a coding of September 1996; nothing is done in it but what `more` says."""
    plain = icbe(
        CRISIS, sentence, date_earliest_year="1996", date_earliest_month="9",
        date_earliest_day=str(day), do_actor_a="", do_actor_b="", do_interact_kind="",
        interact_escalate="", event_type="",
    )  # fmt: skip
    found = {**plain, "sentence": sentence, "crisno": CRISIS, **more}
    return {name: None if value == "" else value for name, value in found.items()}


def deed(sentence: int, day: int, maker: str, target: str, word: str, **more: Any) -> Row:
    return row(
        sentence, day, event_type="action", do_actor_a=maker, do_actor_b=target,
        do_interact_kind="escalatory", interact_escalate=word, **more,
    )  # fmt: skip


def said(sentence: int, day: int, speaker: str, to: str, kind: str, **more: Any) -> Row:
    return row(
        sentence, day, event_type="speech", say_actor_a=speaker, say_actor_b=to, sayintkind=kind,
        **more,
    )  # fmt: skip
