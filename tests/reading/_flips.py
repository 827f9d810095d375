"""Sentences of an invented crisis, and edits of one word that turn their meaning round."""

import random
import re

PARTIES = ("Ruritania", "Strelsau", "Graustark", "Zenda")
DEEDS = {
    "launched": "intercepted", "attacked": "defended", "bombed": "rebuilt", "seized": "released",
    "shelled": "spared", "struck": "missed", "sank": "towed", "killed": "freed",
}  # fmt: skip
PAIRS = [
    *DEEDS.items(), *((b, a) for a, b in DEEDS.items()), ("before", "after"), ("after", "before"),
    ("two", "ten"), ("seven", "eleven"), ("drones", "missiles"), ("March", "April"),
    ("first", "last"), ("all", "none"), ("denied", "confirmed"), ("did", "did not"),
    ("will", "will not"), ("was", "was not"), ("more", "less"), ("against", "with"),
    ("confirmed", "denied"), ("not ", ""),
]  # fmt: skip


def sentence(rng: random.Random) -> str:
    """Write one sentence about a deed between two parties."""
    doer, victim = rng.sample(PARTIES, 2)
    deed, number = rng.choice(list(DEEDS)), rng.choice(["two", "seven", "12", "1,200", "30"])
    day, month = rng.randint(1, 28), rng.choice(["March", "April", "May"])
    return rng.choice(
        [
            f"{doer} {deed} {number} posts of {victim} on {day} {month}.",
            f"On {month} {day}, {victim}’s harbour was {deed} by {doer}, which confirmed it.",
            f"{doer} did not deny that it {deed} {number} drones before the talks with {victim}.",
            f"After all {number} drones were {deed}, {victim} said that {doer} will pay.",
            f"{doer} and {victim} fought; {number} guards were killed on the first day of {month}.",
        ]
    )


def flips(text: str, rng: random.Random) -> list[str]:
    """Change one word or number of a text in every way that turns it round."""
    found: list[str] = []
    for name in PARTIES:
        for other in PARTIES:
            if name != other and name in text:
                found.append(text.replace(name, other, 1))
    for word, other in PAIRS:
        if re.search(rf"\b{word}", text):
            found.append(re.sub(rf"\b{word}", other, text, count=1))
    for match in re.finditer(r"\d[\d,]*", text):
        digits = list(match[0])
        at = rng.randrange(len(digits))
        digits[at] = rng.choice([d for d in "123456789" if d != digits[at]])
        found.append(text[: match.start()] + "".join(digits) + text[match.end() :])
    return [flip for flip in found if flip != text]
