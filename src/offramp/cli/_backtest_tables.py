"""A backtest as tables that fit a terminal of 80 columns."""

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from offramp.cli._say import printable
from offramp.history import TARGETS

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.history import Target
    from offramp.scoring import Backtest, Card, Interval, LogScores, Mean

NAMES = {
    "offramp": "Offramp",
    "pooled": "Pooled",
    "base_rate": "Base rate",
    "recent_base_rate": "Ten-year base rate",
    "markov": "Markov",
    "logistic": "Logistic",
    "boosting": "Boosting",
}
QUESTIONS = {
    "force_30": "Force within 30 days",
    "other_force_30": "Force by the other side within 30 days",
    "quiet_60": "Quiet for 60 days",
    "battle_90": "A battle within 90 days",
}
OURS = ("offramp", "pooled")


def print_backtest(found: "Backtest", console: "Console") -> None:
    """Print the joint differences to the baselines first, then all scores by forecaster."""
    scored, fitted = found.scored, found.fitted
    console.print(Text(printable(f"{found.dataset}, from {found.year}"), style="bold"))
    console.print(
        f"Scored: {scored.events:,} events of {scored.confrontations:,} confrontations in "
        f"{scored.crises:,} crises. Fitted to: {fitted.events:,} events of "
        f"{fitted.confrontations:,} confrontations, all closed before {found.year}."
    )
    console.print("Less is better throughout; each figure per event / per confrontation.\n")
    for ours in OURS:
        console.print(_differences_table(found, ours))
        console.print()
    for line in verdicts(found):
        console.print(Text(line))
    console.print()
    console.print(_log_table("Log score, nats", found.cards, "scores"))
    console.print()
    console.print(_log_table("Log score before any battle", found.cards, "before_battle"))
    for name in TARGETS:
        console.print()
        console.print(_target_table(found, name))
    console.print()
    console.print(_coverage_table(found.cards))
    console.print()
    console.print(_worst_table(found))
    for note in found.notes:
        console.print(Text(f"! {printable(note)}", style="yellow"))


def verdicts(found: "Backtest") -> list[str]:
    """Say for Offramp and the pool which baselines they beat and which beat them."""
    lines: list[str] = []
    for ours in OURS:
        for unit in ("event", "confrontation"):
            found_by: dict[str, list[str]] = {}
            for name, by in found.differences[ours].items():
                verdict = _verdict(getattr(by["joint"], unit))
                found_by.setdefault(verdict, []).append(NAMES[name].lower())
            said = "; ".join(f"{verdict} {', '.join(names)}" for verdict, names in found_by.items())
            lines.append(f"Per {unit}, {NAMES[ours]} {said}.")
    return lines


def _verdict(gap: "Interval") -> str:
    if not gap.excludes_zero:
        return "cannot be told apart from"
    return "beats" if gap.mean < 0 else "LOSES to"


def _differences_table(found: "Backtest", ours: str) -> Table:
    table = _table(f"{NAMES[ours]} less each baseline, joint log score (95 %); below 0 is better")
    table.add_column("Baseline")
    table.add_column("Per event", justify="right")
    table.add_column("Per confrontation", justify="right")
    for name, by in found.differences[ours].items():
        joint = by["joint"]
        table.add_row(NAMES[name], _gap(joint.event), _gap(joint.confrontation))
    return table


def _gap(gap: "Interval") -> Text:
    style = "green" if gap.high < 0 else "red" if gap.low > 0 else ""
    return Text(f"{gap.mean:+.3f} ({gap.low:+.3f} to {gap.high:+.3f})", style=style)


def _log_table(title: str, cards: "dict[str, Card]", part: str) -> Table:
    table = _table(title)
    table.add_column("Forecaster")
    for column in ("Joint", "When", "Who and what"):
        table.add_column(column, justify="right")
    for name, card in cards.items():
        scores: LogScores = getattr(card, part)
        table.add_row(NAMES[name], *map(_pair, (scores.joint, scores.when, scores.what)))
    return table


def _target_table(found: "Backtest", name: "Target") -> Table:
    came = next(iter(found.cards.values())).targets[name].came
    table = _table(f"{QUESTIONS[name]}: it came in {came.event:.1%} / {came.confrontation:.1%}")
    table.add_column("Forecaster")
    table.add_column("Brier", justify="right")
    table.add_column("Said", justify="right")
    table.add_column("Misc.", justify="right")
    table.add_column("Discr.", justify="right")
    table.add_column("Recalibrated: Brier", justify="right")
    table.add_column("said", justify="right")
    for forecaster, card in found.cards.items():
        scores = card.targets[name]
        again = found.recalibrated.get(forecaster)
        then = again.targets[name] if again else None
        table.add_row(
            NAMES[forecaster],
            _pair(scores.brier),
            f"{scores.said.event:.1%}",
            f"{scores.by_event.miscalibration:.3f}",
            f"{scores.by_event.discrimination:.3f}",
            _pair(then.brier) if then else "",
            f"{then.said.event:.1%}" if then else "",
        )
    return table


def _coverage_table(cards: "dict[str, Card]") -> Table:
    table = _table("How often what came lay in the central interval (per event)")
    table.add_column("Forecaster")
    shares = list(next(iter(cards.values())).wait.coverage)
    for what in ("next act", "highest"):
        for share in shares:
            table.add_column(f"{what} {share:.0%}", justify="right")
    for name, card in cards.items():
        parts = (card.wait, card.highest)
        cells = [
            f"{part.coverage[share].event.mean:.0%}" if part else ""
            for part in parts
            for share in shares
        ]
        table.add_row(NAMES[name], *cells)
    return table


def _worst_table(found: "Backtest") -> Table:
    table = _table("Offramp's worst forecasts")
    table.add_column("Confrontation", no_wrap=True)
    table.add_column("Evening of", no_wrap=True)
    table.add_column("Held likeliest", overflow="fold")
    table.add_column("What came, and its chance", overflow="fold")
    for miss in found.worst:
        sides = printable("-".join(miss.sides))
        table.add_row(
            f"{miss.confrontation}\n{sides}",
            miss.day,
            f"{miss.said}, {miss.said_chance:.0%}",
            printable(f"{miss.came}, {_small(miss.came_chance)}"),
        )
    return table


def _small(chance: float) -> str:
    return f"{chance:.2%}" if chance >= 0.0001 else "below 0.01%"


def _pair(mean: "Mean") -> str:
    return f"{mean.event:.3f} / {mean.confrontation:.3f}"


def _table(title: str) -> Table:
    return Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD,
        pad_edge=False, show_edge=False, padding=(0, 1, 0, 0),
    )  # fmt: skip
