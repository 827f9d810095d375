"""What holds for the offline coder whatever the text: nothing is made up, and sides may swap."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offramp.reading import Draft, Source, code_offline

pytest.importorskip("spacy")

PIECES = (
    "Iran", "Iraq", "the Veldian navy", "attacked", "shelled", "launched missiles at", "on Tuesday",
    "\n\n", ". ", '"', "if", "would", "vowed revenge", "accused", "of piracy", "two days later",
    "its neighbour", "both sides", "killing seven", "the attack", "(", "—", "The ", "\u2019s",
    "1962",
)  # fmt: skip


def quotes(draft: Draft) -> list[tuple[int, int, str]]:
    items = (*draft.parties, *draft.relations, *draft.acts, *draft.signals, *draft.claims)
    found = [q for item in items for q in item.quotes]
    found += [i.trigger for i in (*draft.acts, *draft.signals) if i.trigger is not None]
    return [(q.start, q.end, q.text) for q in found]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_a_draft_whose_quotes_are_its_own(text: str) -> None:
    draft = code_offline(Source("s", text, date="1970-01-01"))
    known = {party.id for party in draft.parties}
    assert all(text[start:end] == words for start, end, words in quotes(draft))
    for act in draft.acts:
        assert known >= {*act.actors, *act.targets}
    for signal in draft.signals:
        assert known >= {signal.sender, *signal.receivers}


STORY = (
    "{A} bombed an airfield in {B} on 2 May 1971, killing seven. {B} accused {A} of aggression "
    "and vowed revenge. {B} shelled the port of Zug in {A} on 4 May. {A} warned {B} that any "
    "further attack would mean war. {A} withdrew its troops a week later."
)


# The parser's own guesses depend a little on the words, so the sentences are plain ones.
@settings(max_examples=12, deadline=None)
@given(st.permutations(["Egypt", "Turkey", "Brazil", "Norway"]))
def test_relabelled_sides_swap_their_parts(names: list[str]) -> None:
    def coded(a: str, b: str) -> str:
        draft = code_offline(Source("s", STORY.format(A=a, B=b), date="1990-01-01"))
        acts = [(x.actors, x.rung, x.targets, x.date, x.modality) for x in draft.acts]
        signals = [(s.kind, s.sender, s.receivers) for s in draft.signals]
        text = repr((acts, signals))
        return re.sub(b.lower(), "B", re.sub(a.lower(), "A", text))

    assert coded(names[0], names[1]) == coded(names[2], names[3])


def test_what_is_told_later_changes_nothing_before_it() -> None:
    text = STORY.format(A="Egypt", B="Turkey")
    later = text + " On 9 May 1971 Egypt and Turkey signed a treaty."
    first = code_offline(Source("s", text, date="1990-01-01")).acts
    longer = code_offline(Source("s", later, date="1990-01-01")).acts
    assert longer[: len(first)] == first
