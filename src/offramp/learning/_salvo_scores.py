"""How well the shapes of the exchange foretell months that they were not learned from."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array
from numpy.typing import NDArray

from offramp._errors import OfframpError
from offramp.datasets import MUNITIONS
from offramp.learning._salvoes import Salvoes, SalvoPosterior, fit_salvoes, month_name
from offramp.model._exchange import stopped_log_density

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Belief = tuple[Floats, Floats]
"""Draws of the log-odds of being stopped, and of the spread."""
Progress = Callable[[str, int, int], None]

MODELS = ("offramp", "yearly", "binomial")
"""``yearly``: a beta-binomial by kind on the last twelve months, its mean and spread as uncertain
as these leave them. ``binomial``: the same twelve months' share by kind, half a munition added to
those stopped and to those not, and each munition on its own."""

YEAR = 12
RESAMPLES = 2000
ALONE = 1e-7
"""A spread at which munitions of a night share no luck to speak of."""
YEARLY_DRAWS = 400
MEANS, SPREADS = np.linspace(-7, 7, 113), np.linspace(-5, 4, 73)


@dataclass(frozen=True)
class SalvoScore:
    """How one model did on all reports of the months foretold.

    Attributes
    ----------
    model : str
    log_score : float
        Mean log-probability of what was reported, in nats per report: higher is better.
    cover_50, cover_90 : float
        How often the central intervals hold what was reported, by randomised PIT.
    """

    model: str
    log_score: float
    cover_50: float
    cover_90: float


@dataclass(frozen=True)
class SalvoDifference:
    """How much better the model's log score is than another's, in nats per report.

    `low` and `high` bound 95 % of resamples of whole months.
    """

    against: str
    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class SalvoKindScore:
    """The log scores of one kind of munition, by model, in nats per report."""

    kind: str
    reports: int
    log_scores: dict[str, float]


@dataclass(frozen=True)
class SalvoScores:
    """Scores on months ahead of those learned from.

    Attributes
    ----------
    reports, months : int
        How many were foretold.
    cuts : tuple of str
        The first month foretold from each cut, such as ``2023-10``.
    ahead : int
        How many months are foretold from each cut.
    scores : tuple of SalvoScore
        The model and its two baselines.
    differences : tuple of SalvoDifference
    kinds : tuple of SalvoKindScore
        Those that were reported in the months foretold.
    divergences : int
        Summed over cuts.
    r_hat : float
        The worst over cuts.
    seed : int
    """

    reports: int
    months: int
    cuts: tuple[str, ...]
    ahead: int
    scores: tuple[SalvoScore, ...]
    differences: tuple[SalvoDifference, ...]
    kinds: tuple[SalvoKindScore, ...]
    divergences: int
    r_hat: float
    seed: int


def score_salvoes(
    salvoes: Salvoes,
    seed: int,
    ahead: int = 3,
    chains: int = 2,
    warmup: int = 300,
    draws: int = 300,
    progress: Progress | None = None,
) -> SalvoScores:
    """Foretell each month from the second year on, from the months before it.

    Cuts follow each other at `ahead` months, so that every report is foretold once, from one
    to `ahead` months before; model and baselines see the same months.

    Parameters
    ----------
    salvoes : Salvoes
    seed : int
        Fixes the draws, the random part of PIT, and which months are resampled.
    ahead : int
        Months foretold from each cut.
    chains, warmup, draws : int
        As in `offramp.learning.fit_salvoes`.
    progress : callable, optional
        Told what is done, how many cuts are and how many there are.

    Returns
    -------
    SalvoScores

    Raises
    ------
    OfframpError
        When the reports span a year or less.
    """
    cuts = range(salvoes.first + YEAR, salvoes.first + salvoes.months, ahead)
    if not cuts:
        raise OfframpError(
            f"The reports span {salvoes.months} months. To score months ahead, a year is needed to "
            "learn from and at least one month after it."
        )
    rng = np.random.default_rng(seed)
    log_scores, pit = np.full((2, len(MODELS), len(salvoes.kind)), np.nan)
    divergences, r_hat = 0, 0.0
    for done, cut in enumerate(cuts):
        if progress:
            progress("Foretelling salvoes", done, len(cuts))
        posterior = fit_salvoes(salvoes, seed + done, chains, warmup, draws, before=cut)
        held = np.flatnonzero((salvoes.month >= cut) & (salvoes.month < cut + ahead))
        for model, beliefs in enumerate(_beliefs(salvoes, posterior, held, cut, rng)):
            for row, belief in zip(held, beliefs, strict=True):
                log_scores[model, row], pit[model, row] = _foretell(
                    salvoes.launched[row], salvoes.stopped[row], belief, rng.random()
                )
        divergences += posterior.divergences
        r_hat = max(r_hat, *posterior.r_hat.values())
    if progress:
        progress("Foretelling salvoes", len(cuts), len(cuts))
    told = salvoes.month >= cuts[0]
    log_scores, pit, month = log_scores[:, told], pit[:, told], salvoes.month[told]
    return SalvoScores(
        reports=int(told.sum()),
        months=len(np.unique(month)),
        cuts=tuple(month_name(cut) for cut in cuts),
        ahead=ahead,
        scores=tuple(
            SalvoScore(model, float(log.mean()), _cover(rank, 0.5), _cover(rank, 0.9))
            for model, log, rank in zip(MODELS, log_scores, pit, strict=True)
        ),
        differences=tuple(
            _difference(model, log_scores[0] - log, month, rng)
            for model, log in zip(MODELS[1:], log_scores[1:], strict=True)
        ),
        kinds=_by_kind(salvoes.kind[told], log_scores),
        divergences=divergences,
        r_hat=r_hat,
        seed=seed,
    )


def salvo_table(scores: SalvoScores) -> str:
    """Set scores out as plain text.

    Parameters
    ----------
    scores : SalvoScores

    Returns
    -------
    str
        Several lines, the last without a line break.
    """
    gaps = {gap.against: gap for gap in scores.differences}
    lines = [
        f"{scores.reports} reports in {scores.months} months, foretold 1 to {scores.ahead} months "
        f"ahead from {len(scores.cuts)} cuts ({scores.cuts[0]} to {scores.cuts[-1]})",
        f"{'':14}{'log score':>10}{'50 %':>8}{'90 %':>8}   offramp is better by",
    ]
    for score in scores.scores:
        line = f"{score.model:14}{score.log_score:10.3f}{score.cover_50:8.3f}{score.cover_90:8.3f}"
        if score.model in gaps:
            gap = gaps[score.model]
            line += f"   {gap.mean:.3f} [{gap.low:.3f}, {gap.high:.3f}]"
        lines.append(line)
    lines.append(f"{'by kind':14}{'reports':>10}" + "".join(f"{model:>10}" for model in MODELS))
    lines += [
        f"{kind.kind:14}{kind.reports:10}"
        + "".join(f"{kind.log_scores[model]:10.3f}" for model in MODELS)
        for kind in scores.kinds
    ]
    return "\n".join(lines)


def _beliefs(
    salvoes: Salvoes, posterior: SalvoPosterior, held: Ints, cut: int, rng: np.random.Generator
) -> tuple[list[Belief], ...]:
    """Give what each model believes of each report held out, in the order of `MODELS`."""
    monthly, spread = (
        posterior.draws[name].reshape(-1, *posterior.draws[name].shape[2:])
        for name in ("monthly", "spread")
    )
    kinds, months = salvoes.kind[held], salvoes.month[held] - salvoes.first
    recent = (salvoes.month >= cut - YEAR) & (salvoes.month < cut)
    last_year = [recent & (salvoes.kind == kind) for kind in range(len(MUNITIONS))]
    stopped = [salvoes.stopped[rows] for rows in last_year]
    launched = [salvoes.launched[rows] for rows in last_year]
    yearly = [_yearly(*of, rng) for of in zip(stopped, launched, strict=True)]
    alone = [_binomial(*of) for of in zip(stopped, launched, strict=True)]
    return (
        [(monthly[:, k, m], spread[:, k]) for k, m in zip(kinds, months, strict=True)],
        [yearly[kind] for kind in kinds],
        [alone[kind] for kind in kinds],
    )


def _foretell(launched: float, stopped: float, belief: Belief, luck: float) -> tuple[float, float]:
    """Give the log-probability of what was stopped and its randomised PIT."""
    # Few lengths, so that few are compiled.
    length = 1 << int(launched).bit_length()
    with jax.enable_x64(True):
        log_chance = np.asarray(_log_chances(*belief, launched, length))
    here = log_chance[int(stopped)]
    below = np.exp(log_chance[: int(stopped)]).sum()
    return float(here), float(below + luck * np.exp(here))


@partial(jax.jit, static_argnames=("length",))
def _log_chances(logit: Array, spread: Array, launched: Array, length: int) -> Array:
    """Give the log-chance of 0, 1, ... stopped, averaged over draws; (length,)."""
    stopped = jnp.arange(length) * 1.0
    within = stopped <= launched
    density = stopped_log_density(
        jnp.where(within, stopped, 0.0), launched, logit[:, None], spread[:, None]
    )
    mean = jax.nn.logsumexp(density, axis=0) - jnp.log(logit.size)
    return jnp.where(within, mean, -jnp.inf)


def _yearly(stopped: Floats, launched: Floats, rng: np.random.Generator) -> Belief:
    """Draw the log-odds and spread of a kind's year, on the priors that the model has."""
    logit, spread = np.meshgrid(MEANS, 1 / (1 + np.exp(-SPREADS)), indexing="ij")
    weight = -((MEANS[:, None] / 2) ** 2 + (SPREADS[None, :] + 1) ** 2) / 2
    with jax.enable_x64(True):
        for report in zip(stopped, launched, strict=True):
            weight = weight + np.asarray(_on_grid(*report, logit, spread))
    chance = np.exp(weight - weight.max()).ravel()
    taken = rng.choice(chance.size, YEARLY_DRAWS, p=chance / chance.sum())
    return logit.ravel()[taken], spread.ravel()[taken]


_on_grid = jax.jit(stopped_log_density)


def _binomial(stopped: Floats, launched: Floats) -> Belief:
    ours, rest = stopped.sum() + 0.5, (launched - stopped).sum() + 0.5
    return np.array([np.log(ours / rest)]), np.array([ALONE])


def _cover(pit: Floats, share: float) -> float:
    return float((np.abs(pit - 0.5) <= share / 2).mean())


def _difference(
    against: str, gap: Floats, month: Ints, rng: np.random.Generator
) -> SalvoDifference:
    _, which = np.unique(month, return_inverse=True)
    sums, counts = np.bincount(which, gap), np.bincount(which)
    taken = rng.integers(len(counts), size=(RESAMPLES, len(counts)))
    low, high = np.quantile(sums[taken].sum(1) / counts[taken].sum(1), [0.025, 0.975])
    return SalvoDifference(against, float(gap.mean()), float(low), float(high))


def _by_kind(kind: Ints, log_scores: Floats) -> tuple[SalvoKindScore, ...]:
    return tuple(
        SalvoKindScore(
            name,
            int((kind == k).sum()),
            {m: float(log_scores[row, kind == k].mean()) for row, m in enumerate(MODELS)},
        )
        for k, name in enumerate(MUNITIONS)
        if (kind == k).any()
    )
