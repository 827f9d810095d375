"""Small made-up files in the formats of the published ones; no row of these is real."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]
FOLDER = {
    "mie": "mie-1.0.csv",
    "midi": "MIDI 5.0.csv",
    "midip": "MIDIP 5.0.csv",
    "icb1": "icb1v15.csv",
    "icb2": "icb2v15.csv",
    "icbe": "icbe-1.1-events.csv",
    "cinc": "NMC-60-abridged.csv",
    "rivalries-tss": "tss_rivalries.csv",
    "rivalries-td": "td_rivalries.csv",
    "ukraine": "missile_attacks_daily.csv",
    "clusters": "crisis-clusters.csv",
}


def mie(number: int = 1, event: int = 1, **more: Any) -> Row:
    """State 901, which opened, attacks state 902 on 5 March 1990."""
    return {
        "micnum": number, "eventnum": event, "ccode1": 901, "ccode2": 902,
        "stmon": 3, "stday": 5, "styear": 1990, "endmon": 3, "endday": 5, "endyear": 1990,
        "sidea1": 1, "action": 16, "hostlev": 4,
        "fatalmin1": 0, "fatalmax1": 0, "fatalmin2": 0, "fatalmax2": 0, "version": "mie-1.0",
        **more,
    }  # fmt: skip


def midi(incident: int = 1001, **more: Any) -> Row:
    """A show of force on 5 March 1995."""
    return {
        "dispnum": incident // 1000, "incidnum": incident, "stday": 5, "stmon": 3, "styear": 1995,
        "endday": 5, "endmon": 3, "endyear": 1995, "duration": 1, "tbi": -9, "fatality": 0,
        "fatalpre": 0, "action": 7, "hostlev": 3, "numa": 1, "version": 5, **more,
    }  # fmt: skip


def midip(incident: int = 1001, state: int = 901, **more: Any) -> Row:
    """State 901 opened the dispute, and initiates the incident by a show of force."""
    return {
        "dispnum": incident // 1000, "incidnum": incident, "stabb": f"S{state}", "ccode": state,
        "stday": 5, "stmon": 3, "styear": 1995, "endday": 5, "endmon": 3, "endyear": 1995,
        "insidea": 1, "sidea": 1, "fatality": 0, "fatalpre": 0, "action": 7, "hostlev": 3,
        "revtype1": 0, "revtype2": 0, "version": 5, **more,
    }  # fmt: skip


def target(incident: int = 1001, state: int = 902, **more: Any) -> Row:
    """State 902, against which the incident is, and which does nothing in it."""
    return midip(incident, state, **{"insidea": 0, "sidea": 0, "action": 0, "hostlev": 1, **more})


def icb2(number: int = 1, crisis: int = 1, **more: Any) -> Row:
    """State 902 is attacked by 901 on 5 March 1985, and answers by force on 9 March."""
    return {
        "icb2": "ICB2", "crisno": crisis, "cracno": number, "cracid": 902, "actor": "SOU",
        "triggr": 9, "yrtrig": 1985, "motrig": 3, "datrig": 5.0, "trigent": 901, "southv": 901,
        "majres": 8, "yerres": 1985.0, "monres": 3.0, "dayres": 9.0, "trgresra": 5.0, **more,
    }  # fmt: skip


def icb1(crisis: int = 1, **more: Any) -> Row:
    return {
        "icb1": "ICB1", "crisno": crisis, "crisname": f"RIVER {crisis}", "break": 9, "trigent": 901,
        "yrtrig": 1985, "motrig": 3, "datrig": 5.0, "gravcr": 2, **more,
    }  # fmt: skip


def icbe(crisis: int = 1, sentence: int = 1, **more: Any) -> Row:
    return {
        "crisno": float(crisis), "sentence_number_int_aligned": sentence,
        "sentence_span_text": "Northland crossed the river, and Southland asked it to leave.",
        "date_earliest_year": "1985", "date_earliest_month": "3", "date_earliest_day": "5",
        "event_type": "action", "do_actor_a": "Northland", "do_actor_b": "Southland",
        "say_actor_a": "", "say_actor_b": "", "think_actor_a": "", "do_interact_kind": "escalatory",
        "interact_escalate": "attack", "interact_deescalate": "", "interact_increasecoop": "",
        "interact_decreasecoop": "", "interact_location": "", "interact_fatalities": "",
        "do_kind": "", "act_escalate": "", "act_deescalate": "", "act_uncooperative": "",
        "sayintkind": "", "condition": "", "thinkkind": "", "sayintkind_react": "", **more,
    }  # fmt: skip


def cinc(state: int = 901, year: int = 1990, **more: Any) -> Row:
    return {
        "stateabb": "NOR", "ccode": state, "year": year, "milex": 5, "milper": 7, "irst": -9,
        "pec": 12, "tpop": 900, "upop": "", "cinc": 0.0125, "version": 2021, **more,
    }  # fmt: skip


def tss(number: int = 1, **more: Any) -> Row:
    return {
        "tssr_id": number, "rivalry": "Northland-Southland", "ccode1": 901.0, "ccode2": 902.0,
        "start": 1950.0, "end": 1999.0, "positional": "", "spatial": 1.0, "ideological": "",
        "interventionary": 1.0, "principal": "", "aprin": "", **more,
    }  # fmt: skip


def td(number: int = 1, **more: Any) -> Row:
    return {
        "rivalryno": number, "rivalryname": "Northland-Southland", "ccode1": 901.0,
        "ccode2": 902.0, "styear": 1950.0, "endyear": 1999.0, "region": "Rivers",
        "type1": "spatial", "type2": "positional", "type3": "", **more,
    }  # fmt: skip


def ukraine(**more: Any) -> Row:
    return {
        "time_start": "2023-02-05 22:00", "time_end": "2023-02-06 05:00", "model": "Kalibr",
        "launched": 10.0, "destroyed": 7.0, "source": "kpszsu/posts/made-up", **more,
    }  # fmt: skip


def cluster(kind: str = "m", number: int = 1, cluster: int = 1) -> Row:
    return {"kind": kind, "id": number, "cluster": cluster}


def text_of(rows: Sequence[Mapping[str, Any]], separator: str = ",", end: str = "\n") -> str:
    """Lay rows out as CSV."""
    lines = [list(rows[0]), *(list(row.values()) for row in rows)]
    return "".join(separator.join(_quoted(cell) for cell in line) + end for line in lines)


def write(folder: Path, key: str, rows: Sequence[Mapping[str, Any]]) -> Path:
    """Write rows under the name of the published file."""
    path = folder / FOLDER[key]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([list(rows[0]), *(list(row.values()) for row in rows)])
    return path


def write_midi(folder: Path, incidents: Sequence[Row], participants: Sequence[Row]) -> Path:
    write(folder, "midip", participants)
    return write(folder, "midi", incidents)


def write_icb(folder: Path, actors: Sequence[Row], crises: Sequence[Row] = ()) -> Path:
    numbers = sorted({row["crisno"] for row in actors})
    write(folder, "icb1", crises or [icb1(number) for number in numbers])
    return write(folder, "icb2", actors)


def _quoted(cell: Any) -> str:
    text = str(cell)
    return f'"{text}"' if any(mark in text for mark in ',;"\t\n') else text
