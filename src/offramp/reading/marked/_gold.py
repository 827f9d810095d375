"""Articles marked by hand, against which a coder is scored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from offramp._errors import Problem, RecordError, UsageError
from offramp.reading.documents._source import Source
from offramp.record import parse_span

_BLOODY = ("shadow-attack", "strike-abroad", "strike-home", "campaign", "war")
_ROOTS = {
    "coercion": ("SANCTION", "COERCE"),
    "seizure": ("COERCE", "ASSAULT"),
    "display": ("MOBILIZE",),
    "agreement": ("RETREAT", "AGREE"),
    "conciliation": ("CONSULT", "AGREE", "SUPPORT", "AID", "CONCEDE", "RETREAT"),
    "threat": ("THREATEN",),
} | dict.fromkeys(_BLOODY, ("ASSAULT",))


@dataclass(frozen=True)
class GoldAct:
    """A deed that a careful reader marks.

    Attributes
    ----------
    spans : tuple of (int, int)
        Where the text speaks of it, as offsets.
    rungs, roots : tuple of str
        The rungs and the PLOVER events that are accepted.
    actors, targets : tuple of str
        Names; any of them is right, and none given means that nobody is named.
    modalities : tuple of str
    date : str or None
        EDTF; None where the text does not tell.
    mutual : bool
        Whether either party may stand as the actor.
    optional : bool
        Whether it counts neither way.
    """

    spans: tuple[tuple[int, int], ...]
    rungs: tuple[str, ...]
    roots: tuple[str, ...]
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ("actual",)
    date: str | None = None
    mutual: bool = False
    optional: bool = False


@dataclass(frozen=True)
class GoldSignal:
    """A signal that a careful reader marks: the span of its sentence, kinds, who, to whom."""

    sentence: tuple[int, int]
    kinds: tuple[str, ...]
    senders: tuple[str, ...]
    receivers: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class GoldClaim:
    """A sentence that makes a claim."""

    sentence: tuple[int, int]
    optional: bool = False


@dataclass(frozen=True)
class Gold:
    """One article with its marks."""

    id: str
    split: str
    style: str
    source: Source
    sentences: tuple[tuple[int, int], ...]
    acts: tuple[GoldAct, ...]
    signals: tuple[GoldSignal, ...]
    claims: tuple[GoldClaim, ...]


def load_gold(path: Path | str, split: str | None = None) -> tuple[Gold, ...]:
    """Read marked articles.

    Parameters
    ----------
    path : Path or str
        A YAML file, or a folder of them.
    split : str, optional
        Only those of one part, such as ``work``.

    Returns
    -------
    tuple of Gold
        In the order of their file names.

    Raises
    ------
    UsageError
        When there is no such file.
    RecordError
        When a file is not marked as it should be; says which file and what is wrong.
    """
    place = Path(path)
    if not place.exists():
        raise UsageError(f"There is no file or folder of marked articles {path}.")
    files = sorted(place.glob("*.yaml")) if place.is_dir() else [place]
    read = [_article(file) for file in files]
    return tuple(one for one in read if split is None or one.split == split)


def _article(file: Path) -> Gold:
    try:
        data = (
            import_module("ruamel.yaml").YAML(typ="safe", pure=True).load(file.read_text("utf-8"))
        )
        return _read(cast(Mapping[str, Any], data))
    except import_module("ruamel.yaml.error").YAMLError as error:
        raise RecordError(file, [Problem(str(file), 0, 0, f"It is not YAML: {error}")]) from None
    except (KeyError, TypeError, ValueError) as error:
        why = f"It is not marked as a gold file should be: {type(error).__name__} {error}."
        raise RecordError(file, [Problem(str(file), 0, 0, why)]) from None


@dataclass
class _Marks:
    acts: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict[str, Any])


def _read(data: Mapping[str, Any]) -> Gold:
    text = ""
    sentences: list[tuple[int, int]] = []
    marks = _Marks()
    signals: list[GoldSignal] = []
    claims: list[GoldClaim] = []
    for number, row in enumerate(data["sentences"]):
        words = str(row["p"] if "p" in row else row["s"])
        text += ("\n\n" if "p" in row else " ") * bool(text)
        start = len(text)
        text += words
        sentences.append((start, len(text)))
        for n, act in enumerate(row.get("a", ())):
            key = str(act.get("of") or act.get("id") or f"{number}.{n}")
            at = _find(words, str(act["t"]), int(act.get("n", 1)))
            marks.spans.setdefault(key, []).append((start + at, start + at + len(str(act["t"]))))
            if "of" not in act:
                marks.acts[key] = act
        for signal in row.get("g", ()):
            signals.append(
                GoldSignal(
                    sentences[-1], _split(signal["k"]), _names(signal.get("by")),
                    _names(signal.get("to")), bool(signal.get("opt")),
                )
            )  # fmt: skip
        if "c" in row:
            claims.append(GoldClaim(sentences[-1], bool((row["c"] or {}).get("opt"))))
    stray = set(marks.spans) - set(marks.acts)
    if stray:
        raise ValueError(f"a mention of an act that is not marked: {', '.join(sorted(stray))}")
    published = str(data["date"])
    parse_span(published)
    source = Source(str(data["id"]), text, date=published, date_found="given")
    acts = tuple(_act(act, tuple(marks.spans[key])) for key, act in marks.acts.items())
    return Gold(
        source.id, str(data["split"]), str(data["style"]), source,
        tuple(sentences), acts, tuple(signals), tuple(claims),
    )  # fmt: skip


def _act(act: Mapping[str, Any], spans: tuple[tuple[int, int], ...]) -> GoldAct:
    rungs = _split(act["r"])
    roots = _split(act["p"]) if "p" in act else ()
    if not roots:
        roots = tuple(dict.fromkeys(root for rung in rungs for root in _ROOTS.get(rung, ())))
    date = str(act["d"]) if "d" in act else None
    if date is not None:
        parse_span(date)
    return GoldAct(
        spans, rungs, roots, _names(act.get("by")), _names(act.get("to")),
        _split(act.get("m", "actual")), date, bool(act.get("mutual")), bool(act.get("opt")),
    )  # fmt: skip


def _find(words: str, part: str, which: int) -> int:
    at = -1
    for _ in range(which):
        at = words.find(part, at + 1)
        if at < 0:
            raise ValueError(f'"{part}" does not stand in "{words}"')
    return at


def _split(value: object) -> tuple[str, ...]:
    return tuple(str(value).split("/"))


def _names(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    several = cast(list[Any], value) if isinstance(value, list) else [value]
    return tuple(name for one in several for name in str(one).split("/"))
