"""Whether a side that has acted of late acts again: momentum, the firmest signal."""

import jax.numpy as jnp
import numpy as np
from jax import Array

from offramp.model._axes import along
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing import stocks_now
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS, CHOICE_LINE_SD, WHO, on_scale
from offramp.model.terms._shape import Marks, Term

ROWS = ("own threats", "own displays", "own force", "the other's threats",
        "the other's displays", "the other's force", "clashes", "battles")  # fmt: skip

MUTUAL_ROWS = ("both sides' threats", "both sides' displays", "both sides' force", "clashes",
               "battles")  # fmt: skip

SCALES = (
    ((0.01, 0.07), (0.21, 0.39), (0.10, 0.29), (0.05, 0.18), (0.02, 0.12)),
    ((0.02, 0.11), (0.32, 0.48), (0.21, 0.40), (0.14, 0.31), (0.07, 0.31)),
    ((0.06, 0.18), (0.54, 0.61), (0.42, 0.58), (0.32, 0.50), (0.15, 0.61)),
)  # fmt: skip
"""Centre and scale of log(1 + count) of threats, displays and force by one side, of clashes and of
battles, over days, weeks and months, at the acts of MIE 1946-94, rounded."""

KINDS = (0, 1, 2, 0, 1, 2, 3, 4)
"""The kind of each mark, as `SCALES` has them."""

MOST = 4.0


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """Log counts of one's own, the other's and mutual acts, by half-life, times their weights."""
    now = stocks_now(standing)
    logs = _scaled(now, KINDS)
    own, other, mutual = logs[0:3], logs[3:6], logs[6:8]
    both = jnp.concatenate([_scaled(now[0:3] + now[3:6], KINDS), mutual])
    first = jnp.concatenate([own, other, mutual])
    second = jnp.concatenate([other, own, mutual])
    side, together = draw["momentum.side"], draw["momentum.mutual"]
    return (*_weigh(side, first), *_weigh(side, second), *_weigh(together, both))


def _scaled(counts: Array, kinds: tuple[int, ...]) -> Array:
    """Put log counts (rows, half-lives) on one scale."""
    centre, scale = np.moveaxis(np.array(SCALES, np.float32), -1, 0)
    columns = [
        on_scale(
            jnp.log1p(row), along(centre[:, kind], row[0]), along(scale[:, kind], row[0]), MOST
        )
        for row, kind in zip(counts, kinds, strict=False)
    ]
    return jnp.stack(columns)


def _weigh(weights: Array, features: Array) -> list[Array]:
    """Sum over rows and half-lives; `weights` (marks, rows, half-lives)."""
    return list((weights * features).sum((1, 2)))


TERM = Term(
    name="momentum",
    label="momentum of recent acts",
    part="choice",
    group="learned",
    priors=(
        normal(
            "momentum.side",
            f"a side's threats, displays and force per sd of log counts of {', '.join(ROWS)}, "
            "each over days, weeks and months",
            np.zeros((3, len(ROWS), len(SCALES))), CHOICE_LINE_SD, BASIS, WHO,
        ),
        normal(
            "momentum.mutual",
            f"clashes and battles per sd of log counts of {', '.join(MUTUAL_ROWS)}, each over "
            "days, weeks and months",
            np.zeros((2, len(MUTUAL_ROWS), len(SCALES))), CHOICE_LINE_SD, BASIS, WHO,
        ),
    ),
    apply=apply,
)  # fmt: skip
