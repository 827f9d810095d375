"""Measure how well the offline coder reads, against marks and against a dictionary of verbs.

    python3 scripts/measure_reading.py gold [work|report]   the project's own marked articles
    python3 scripts/measure_reading.py icbe FILE            ICBe's sentences, beside a dictionary
    python3 scripts/measure_reading.py petrarch FILE        PETRARCH2's own test sentences

ICBe (icbe-1.1-events.csv) and PETRARCH2's sentences (unittest.jsonl) are not part of Offramp; give
the path of your copy.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from offramp.reading import Draft, Source
from offramp.reading._offline import code_offline
from offramp.reading.english._nlp import parse
from offramp.reading.marked._gold import load_gold
from offramp.reading.marked._score import Rate, Score, canonical, score, score_table
from offramp.reading.parties._gazetteer import gazetteer_mentions

HOME = Path(__file__).resolve().parent.parent
GOLD = HOME / "tests" / "reading" / "gold"
CAMEO = HOME / "src" / "offramp" / "ladder" / "data" / "cameo.csv"
Triple = tuple[str, str, str]

_ACTION = {
    "escalatory": "force",
    "uncooperative": "force",
    "cooperative": "help",
    "deescalatory": "help",
}
_SPEECH = {
    "demand": "words", "reject": "words", "disapprove": "words", "accuse": "words",
    "threaten": "words", "ultimatum": "words", "appeal": "words", "accept": "help",
    "promise": "help", "offer": "help", "offer - without conditions": "help", "praise": "help",
}  # fmt: skip
_RUNGS = {
    "agreement": "help", "conciliation": "help", "calm": "help", "words": "words",
    "threat": "words",
}  # fmt: skip
_SIGNALS = {
    "offer": "help",
    "assurance": "help",
    "mediation": "help",
    "ceasefire": "help",
    "withdrawal": "help",
}


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", choices=("gold", "icbe", "petrarch"))
    parser.add_argument("which", nargs="?", default="report")
    parser.add_argument("--styles", action="store_true", help="show each style by itself")
    given = parser.parse_args()
    if given.what == "gold":
        for line in gold_lines(given.which, given.styles):
            print(line)
    elif given.what == "icbe":
        ours, theirs = icbe(Path(given.which))
        print(table({"Offramp": ours, "dictionary": theirs}))
    else:
        print(table({"Offramp": petrarch(Path(given.which))}))


def gold_lines(split: str, styles: bool) -> Iterator[str]:
    """Score the marked articles of one part."""
    total = Score()
    by_style: dict[str, Score] = defaultdict(Score)
    articles = load_gold(GOLD, split)
    for gold in articles:
        one = score(code_offline(gold.source), gold)
        total += one
        by_style[gold.style] += one
    sentences = sum(len(gold.sentences) for gold in articles)
    yield f"{split}: {len(articles)} articles, {sentences} sentences"
    yield score_table(total)
    for style, one in sorted(by_style.items()) if styles else ():
        yield f"\n{style}"
        yield score_table(one)


# --- ICBe: who does what to whom


def icbe(path: Path, most: int | None = None) -> tuple[dict[str, Rate], dict[str, Rate]]:
    """Score who does what to whom on ICBe's sentences: the coder, and a dictionary of verbs.

    Parameters
    ----------
    path : Path
    most : int, optional
        How many crises to read; all where left out.

    Returns
    -------
    tuple of dict of str to Rate
        ``pair``: actor and target; ``triple``: with force, help or words; for each coder.
    """
    ours: dict[str, Rate] = {"pair": Rate(), "triple": Rate()}
    theirs: dict[str, Rate] = {"pair": Rate(), "triple": Rate()}
    for number, (text, spans, marked, year) in enumerate(icbe_crises(path)):
        if most is not None and number >= most:
            break
        draft = code_offline(Source(f"icbe-{number}", text, date=f"{year + 1}"))
        _count(ours, triples(draft, spans), marked)
        _count(theirs, dictionary(text, spans, year), marked)
    return ours, theirs


def icbe_crises(path: Path) -> Iterator[tuple[str, list[tuple[int, int]], list[set[Triple]], int]]:
    """Go through the crises: the text, the spans of its sentences, what is marked in each."""
    rows: dict[str, dict[float, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["sentence_span_text"].strip():
                number = float(row["sentence_number_int_aligned"] or 0)
                rows[row["crisno"]][number].append(row)
    for _, sentences in sorted(rows.items(), key=lambda item: float(item[0])):
        text, spans, marked, year = "", [], [], 1950
        for _, coded in sorted(sentences.items()):
            words = coded[0]["sentence_span_text"].strip()
            text += " " * bool(text)
            spans.append((len(text), len(text) + len(words)))
            text += words
            marked.append({t for row in coded for t in icbe_triples(row)})
            year = int(float(coded[0]["crisis_year"] or year))
        yield text, spans, marked, year


def icbe_triples(row: dict[str, str]) -> Iterator[Triple]:
    """Give who does what to whom in one coding."""
    if row["event_type"] == "action":
        kinds = {_ACTION[k] for k in row["do_interact_kind"].split(";") if k in _ACTION}
        side = row["do_actor_a"], row["do_actor_b"]
    elif row["event_type"] == "speech":
        kinds = {_SPEECH[k] for k in row["sayintkind"].split(";") if k in _SPEECH}
        side = row["say_actor_a"], row["say_actor_b"]
    else:
        return
    for actor in filter(None, side[0].split(";")):
        for target in filter(None, side[1].split(";")):
            for kind in kinds:
                if canonical(actor) != canonical(target):
                    yield kind, canonical(actor), canonical(target)


def triples(draft: Draft, spans: list[tuple[int, int]]) -> list[set[Triple]]:
    """Give who does what to whom in a draft, sentence by sentence."""
    found: list[set[Triple]] = [set() for _ in spans]

    def put(
        at: int, kind: str, actors: Iterable[str], targets: Iterable[str], mutual: bool
    ) -> None:
        number = next((n for n, (start, end) in enumerate(spans) if start <= at < end), None)
        if number is None:
            return
        for actor in actors:
            for target in targets:
                found[number].add((kind, canonical(actor), canonical(target)))
                if mutual:
                    found[number].add((kind, canonical(target), canonical(actor)))

    for act in draft.acts:
        if act.trigger is not None and act.modality in ("actual", "claimed", "habitual"):
            both = act.rung in ("agreement", "war") and act.plover in ("AGREE", "ASSAULT")
            for quote in act.quotes:
                kind = _RUNGS.get(act.rung, "force")
                put(quote.start, kind, act.actors, act.targets, both)
    for signal in draft.signals:
        at = (signal.trigger or signal.quotes[0]).start
        backs = signal.kind == "stance" and signal.stance in ("backs", "joins")
        kind = "help" if backs else _SIGNALS.get(signal.kind, "words")
        put(at, kind, (signal.sender,), signal.receivers, False)
    return found


def _count(rates: dict[str, Rate], given: list[set[Triple]], marked: list[set[Triple]]) -> None:
    for mine, right in zip(given, marked, strict=True):
        rates["triple"] += Rate(len(mine & right), len(mine), len(right))
        pairs, wanted = {t[1:] for t in mine}, {t[1:] for t in right}
        rates["pair"] += Rate(len(pairs & wanted), len(pairs), len(wanted))


# --- the dictionary coder: verbs of CAMEO's descriptions, the nearest names on either side


@cache
def cameo_words() -> dict[str, str]:
    """Give the verbs and nouns of CAMEO's descriptions, by lemma, with force, help or words."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    with CAMEO.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kind = _cameo_kind(int(row["root"]))
            for token in parse(
                f"Iran {row['description'][0].lower()}{row['description'][1:]}."
            ).doc:
                if token.pos_ in ("VERB", "NOUN") and not token.is_stop:
                    votes[token.lemma_.lower()][kind] += 1
    return {word: kinds.most_common(1)[0][0] for word, kinds in votes.items()}


def _cameo_kind(root: int) -> str:
    return "help" if root <= 8 else "words" if root <= 14 else "force"


def dictionary(text: str, spans: list[tuple[int, int]], year: int) -> list[set[Triple]]:
    """Code sentences with a dictionary: a known verb, the names before it and behind it."""
    parsed = parse(text)
    mentions = gazetteer_mentions(parsed, year)
    found: list[set[Triple]] = [set() for _ in spans]
    for number, (start, end) in enumerate(spans):
        inside = [m for m in mentions if start <= parsed.doc[m.start].idx < end]
        for token in parsed.doc:
            if not (start <= token.idx < end) or token.pos_ != "VERB":
                continue
            kind = cameo_words().get(token.lemma_.lower())
            before = [m.party for m in inside if m.end <= token.i]
            after = [m.party for m in inside if m.start > token.i]
            if kind and before and after and before[-1] != after[0]:
                found[number].add((kind, before[-1], after[0]))
    return found


# --- PETRARCH2


def petrarch(path: Path) -> dict[str, Rate]:
    """Score PETRARCH2's sentences: the kinds of event in each, and who does something to whom.

    The countries of its sentences are invented and its own dictionaries say what they are called.
    The sentences are read as one text, so that the names can be learned from it, and held against
    the first three letters of the codes.
    """
    rates = {"kind": Rate(), "pair": Rate()}
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    text, spans = "", []
    for row in rows:
        words = re.sub(r"\s+", " ", row["text"]).strip()
        spans.append((len(text), len(text) + len(words)))
        text += words + "\n\n"
    draft = code_offline(Source("p", text, date="1995-01-31"))
    for row, found in zip(rows, triples(draft, spans), strict=True):
        marked = {
            (_old_kind(event["eventcode"]), event["sourcecode"][:3], event["targetcode"][:3])
            for event in row["events"]
            if event.get("eventcode") and event.get("sourcecode") and event.get("targetcode")
        }
        mine = {(kind, _short(actor), _short(target)) for kind, actor, target in found}
        kinds, wanted = {t[0] for t in mine}, {t[0] for t in marked}
        rates["kind"] += Rate(len(kinds & wanted), len(kinds), len(wanted))
        pairs, right = {t[1:] for t in mine}, {t[1:] for t in marked}
        rates["pair"] += Rate(len(pairs & right), len(pairs), len(right))
    return rates


def _old_kind(code: str) -> str:
    return _cameo_kind(int(code[:2])) if code[:2].isdigit() else "words"


def _short(party: str) -> str:
    return party[:3].upper()


def table(columns: dict[str, dict[str, Rate]]) -> str:
    """Write rates as a table of plain text."""
    lines = [f"{'':24}{'precision':>10}{'recall':>8}{'F':>6}{'marked':>8}"]
    for name, rates in columns.items():
        for what, rate in rates.items():
            lines.append(
                f"{name + ', ' + what:24}{rate.precision:10.2f}{rate.recall:8.2f}{rate.f:6.2f}"
                f"{rate.marked:8d}"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
