"""Print the counted values so that a person can read them."""

from typing import Any


def _line(label: str, values: Any, spreads: Any) -> str:
    if isinstance(values, list):
        cells = [f"{v:7.2f} ±{s:5.2f}" for v, s in zip(values, spreads, strict=True)]
    else:
        cells = [f"{values:7.3f} ±{spreads:5.3f}"]
    return f"  {label:<26}" + " ".join(cells)


def _block(values: Any, spreads: Any, axes: list[dict[str, Any]], label: str) -> list[str]:
    if isinstance(values, dict):
        return [
            line
            for key in values
            for line in _block(values[key], spreads[key], axes, f"{label} {key}".strip())
        ]
    if len(axes) <= 1:
        return [_line(label, values, spreads)]
    return [
        line
        for name, value, spread in zip(axes[0]["labels"], values, spreads, strict=True)
        for line in _block(value, spread, axes[1:], f"{label} {name}".strip())
    ]


def print_summary(counted: dict[str, Any]) -> None:
    """Print each entry as rows of value ± sd, its last axis across the page."""
    for key, value in counted["meta"].items():
        print(f"{key}: {value}")
    for name, entry in counted["entries"].items():
        across = ", ".join(entry["axes"][-1]["labels"]) if entry["axes"] else ""
        print(f"\n{name}  [{across}]  n = {entry['n_effective']}")
        print("\n".join(_block(entry["value"], entry["sd"], entry["axes"], "")))
