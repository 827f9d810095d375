"""The dossier: all that is asked of one crisis as of one date, beyond its forecast."""

from offramp.dossier._compile import DEPTHS, compile_dossier
from offramp.dossier._dossier import Depth, Dossier

__all__ = ["DEPTHS", "Depth", "Dossier", "compile_dossier"]
