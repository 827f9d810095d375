"""The page on what crises taught the dials says what ships."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "dials.md"
TAUGHT = json.loads((files("offramp.learning") / "data" / "dials.json").read_text("utf-8"))
COLUMN = {"library": 2, "library and icbe": 4}


@pytest.mark.parametrize("who", COLUMN)
def test_the_table_holds_what_ships(who: str) -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.read_text("utf-8").splitlines()
        if re.match(r"\| `[a-z-]+\.[a-z-]+`: ", line)
    ]
    told = {row[0].split("`")[1]: row[COLUMN[who]] for row in rows}
    ships = TAUGHT[who]
    assert list(told) == ships["names"]
    for n, name in enumerate(ships["names"]):
        mean, sd = (float(part) for part in told[name].split(" ± "))
        assert mean == pytest.approx(ships["mean"][n], abs=0.006)
        assert sd == pytest.approx(ships["covariance"][n][n] ** 0.5, abs=0.006)


def test_it_says_how_many_crises_taught() -> None:
    text = PAGE.read_text("utf-8")
    both = TAUGHT["library and icbe"]
    assert f"in {both['records']} records of the library" in text
    assert f"in {both['icbe']} crises of 1995 to 2002" in text
    assert TAUGHT["library"]["icbe"] == 0
