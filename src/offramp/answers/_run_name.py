"""What an answer depends on, named."""

from datetime import date

from offramp.futures import run_id
from offramp.history import from_record
from offramp.model import Parameters
from offramp.record import Record


def run_name(record: Record, as_of: date, parameters: Parameters, draws: int, seed: int) -> str:
    """Name a run by everything that its answers depend on; equal runs, equal names."""
    return run_id(from_record(record, as_of), parameters, 0, draws, seed)


def whose_beliefs(record: Record, dials: dict[str, float] | None = None) -> str:
    """Say whose priors the answers rest on.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> whose_beliefs(parse_record(new_record("two-rivals")), {"fear": 0.6})
    "The program's, but for fear = 0.6, set on the command line."
    """
    own = [f"{name} = {value:g}, set on the command line" for name, value in (dials or {}).items()]
    own += [
        f"{name} ({belief.mean:g} ± {belief.sd:g}), the record's own: {belief.why.rstrip('. ')}"
        for name, belief in record.beliefs.items()
        if name not in (dials or {})
    ]
    return "The program's." if not own else f"The program's, but for {'; '.join(own)}."
