"""The counted parameters that ship, and the script that counts them."""

import csv
import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from offramp.history import SIGNAL_KINDS
from offramp.model import PRIOR_SHARES, TERMS, Hidden, Setting, at_peace

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src" / "offramp" / "model" / "data" / "counted.json"
SCRIPT = ROOT / "scripts" / "count_parameters"
SHAPES = {
    "tempo_hazard": (3, 8),
    "tempo_initial": (3,),
    "tempo_transition": (3, 3),
    "tempo_pooled": (8,),
    "tempo_last_level": (5, 8),
    "tempo_early": (),
    "tempo_beside_level": (),
    "tempo_beside_early": (),
    "tempo_beside_momentum": (2,),
    "tempo_beside_last_level": (5, 8),
    "choice_markov": (5, 8),
    "choice_opener": (),
    "choice_time": (8, 5),
    "momentum_side": (3, 4),
    "momentum_mutual": (2, 3),
    "rate_momentum": (2,),
    "level4_kinds": (2,),
    "dial_inputs": (3, 2),
    "climatology_acts": (2, 6, 3, 4, 3),
    "climatology_quiet_60": (2, 6),
    "climatology_next": (2, 6, 2, 4),
    "climatology_gap_deciles": (2, 6, 9),
    "climatology_day_end_acts": (2, 6, 3, 4, 3),
    "climatology_day_end_quiet_60": (2, 6),
    "climatology_day_end_next": (2, 6, 2, 4),
    "exchange_order": (5,),
    "exchange_overdispersion": (5,),
    "exchange_level": (5,),
}
TABLES = {"tempo_era", "reply_lag"}
WIDTHS = np.array([1, 1, 2, 4, 7, 16, 60, 90])


@pytest.fixture(scope="module")
def entries() -> dict[str, Any]:
    return json.loads(SHIPPED.read_text(encoding="utf-8"))["entries"]


def value(entries: dict[str, Any], name: str) -> np.ndarray:
    return np.array(entries[name]["value"], dtype=float)


def test_every_entry_is_there_and_no_other(entries: dict[str, Any]) -> None:
    assert set(entries) == set(SHAPES) | TABLES


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_shape_matches_axes_and_spread(entries: dict[str, Any], name: str) -> None:
    entry = entries[name]
    assert value(entries, name).shape == SHAPES[name]
    assert tuple(len(axis["labels"]) for axis in entry["axes"]) == SHAPES[name]
    sd = np.array(entry["sd"], dtype=float)
    assert sd.shape == SHAPES[name]
    assert np.isfinite(value(entries, name)).all()
    assert np.isfinite(sd).all()
    assert (sd >= 0).all()
    assert entry["basis"].endswith(".")
    assert np.min(entry["n_effective"]) > 0


@pytest.mark.parametrize(
    "name",
    ["tempo_initial", "tempo_transition", "choice_markov", "level4_kinds", "climatology_next"],
)
def test_shares_sum_to_one(entries: dict[str, Any], name: str) -> None:
    shares = value(entries, name)
    assert (shares >= 0).all()
    assert shares.sum(axis=-1) == pytest.approx(1, abs=1e-3)


def test_regimes_go_from_fast_to_slow(entries: dict[str, Any]) -> None:
    load = np.exp(value(entries, "tempo_hazard")) * WIDTHS
    quiet = np.exp(-load.sum(axis=1))
    assert quiet[0] < quiet[2]
    gaps = entries["tempo_hazard"]["median_gap_days"]
    assert gaps == sorted(gaps)
    assert (np.diag(value(entries, "tempo_transition")) > 0.5).all()


@pytest.mark.parametrize("name", ["climatology_acts", "climatology_day_end_acts"])
def test_climatology_is_ordered(entries: dict[str, Any], name: str) -> None:
    acts = value(entries, name)
    slack = 1e-9
    assert ((acts >= 0) & (acts <= 1)).all()
    assert (np.diff(acts, axis=4) >= -slack).all(), "more days, more acts"
    assert (np.diff(acts, axis=3) <= slack).all(), "a higher level is rarer"
    assert (acts[:, :, 2] >= acts[:, :, :2].max(axis=2) - slack).all(), "any holds either"
    assert (np.diff(value(entries, "climatology_gap_deciles"), axis=-1) >= 0).all()


def test_mutual_marks_favour_no_side(entries: dict[str, Any]) -> None:
    markov = value(entries, "choice_markov")
    assert markov[3:, :3] == pytest.approx(markov[3:, 3:6], abs=1e-3)


def test_nothing_points_at_a_confrontation() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    for word in ("micnum", "ccode", "crisno", "/home", "/tmp"):
        assert word not in text


def test_overdispersion_is_a_correlation(entries: dict[str, Any]) -> None:
    rho = value(entries, "exchange_overdispersion")
    assert ((rho > 0) & (rho < 1)).all()
    assert value(entries, "exchange_order")[0] == 0


def test_dial_inputs_have_room_on_both_sides(entries: dict[str, Any]) -> None:
    mean, sd = value(entries, "dial_inputs").T
    assert (mean > 0).all()
    assert (sd > 0).all()
    grievance, pressure, _ = mean
    assert pressure < grievance, "an answer eases pressure, and nothing else tells them apart"


def _on_dials(pressed: float) -> dict[str, np.ndarray]:
    """What the standardised dials give each side, at weight 1, from stocks all this large."""
    nobody = np.zeros(2, np.float32)
    standing = at_peace()._replace(
        grievance=nobody + pressed,
        pressure=nobody + pressed,
        stocks=np.full((8, 2), pressed, np.float32),
        leakage=np.array([[pressed, 4.0]] * 2, np.float32),
    )
    signals = np.zeros((len(SIGNAL_KINDS), 2), np.float32)
    setting = Setting(signals, nobody, nobody, nobody + 1.0, np.float32(0.0))
    hidden = Hidden(np.int32(0), np.zeros(2, np.int32))
    terms = {term.name: term for term in TERMS}
    return {
        name: np.asarray(terms[name].apply({f"{name}.weight": 1.0}, standing, hidden, setting))
        for name in ("grievance", "pressure", "exhaustion", "fear")
    }


@pytest.mark.parametrize("dial", ["grievance", "pressure", "exhaustion", "fear"])
def test_dials_count_no_further_than_history_has_seen(dial: str) -> None:
    assert _on_dials(1e6)[dial] == pytest.approx(2.0)
    assert _on_dials(1e7)[dial] == pytest.approx(2.0)
    assert (np.abs(_on_dials(0.5)[dial]) < 2.0).all(), "small stocks are within it"


def test_a_usual_stock_moves_no_dial(entries: dict[str, Any]) -> None:
    means = dict(zip(["grievance", "pressure"], value(entries, "dial_inputs")[:, 0], strict=False))
    for dial, mean in means.items():
        assert _on_dials(float(np.expm1(mean)))[dial] == pytest.approx(0.0, abs=1e-5)


def test_fear_is_centred_on_what_is_believed_of_any_side() -> None:
    nobody = np.zeros(2, np.float32)
    unknown = nobody + (1.0 - PRIOR_SHARES[0])
    signals = np.zeros((len(SIGNAL_KINDS), 2), np.float32)
    setting = Setting(signals, nobody, nobody, unknown, np.float32(0.0))
    fear = next(term for term in TERMS if term.name == "fear")
    hidden = Hidden(np.int32(0), np.zeros(2, np.int32))
    felt = np.asarray(fear.apply({"fear.weight": 1.0}, at_peace(), hidden, setting))
    assert felt == pytest.approx(0.0, abs=1e-6)


def write_table(path: Path, rows: list[dict[str, Any]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Count from invented tables: two sides strike in turn, three days apart.

    The opener has the higher number; every third day's act is the other side's reply.
    """
    folder = tmp_path_factory.mktemp("tables")
    events, clusters = [], []
    for number in range(1, 31):
        clusters += [
            {
                "kind": kind,
                "id": number,
                "cluster": number,
                "year": 1960,
                "cluster_first_year": 1960,
            }
            for kind in "mc"
        ]
        opens = dt.date(1950 + number, 3, 1)
        for k in range(6 + number % 3):
            day = opens + dt.timedelta(days=3 * k)
            opener = k % 2 == 0
            events.append(
                {"micnum": number, "eventnum": k + 1, "ccode1": 2 if opener else 1,
                 "ccode2": 1 if opener else 2, "stmon": day.month, "stday": day.day,
                 "styear": day.year, "sidea1": int(opener), "action": 16}
            )  # fmt: skip
    late = events[-1] | {"micnum": 99, "eventnum": 1, "styear": 1999, "action": 22}
    replies = [
        {"crisno": n, "yrtrig": 1960.0, "triggr": 9 if n % 2 else 7, "majres": 8 if n % 3 else 3,
         "trgresra": 1.0 + n % 7}
        for n in range(1, 31)
    ]  # fmt: skip
    strikes = [
        {"time_start": f"2023-{1 + n % 12:02d}-05", "model": model, "launched": 10.0,
         "destroyed": float(n % 5 + 3), "source": "kpszsu/posts/x"}
        for n in range(24)
        for model in ("Shahed-136/131", "Kalibr", "Iskander-M", "X-59", "C-300")
    ]  # fmt: skip
    write_table(folder / "mie-1.0.csv", [*events, late])
    write_table(folder / "crisis-clusters.csv", clusters)
    write_table(folder / "icb2v15.csv", replies)
    write_table(folder / "ukraine-strikes.csv", strikes)
    out = folder / "counted.json"
    command = [sys.executable, str(SCRIPT), str(folder), "--out", str(out), "--replicates", "3"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(out.read_text(encoding="utf-8"))


def test_script_counts_what_was_invented(invented: dict[str, Any]) -> None:
    assert invented["meta"]["n_confrontations"] == 30
    assert invented["meta"]["n_events"] == sum(6 + n % 3 for n in range(1, 31))
    entries = invented["entries"]
    assert set(entries) == set(SHAPES) | TABLES
    for name, shape in SHAPES.items():
        assert value(entries, name).shape == shape
    after_level_4 = value(entries, "choice_markov")[2]
    assert after_level_4[5] > 0.98, "the other side answers at level 4"
    assert np.argmax(value(entries, "tempo_pooled")) == 2, "after two or three days"


def test_script_sees_all_later_events(invented: dict[str, Any]) -> None:
    """Seven days hold two more strikes, so both sides act, unless the run is over."""
    entries = invented["entries"]
    acts = value(entries, "climatology_acts")[0, 0]
    level_4_week = acts[:, 2, 0]
    other, same, either = level_4_week
    assert other == pytest.approx(either), "the other side always acts first"
    assert 0.5 < same < other < 1
    assert acts[:, 3] == pytest.approx(0), "the battle after the last year is not read"
    assert value(entries, "level4_kinds") == pytest.approx([0, 1])


def test_script_keeps_stocks_as_the_rules_say(invented: dict[str, Any]) -> None:
    """The same stocks by hand: strikes weigh 1, fade by half in 120 days, an answer eases."""
    fade = 2.0 ** (-3 / 120)
    seen, weights = [], []
    for number in range(1, 31):
        acts = 6 + number % 3
        grievance, pressure, own = np.zeros(2), np.zeros(2), np.zeros(2)
        for k in range(acts):
            maker = k % 2
            grievance, pressure, own = grievance * fade, pressure * fade, own * fade
            pressure[maker] = max(pressure[maker] - 1, 0)
            grievance[1 - maker] += 1
            pressure[1 - maker] += 1
            own[maker] += 1
            seen.append(np.log1p([grievance, pressure, own]))
            weights.append(acts**-0.5)
    stocks, weight = np.array(seen), np.array(weights) / sum(weights)
    mean = weight @ stocks.mean(axis=2)
    sd = np.sqrt(weight @ ((stocks - mean[:, None]) ** 2).mean(axis=2))
    counted = value(invented["entries"], "dial_inputs")
    assert counted == pytest.approx(np.column_stack([mean, sd]), abs=2e-4)
