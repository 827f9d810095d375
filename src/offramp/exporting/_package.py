"""Records as a Frictionless data package: tables, the files themselves, and a description."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from offramp import crises
from offramp._errors import OfframpError, UsageError
from offramp._version import __version__
from offramp.exporting._tables import TABLES
from offramp.record import Record, find_record, library, open_record

DESCRIPTOR = "datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def data_package(paths: Sequence[Path | str], name: str = "offramp-library") -> dict[str, bytes]:
    """Lay records out as a data package.

    The same records give the same bytes. Records of the library come under CC BY 4.0 and with
    its notice; one's own come without a licence, since that is for their authors to choose.

    Parameters
    ----------
    paths : sequence of Path or str
        Records: folders, files, or names in the library.
    name : str
        The package's name.

    Returns
    -------
    dict of str to bytes
        By path inside the package: a CSV for each of `TABLES`, the records' own files under
        ``records``, and ``datapackage.json``.

    Raises
    ------
    RecordError
        When a record cannot be used.
    UsageError
        When there is no such record, or two of them share an id.

    Examples
    --------
    >>> files = data_package(["cuba-1962"], "cuba-1962")
    >>> [name for name in files if name.startswith("records")]
    ['records/cuba-1962/crisis.yaml']
    """
    mains = [find_record(path) for path in paths]
    records = [open_record(main) for main in mains]
    ids = [record.id for record in records]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise UsageError(f'Two of the records have the id "{twice[0]}". Give one of them another.')
    files: dict[str, bytes] = {}
    resources: list[dict[str, Any]] = []
    for table in TABLES:
        content = table.csv(records).encode("utf-8")
        files[f"{table.name}.csv"] = content
        resources.append(
            {
                "name": table.name,
                "title": table.title,
                "description": table.description,
                "profile": "tabular-data-resource",
                **_file(f"{table.name}.csv", content, "csv", "text/csv"),
                "schema": table.schema(),
            }
        )
    for record, main in zip(records, mains, strict=True):
        for what, path in _own_files(record, main).items():
            inside = f"records/{record.id}/{path.name}"
            files[inside] = content = _read(path)
            kind, media = (
                ("csv", "text/csv") if path.suffix == ".csv" else ("yaml", "application/yaml")
            )
            resources.append(
                {
                    "name": f"{record.id}.{what}",
                    "title": f"{record.title}: {path.name}",
                    **_file(inside, content, kind, media),
                }
            )
    described = _described(records, name)
    if _from_library(mains):
        described["licenses"] = [LICENCE]
        files["LICENSE"] = _read(Path(crises.__path__[0]) / "LICENSE")
    described["resources"] = resources
    text = json.dumps(described, indent=2, ensure_ascii=False, allow_nan=False)
    return {DESCRIPTOR: f"{text}\n".encode(), **files}


def _described(records: Sequence[Record], name: str) -> dict[str, Any]:
    one = len(records) == 1
    return {
        "profile": "data-package",
        "name": name,
        "title": records[0].title if one else "The Offramp library of international crises",
        "description": (
            "Crises coded day by day from public sources: acts on an escalation ladder, and the "
            "signals beside them, each with its sources and quotes. A date is written as far as "
            "it is known (EDTF), with its first and last possible day beside it; 'known' is the "
            "day on which a thing became known. Lists within a cell are separated by ';'. A text "
            "that a spreadsheet would take for a formula begins with an apostrophe. Everything "
            "that has no table stands in the records' own files."
        ),
        "version": __version__,
        "keywords": ["international crises", "escalation", "signals", "conflict", "events"],
        "contributors": [{"title": "The Offramp developers", "role": "author"}],
    }


def _from_library(mains: Sequence[Path]) -> bool:
    shelf = {folder.resolve() for folder in library().values()}
    return all(main.resolve().parent in shelf for main in mains)


def _own_files(record: Record, main: Path) -> dict[str, Path]:
    files = {"crisis": main, "acts": main.parent / "acts.csv"}
    if record.ladder:
        files["ladder"] = main.parent / record.ladder
    return {what: path for what, path in files.items() if path.is_file()}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OfframpError(f"Cannot read {path}: {error.strerror}.") from error


def _file(path: str, content: bytes, kind: str, media: str) -> dict[str, Any]:
    return {
        "path": path,
        "format": kind,
        "mediatype": media,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
