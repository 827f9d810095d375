"""From the codes of published event data to rungs of the shipped ladder.

The tables lie in ``data/`` as CSV. Their codes are those of CAMEO 1.1b3 and of ICEWS (Schrodt
2012), PLOVER (openeventdata), Militarized Interstate Events 1.0 (Gibler and Miller), MID
Incidents 5.0 (Palmer et al. 2022) and ICB 15 (Brecher and Wilkenfeld); the descriptions and
the choice of rung are Offramp's own.

No such code says on whose soil a strike fell, or how long force went on. An attack with regular
weapons therefore stands on ``strike-abroad``, the lowest rung that it can mean; who knows the
place may put it on ``strike-home``.
"""

import csv
from functools import cache
from typing import NamedTuple

from offramp._errors import UsageError
from offramp.ladder._data import shipped_file
from offramp.ladder._nearest import nearest_name


class _CameoRow(NamedTuple):
    rung: str
    goldstein: float | None


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(shipped_file(name).decode("utf-8").splitlines()))


@cache
def cameo_table() -> dict[str, _CameoRow]:
    """Return every CAMEO code with its rung and Goldstein value."""
    return {
        row["code"]: _CameoRow(row["rung"], float(row["goldstein"]) if row["goldstein"] else None)
        for row in _rows("cameo.csv")
    }


@cache
def plover_table() -> dict[str, dict[str | None, str]]:
    """Return every PLOVER event with the rung of each of its modes; None is no mode."""
    table: dict[str, dict[str | None, str]] = {}
    for row in _rows("plover.csv"):
        table.setdefault(row["event"], {})[row["mode"] or None] = row["rung"]
    return table


@cache
def _mid_table() -> dict[int, str]:
    return {int(row["action"]): row["rung"] for row in _rows("mid.csv")}


@cache
def _icb_table(variable: str) -> dict[int, str]:
    return {int(r["code"]): r["rung"] for r in _rows("icb.csv") if r["variable"] == variable}


def _cameo_row(code: str) -> _CameoRow:
    table = cameo_table()
    if code not in table:
        near = nearest_name(code, table)
        raise UsageError(f'No CAMEO code "{code[:60]}"; the nearest is "{near}".')
    return table[code]


def from_cameo(code: str) -> str:
    """Return the rung key for a CAMEO event code.

    Parameters
    ----------
    code : str
        Two to four digits with their leading zero, such as ``"057"``; 318 are known.

    Raises
    ------
    UsageError
        When CAMEO has no such code; the text names the nearest.

    Examples
    --------
    >>> from_cameo("0871"), from_cameo("139"), from_cameo("195")
    ('agreement', 'threat', 'strike-abroad')
    """
    return _cameo_row(code).rung


def goldstein(cameo: str) -> float | None:
    """Return the Goldstein value of a CAMEO code, from -10 (conflict) to 10 (cooperation).

    The values are those of GDELT's ``CAMEO.goldsteinscale.txt``, after Goldstein, *Journal of
    Conflict Resolution* 36 (1992), as extended to CAMEO by Schrodt; the value of 1213, which
    that table lacks, is from Schrodt's ``CAMEO.SCALE.txt``. Both were read from copies in
    public repositories. The two differ for 016, 022, 124, 1241, 1246, 163, 165 and 166;
    GDELT's values stand here.

    Returns
    -------
    float or None
        None for the six codes that have no published value: 1214, 155, 176, 1834, 1951, 1952.

    Raises
    ------
    UsageError
        When CAMEO has no such code; the text names the nearest.

    Examples
    --------
    >>> goldstein("0874"), goldstein("190"), goldstein("1952")
    (10.0, -10.0, None)
    """
    return _cameo_row(cameo).goldstein


def from_plover(event: str, mode: str | None = None) -> str:
    """Return the rung key for a PLOVER event and its mode.

    Parameters
    ----------
    event : str
        One of the 16 events, such as ``"ASSAULT"``; case does not matter.
    mode : str, optional
        The mode, such as ``"heavy-weapons"``; case does not matter, and an underscore may
        stand for the hyphen. None or ``""`` where it was not coded.

    Raises
    ------
    UsageError
        When PLOVER has no such event, or the event no such mode; the text names the nearest.

    Examples
    --------
    >>> from_plover("RETREAT", "ceasefire"), from_plover("assault", "heavy_weapons")
    ('agreement', 'strike-abroad')
    """
    table = plover_table()
    modes = table.get(event.upper())
    if modes is None:
        near = nearest_name(event, table)
        raise UsageError(f'No PLOVER event "{event[:60]}"; the nearest is "{near}".')
    plain = mode.lower().replace("_", "-") if mode else None
    if plain in modes:
        return modes[plain]
    named = [name for name in modes if name is not None]
    if not named:
        raise UsageError(f'The PLOVER event {event.upper()} has no modes; "{plain}" is none.')
    near = nearest_name(plain or "", named)
    shown = (plain or "")[:60]
    raise UsageError(f'No mode "{shown}" of {event.upper()} in PLOVER; the nearest is "{near}".')


def from_mid(action: int) -> str:
    """Return the rung key for an action code of the MIE or MIDI data.

    Parameters
    ----------
    action : int
        0 to 22; the number is a name and no measure of gravity.

    Raises
    ------
    UsageError
        When there is no such code.

    Examples
    --------
    >>> from_mid(7), from_mid(15), from_mid(22)
    ('display', 'seizure', 'war')
    """
    return _numbered(_mid_table(), action, "MID action code")


def from_icb_trigger(code: int) -> str:
    """Return the rung key for an ICB crisis trigger (``triggr``).

    Triggers 4 (a change outside) and 6 (a challenge from within) are no act of the other
    side and stand on calm.

    Parameters
    ----------
    code : int
        1 to 9.

    Raises
    ------
    UsageError
        When there is no such code.

    Examples
    --------
    >>> from_icb_trigger(1), from_icb_trigger(9)
    ('words', 'strike-abroad')
    """
    return _numbered(_icb_table("trigger"), code, "ICB trigger code")


def from_icb_response(code: int) -> str:
    """Return the rung key for an ICB major response (``majres``).

    Parameters
    ----------
    code : int
        1 to 9.

    Raises
    ------
    UsageError
        When there is no such code.

    Examples
    --------
    >>> from_icb_response(1), from_icb_response(6)
    ('calm', 'display')
    """
    return _numbered(_icb_table("response"), code, "ICB response code")


def _numbered(table: dict[int, str], code: int, what: str) -> str:
    if code not in table:
        raise UsageError(f"No {what} {code}; they run from {min(table)} to {max(table)}.")
    return table[code]
