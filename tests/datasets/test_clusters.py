"""Which confrontations are one crisis."""

from pathlib import Path

import numpy as np

from datasets._made import cluster, write
from offramp.datasets import open_dataset
from offramp.datasets._clusters import CONFRONTATION, CRISIS, clusters_of


def test_ids_of_the_two_kinds_do_not_mix(tmp_path: Path) -> None:
    rows = [cluster("m", 1, 5), cluster("c", 1, 6), cluster("m", 3, 6)]
    tables = {"clusters": open_dataset(write(tmp_path, "clusters", rows))}
    numbers = np.array([1, 3, 3, 2])
    assert clusters_of(tables, CONFRONTATION, numbers).tolist() == [5, 6, 6, -3]
    assert clusters_of(tables, CRISIS, numbers).tolist()[0] == 6


def test_without_a_table_each_is_alone_and_kinds_stay_apart() -> None:
    numbers = np.arange(1, 10_000)
    alone = [set(clusters_of({}, kind, numbers).tolist()) for kind in (CONFRONTATION, CRISIS)]
    assert [len(found) for found in alone] == [9_999, 9_999]
    assert not alone[0] & alone[1]
    assert max(max(found) for found in alone) < 0
