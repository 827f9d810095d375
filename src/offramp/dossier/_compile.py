"""Put a dossier together, as deep as there is time for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np

from offramp._errors import UsageError
from offramp.answers import Contrast, act_effect, ask_all, read_question
from offramp.claims import Claims, judge
from offramp.dossier._dossier import Depth, Dossier
from offramp.history import MAIN, from_record
from offramp.hypotheses import matrix
from offramp.likeness import Likeness, like, published
from offramp.model import Parameters
from offramp.offramps import search
from offramp.record import Record, library, open_record
from offramp.sensitivity import hinges, watch

DEPTHS: tuple[Depth, ...] = ("quick", "usual", "full")
"""Nothing beyond the forecast; what takes some seconds; what takes a minute or two."""

DRAWS = 4_000
"""Futures of contrasts: their arms share their luck, so few are enough."""

MOVES: dict[Depth, int] = {"usual": 1, "full": 3}
"""How many moves an off-ramp puts together at most."""

CLOSELY = 2
"""Claims whose verdicts are drawn over two dials."""

Progress = Callable[[str, int, int], None]


def compile_dossier(
    record: Record, as_of: date, depth: Depth = "usual", seed: int = 0,
    parameters: Parameters | None = None, beliefs: str | None = None,
    progress: Progress | None = None,
) -> Dossier:  # fmt: skip
    """Ask a crisis all that there is to ask.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    as_of : datetime.date
    depth : str
        ``quick`` for an empty dossier; ``usual`` with single moves as off-ramps and without
        what an answer hinges on; ``full`` with all.
    seed : int
    parameters : Parameters, optional
        The shipped ones where left out.
    beliefs : str, optional
        Whose priors these are; as the record says where left out.
    progress : callable, optional
        Called with a word, how much is done, and how much there is.

    Returns
    -------
    Dossier

    Raises
    ------
    UsageError
        When nothing had happened by then, or a question of the record cannot be read.
    """
    if depth == "quick":
        return Dossier()
    tell = progress or _say_nothing
    questions = [
        read_question(record, one.ask, as_of) for one in record.questions if one.as_of == as_of
    ]
    tell("what the latest act changed", 0, 1)
    act = _latest(record, as_of)
    effect = act_effect(record, act, as_of, DRAWS, seed, parameters) if act else None
    tell("what the latest act changed", 1, 1)
    asked = None
    if questions:
        asked = ask_all(record, questions, as_of, 10_000, seed, parameters, beliefs, progress)
    claims = None
    if any(claim.test is None or claim.test.as_of <= as_of for claim in record.claims):
        claims = judge(record, as_of, DRAWS, seed, parameters, progress, beliefs)
        if depth == "full":
            claims = _closely(claims, record, seed, parameters, beliefs)
    tell("hypotheses and what to watch", 0, 1)
    weighed = matrix(record, as_of, parameters, beliefs)
    seen = watch(record, as_of, None, 10_000, seed, parameters, beliefs)
    tell("hypotheses and what to watch", 1, 1)
    found = search(
        record, as_of, seed=seed, parameters=parameters, progress=progress, beliefs=beliefs,
        most=MOVES[depth],
    )  # fmt: skip
    carried = None
    if depth == "full":
        carried = hinges(
            record, as_of, seed=seed, parameters=parameters, beliefs=beliefs, progress=progress
        )
    tell("crises like this one", 0, 1)
    alike = _alike(record, as_of, seed, parameters)
    tell("crises like this one", 1, 1)
    return Dossier(effect, asked, claims, weighed, found, seen, carried, alike)


def _alike(
    record: Record, as_of: date, seed: int, parameters: Parameters | None
) -> Likeness | None:
    """Look for crises like this one; None where none was over by then."""
    others = [open_record(folder) for name, folder in library().items() if name != record.id]
    try:
        return like(record, others, as_of, False, DRAWS, seed, parameters, published())
    except UsageError:
        return None


def _closely(
    claims: Claims, record: Record, seed: int, parameters: Parameters | None, beliefs: str | None
) -> Claims:
    """Look closely at the contrasts whose verdicts the least would change."""
    near = {
        claim.id: abs(claim.must_believe.turns[0].sds)
        for claim in claims.claims
        if isinstance(claim.answer, Contrast) and claim.must_believe and claim.must_believe.turns
    }
    chosen = sorted(near, key=lambda name: near[name])[:CLOSELY]
    if not chosen:
        return claims
    looked = judge(
        record, claims.as_of, claims.draws, seed, parameters, None, beliefs, chosen, closely=True
    )
    better = {claim.id: claim for claim in looked.claims}
    return replace(claims, claims=tuple(better.get(claim.id, claim) for claim in claims.claims))


def _latest(record: Record, as_of: date) -> str | None:
    """Give the latest act outside the shadow war; None where all belong to it."""
    history = from_record(record, as_of)
    main = np.flatnonzero((history.events.valid > 0) & (history.events.stream == MAIN))
    return history.acts[int(main[-1])] if main.size else None


def _say_nothing(_step: str, _done: int, _total: int) -> None:
    """Report no progress."""
