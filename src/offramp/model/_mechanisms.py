"""The mechanisms that the program was made for, and where each of them acts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mechanism:
    """One mechanism of a crisis.

    Attributes
    ----------
    number : int
        As the product's description counts them.
    title : str
    terms : tuple of str
        The model's terms that carry it, each of which can be switched off and shows in the
        ledger; empty where it is no part of the hazard.
    where : str
        Where else it is seen.
    """

    number: int
    title: str
    terms: tuple[str, ...]
    where: str


MECHANISMS = (
    Mechanism(1, "firsts and records in a crisis", (), "the report's firsts"),
    Mechanism(2, "the shadow war", (), "a stream of its own; `quiet all` counts it in"),
    Mechanism(3, "posture, and its shifts", ("posture",), "the report's postures"),
    Mechanism(4, "proxies, used or kept out", ("withheld", "provocation"), "channels of acts"),
    Mechanism(5, "provocation, apart from damage", ("provocation", "grievance"), "the ledger"),
    Mechanism(6, "pressure from within", ("pressure",), "the ledger"),
    Mechanism(7, "public signals; vows bind", ("vow", "demand"), "the ledger"),
    Mechanism(8, "warnings and threats to third parties", ("third-parties",), "the ledger"),
    Mechanism(9, "notice given", ("notice", "readiness"), "the ledger and the exchange"),
    Mechanism(10, "what was launched, by kind", (), "the exchange"),
    Mechanism(11, "defence, made ready by warning and allies", ("readiness",), "the exchange"),
    Mechanism(12, "what an exchange teaches", ("fear",), "what the other is believed able to do"),
    Mechanism(13, "limits declared", ("limit", "ceasefire"), "the ledger"),
    Mechanism(14, "framing", ("pressure",), "it eases pressure"),
    Mechanism(15, "the ledger of reasons", (), "the ledger itself"),
    Mechanism(
        16, "who acts next, how high, how soon",
        ("sequence", "answer", "opener", "lapse", "momentum", "last-level", "last-deed", "rhythm",
         "activity", "early", "target", "traits", "exhaustion"),
        "the forecast",
    ),
    Mechanism(17, "third parties restrain or back", ("third-parties",), "the ledger"),
    Mechanism(18, "off-ramps", (), "offramp offramps"),
    Mechanism(19, "claims", (), "offramp claims"),
    Mechanism(20, "documents into a record", (), "offramp read"),
)  # fmt: skip
"""In the order of the product's description."""
