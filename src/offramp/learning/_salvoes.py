"""The shapes of the exchange, learned from what was launched at Ukraine and stopped."""

import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from numpyro.diagnostics import effective_sample_size, split_gelman_rubin

from offramp._errors import OfframpError
from offramp._extras import part
from offramp.datasets import MUNITIONS
from offramp.learning._salvo_model import Reports, sample
from offramp.model import KINDS
from offramp.model._exchange import PRIORS, SPREAD_BOUNDS, UNDEFENDED

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

BASIS = {
    "exchange.stop-kind": (
        "Beta-binomial on national air force reports of single kinds, Ukraine from late 2022, with "
        "a level by kind that moves from month to month (NUTS); log-odds against drones, averaged "
        "over months. 'Stopped' is the defender's claim; a defender's level does not carry over. "
        "Halved and widened for ballistic and air-launched missiles and rockets, which flew "
        "mostly at undefended targets; artillery is judgement."
    ),
    "exchange.spread": (
        "The same fit: correlation between munitions of one report, given the month's level. "
        "Artillery is judgement."
    ),
}
"""What the learned parameters rest on, by name."""

_OFFERED = ("level", "drift", "persistence", "spread", "monthly")


@dataclass(frozen=True)
class Salvoes:
    """Reports of one kind of munition each: how many were launched, how many stopped.

    Attributes
    ----------
    kind : array (reports,)
        Index in `offramp.datasets.MUNITIONS`.
    month : array (reports,)
        12 · year + month.
    launched, stopped : array (reports,)
        Whole numbers, with 0 <= stopped <= launched and at least one launched.
    """

    kind: Ints
    month: Ints
    launched: Floats
    stopped: Floats

    def __post_init__(self) -> None:
        if not len(self.kind):
            raise OfframpError(
                "There is no salvo to learn from: no report names a single kind and says both how "
                "many were launched and how many were stopped."
            )
        bad = (self.kind < 0) | (self.kind >= len(MUNITIONS)) | (self.launched < 1)
        bad |= (self.stopped < 0) | (self.stopped > self.launched)
        bad |= (self.launched % 1 != 0) | (self.stopped % 1 != 0)
        if bad.any():
            row = int(np.argmax(bad))
            raise OfframpError(
                f"Report {row + 1}: kind {self.kind[row]}, {self.launched[row]:g} launched, "
                f"{self.stopped[row]:g} stopped. Right would be a kind from 0 to "
                f"{len(MUNITIONS) - 1}, at least 1 launched, and no more stopped than launched, "
                "in whole numbers."
            )

    @classmethod
    def from_table(cls, table: Any) -> "Salvoes":
        """Take the table that `offramp.datasets.open_dataset` gives for ``ukraine``.

        Parameters
        ----------
        table : pyarrow.Table
            With columns ``kind``, ``month``, ``launched`` and ``stopped``.

        Raises
        ------
        OfframpError
            When there is no report, or one that cannot be.
        """
        kind, month, launched, stopped = (
            table.column(name).to_numpy() for name in ("kind", "month", "launched", "stopped")
        )
        return cls(
            kind.astype(np.int64), month.astype(np.int64),
            launched.astype(np.float64), stopped.astype(np.float64),
        )  # fmt: skip

    @property
    def first(self) -> int:
        """The first month."""
        return int(self.month.min())

    @property
    def months(self) -> int:
        """How many months there are from the first to the last."""
        return int(self.month.max()) - self.first + 1

    def reports(self, before: int | None = None) -> Reports:
        """Lay the reports out for the sampler; those from month `before` on are unknown to it."""
        known = np.ones(len(self.month)) if before is None else (self.month < before) * 1.0
        return Reports(self.kind, self.month - self.first, self.launched, self.stopped, known)


@dataclass(frozen=True)
class SalvoPosterior:
    """What is believed about the shapes of exchanges after the reports.

    Attributes
    ----------
    draws : dict of str to array
        ``level``, ``drift`` and ``spread`` (chains, draws, kinds); ``persistence``
        (chains, draws); ``monthly`` (chains, draws, kinds, months), log-odds of being stopped.
    stats : dict of str to array
        ``diverging``, ``num_steps`` and ``potential_energy``, each (chains, draws).
    first : int
        The first month, 12 · year + month.
    reports : tuple of int
        How many reports each kind rests on.
    seed : int
        What the draws were made with.
    """

    draws: dict[str, Floats]
    stats: dict[str, Floats]
    first: int
    reports: tuple[int, ...]
    seed: int

    @property
    def order(self) -> Floats:
        """Log-odds of being stopped against drones, mean over months; (chains, draws, kinds)."""
        mean = self.draws["monthly"].mean(-1)
        return mean - mean[..., :1]

    @property
    def divergences(self) -> int:
        """How many draws followed a path that left the posterior's slope."""
        return int(self.stats["diverging"].sum())

    @cached_property
    def r_hat(self) -> dict[str, float]:
        """The worst split R-hat of each quantity; near 1 where chains agree."""
        return {name: _worst(split_gelman_rubin, draws, max) for name, draws in self._told()}

    @cached_property
    def ess(self) -> dict[str, float]:
        """The smallest effective number of draws of each quantity."""
        return {name: _worst(effective_sample_size, draws, min) for name, draws in self._told()}

    def inference_data(self) -> Any:
        """Give the draws in the form that ArviZ opens; the reports themselves are left out.

        Returns
        -------
        xarray.DataTree
            Groups ``posterior`` and ``sample_stats``; dimensions ``kind`` and ``month``.
        """
        from_dict = part("learn", "arviz_base").from_dict

        last = self.first + self.draws["monthly"].shape[-1]
        months = [month_name(month) for month in range(self.first, last)]
        by_kind = {name: ["kind"] for name in ("level", "drift", "spread", "order")}
        stats = {
            "diverging": self.stats["diverging"].astype(bool),
            "n_steps": self.stats["num_steps"],
            "lp": -self.stats["potential_energy"],
        }
        return from_dict(
            {"posterior": {**self.draws, "order": self.order}, "sample_stats": stats},
            coords={"kind": list(MUNITIONS), "month": months},
            dims={**by_kind, "monthly": ["kind", "month"]},
            attrs={"posterior": {"seed": self.seed, "reports": list(self.reports)}},
        )

    def _told(self) -> tuple[tuple[str, Floats], ...]:
        return (*self.draws.items(), ("order", self.order[..., 1:]))


def fit_salvoes(
    salvoes: Salvoes,
    seed: int,
    chains: int = 2,
    warmup: int = 500,
    draws: int = 500,
    before: int | None = None,
) -> SalvoPosterior:
    """Learn how kinds order and how far nights differ, by NUTS.

    Stopping is beta-binomial by kind, as in `offramp.model.exchange`. The log-odds of each
    kind have a level, N(0, 2²), and stray from it month by month as a stationary
    autoregression: the log of its width has prior N(log 0.7, 0.6²) by kind, its persistence
    Beta(2, 1). The log-odds of the spread have prior N(-1, 1²).

    Parameters
    ----------
    salvoes : Salvoes
    seed : int
        Fixes the draws.
    chains, warmup, draws : int
        Chains, and steps of each.
    before : int, optional
        Learn only from months before this one (12 · year + month); the months after it are
        foretold.

    Returns
    -------
    SalvoPosterior

    Raises
    ------
    OfframpError
        When no report is left before `before`.

    Examples
    --------
    >>> few = Salvoes(np.array([0, 2]), np.array([1, 2]), np.array([9.0, 4]), np.array([8.0, 0]))
    >>> fit_salvoes(few, seed=1, chains=1, warmup=100, draws=50).order.shape
    (1, 50, 5)
    """
    reports = salvoes.reports(before)
    known = reports.known > 0
    if not known.any():
        raise OfframpError("No report is left to learn from before the first month to foretell.")
    found, stats = sample(reports, seed, len(MUNITIONS), salvoes.months, chains, warmup, draws)
    counts = np.bincount(salvoes.kind[known], minlength=len(MUNITIONS))
    return SalvoPosterior(
        {name: np.asarray(found[name], float) for name in _OFFERED},
        {name: np.asarray(values, float) for name, values in stats.items()},
        salvoes.first,
        tuple(int(count) for count in counts),
        seed,
    )


def exchange_draws(
    posterior: SalvoPosterior, count: int, seed: int
) -> dict[str, NDArray[np.float32]]:
    """Draw the parameters of the exchange that the log can tell of, for another defender.

    Parameters
    ----------
    posterior : SalvoPosterior
    count : int
        How many draws.
    seed : int
        Fixes which draws are taken, and how they are widened.

    Returns
    -------
    dict of str to array (count, 6)
        ``exchange.stop-kind``: the order of kinds, halved where targets were mostly undefended
        (`offramp.model._exchange.UNDEFENDED`), and widened by the width of that prior, which is
        what another defender may differ by. ``exchange.spread``: as learned, within the bounds
        of what an exchange can be drawn with. Artillery, which the log does not hold, comes
        from the prior. What each rests on is in `BASIS`.
    """
    priors = {prior.name: prior for prior in PRIORS}
    order, spread = (
        draws.reshape(-1, len(MUNITIONS)) for draws in (posterior.order, posterior.draws["spread"])
    )
    rng = np.random.Generator(np.random.Philox([seed, zlib.crc32(b"exchange")]))
    taken = rng.choice(len(order), count, replace=count > len(order))
    learned = {"exchange.stop-kind": order[taken] * UNDEFENDED, "exchange.spread": spread[taken]}
    widths = {"exchange.stop-kind": priors["exchange.stop-kind"].sd[: len(MUNITIONS)]}
    drawn: dict[str, NDArray[np.float32]] = {}
    for name, values in learned.items():
        prior = priors[name]
        full = prior.mean + prior.sd * rng.standard_normal((count, len(KINDS)))
        wider = widths.get(name, np.zeros(len(MUNITIONS)))
        full[:, : len(MUNITIONS)] = values + wider * rng.standard_normal(values.shape)
        drawn[name] = full.astype(np.float32)
    drawn["exchange.spread"] = np.clip(drawn["exchange.spread"], *SPREAD_BOUNDS)
    return drawn


def month_name(month: int) -> str:
    """Write a month, counted as 12 · year + month.

    Examples
    --------
    >>> month_name(12 * 2023 + 12)
    '2023-12'
    """
    return f"{(month - 1) // 12}-{(month - 1) % 12 + 1:02}"


def _worst(measure: Any, draws: Floats, pick: Any) -> float:
    return float(pick(np.ravel(measure(draws))))
