"""The track record over the library as one HTML page, the misses first."""

from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from offramp._files import write_atomic
from offramp._version import __version__
from offramp.report._embed import content_policy
from offramp.report._environment import environment
from offramp.report._library import (
    MISS_HEADER,
    explained,
    heading,
    miss_rows,
    miss_sentence,
    tables,
    verdict,
)
from offramp.scoring.library import LibraryRecord


def render_library(record: LibraryRecord) -> str:
    """Draw the track record over the library as a self-contained HTML document.

    Parameters
    ----------
    record : LibraryRecord

    Returns
    -------
    str
        HTML without scripts; its policy forbids every request.
    """
    style = files("offramp.report").joinpath("assets", "report.css").read_text("utf-8")
    first = record.runs[0]
    return environment().get_template("library.html").render(
        policy=content_policy([], [style]), style=Markup(style), version=__version__,
        worst=[miss_sentence(miss) for miss in first.misses[:3]],
        header=MISS_HEADER, misses=miss_rows(first), notes=record.notes,
        runs=[
            {
                "key": run.protocol, "title": heading(run),
                "explained": explained(run), "verdict": verdict(run),
                "misses": miss_rows(run), "tables": tables(run),
                "bases": [(source.title, source.basis) for source in run.sources],
            }
            for run in record.runs
        ],
    )  # fmt: skip


def write_library(record: LibraryRecord, path: Path) -> Path:
    """Write the page, whole or not at all.

    Raises
    ------
    OfframpError
        When it cannot be written; an older file then stays as it was.
    """
    write_atomic(path, render_library(record))
    return path
