"""The rooms of reading: arrows between them run one way."""

import re
from graphlib import TopologicalSorter
from pathlib import Path

import offramp.reading

HOME = Path(offramp.reading.__file__).parent


def test_arrows_run_one_way() -> None:
    rooms = [folder for folder in HOME.iterdir() if (folder / "__init__.py").exists()]
    arrows: dict[str, set[str]] = {room.name: set() for room in rooms}
    for room in rooms:
        for file in room.glob("*.py"):
            used = re.findall(r"from offramp\.reading\.([a-z_]+)\b", file.read_text("utf-8"))
            arrows[room.name] |= {name for name in used if name in arrows} - {room.name}
    order = list(TopologicalSorter(arrows).static_order())
    assert order.index("documents") < order.index("english") < order.index("said")
