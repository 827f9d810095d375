"""What was counted and ships, and the script that counts it."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from datasets._made import cluster, icb2, mie, write
from offramp.model import counted

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src" / "offramp" / "model" / "data" / "counted.json"
SCRIPT = ROOT / "scripts" / "count_base_rates"
ACTS, QUIET, NEXT = (f"climatology_day_end_{what}" for what in ("acts", "quiet_60", "next"))
SHAPES = {
    ACTS: (2, 6, 3, 4, 3),
    QUIET: (2, 6),
    NEXT: (2, 6, 2, 4),
    "reply_lag": (17,),
    "dial_inputs": (3, 2),
    "dead": (3, 3),
}


def test_every_table_is_there_and_no_other() -> None:
    assert set(json.loads(SHIPPED.read_text("utf-8"))["entries"]) == set(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_shape_matches_axes_and_spread(name: str) -> None:
    table = counted(name)
    assert table.value.shape == table.sd.shape == SHAPES[name]
    assert tuple(map(len, table.axes.values())) == SHAPES[name]
    assert table.n_effective.shape == SHAPES[name][: table.n_effective.ndim]
    assert (table.n_effective > 0).all()
    assert np.isfinite(table.value).all()
    assert (table.sd >= 0).all()
    assert table.basis.endswith(".")


def test_values_are_found_by_their_labels() -> None:
    table = counted(ACTS)
    assert (table.at(window="1993-2002", last="any") == table.value[1, 0]).all()
    assert (table.at(last="battle", who="same") == table.value[:, 5, 1]).all()
    with pytest.raises(ValueError, match="not in"):
        table.at(window="1985-94")


def test_more_days_and_lower_levels_and_either_side_are_likelier() -> None:
    acts = counted(ACTS).value
    assert ((acts >= 0) & (acts <= 1)).all()
    assert (np.diff(acts, axis=4) >= 0).all()
    assert (np.diff(acts, axis=3) <= 0).all()
    assert (acts[:, :, 2] >= acts[:, :, :2].max(axis=2)).all()


def test_tables_agree_on_whether_any_act_comes_within_ninety_days() -> None:
    comes = counted(ACTS).value[:, :, 2, 0, 2]
    # rounded to four digits in both
    assert comes == pytest.approx(1 - counted(NEXT).at(next="none")[:, :, 0], abs=2e-4)


def test_who_is_next_sums_to_one() -> None:
    assert counted(NEXT).value.sum(axis=-1) == pytest.approx(1, abs=3e-4)


def test_replies_only_add_up() -> None:
    table = counted("reply_lag")
    days = [int(day) for day in table.axes["by day"]]
    assert days == sorted(days)
    assert (np.diff(table.value) >= 0).all()
    assert 0 < table.value[0] < table.value[-1] <= 1


def test_the_windows_and_the_years_agree() -> None:
    first, last = json.loads(SHIPPED.read_text("utf-8"))["meta"]["years"]
    assert counted(QUIET).axes["window"] == (f"{first}-{last}", f"{last - 9}-{last}")


def test_nothing_points_at_a_confrontation() -> None:
    text = SHIPPED.read_text("utf-8")
    for word in ("micnum", "ccode", "crisno", "/home", "/tmp"):
        assert word not in text


def count(mie_file: Path, icb_file: Path, out: Path) -> dict[str, Any]:
    files = [str(mie_file), str(icb_file), "--out", str(out), "--replicates", "3"]
    ran = subprocess.run(
        [sys.executable, str(SCRIPT), *files], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(out.read_text("utf-8"))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Count from invented tables: in thirty confrontations, both sides strike in turn.

    Three days lie between strikes; 6 to 8 strikes are one confrontation. The last strike of
    each is followed on its day by a threat of the side that made it.
    """
    folder = tmp_path_factory.mktemp("tables")
    acts: list[dict[str, Any]] = []
    for number in range(1, 31):
        strikes = 6 + number % 3
        for k in range(strikes):
            by_opener = k % 2 == 0
            day = date(1965 + number, 3, 1) + timedelta(days=3 * k)
            act = mie(
                number, k + 1, stmon=day.month, stday=day.day, styear=day.year,
                ccode1=901 if by_opener else 902, ccode2=902 if by_opener else 901,
                sidea1=int(by_opener),
            )  # fmt: skip
            acts.append(act)
        acts.append({**acts[-1], "eventnum": strikes + 1, "action": 1, "hostlev": 2})
    late = mie(99, 1, styear=2003, action=22, hostlev=5)
    ends = mie(98, 1, styear=2002, stmon=12, stday=31)
    replies = [
        # answered after 4 days; 1 in 3 at once; by words; not violently asked; too late to count
        icb2(1, 1), icb2(2, 2), icb2(3, 3, dayres=5.0, trgresra=1.0),
        icb2(4, 4, majres=2), icb2(5, 5, triggr=7), icb2(6, 6, yrtrig=2003, yerres=2003.0),
    ]  # fmt: skip
    write(folder, "clusters", [cluster("m", n, n) for n in range(1, 31)])
    icb_file = write(folder, "icb2", replies)
    return count(write(folder, "mie", [*acts, late, ends]), icb_file, folder / "counted.json")


def value(counts: dict[str, Any], name: str) -> np.ndarray:
    return np.array(counts["entries"][name]["value"], float)


@pytest.mark.slow
def test_script_counts_the_evenings_of_its_years(invented: dict[str, Any]) -> None:
    meta = invented["meta"]
    assert set(invented["entries"]) == set(SHAPES)
    assert meta["n_confrontations"] == meta["n_clusters"] == 30, "open windows are left out"
    assert meta["n_points"] == sum(7 + n % 3 for n in range(1, 31))
    assert meta["n_points_that_end_their_day"] == meta["n_points"] - 30
    for name, shape in SHAPES.items():
        assert value(invented, name).shape == shape


@pytest.mark.slow
def test_script_sees_all_later_events(invented: dict[str, Any]) -> None:
    """By hand: what comes after each evening of a confrontation of 6, 7 and 8 strikes."""
    total, week, month, quiet, other_next = 0.0, np.zeros(3), np.zeros(3), 0.0, 0.0
    for strikes in (6, 7, 8):
        weight = (strikes + 1) ** -0.5
        for k in range(strikes):
            left = strikes - 1 - k
            total += weight
            # the other side strikes after 3 days, the same after 6, and no more than 2 a week
            week += weight * np.array([left >= 1, left >= 2, left >= 1])
            month += weight * np.array([left >= 1, left >= 2, left >= 1])
            quiet += weight * (left == 0)
            other_next += weight * (left >= 1)
    acts = value(invented, ACTS)
    assert acts[0, 0, :, 2, 0] == pytest.approx(week / total, abs=1e-4)
    assert acts[0, 0, :, 2, 1] == pytest.approx(month / total, abs=1e-4)
    assert acts[0, 0, :, 3] == pytest.approx(0), "the battle after the last year is not read"
    assert value(invented, QUIET)[0, 0] == pytest.approx(quiet / total, abs=1e-4)
    other = other_next / total
    assert value(invented, NEXT)[0, 0, 0] == pytest.approx([0, other, 0, 1 - other], abs=1e-4)


@pytest.mark.slow
def test_script_takes_the_last_ten_years_apart(invented: dict[str, Any]) -> None:
    """Of the confrontations from 1966, three began in 1993-95; the last evening of each is calm."""
    sizes = np.array(invented["entries"][QUIET]["n_effective"])[:, 0]
    assert sizes[0] > 9 * sizes[1]
    assert value(invented, QUIET)[1, 1] == pytest.approx(1), "after a threat nothing came"


@pytest.mark.slow
def test_script_counts_violent_replies_alone(invented: dict[str, Any]) -> None:
    lag = invented["entries"]["reply_lag"]
    assert lag["n_effective"] == 3
    assert lag["value"][:6] == pytest.approx([1 / 3, 1 / 3, 1 / 3, 1 / 3, 1, 1], abs=1e-4)


@pytest.mark.slow
def test_script_keeps_stocks_as_the_rules_say(invented: dict[str, Any]) -> None:
    """The same stocks by hand: strikes weigh 1, fade by half in 120 days, an answer eases."""
    fade = 2.0 ** (-3 / 120)
    seen, weights = [], []
    for strikes in (6, 7, 8):
        grievance, pressure, own = np.zeros(2), np.zeros(2), np.zeros(2)
        for k in range(strikes):
            maker = k % 2
            grievance, pressure, own = grievance * fade, pressure * fade, own * fade
            blows = [1.0, 0.25] if k == strikes - 1 else [1.0]
            for blow in blows:
                pressure[maker] = max(pressure[maker] - blow, 0)
                grievance[1 - maker] += blow
                pressure[1 - maker] += blow
            own[maker] += 1
            seen.append(np.log1p([grievance, pressure, own]))
            weights.append((strikes + 1) ** -0.5)
    stocks, weight = np.array(seen), np.array(weights) / sum(weights)
    mean = weight @ stocks.mean(axis=2)
    sd = np.sqrt(weight @ ((stocks - mean[:, None]) ** 2).mean(axis=2))
    assert value(invented, "dial_inputs") == pytest.approx(np.column_stack([mean, sd]), abs=2e-4)


@pytest.mark.slow
def test_what_ships_is_what_the_script_counts(tmp_path: Path) -> None:
    told = os.environ.get("OFFRAMP_SHARED_DATA")
    folder = Path(told) if told else ROOT.parent / "shared" / "data"
    if not (folder / "mie-1.0.csv").exists():
        pytest.skip("the shared data are not here")
    again = count(folder / "mie-1.0.csv", folder / "icb2v15.csv", tmp_path / "counted.json")
    for name in SHAPES:
        assert value(again, name) == pytest.approx(counted(name).value, abs=1e-3), name
