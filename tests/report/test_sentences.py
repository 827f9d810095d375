import re
from dataclasses import replace

from offramp.futures import Findings
from offramp.record import Record
from offramp.report import summary_sentences

from ._sample import record_fields, sample_findings


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_there_are_five_plain_sentences(findings: Findings) -> None:
    sentences = summary_sentences(findings)
    assert len(sentences) == 5
    assert all(sentence.endswith(".") for sentence in sentences)
    assert not any("<" in sentence for sentence in sentences)


def test_they_carry_the_numbers_the_words_and_the_base_rates(findings: Findings) -> None:
    _, who, strikes, quiet, why = map(plain, summary_sentences(findings))
    assert "by Bland has the largest chance, 52 % (34–69), history: 38 %" in who
    assert "then an act by Aland 23 % (11–39)" in who
    assert "from Bland unlikely, 36 % (13–61), history: 19 %" in strikes
    assert "unlikely, 31 % (9–58), history: 38 %" in quiet
    assert "a dial, that is a prior" in why
    assert "8 of the 14 terms" in why


def test_the_last_act_is_named_and_the_highest_beside_it(findings: Findings) -> None:
    first = summary_sentences(findings)[0]
    assert "Strike on a Fen battery" in first
    assert "the highest since" in first
    assert "Operation Plain Answer" in first


def test_an_exchange_without_outcome_is_told(findings: Findings) -> None:
    last = next(
        act.id
        for act in findings.record.acts  # type: ignore[attr-defined]
        if act.title == "Strike on a Fen battery"
    )
    under_way = replace(findings.forecast.exchanges[0], act=last, under_way=True)
    told = replace(findings, forecast=replace(findings.forecast, exchanges=(under_way,)))
    assert "not known yet" in summary_sentences(told)[0]


def test_a_record_without_acts_has_its_sentences() -> None:
    fields = record_fields() | {"acts": [], "signals": []}
    bare = sample_findings(Record.model_validate(fields))
    bare = replace(
        bare,
        forecast=replace(bare.forecast, answers=(), next_acts=(), exchanges=()),
        ledger=replace(bare.ledger, days=(), terms=(), totals=()),
    )
    sentences = summary_sentences(bare)
    assert len(sentences) == 5
    assert "holds no act" in sentences[0]


def test_no_two_numbers_run_together(findings: Findings) -> None:
    for sentence in summary_sentences(findings):
        assert not re.search(r"%\(|\)\(|  ", plain(sentence))
