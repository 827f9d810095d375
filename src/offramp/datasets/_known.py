"""The datasets that Offramp reads; to add one, write its file and put it here."""

from collections.abc import Sequence
from difflib import get_close_matches

from offramp._errors import UsageError
from offramp.datasets._cinc import CINC
from offramp.datasets._clusters import CLUSTERS
from offramp.datasets._contract import missing_columns
from offramp.datasets._dataset import DataFile, Dataset
from offramp.datasets._icb import ICB
from offramp.datasets._icbe import ICBE
from offramp.datasets._midi import MIDI
from offramp.datasets._mie import MIE
from offramp.datasets._rivalries import TD, TSS
from offramp.datasets._ukraine import UKRAINE

KNOWN: tuple[Dataset, ...] = (MIE, MIDI, ICB, ICBE, CINC, TSS, TD, UKRAINE, CLUSTERS)


def dataset(name: str) -> Dataset:
    """Find a dataset by its name.

    Raises
    ------
    UsageError
        When there is none; the text lists them.

    Examples
    --------
    >>> dataset("mie").title
    'Militarized Interstate Events'
    """
    names = [known.name for known in KNOWN]
    if name in names:
        return KNOWN[names.index(name)]
    near = get_close_matches(name[:60], names, 1)
    meant = f' Did you mean "{near[0]}"?' if near else f" Known: {', '.join(names)}."
    raise UsageError(f'No dataset "{name[:60]}".{meant}')


def recognised(header: Sequence[str]) -> tuple[Dataset, DataFile] | None:
    """Find the file of a dataset whose columns a header has, or most of them.

    Of several, that which lacks the smallest share of its columns, and then the one with
    the most. None where every one lacks half or more.
    """
    ranked = [
        (len(missing_columns(header, file.contract)) / len(file.contract.columns),
         -len(file.contract.columns), number, known, file)
        for number, known in enumerate(KNOWN)
        for file in known.files
    ]  # fmt: skip
    lacks, _, _, known, file = min(ranked, key=lambda one: one[:3])
    return (known, file) if lacks < 0.5 else None
