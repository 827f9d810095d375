"""What all tests share: one compilation of the model, the shipped crisis and parameters."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from platformdirs import user_cache_path

if TYPE_CHECKING:
    from offramp.futures import Forecast, Futures
    from offramp.history import History
    from offramp.model import Parameters
    from offramp.record import Record


@pytest.fixture(scope="session", autouse=True)
def _kept_compilations(request: pytest.FixtureRequest) -> None:
    """Keep what JAX compiles from one run of the tests to the next, where they use it."""
    if "jax" not in sys.modules:
        return
    import jax

    folder: Path = user_cache_path("offramp") / "tests"
    jax.config.update("jax_compilation_cache_dir", str(folder))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.0)
    jax.config.update("jax_persistent_cache_min_entry_size_bytes", -1)


@pytest.fixture(scope="session")
def shipped() -> "Record":
    """The crisis that ships."""
    from offramp.record import open_record

    return open_record("iran-israel-2024")


@pytest.fixture(scope="session")
def parameters() -> "Parameters":
    """The parameters that ship; other counts than these 200 would be compiled anew."""
    from offramp.model import shipped_parameters

    return shipped_parameters()


@pytest.fixture(scope="session")
def invented() -> "Record":
    """A small crisis between two invented states."""
    from _invented import crisis

    return crisis()


@pytest.fixture(scope="session")
def invented_history(invented: "Record") -> "History":
    from _invented import AS_OF
    from offramp.history import from_record

    return from_record(invented, AS_OF)


@pytest.fixture(scope="session")
def shipped_history(shipped: "Record") -> "History":
    from offramp.history import from_record

    return from_record(shipped, date(2024, 4, 14))


@pytest.fixture(scope="session")
def run(parameters: "Parameters") -> "Callable[..., Futures]":
    """Run a history forward for thirty days, 5,000 times; more or other where asked."""
    from offramp.futures import simulate

    def run(history: "History", **more: Any) -> "Futures":
        asked: dict[str, Any] = {"parameters": parameters, "days": 30, "draws": 5000, **more}
        return simulate(history, **asked)

    return run


@pytest.fixture(scope="session")
def futures(invented_history: "History", run: "Callable[..., Futures]") -> "Futures":
    """The invented crisis, run forward for ninety days."""
    return run(invented_history, days=90)


@pytest.fixture(scope="session")
def ahead(invented: "Record") -> "Forecast":
    """The invented crisis, forecast for ninety days."""
    from _invented import AS_OF
    from offramp.futures import forecast

    return forecast(invented, AS_OF, days=90, draws=5000)


@pytest.fixture(scope="session")
def shipped_ahead(shipped: "Record") -> "Forecast":
    from offramp.futures import forecast

    return forecast(shipped, date(2024, 4, 14), days=90, draws=5000)
