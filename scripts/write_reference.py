"""Write the reference pages under docs/reference from the code that they describe.

Run ``python scripts/write_reference.py`` after a change to the record, the ladder or the
parameters, and commit what it writes. The tests say when it has been forgotten.
"""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from offramp.futures._beliefs import dial_names
from offramp.ladder import Rung, default_ladder
from offramp.model import SHIPPED, TERMS, Parameters, Prior, shipped_parameters
from offramp.record import record_schema

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
MADE = "<!-- Written by scripts/write_reference.py: change the code, not this page. -->\n"

PARTS = (
    "Source", "Party", "Relation", "Act", "Target", "Leader", "Place", "Tally", "Exchange",
    "Launched", "Wave", "Layer", "Outcome", "Fate", "Signal", "Claim", "ClaimTest", "Question",
    "Belief", "Citation",
)  # fmt: skip
"""The parts of a record, in the order in which a reader meets them."""

PATTERNS = {
    r"^[a-z0-9][a-z0-9_-]{0,79}$": "id",
    r"^\d+(\.\.\d+)?$": "range such as `7..16`",
    r"^[^\r\n]*$": "one line",
    "^[A-Z]{3}$": "three capital letters",
}
GROUPS = {
    "base": (
        "Base terms",
        "How fast acts follow each other: the level of the times, the hidden tempo, the pace of "
        "the record.",
    ),
    "learned": (
        "Learned terms",
        "What history teaches about when the next act comes, who does it and at what level. The "
        "report shows each term in the ledger.",
    ),
    "dial": (
        "Dials",
        "Priors for what the events learned from do not hold, with what weighs provocations and "
        "what runs exchanges. Those in whose row nothing is learned are not findings. A record can "
        "[turn](../how-to/turn-a-dial.md) those that stand under a second name, by that name.",
    ),
}
BAND = (0.1, 0.9)
"""The quantiles between which a band of 80 % lies."""


def record_page() -> str:
    """Lay out the record's fields, part by part."""
    schema = record_schema()
    parts = [
        f"{MADE}\n# The record\n",
        "One folder with a `crisis.yaml`, and an `acts.csv` where the list of acts is long. "
        "The file is YAML 1.2: `yes` and `no` are words. Anchors, aliases, tags and duplicate "
        "keys are refused. Dates are EDTF: `2024-04-13`, `2024-04`, `2024-04-13~` (about), "
        "`2024-04-01/2024-04-13` (some time in this span), `1982/..` (since). An id is small "
        "letters, digits, `-` and `_`.\n",
        "What goes into these fields is decided by the [codebook](../codebook.md). "
        "`offramp check` finds everything that is wrong with a record. Editors that know JSON "
        "Schema can complete it with `src/offramp/record/record.schema.json`.\n",
        f"## The whole\n\n{_fields(schema)}",
    ]
    for name in PARTS:
        part = schema["$defs"][name]
        parts.append(f"## {name}\n\n{_first_line(part['description'])}\n\n{_fields(part)}")
    return "\n".join(parts)


def ladder_page() -> str:
    """Lay out the shipped ladder, from the top."""
    rungs = default_ladder().rungs
    rows = [
        (f"`{rung.key}`", str(rung.order), str(rung.level), "yes" if rung.blood else "no",
         rung.description)
        for rung in reversed(rungs)
    ]  # fmt: skip
    codes = [(f"`{rung.key}`", " ".join(rung.cameo), _plover(rung)) for rung in reversed(rungs)]
    return "\n".join(
        (
            f"{MADE}\n# The ladder\n",
            "The rungs from war down to an agreement. The level is the hostility level of the "
            "Militarized Interstate Disputes data (MID), in which history is coded. Blood says "
            "whether an act on the rung is meant to hurt or kill. Rungs of one level differ by "
            "whose soil was struck, through whom, and for how long: MID does not code that.\n",
            _table(("Rung", "Order", "Level", "Blood", "What stands on it"), rows),
            "## Codes in other schemes\n\nCodes under which acts on a rung are commonly filed. "
            "One code may stand on several rungs; "
            "`offramp.ladder.from_cameo`, `from_plover`, `from_mid`, `from_icb_trigger` and "
            "`from_icb_response` pick one.\n",
            _table(("Rung", "CAMEO", "PLOVER"), codes),
        )
    )


def parameters_page() -> str:
    """Lay out every parameter of the model: its prior, what was learned, what it rests on."""
    # Named, since the environment may choose another set.
    held = shipped_parameters(SHIPPED[0])
    groups = {prior.name: term.group for term in TERMS for prior in term.priors}
    beliefs = {name: belief for belief, name in dial_names(held).items()}
    parts = [
        f"{MADE}\n# The parameters\n",
        f"The set that ships as `{SHIPPED[0]}`. {held.basis} How they are learned stands on the "
        "page about [the model](../explanation/model.md#how-it-is-learned).\n",
        "*Prior* is what is believed before history speaks, *learned* what is believed after; a "
        "dash there means that nothing was learned, and the draws are those of the prior. One "
        "number is shown by its mean, or the median where the prior is log-normal, and the band "
        "that holds 80 %. A table of numbers is shown by its size, its least and greatest mean, "
        "and how wide the band of a middling entry is. *Log-odds* here are changes of a "
        "log-hazard: +0.7 "
        "doubles a hazard, -0.7 halves it. MIE, ICB and ICBe are named in full on the page about "
        "[the model](../explanation/model.md#what-it-rests-on).\n",
    ]
    for group, (title, says) in GROUPS.items():
        rows = [_row(p, held, beliefs) for p in held.priors if groups.get(p.name, "dial") == group]
        header = ("Parameter", "What it is", "Acts on", "Prior", "Learned", "Basis")
        parts.append(f"## {title}\n\n{says}\n\n{_table(header, rows)}")
    return "\n".join(parts)


def pages() -> dict[Path, str]:
    """Give every page by the file that it belongs in."""
    return {
        FOLDER / "record.md": record_page(),
        FOLDER / "ladder.md": ladder_page(),
        FOLDER / "parameters.md": parameters_page(),
    }


def _fields(part: dict[str, Any]) -> str:
    required = part.get("required", [])
    rows = [
        (f"`{name}`", "yes" if name in required else "", _kind(field), _says(field))
        for name, field in part["properties"].items()
    ]
    return _table(("Field", "Required", "Value", "What it holds"), rows)


def _kind(field: dict[str, Any]) -> str:
    """Say in words what a field may hold."""
    if "anyOf" in field:
        # Where a date may be written as a bare year, the year needs no words of its own.
        kinds = [_kind(way) for way in field["anyOf"] if way.get("type") != "null"]
        said = "date (EDTF)" if _is_date(field) else " or ".join(dict.fromkeys(kinds))
    elif "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        said = f"[{name}](#{name.lower()})"
    elif "enum" in field or "const" in field:
        said = ", ".join(f"`{value}`" for value in field.get("enum", [field.get("const")]))
    elif "patternProperties" in field:
        said = f"names, each with {_kind(next(iter(field['patternProperties'].values())))}"
    elif field["type"] == "array":
        said = f"list of {_kind(field['items'])}"
    elif field["type"] == "string":
        said = _string(field)
    else:
        said = {"integer": "whole number", "number": "number"}[field["type"]]
    return said


def _string(field: dict[str, Any]) -> str:
    pattern = field.get("pattern", "")
    if field.get("format") == "date":
        return "day"
    if "http" in pattern:
        return "web address"
    return PATTERNS.get(pattern, "text" if "maxLength" in field else "id")


def _is_date(field: dict[str, Any]) -> bool:
    return "examples" in field or any("examples" in way for way in field["anyOf"])


def _says(field: dict[str, Any]) -> str:
    default = field.get("default")
    plain = default in (None, []) or "description" not in field
    return field.get("description", "") + ("" if plain else f" Default: `{default}`.")


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0]


def _plover(rung: Rung) -> str:
    return ", ".join(event if mode is None else f"{event} {mode}" for event, mode in rung.plover)


def _row(prior: Prior, held: Parameters, beliefs: dict[str, str]) -> tuple[str, ...]:
    name = f"`{prior.name}`"
    if prior.name in beliefs:
        name += f", `{beliefs[prior.name]}`"
    learned = _learned(held.values[prior.name]) if prior.name in held.learned else "–"
    return name, prior.label, prior.acts_on, _prior(prior), learned, prior.basis


def _prior(prior: Prior) -> str:
    """Write a prior shortly; the middle of a log-normal one is its median."""
    if prior.family == "beta":
        middle = prior.mean / (prior.mean + prior.sd)
        low, high = (stats.beta.ppf(at, prior.mean, prior.sd) for at in BAND)
    else:
        middle = prior.mean
        low, high = (prior.mean + prior.sd * stats.norm.ppf(at) for at in BAND)
    if prior.family == "lognormal":
        low, middle, high = np.exp(low), np.exp(middle), np.exp(high)
    return _shortly(low, middle, high)


def _learned(draws: NDArray[np.float32]) -> str:
    low, high = np.quantile(draws, BAND, axis=0)
    return _shortly(low, draws.mean(axis=0), high)


def _shortly(low: NDArray[Any], middle: NDArray[Any], high: NDArray[Any]) -> str:
    """Write a band for one number; the reach of the means and a middling band for a table."""
    if middle.ndim == 0:
        return f"{_figure(middle)} ({_figure(low)} to {_figure(high)})"
    size = " × ".join(map(str, middle.shape))
    # Entries without a width are held where they are, and say nothing of the others.
    wide = (high - low)[high > low]
    reach = dict.fromkeys((_figure(middle.min()), _figure(middle.max())))
    return f"{size} numbers, {' to '.join(reach)}; bands {_figure(np.median(wide))} wide"


def _figure(value: Any) -> str:
    """Write a number with two decimals, or none where it runs into the hundreds."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    # Adding nothing turns a rounded -0.00 into 0.00.
    return f"{round(float(value), 2) + 0.0:.2f}"


def _table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |\n" for row in lines)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(FOLDER.parents[1]))
