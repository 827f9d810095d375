"""A matrix as a table that a spreadsheet opens, and does not run."""

import csv
import io

from offramp._spreadsheet import harmless
from offramp.hypotheses._results import Matrix


def to_csv(matrix: Matrix) -> str:
    """Write a matrix as CSV: one row an act or signal, two columns a hypothesis.

    Parameters
    ----------
    matrix : Matrix

    Returns
    -------
    str
        With a line of names. Texts that a spreadsheet would run begin with an apostrophe.

    Examples
    --------
    >>> from datetime import date
    >>> print(to_csv(Matrix("a", date(2001, 1, 1), "r", "", (), ())), end="")
    "id","date","kind","title","spread","why it says nothing"
    """
    kept = io.StringIO()
    out = csv.writer(kept, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    names = [name for h in matrix.hypotheses for name in (h.key, f"{h.key}, log Bayes factor")]
    out.writerow([harmless(n) for n in ("id", "date", "kind", "title", *names, *LAST)])
    for row in matrix.rows:
        cells = [
            value for cell in row.cells for value in (cell.grade, round(cell.log_bayes_factor, 3))
        ]
        texts = (row.id, row.date.isoformat(), row.kind, row.title)
        spread = round(row.spread, 3)
        out.writerow([*map(harmless, texts), *cells, spread, harmless(row.why)])
    return kept.getvalue()


LAST = ("spread", "why it says nothing")
