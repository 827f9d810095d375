"""Where Offramp keeps what it can make again."""

import os
from pathlib import Path

VARIABLE = "OFFRAMP_CACHE_DIR"


def cache_folder() -> Path:
    """Return the folder for what is slow to make and can be made again; it may not exist.

    Returns
    -------
    Path
        What ``OFFRAMP_CACHE_DIR`` says, else the user's cache folder of Offramp.

    Examples
    --------
    >>> os.environ["OFFRAMP_CACHE_DIR"] = "kept"
    >>> cache_folder().name
    'kept'
    >>> del os.environ["OFFRAMP_CACHE_DIR"]
    """
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen)
    # Imported late: it takes a third of the time in which a command prints its help.
    from platformdirs import user_cache_path

    return user_cache_path("offramp")
