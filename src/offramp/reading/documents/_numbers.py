"""The numbers that a text gives, in figures and in words."""

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: n for n, word in enumerate(_UNITS.split(" "))} | {
    word: 10 * n for n, word in enumerate(_TENS.split(" "), start=2)
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_SMALL_WORD, _SCALE = "|".join(sorted(_SMALL, key=len, reverse=True)), "|".join(_SCALES)
_FIGURE = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?![\d,]*\d)(?:[ -](?:{_SCALE})\b)?"
_ONE = rf"(?:{_SMALL_WORD}|{_SCALE})\b"
_RUN = re.compile(
    rf"(?<![\w.,])(?<![A-Za-z]-){_FIGURE}|"
    rf"\b{_ONE}(?:[ -]+{_ONE}|(?<=hundred|housand)[ ]and[ ]{_ONE})*",
    re.I,
)
_OPEN = re.compile(r"\b(?:dozens|scores|hundreds|thousands|tens|several|few|couple)\b", re.I)


def numbers_in(text: str) -> frozenset[int]:
    """List the whole numbers that a text gives.

    Parameters
    ----------
    text : str

    Returns
    -------
    frozenset of int
        Figures with or without commas, and words up to millions. Words that leave the number
        open, such as "dozens", give none.

    Examples
    --------
    >>> sorted(numbers_in("Seventy-two hours on, 1,200 of two hundred and fifty drones fell."))
    [72, 250, 1200]
    >>> sorted(numbers_in("Between 7 and 16 died, and 2 million fled."))
    [7, 16, 2000000]
    """
    return frozenset(_value(match[0]) for match in _RUN.finditer(text))


def _value(run: str) -> int:
    total: float = 0
    part: float = 0
    for token in re.split(r"[ -]+", run.casefold()):
        if token[0].isdigit():
            part = float(token.replace(",", ""))
        elif token in _SMALL:
            part += _SMALL[token]
        elif token in _SCALES and _SCALES[token] < 1_000:
            part = (part or 1) * _SCALES[token]
        elif token in _SCALES:
            total, part = total + (part or 1) * _SCALES[token], 0
    return int(total + part)


def is_open(text: str) -> bool:
    """Say whether a text gives a number that it leaves open, such as "dozens".

    Examples
    --------
    >>> is_open("dozens of drones"), is_open("12 drones")
    (True, False)
    """
    return _OPEN.search(text) is not None
