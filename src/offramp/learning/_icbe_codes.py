"""ICBe's words as acts and signals, and who stood against whom: a crosswalk, with its reasons."""

from dataclasses import dataclass
from datetime import date

from offramp.history import DEEDS

DEED = {
    # War is declared in words: MIE's level 2, as its codebook has it.
    "declaration of war": (2, "threat to blockade, occupy or go to war"),
    "show of force": (3, "show of force"),
    "exercise": (3, "show of force"),
    "weapons test": (3, "show of force"),
    # A deployment is a display like any other; MIE has no code for it but the show of force.
    "deployment to area": (3, "show of force"),
    "raise in alert": (3, "alert"),
    "mobilization": (3, "mobilisation"),
    "fortify": (3, "fortified border"),
    "border violation": (3, "border violation"),
    # A zone closed to the other by force is a blockade of the air.
    "no fly zone": (4, "blockade"),
    "blockade": (4, "blockade"),
    "invasion/occupation": (4, "occupation"),
    "attack": (4, "attack"),
    "bombard": (4, "attack"),
    "battle/clash": (4, "attack"),
    "continuation of previous fighting": (4, "attack"),
    # Uncooperative acts that kill: force at arm's length.
    "assassination": (4, "attack"),
    "terrorism": (4, "attack"),
}
"""Level and deed of what was done. Left out, having no level: annexation and political control
(acts of law), rights, riots, coups, broken treaties and broken talks."""

FIGHT = ("battle/clash", "continuation of previous fighting")
"""Between two who do it to each other in one sentence: a clash without initiator."""

BATTLE_DEAD = ("hundreds", "thousands", "tens of thousands", "hundreds of thousands")
"""A clash with so many dead is a battle; the codebook's line, 25, falls within *tens*."""

DEAD = {
    "none": 0, "individuals": 3, "tens": 30, "hundreds": 300, "thousands": 3_000,
    "tens of thousands": 30_000, "hundreds of thousands": 300_000,
}  # fmt: skip
"""Dead, from the middle of each class on a log scale."""

CEASE = ("cease fire", "declaration of peace")
LEAVE = (
    "withdraw from area", "withdraw behind border", "withdraw from war", "retreat", "end blockade",
)  # fmt: skip
"""Steps down that are a cease-fire or a withdrawal; others (an exercise ended, an alert
lowered), where they are only said, are a limit."""

BACKS = (
    "military cooperation", "join war on behalf", "general political support",
    "formal military alliance", "mutual defense pact",
)  # fmt: skip
DROPS = ("end military cooperation", "end unspecified aid", "military aid")
"""What a third party does for a side, or stops doing; intelligence told is no stance."""


@dataclass(frozen=True)
class Actor:
    """A party: its ISO code, whether it had nuclear weapons and was a democracy in its crises.

    `iso3` is None for what is no state; such a party's acts are acts by proxy.
    """

    iso3: str | None
    nuclear: date | None = None
    democracy: bool = False


_OLD, _TESTED = date(1990, 1, 1), date(1998, 5, 28)

ACTORS = {
    "Afghanistan": Actor("AFG"),
    "Al-Qaeda": Actor(None),
    "Alliance of Democratic Forces for the Liberation of Congo": Actor(None),
    "Angola": Actor("AGO"),
    "Australia": Actor("AUS", None, True),
    "Azerbaijan": Actor("AZE"),
    "BP": Actor(None),
    "Banyamulenge": Actor(None),
    "Belgium": Actor("BEL", None, True),
    "Canada": Actor("CAN", None, True),
    "Chad": Actor("TCD"),
    "Democratic Republic of the Congo": Actor("COD"),
    "Ecuador": Actor("ECU", None, True),
    "Eritrea": Actor("ERI"),
    "Ethiopia": Actor("ETH"),
    "France": Actor("FRA", _OLD, True),
    "Georgia": Actor("GEO"),
    "Germany": Actor("DEU", None, True),
    "Greece": Actor("GRC", None, True),
    "Hezbollah": Actor(None),
    "India": Actor("IND", date(1998, 5, 11), True),
    "Indonesia": Actor("IDN"),
    "Iran": Actor("IRN"),
    "Iraq": Actor("IRQ"),
    "Israel": Actor("ISR", _OLD, True),
    "Italy": Actor("ITA", None, True),
    "Jaish-e-Mohammed": Actor(None),
    "Kurdistan Workers' Party": Actor(None),
    "Lebanon": Actor("LBN"),
    "Morocco": Actor("MAR"),
    "Myanmar": Actor("MMR"),
    # The alliance is coded as one; its members' weapons and parliaments are its own.
    "NATO": Actor("USA", _OLD, True),
    "Namibia": Actor("NAM", None, True),
    "Netherlands": Actor("NLD", None, True),
    "North Korea": Actor("PRK"),
    "Northern Alliance": Actor(None),
    "Pakistan": Actor("PAK", _TESTED),
    "People's Republic of China": Actor("CHN", _OLD),
    "Peru": Actor("PER"),
    "Philippines": Actor("PHL", None, True),
    "Portugal": Actor("PRT", None, True),
    "Pro-Indonesia militia": Actor(None),
    "Republic of Cyprus": Actor("CYP", None, True),
    "Russia": Actor("RUS", _OLD),
    "Rwanda": Actor("RWA"),
    "Serbia": Actor("YUG"),
    "Serbia and Montenegro": Actor("YUG"),
    "South Korea": Actor("KOR", None, True),
    "Spain": Actor("ESP", None, True),
    "Syria": Actor("SYR"),
    "Taiwan": Actor("TWN", None, True),
    "Taliban": Actor(None),
    "Thailand": Actor("THA", None, True),
    "Turkey": Actor("TUR", None, True),
    "Tutsi": Actor(None),
    "Uganda": Actor("UGA"),
    "United Kingdom": Actor("GBR", _OLD, True),
    "United States of America": Actor("USA", _OLD, True),
    "Yemen": Actor("YEM"),
    "Zaire": Actor("COD"),
    "Zimbabwe": Actor("ZWE"),
}
"""By ICBe's names. Democracies as the library's records have them, else judgement."""

_US_UK = ("United States of America", "United Kingdom")
_CONGO = ("Democratic Republic of the Congo", "Angola", "Namibia", "Zimbabwe", "Chad")
_REBELS = (
    "Rwanda", "Alliance of Democratic Forces for the Liberation of Congo", "Banyamulenge", "Tutsi",
)  # fmt: skip
_ALLIES = (
    "NATO", *_US_UK, "France", "Germany", "Italy", "Belgium", "Canada", "Netherlands", "Portugal",
    "Spain",
)  # fmt: skip

SIDES: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {
    413: (("Ecuador",), ("Peru",)),
    414: (("People's Republic of China",), ("Philippines",)),
    415: (("People's Republic of China",), ("Taiwan",)),
    416: (("Eritrea",), ("Yemen",)),
    417: (("Greece",), ("Turkey",)),
    418: (("Hezbollah", "Lebanon"), ("Israel",)),
    419: (("Iraq",), _US_UK),
    420: (("North Korea",), ("South Korea",)),
    421: (("Zaire",), _REBELS),
    422: (("Iraq",), _US_UK),
    423: (("Republic of Cyprus", "Greece"), ("Turkey",)),
    424: (("Eritrea",), ("Ethiopia",)),
    425: (("India",), ("Pakistan",)),
    426: (_CONGO, ("Rwanda", "Uganda")),
    427: (("Al-Qaeda", "Taliban", "Afghanistan"), _US_UK[:1]),
    428: (("Syria", "Kurdistan Workers' Party"), ("Turkey",)),
    429: (("Iraq",), _US_UK),
    430: (("Serbia and Montenegro", "Serbia"), _ALLIES),
    431: (("India",), ("Pakistan",)),
    432: (("Indonesia", "Pro-Indonesia militia"), ("Australia",)),
    433: (("Iran",), ("Azerbaijan", "BP")),
    434: (("Al-Qaeda", "Taliban", "Afghanistan"), (*_US_UK, "Northern Alliance")),
    435: (("India",), ("Pakistan", "Jaish-e-Mohammed")),
    436: (("India",), ("Pakistan",)),
    437: (("Myanmar",), ("Thailand",)),
    438: (("Morocco",), ("Spain",)),
    439: (("Russia",), ("Georgia",)),
    440: (("Iraq",), _US_UK),
    441: (("North Korea",), _US_UK[:1]),
}
"""The pair that matters in each crisis of 1995-2002 that ICBe codes, by ICB's number, chosen as the
codebook of the library says; all others in a crisis are third parties."""


def level_of(words: frozenset[str]) -> tuple[int, int]:
    """Give the highest level of some words for deeds, 0 for none, and its index in `DEEDS`.

    Examples
    --------
    >>> level_of(frozenset({"mobilization", "attack", "annex"}))[0], level_of(frozenset())
    (4, (0, 0))
    """
    found = [DEED[word] for word in sorted(words) if word in DEED]
    if not found:
        return 0, 0
    level, deed = max(found, key=lambda each: each[0])
    return level, DEEDS.index(deed)
