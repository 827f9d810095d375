"""Words for deeds: verbs with what must stand beside them, nouns, and the rungs they stand on."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from offramp.reading.english._nlp import model
from offramp.reading.english._tables import shipped

Words = tuple[str, ...]


@dataclass(frozen=True)
class Deed:
    """What a word for a deed says.

    Attributes
    ----------
    rung : str
        A rung of the ladder; ``strike`` or ``force`` where the place decides.
    plover, cameo : str
        PLOVER event with its mode after a slash, and CAMEO code.
    frame : str
        Who did it to whom: empty (subject, object), ``mutual``, ``toll``, ``give`` or ``suffer``.
    needs : tuple of str
        For a verb: what must stand beside it, any one of them; see ``data/lexicon.yaml``.
    vessel : bool
        Whether what was struck is a ship or an aircraft, hence away from home.
    """

    rung: str
    plover: str
    cameo: str
    frame: str = ""
    needs: tuple[str, ...] = ()
    vessel: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The lexicon: verbs by lemma and particle, nouns by their words."""

    verbs: dict[tuple[str, str], tuple[Deed, ...]]
    nouns: dict[str, tuple[tuple[Words, Deed], ...]]

    def senses(self, lemma: str, particle: str = "") -> tuple[Deed, ...]:
        """Give what a verb may say, those that need most beside it first."""
        return self.verbs.get((lemma, particle), ())


@cache
def lexicon() -> Lexicon:
    """Read the lexicon that ships with the package.

    Examples
    --------
    >>> [deed.rung for deed in lexicon().senses("shell")]
    ['strike']
    """
    verbs: dict[tuple[str, str], list[Deed]] = {}
    nouns: dict[str, dict[Words, Deed]] = {}
    for row in cast(list[dict[str, Any]], shipped("lexicon.yaml")):
        rung, plover, cameo = row["rung"], row["plover"], str(row["cameo"])
        frame, vessel = str(row.get("frame", "")), bool(row.get("vessel"))
        for entry in row["verbs"]:
            word, _, conditions = str(entry).partition(" = ")
            lemma, _, particle = word.partition("+")
            needs = tuple(part.strip() for part in conditions.split(",") if part.strip())
            senses = verbs.setdefault((lemma.strip(), particle.strip()), [])
            for part in _by_words(needs):
                senses.append(Deed(rung, plover, cameo, frame, part, vessel))
        for entry in row["nouns"]:
            words = tuple(token.text for token in model().tokenizer(str(entry)))
            deed = Deed(rung, plover, cameo, frame if frame != "toll" else "", (), vessel)
            nouns.setdefault(words[0], {}).setdefault(words, deed)
    return Lexicon(
        {key: tuple(sorted(rows, key=_order)) for key, rows in verbs.items()},
        {
            first: tuple(sorted(rows.items(), key=lambda item: -len(item[0])))
            for first, rows in nouns.items()
        },
    )


def _by_words(needs: Words) -> tuple[Words, ...]:
    """Part what names the very words from what names a class of them."""
    barred = tuple(need for need in needs if need[0] == "!")
    named = tuple(need for need in needs if _names(need))
    other = tuple(need for need in needs if need not in named)
    return tuple(filter(None, (named and named + barred, other))) or (needs,)


def _names(need: str) -> bool:
    return need[0] == "~" or ">" in need


def _order(deed: Deed) -> int:
    """Try what a mine or a bomb does before what anyone does, and what needs nothing last."""
    if not deed.needs:
        return 2
    # "stormed the embassy" says more than "stormed a place".
    words_only = all(_names(need) or need[0] == "!" for need in deed.needs)
    return 0 if "^explosives" in deed.needs or words_only else 1


@cache
def light_verbs() -> dict[str, str]:
    """Give the verbs that lend a noun their subject, and how: ``actor`` or ``target``.

    Examples
    --------
    >>> light_verbs()["launch"], light_verbs()["suffer"]
    ('actor', 'target')
    """
    table = cast(dict[str, list[str]], shipped("light.yaml"))
    return {verb: side for side, verbs in table.items() for verb in verbs}
