"""What was said at each moment of a crisis and what came; kept, so that a run can be resumed."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from offramp._files import write_atomic
from offramp._version import __version__
from offramp.futures import run_id
from offramp.history import Points
from offramp.model import Parameters
from offramp.scoring.library._moments import Moment
from offramp.scoring.library._ours import DAYS, FUTURES, say_ours
from offramp.scoring.library._outcomes import Came, outcomes
from offramp.scoring.library._questions import QUESTIONS, Said
from offramp.scoring.library._rivals import RIVALS, say_rivals
from offramp.scoring.library._shipped_base_rate import NAME, say_shipped

OURS = "offramp"

FORM = "1"
"""Raised when the questions or the baselines change, so that nothing older is taken for new."""


@dataclass(frozen=True)
class Heard:
    """One moment: what each forecaster said of it, and what came.

    Attributes
    ----------
    moment : Moment
    said : dict of str to Said
        By forecaster.
    came : dict of str to Came
        By the key of the question; only those that are resolved.
    """

    moment: Moment
    said: Mapping[str, Said]
    came: Mapping[str, Came]


def hear(
    moments: Sequence[Moment], parameters: Parameters, train: Points | None, kept: Path,
    futures: int = FUTURES, seed: int = 0, told: Callable[[int], None] | None = None,
) -> tuple[Heard, ...]:  # fmt: skip
    """Ask every forecaster at each moment of a crisis, or look up what it said before.

    Parameters
    ----------
    moments : sequence of Moment
        Of one crisis.
    parameters : Parameters
        Offramp's.
    train : Points, optional
        What the baselines are fitted to; where left out, what they said before is looked up,
        and where they said nothing, the base rate that ships stands alone.
    kept : Path
        A folder without a trailing name: ``ours.json`` and ``rivals.json`` are kept in it.
    futures, seed : int
    told : callable, optional
        Called with how many moments are done.

    Returns
    -------
    tuple of Heard
    """
    if not moments:
        return ()
    tell = told or (lambda _done: None)
    # Fitting the baselines keeps one processor busy, reading a history another.
    with ThreadPoolExecutor(max_workers=1) as pool:
        fitting = pool.submit(_rivals, moments, train, kept / "rivals.json")
        ours = _ours(moments, parameters, kept / "ours.json", futures, seed, tell)
        rivals = fitting.result()
    tell(len(moments))
    return tuple(
        Heard(
            moment, {OURS: ours[at], **{name: said[at] for name, said in rivals.items()}},
            outcomes(moment),
        )
        for at, moment in enumerate(moments)
    )  # fmt: skip


def _ours(
    moments: Sequence[Moment], parameters: Parameters, path: Path, futures: int, seed: int,
    tell: Callable[[int], None],
) -> list[Said]:  # fmt: skip
    runs = [run_id(one.history, parameters, DAYS, futures, seed) for one in moments]
    mark = _digest(FORM, *runs)
    held = _read(path, mark)
    if held is not None:
        return held[OURS]
    said: list[Said] = []
    for done, moment in enumerate(moments):
        tell(done)
        said.append(say_ours(moment, parameters, futures, seed))
    _write(path, mark, {OURS: said})
    return said


def _rivals(moments: Sequence[Moment], train: Points | None, path: Path) -> dict[str, list[Said]]:
    mark = _digest(FORM, __version__, *(one.history.digest() for one in moments))
    if train is None:
        held = _read(path, mark)
        return {NAME: [say_shipped(one) for one in moments]} if held is None else held
    fitted = _digest(mark, *(np.ascontiguousarray(part) for part in (train.day, train.mark)))
    held = _read(path, mark, fitted)
    if held is None:
        held = say_rivals(train, moments)
        _write(path, mark, held, fitted)
    return held


def _digest(*parts: Any) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() if isinstance(part, str) else bytes(part))
    return digest.hexdigest()


def _write(path: Path, mark: str, said: Mapping[str, list[Said]], fitted: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, json.dumps({"mark": mark, "fitted": fitted, "said": said}))


def _read(path: Path, mark: str, fitted: str | None = None) -> dict[str, list[Said]] | None:
    """Read what was said before; None where it is missing, broken, or of something else."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["mark"] != mark or fitted not in (None, data["fitted"]):
            return None
        said = {
            str(name): [{str(k): tuple(map(float, v)) for k, v in one.items()} for one in each]
            for name, each in data["said"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    known = {question.key for question in QUESTIONS}
    whole = set(said) in ({OURS}, set(RIVALS)) and all(
        set(one) == known for each in said.values() for one in each
    )
    return said if whole else None
