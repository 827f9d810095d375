"""A Markov chain looks at the last mark and at nothing else."""

import numpy as np

from offramp.history import Points
from offramp.scoring._base_rate import fit_base_rate
from offramp.scoring._markov import SHRINKAGE, fit_markov


def test_the_last_mark_alone_decides(train: Points, scored: Points) -> None:
    said = fit_markov(train).predict(scored)
    last = scored.confrontations.mark[scored.row]
    for mark in np.unique(last):
        assert len(np.unique(said.when[last == mark], axis=0)) == 1


def test_counts_by_last_mark_shrunk_to_the_base_rate(train: Points) -> None:
    table, base = fit_markov(train), fit_base_rate(train)
    after = train.confrontations.mark[train.row] == 5
    weights = train.weights()[after]
    for when in range(9):
        counted = weights @ (train.bin[after] == when) + SHRINKAGE * base.when[when]
        assert np.isclose(table.when[5, when], counted / (weights.sum() + SHRINKAGE))


def test_a_mark_never_seen_has_the_base_rate(train: Points) -> None:
    few = train.where(train.confrontations.mark[train.row] != 7)
    assert np.allclose(fit_markov(few).when[7], fit_base_rate(few).when)
