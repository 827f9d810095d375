"""A folder of parameters, as a fold has."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from offramp.model import shipped_parameters


def keep_parameters(folder: Path, until: date, draws: int = 20) -> None:
    """Keep the first draws of the shipped set, as if they had been learned up to a day."""
    shipped = shipped_parameters()
    held: dict[str, Any] = {name: shipped.values[name][:draws] for name in shipped.learned}
    text = json.dumps({"basis": "Made up.", "until": until.isoformat()})
    folder.mkdir(parents=True)
    np.savez_compressed(folder / "parameters.npz", manifest=np.array(text), **held)
