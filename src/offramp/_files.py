"""Write a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from offramp._errors import OfframpError


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write `content` to `path` so that no reader ever sees half of it.

    The bytes go to a temporary file in the same folder, are flushed to disk and
    then take the name; on any failure, and on Ctrl-C, the old file stays as it was.

    Parameters
    ----------
    path : Path
        The file to write; its folder must exist.
    content : str or bytes
        Text is written as UTF-8.

    Raises
    ------
    OfframpError
        When the folder is missing or read-only, or the disk is full.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> write_atomic(folder / "a.txt", "whole")
    >>> (folder / "a.txt").read_text()
    'whole'
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode_for(path))
        temporary.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OfframpError(f"Cannot write {path}: {reason}. Nothing was written.") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _mode_for(path: Path) -> int:
    """Keep an existing file's mode; give a new one what the umask allows."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
