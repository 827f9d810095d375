import csv
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from offramp._errors import UsageError
from offramp.ladder import (
    default_ladder,
    from_cameo,
    from_icb_response,
    from_icb_trigger,
    from_mid,
    from_plover,
    goldstein,
)

# Present where the project's data lie beside the repository, absent elsewhere.
SHARED = Path(__file__).parents[3] / "shared" / "data"

# The codes below each root in CAMEO 1.1b3, and 1213 and 1214, which ICEWS and PLOVER add.
CAMEO_BELOW = {
    "01": 10, "02": 27, "03": 28, "04": 7, "05": 8, "06": 5, "07": 6, "08": 25, "09": 5, "10": 27,
    "11": 12, "12": 28, "13": 22, "14": 26, "15": 6, "16": 13, "17": 13, "18": 14, "19": 9, "20": 7,
}  # fmt: skip

# The hostility level that MIE and MIDI give each action.
MID_LEVELS = {
    0: 1, 1: 2, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3, 9: 3, 10: 3, 11: 3, 12: 3, 13: 4, 14: 4,
    15: 4, 16: 4, 17: 4, 18: 5, 19: 4, 20: 5, 21: 5, 22: 5,
}  # fmt: skip

PLOVER_MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation "
    "cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
    "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}


def table(name: str) -> list[dict[str, str]]:
    text = (files("offramp.ladder") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("name", ["cameo.csv", "plover.csv", "mid.csv", "icb.csv"])
def test_every_row_is_whole_and_names_a_rung(name: str) -> None:
    keys = default_ladder().keys
    for row in table(name):
        assert None not in row
        assert None not in row.values()
        assert row["rung"] in keys
        assert row.get("description", "said").strip() == row.get("description", "said")


def test_cameo_is_complete() -> None:
    rows = table("cameo.csv")
    codes = [row["code"] for row in rows]
    assert len(codes) == len(set(codes)) == 20 + sum(CAMEO_BELOW.values()) == 318
    assert {code for code in codes if len(code) == 2} == set(CAMEO_BELOW)
    assert Counter(code[:2] for code in codes if len(code) > 2) == CAMEO_BELOW
    assert all(row["root"] == row["code"][:2] for row in rows)
    assert all(re.fullmatch(r"\d{2,4}", code) for code in codes)
    # Each code of four digits has its parent of three.
    assert {code[:3] for code in codes if len(code) == 4} <= set(codes)
    assert len({row["description"] for row in rows}) == len(rows)


def test_every_cameo_code_maps() -> None:
    for row in table("cameo.csv"):
        assert from_cameo(row["code"]) == row["rung"]


@pytest.mark.parametrize(
    ("code", "rung"),
    [
        ("010", "calm"),
        ("028", "conciliation"),
        ("057", "agreement"),
        ("0871", "agreement"),
        ("112", "words"),
        ("1312", "words"),
        ("138", "threat"),
        ("139", "threat"),
        ("154", "display"),
        ("161", "coercion"),
        ("163", "coercion"),
        ("181", "seizure"),
        ("186", "shadow-attack"),
        ("191", "seizure"),
        ("195", "strike-abroad"),
        ("202", "campaign"),
    ],
)
def test_telling_cameo_codes(code: str, rung: str) -> None:
    assert from_cameo(code) == rung


def test_cameo_cooperation_stands_at_calm_or_below_and_fighting_above_threats() -> None:
    order = default_ladder().order
    for row in table("cameo.csv"):
        if row["root"] in {"03", "04", "05", "06", "07", "08"}:
            assert order(row["rung"]) <= 0
        if row["root"] in {"15", "16", "17", "18", "19", "20"}:
            assert order(row["rung"]) >= order("coercion")
        if row["root"] in {"18", "19", "20"}:
            assert order(row["rung"]) >= order("seizure")


def test_unknown_cameo_code_names_the_nearest() -> None:
    with pytest.raises(UsageError, match='No CAMEO code "1955"; the nearest is "195'):
        from_cameo("1955")
    with pytest.raises(UsageError):
        from_cameo("")
    with pytest.raises(UsageError):
        goldstein("19999")


def test_goldstein_values() -> None:
    values = {row["code"]: goldstein(row["code"]) for row in table("cameo.csv")}
    blank = {code for code, value in values.items() if value is None}
    assert blank == {"1214", "155", "176", "1834", "1951", "1952"}
    assert all(-10 <= value <= 10 for value in values.values() if value is not None)
    told = {"012": -0.4, "042": 1.9, "072": 8.3, "130": -4.4, "150": -7.2, "171": -9.2}
    assert {code: values[code] for code in told} == told


def test_goldstein_sorts_the_rungs_roughly_as_the_ladder_does() -> None:
    means = {}
    for rung in default_ladder().rungs:
        values = [goldstein(row["code"]) for row in table("cameo.csv") if row["rung"] == rung.key]
        known = [value for value in values if value is not None]
        if known:
            means[rung.key] = sum(known) / len(known)
    assert means["agreement"] > means["conciliation"] > means["calm"] > means["words"]
    assert means["words"] > means["coercion"] > means["strike-abroad"]


def test_plover_is_complete() -> None:
    found = [(row["event"], row["mode"]) for row in table("plover.csv")]
    wanted = [
        (event, mode) for event, modes in PLOVER_MODES.items() for mode in ["", *modes.split()]
    ]
    assert len(found) == len(set(found)) == 16 + 67
    assert set(found) == set(wanted)
    assert all(from_plover(r["event"], r["mode"]) == r["rung"] for r in table("plover.csv"))


def test_plover_spelling_is_taken_leniently() -> None:
    assert from_plover("assault", "Heavy_Weapons") == "strike-abroad"
    assert from_plover("AGREE", None) == from_plover("Agree", "") == "conciliation"


@pytest.mark.parametrize(
    ("event", "mode", "said"),
    [
        ("ASAULT", None, 'No PLOVER event "ASAULT"; the nearest is "ASSAULT".'),
        ("ASSAULT", "ariel", 'No mode "ariel" of ASSAULT in PLOVER; the nearest is "aerial".'),
        ("AID", "food", 'The PLOVER event AID has no modes; "food" is none.'),
    ],
)
def test_unknown_plover(event: str, mode: str | None, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        from_plover(event, mode)
    assert str(caught.value) == said


def test_mid_is_complete_and_keeps_the_level() -> None:
    ladder = default_ladder()
    rows = table("mid.csv")
    assert [int(row["action"]) for row in rows] == list(range(23))
    for row in rows:
        action = int(row["action"])
        assert from_mid(action) == row["rung"]
        assert ladder.level(from_mid(action)) == MID_LEVELS[action] == int(row["level"])


@pytest.mark.parametrize("action", [-9, -1, 23])
def test_unknown_mid_action(action: int) -> None:
    with pytest.raises(UsageError, match=f"No MID action code {action}; they run from 0 to 22"):
        from_mid(action)


def test_icb_is_complete() -> None:
    rows = [(row["variable"], int(row["code"])) for row in table("icb.csv")]
    wanted = [(variable, code) for variable in ("trigger", "response") for code in range(1, 10)]
    assert rows == wanted


def test_icb_responses_never_fall() -> None:
    orders = [default_ladder().order(from_icb_response(code)) for code in range(1, 10)]
    assert orders == sorted(orders)
    assert from_icb_response(1) == "calm"


def test_icb_force_draws_blood_and_the_rest_does_not() -> None:
    ladder = default_ladder()
    assert [ladder.rung(from_icb_trigger(c)).blood for c in range(1, 10)] == [False] * 7 + [
        True
    ] * 2
    assert [ladder.rung(from_icb_response(c)).blood for c in range(1, 10)] == [False] * 7 + [
        True
    ] * 2
    assert ladder.level(from_icb_trigger(7)) == ladder.level(from_icb_response(6)) == 3


@pytest.mark.parametrize("code", [0, 10])
def test_unknown_icb_codes(code: int) -> None:
    with pytest.raises(UsageError, match=f"No ICB trigger code {code}"):
        from_icb_trigger(code)
    with pytest.raises(UsageError, match=f"No ICB response code {code}"):
        from_icb_response(code)


def test_codes_listed_on_a_rung_map_to_it_or_to_a_lower_rung_that_they_can_mean() -> None:
    ladder = default_ladder()
    for rung in ladder.rungs:
        unplaced = rung.key in {"strike-home", "campaign", "war"}
        mapped = [from_cameo(code) for code in rung.cameo]
        mapped += [from_plover(event, mode) for event, mode in rung.plover]
        for key in mapped:
            if unplaced:
                assert ladder.rung(key).blood
                assert ladder.order(key) <= rung.order
            else:
                assert key == rung.key


@pytest.mark.skipif(not SHARED.is_dir(), reason="the project's data are not beside the repository")
def test_every_code_of_the_published_cameo_to_plover_table_is_known() -> None:
    text = (SHARED / "plover" / "CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8")
    codes = set(re.findall(r"^(\d{2,4}):", text, flags=re.MULTILINE))
    assert len(codes) > 250
    for code in codes:
        from_cameo(code)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the project's data are not beside the repository")
@pytest.mark.parametrize("name", ["mie-1.0.csv", "midi-5.0.csv"])
def test_every_published_event_keeps_its_hostility_level(name: str) -> None:
    with (SHARED / name).open(encoding="utf-8", newline="") as source:
        pairs = {(int(row["action"]), int(row["hostlev"])) for row in csv.DictReader(source)}
    assert len(pairs) > 10
    assert {default_ladder().level(from_mid(action)) == level for action, level in pairs} == {True}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the project's data are not beside the repository")
def test_every_published_icb_code_is_known() -> None:
    with (SHARED / "icb2v15.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    triggers = {int(row["triggr"]) for row in rows}
    responses = {int(row["majres"]) for row in rows}
    assert {from_icb_trigger(code) for code in triggers} <= set(default_ladder().keys)
    assert {from_icb_response(code) for code in responses} <= set(default_ladder().keys)
