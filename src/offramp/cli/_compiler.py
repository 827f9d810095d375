"""Set up JAX for a command: on the processor, with its compilations kept."""

import gc
import os
import tempfile
import warnings
from pathlib import Path

from offramp._cache import cache_folder


def set_up_compiler() -> None:
    """Keep JAX's compilations in the cache folder, so that only the first run pays for them.

    What the user set himself for JAX stands. A folder that cannot be written is done
    without.
    """
    os.environ.setdefault("JAX_PLATFORMS", "cpu")
    import jax

    folder = cache_folder() / "jax"
    if getattr(jax.config, "jax_compilation_cache_dir", None) is None and _usable(folder):
        jax.config.update("jax_compilation_cache_dir", str(folder))
        jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.0)
        jax.config.update("jax_persistent_cache_min_entry_size_bytes", -1)
    # Tracing makes objects by the hundred thousand that live on; to look through them again
    # and again takes a tenth of a run.
    gc.set_threshold(100_000, 50, 50)
    # A cache that fails later, on a full disk say, costs time and nothing else.
    warnings.filterwarnings("ignore", message=".*persistent compilation cache.*")


def _usable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
