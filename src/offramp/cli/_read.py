"""offramp read: documents into a draft record, every field with its quote."""

from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from offramp._errors import OfframpError, UsageError
from offramp._files import write_atomic
from offramp.cli._options import AsJson, check_writable
from offramp.cli._read_told import REVIEW_FILE, tell_draft, tell_usage
from offramp.cli._say import progress, put, put_json, tell

if TYPE_CHECKING:
    from offramp.reading import Coder, Draft, Endpoint, OpenRecord, Review

MAIN_FILE = "crisis.yaml"


def _named(name: str, metavar: str, words: str) -> Any:
    """Give an option that takes a value and has no default to show."""
    return typer.Option(name, metavar=metavar, help=words, show_default=False)


def read(
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOCUMENT...",
            help="Text, HTML and PDF files, or addresses that begin with https://.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None, _named("--out", "FOLDER", "Make a record in this new folder.")
    ] = None,
    into: Annotated[
        Path | None, _named("--into", "RECORD", "Add to this record; what stands there stays.")
    ] = None,
    date: Annotated[
        list[str] | None,
        _named(
            "--date",
            "DATE",
            "When it was published, such as 2024-04-16; for one of several, NAME=DATE.",
        ),
    ] = None,
    url: Annotated[str | None, _named("--url", "URL", "Where it can be read.")] = None,
    model: Annotated[
        str | None,
        _named(
            "--model",
            "FORMAT:NAME",
            "Ask a language model: openai:, anthropic: or ollama: and its name.",
        ),
    ] = None,
    model_url: Annotated[
        str | None, _named("--model-url", "URL", "The model's server, if it is one of your own.")
    ] = None,
    price: Annotated[
        str | None, _named("--price", "IN,OUT", "Dollars for a million tokens, to show the cost.")
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Go through the entries here, before any is written.")
    ] = False,
    apply: Annotated[
        Path | None,
        _named("--apply", "FILE", "Carry out the decisions of a review page on --into."),
    ] = None,
    score: Annotated[
        Path | None,
        _named("--score", "GOLD", "Score the coder on articles that are marked by hand."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read documents into a draft record, every field with the words that it came from.

    Writes crisis.yaml and review.html, a page on which each entry stands beside its sentence.
    It needs no network and no model: the coder is built in. With --model a language model of
    your own reads instead, and is held to the same rule: no quote, no field. Its key is taken
    from OFFRAMP_MODEL_KEY, OPENAI_API_KEY or ANTHROPIC_API_KEY.
    """
    if apply is not None:
        _apply(apply, into, [*(documents or []), *([out] if out else [])], as_json)
        return
    prices = _prices(price)
    if score is not None:
        _score(score, model, model_url, as_json)
        return
    if (out is None) == (into is None):
        raise UsageError("Say where: --out FOLDER for a new record, or --into RECORD for one more.")
    if out is not None:
        _check_new(out)
    elif into is not None and not into.exists():
        # A bare name would lead into the library, whose records are nobody's drafts.
        raise UsageError(f"There is no record at {into}. Name its folder, or begin one with --out.")
    from offramp.reading import load_sources, read_documents

    coder, endpoint = _coder(model, model_url)
    with progress() as show:
        if endpoint is not None:
            from offramp.reading import LanguageModelCoder

            coder = LanguageModelCoder(endpoint, show)
        sources = load_sources(documents or [], date=date, url=url)
        draft = read_documents(sources, coder, show)
    if endpoint is not None:
        tell_usage(endpoint, prices)
    if out is not None:
        _begin(out, draft, review, as_json)
    elif into is not None:
        _add(into, draft, review, as_json)


def _check_new(out: Path) -> None:
    main = out / MAIN_FILE
    if main.exists():
        raise UsageError(f"There is a record at {main} already. Add to it with --into {out}.")
    if not out.parent.is_dir():
        raise UsageError(f"There is no folder {out.parent} to put it in. Make it first.")
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file. Name a folder with --out.")
    check_writable(main if out.is_dir() else out)


def _coder(model: str | None, url: str | None) -> "tuple[Coder, Endpoint | None]":
    if model is None and url is not None:
        raise UsageError("--model-url needs --model: the format and the model's name.")
    if model is None:
        from offramp.reading import code_offline

        return code_offline, None
    from offramp.reading import Endpoint, LanguageModelCoder

    endpoint = Endpoint.of(model, url)
    return LanguageModelCoder(endpoint), endpoint


def _prices(price: str | None) -> tuple[float, float] | None:
    if price is None:
        return None
    try:
        tokens_in, tokens_out = (float(part) for part in price.split(","))
    except ValueError:
        raise UsageError("--price: write two numbers, such as 3,15.") from None
    return tokens_in, tokens_out


def _begin(out: Path, draft: "Draft", in_terminal: bool, as_json: bool) -> None:
    """Make a new record's folder, with the record and the page to review it on."""
    from offramp.reading import OpenRecord, Review, draft_to_record

    made = draft_to_record(draft, out.resolve().name)
    file = OpenRecord(out / MAIN_FILE, made.text())
    review = Review(
        file.record(), made.origins, draft.sources, made.held_back, draft.unverified, made.remarks
    )
    if in_terminal:
        review = _decided(review, file)
    fresh = not out.is_dir()
    try:
        out.mkdir(exist_ok=True)
        write_atomic(file.path, file.text)
        _write_page(out / REVIEW_FILE, review)
    except (OSError, OfframpError, KeyboardInterrupt) as error:
        with suppress(OSError):
            file.path.unlink(missing_ok=True)
            if fresh:
                out.rmdir()
        if isinstance(error, OSError):
            raise OfframpError(f"Cannot make {out}: {error.strerror}.") from error
        raise
    tell_draft(file.path, review, as_json, out / REVIEW_FILE)
    for warning in made.warnings:
        tell(f"! {warning}")
    tell(
        f"Next:\n  1. Open {out / REVIEW_FILE} and go through the entries.\n"
        f"  2. offramp check {out}\n  3. offramp report {out}"
    )


def _add(into: Path, draft: "Draft", in_terminal: bool, as_json: bool) -> None:
    """Add to a record that exists, and show what was added on a page beside it."""
    from offramp.reading import Review, merge

    merged = merge(into, draft)
    again = [f'"{name}" was read into the record before.' for name in merged.read_before]
    cited = [f'"{name}" has {source} as a source more.' for _, name, source in merged.cited]
    remarks = (*again, *dict.fromkeys(cited), *merged.differences)
    review = Review(
        merged.file.record(), merged.added, draft.sources, merged.held_back, draft.unverified,
        remarks,
    )  # fmt: skip
    if in_terminal:
        review = _decided(review, merged.file)
    merged.file.save()
    page = _free_page(merged.file.path)
    if review.origins or review.held_back or review.unverified:
        _write_page(page, review)
    tell_draft(merged.file.path, review, as_json, page)
    for remark in remarks:
        tell(remark)


def _free_page(record: Path) -> Path:
    """Name a page that is not there yet: one that is may hold what nobody has decided."""
    page, number = record.with_name(REVIEW_FILE), 2
    while page.exists():
        page, number = record.with_name(f"review-{number}.html"), number + 1
    return page


def _write_page(path: Path, review: "Review") -> None:
    from offramp.reading import review_page

    write_atomic(path, review_page(review))


def _decided(review: "Review", file: "OpenRecord") -> "Review":
    """Let the user decide in the terminal, and keep what is left."""
    from dataclasses import replace

    from offramp.cli._read_review import ask
    from offramp.reading import cards, decide

    for remark in decide(file, ask(cards(review))):
        tell(remark)
    record = file.record()
    names = {"acts", "signals", "claims", "parties"}
    left = {
        (section, key): item
        for (section, key), item in review.origins.items()
        if section not in names or any(one.id == key for one in getattr(record, section))
    }
    return replace(review, record=record, origins=left)


def _apply(path: Path, into: Path | None, others: list[Any], as_json: bool) -> None:
    from offramp.reading import OpenRecord, decide, read_decisions

    if into is None or others:
        raise UsageError("--apply takes --into RECORD, and no documents.")
    file = OpenRecord.load(into)
    decisions = read_decisions(path, file.record().id)
    told = decide(file, decisions)
    record = file.save()
    counts = {deed: sum(one.do == deed for one in decisions) for deed in ("accept", "mend", "drop")}
    if as_json:
        put_json({"record": str(file.path), "id": record.id, **counts, "remarks": told})
    else:
        put(str(file.path))
    for remark in told:
        tell(remark)
    tell(f"Accepted {counts['accept']}, mended {counts['mend']}, dropped {counts['drop']}.")


def _score(gold: Path, model: str | None, url: str | None, as_json: bool) -> None:
    from offramp.reading import Score, load_gold, read_documents, score, score_table

    coder, endpoint = _coder(model, url)
    marked = load_gold(gold)
    if not marked:
        raise UsageError(f"There is no marked article in {gold}.")
    total = Score()
    with progress() as show:
        for done, one in enumerate(marked, start=1):
            total += score(read_documents([one.source], coder), one)
            if show is not None:
                show("articles", done, len(marked))
    if endpoint is not None:
        tell_usage(endpoint, None)
    if as_json:
        rates = {
            name: {"precision": r.precision, "recall": r.recall, "f": r.f, **asdict(r)}
            for name, r in total.rates.items()
        }
        put_json({"articles": len(marked), "rates": rates, "unanchored": total.unanchored})
    else:
        put(score_table(total))
