"""What `offramp read` tells: what was read, what was left out and why, what a model cost."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from offramp.cli._say import put, put_json, tell

if TYPE_CHECKING:
    from offramp.reading import Endpoint, Review

REVIEW_FILE = "review.html"
SINGULAR = {
    "parties": "party", "relations": "relation", "acts": "act", "signals": "signal",
    "claims": "claim",
}  # fmt: skip


def tell_usage(endpoint: "Endpoint", prices: tuple[float, float] | None) -> None:
    """Say what a language model was asked, and what it cost where prices are given."""
    used = endpoint.usage
    cost = f", about ${used.cost(prices):.2f}" if prices else ""
    kept = f" ({used.kept} more were answered before)" if used.kept else ""
    tell(
        f"Asked {endpoint.model} {used.calls} times{kept}: {used.tokens_in:,} tokens in, "
        f"{used.tokens_out:,} out{cost}."
    )


def tell_draft(path: Path, review: "Review", as_json: bool, page: Path) -> None:
    """Say what was read into a record, in words or as JSON; `page` is what it is reviewed on."""
    from offramp.reading import cards

    shown = cards(review)
    counts = {
        name: sum(card.section == name for card in shown)
        for name in ("parties", "relations", "acts", "signals", "claims")
    }
    if not as_json:
        put(str(path))
        _tell_counts(counts, len(review.held_back), len(review.unverified), page)
        _tell_unread(review)
        return
    put_json(
        {
            "record": str(path),
            "review": str(page),
            "id": review.record.id,
            "counts": counts,
            "entries": [
                {
                    "section": section,
                    "id": key,
                    "inferred": item.inferred,
                    "quotes": [asdict(quote) for quote in item.quotes],
                }
                for (section, key), item in review.origins.items()
            ],
            "left_out": [
                {"kind": one.kind, "why": one.why, "quotes": [asdict(q) for q in one.item.quotes]}
                for one in review.held_back
            ],
            "unverified": [asdict(one) for one in review.unverified],
            "remarks": review.remarks,
        }
    )


def _tell_unread(review: "Review") -> None:
    """Warn where a language model gave nothing of use: what it would have found is missing."""
    unread = [one.kind for one in review.unverified if one.unread]
    if unread:
        stages = ", ".join(dict.fromkeys(unread))
        tell(f"! The model gave no answer of use {len(unread)} times ({stages}): read again.")


def _tell_counts(counts: dict[str, int], left: int, refused: int, page: Path) -> None:
    found = [
        f"{count} {SINGULAR[name] if count == 1 else name}"
        for name, count in counts.items()
        if count
    ]
    words = f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else "".join(found)
    tell(f"Read {words}." if found else "Nothing was added.")
    if left or refused:
        tell(f"Left out: {left}. Not borne out: {refused}. {page.name} says why.")
