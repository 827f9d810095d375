"""Over what someone presides of whom a text gives only title and name."""

from offramp.reading.parties._people import guessed
from reading._parsed import resolved, token


def guess(text: str, word: str) -> tuple[str, ...]:
    parsed, parties = resolved(text)
    return guessed(token(parsed, word), parties)


def test_who_speaks_of_one_of_two_states_leads_the_other() -> None:
    text = "Iran attacked Iraq. Iraq's army answered. President Karan said that Iran would pay."
    assert guess(text, "Karan") == ("iraq",)


def test_a_cabinet_authorises_its_own_president() -> None:
    text = "Iran attacked Iraq. The Iraqi cabinet authorised President Karan to answer."
    assert guess(text, "Karan") == ("iraq",)
