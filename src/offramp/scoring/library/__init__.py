"""The track record over the library: forecasts on the evenings of its acts, scored."""

from offramp.scoring.library._backtest import CrisisLine, LibraryBacktest, Run, backtest_library
from offramp.scoring.library._heard import OURS
from offramp.scoring.library._misses import Miss
from offramp.scoring.library._moments import Moment, moments_of
from offramp.scoring.library._outcomes import Came, outcomes
from offramp.scoring.library._questions import POOLED, QUESTIONS, WORDS, Question, Said
from offramp.scoring.library._record import (
    SHOWN,
    LibraryRecord,
    ShortRun,
    ShortScores,
    library_record_of,
    plain_record,
    read_library_record,
    shipped_library_record,
    write_library_record,
)
from offramp.scoring.library._rivals import RIVALS
from offramp.scoring.library._scores import Scores
from offramp.scoring.library._sources import Source

__all__ = [
    "OURS", "POOLED", "QUESTIONS", "RIVALS", "SHOWN", "WORDS", "Came", "CrisisLine",
    "LibraryBacktest", "LibraryRecord", "Miss", "Moment", "Question", "Run", "Said", "Scores",
    "ShortRun", "ShortScores", "Source", "backtest_library", "library_record_of", "moments_of",
    "outcomes", "plain_record", "read_library_record", "shipped_library_record",
    "write_library_record",
]  # fmt: skip
