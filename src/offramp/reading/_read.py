"""Read documents with a coder, hold what it finds to them, and join it."""

from collections.abc import Callable, Sequence

from offramp.reading.documents._clean import clean
from offramp.reading.documents._source import Source
from offramp.reading.drafts._items import Coder, Draft
from offramp.reading.drafts._join import join
from offramp.reading.verifying._verify import verify

Progress = Callable[[str, int, int], None]


def read_documents(
    sources: Sequence[Source], coder: Coder, progress: Progress | None = None
) -> Draft:
    """Read documents into one draft.

    Parameters
    ----------
    sources : sequence of Source
    coder : Coder
        Reads one source without what is no prose in it; whatever it finds is verified.
    progress : callable, optional
        Called with a step, how many documents are done, and how many there are.

    Returns
    -------
    Draft

    Examples
    --------
    >>> read_documents([], coder=lambda source: Draft((source,))).acts
    ()
    """
    drafts: list[Draft] = []
    for done, source in enumerate(sources):
        if progress is not None:
            progress("documents", done, len(sources))
        drafts.append(verify(coder(clean(source))))
    if progress is not None:
        progress("documents", len(sources), len(sources))
    return join(drafts)
