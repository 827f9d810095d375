"""Documents are cleaned, read, verified and joined."""

from dataclasses import replace

from offramp.reading import Draft, Source, read_documents
from reading._made import draft, other_draft, source


def test_what_a_coder_makes_up_goes_no_further() -> None:
    made_up = replace(draft().acts[0].quotes[0], text="Strelsau fired on the river post on 1 Ma")
    lying = replace(draft(), acts=(replace(draft().acts[0], quotes=(made_up,)),))
    read = read_documents([source()], lambda _: lying)
    assert read.acts == ()
    assert read.unverified[0].why == "The words do not stand in the source."


def test_several_documents_become_one_draft() -> None:
    told = {one.sources[0].id: one for one in (draft(), other_draft())}
    read = read_documents([one.sources[0] for one in told.values()], lambda of: told[of.id])
    assert [one.id for one in read.sources] == ["zenda-post", "army-news"]
    assert {quote.source for quote in read.acts[0].quotes} == {"zenda-post", "army-news"}


def test_the_coder_gets_the_document_without_its_boilerplate() -> None:
    seen: list[Source] = []

    def coder(of: Source) -> Draft:
        seen.append(of)
        return Draft((of,))

    text = "By Ann Roe\n\nRuritania fired on the post.\n\nMore >\n"
    read_documents([Source("s", text, date="1951")], coder)
    assert seen[0].text == text
    assert "More >" not in seen[0].clean
    assert "Ruritania fired" in seen[0].clean


def test_progress_is_told() -> None:
    steps: list[tuple[str, int, int]] = []
    read_documents([source()], lambda of: Draft((of,)), lambda *step: steps.append(step))
    assert steps == [("documents", 0, 1), ("documents", 1, 1)]
