"""Write a folder whole or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from offramp._errors import OfframpError, UsageError
from offramp._files import write_atomic


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a new folder so that no reader ever sees half of it.

    Parameters
    ----------
    folder : Path
        Must not exist, or be an empty folder; the folder that it lies in must exist.
    files : mapping of str to bytes
        By path inside the folder, with ``/``.

    Raises
    ------
    UsageError
        When there is something at `folder` already.
    OfframpError
        When it cannot be written; nothing is left behind then.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp()) / "new"
    >>> write_folder(folder, {"in/a.txt": b"whole"})
    >>> (folder / "in" / "a.txt").read_text()
    'whole'
    """
    if folder.is_symlink() or (folder.exists() and not _empty(folder)):
        raise UsageError(f"There is something at {folder} already. Give --out a new folder.")
    made: Path | None = None
    try:
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".part"))
        for name, content in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(path, content)
        made.chmod(folder.stat().st_mode & 0o777 if folder.exists() else 0o755)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OfframpError(f"Cannot write {folder}: {reason}. Nothing was written.") from error
    finally:
        if made is not None and made.exists():
            with suppress(OSError):
                shutil.rmtree(made)


def _empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())
