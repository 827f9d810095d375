"""The ladder: the acts of a crisis, their rungs, and the crosswalks from other codings."""

from offramp.ladder._crosswalk import (
    from_cameo,
    from_icb_response,
    from_icb_trigger,
    from_mid,
    from_plover,
    goldstein,
)
from offramp.ladder._load import default_ladder, load_ladder, nearest
from offramp.ladder._rung import Ladder, Rung

__all__ = [
    "Ladder",
    "Rung",
    "default_ladder",
    "from_cameo",
    "from_icb_response",
    "from_icb_trigger",
    "from_mid",
    "from_plover",
    "goldstein",
    "load_ladder",
    "nearest",
]
