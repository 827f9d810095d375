"""The charts of the report: one file each, all of one shape; adding one touches this list."""

from collections.abc import Mapping

from offramp.report.charts import (
    _delay,
    _exchange,
    _highest,
    _ladder,
    _ledger_days,
    _ledger_terms,
    _next,
    _odds,
    _posture,
    _risk,
    _skill,
    _today,
)
from offramp.report.charts._shape import Chart, Key, Spec, Table

_ALL: tuple[Chart, ...] = (
    _ladder,
    _next,
    _delay,
    _risk,
    _highest,
    _odds,
    _today,
    _ledger_days,
    _ledger_terms,
    _posture,
    _exchange,
    _skill,
)

CHARTS: Mapping[str, Chart] = {chart.NAME: chart for chart in _ALL}

__all__ = ["CHARTS", "Chart", "Key", "Spec", "Table"]
