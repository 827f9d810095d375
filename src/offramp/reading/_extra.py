"""The parts that reading needs and that Offramp does without otherwise."""

from importlib import import_module
from types import ModuleType

from offramp._errors import OfframpError

INSTALL = "Install what reading needs: python3 -m pip install 'offramp[read]'"


def needed(module: str, what: str) -> ModuleType:
    """Import a module of the extra ``offramp[read]``.

    Parameters
    ----------
    module : str
        Such as ``"pypdf"``.
    what : str
        What it is needed for, as the beginning of a sentence: "Reading a PDF".

    Raises
    ------
    OfframpError
        When it is not installed; the message says what to install.

    Examples
    --------
    >>> needed("no_such_module", "Reading a scroll")
    Traceback (most recent call last):
        ...
    offramp._errors.OfframpError: Reading a scroll needs no_such_module, which is not here. \
Install what reading needs: python3 -m pip install 'offramp[read]'
    """
    try:
        return import_module(module)
    except ImportError:
        package = module.partition(".")[0]
        missing = f"{what} needs {package}, which is not here. {INSTALL}"
        raise OfframpError(missing) from None
