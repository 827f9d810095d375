from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from offramp._errors import OfframpError
from offramp.futures import Findings
from offramp.report import _track_record, print_summary, render_html
from offramp.report._track_record import shown, track_line, track_rows, track_sentences
from offramp.report.charts import CHARTS
from offramp.scoring import Interval, Intervals, TrackRecord

from ._sample_record import sample_track_record


@pytest.fixture
def record() -> TrackRecord:
    return sample_track_record()


@pytest.fixture
def no_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> TrackRecord:
        raise OfframpError("There is no track record.")

    monkeypatch.setattr(_track_record, "shipped_track_record", broken)


def with_gap(record: TrackRecord, low: float, high: float) -> TrackRecord:
    """The same, with the joint gap to boosting per confrontation between two bounds."""
    gaps = record.differences["offramp"]
    near = Interval((low + high) / 2, low, high)
    joint = Intervals(gaps["boosting"]["joint"].event, near)
    boosting = {**gaps["boosting"], "joint": joint}
    return replace(record, differences={"offramp": {**gaps, "boosting": boosting}})


def test_the_gap_to_the_baselines_leads(record: TrackRecord) -> None:
    lead = track_sentences(record)[0].replace("\u00a0", " ")
    assert lead.startswith("On 91 confrontations in INVENTED 1.0 that began in 1995 or later")
    assert "0.69 nats below that of the base rate of the last ten years (0.59 to 0.79)" in lead
    assert "boosting (−0.13 to 0.07: no difference can be told)" in lead


def test_the_terminal_gets_the_gaps_in_a_line(record: TrackRecord) -> None:
    line = track_line(record).replace("\u00a0", " ")
    assert "0.69 nats better than the ten-year base rate and level with boosting" in line
    assert "0.131, against 0.145 and 0.117." in line


def test_a_loss_is_called_one(record: TrackRecord) -> None:
    assert "0.03\u00a0nats WORSE than boosting" in track_line(with_gap(record, 0.01, 0.05))
    lost = track_sentences(with_gap(record, 0.01, 0.05))
    assert "nats above that of boosting (0.01 to 0.05)" in lost[0]
    assert "A baseline is better than Offramp: boosting at the next act" in lost[1]


def test_it_says_where_a_baseline_wins(record: TrackRecord) -> None:
    won = track_sentences(record)[1].replace("\u00a0", " ")
    beyond, _, leaning = won.partition("Ahead, but")
    assert "boosting at force within 30 days" in beyond
    assert "the base rate of the last ten years at a battle within 90 days" in leaning
    assert "quiet" not in won


def test_it_says_whose_targets_these_are(record: TrackRecord) -> None:
    last = track_sentences(record)[-1]
    assert "INVENTED 1.0’s targets" in last
    assert "12,000 events of 1,200 confrontations" in last
    assert "before 1995" in last


def test_each_question_stands_with_what_was_said_and_what_came(record: TrackRecord) -> None:
    rows = track_rows(record)
    assert len(rows) == 5
    assert rows[0][1:] == ("1.980\u00a0nats", "2.670\u00a0nats", "2.010\u00a0nats", "91")
    assert rows[1][1].replace("\u00a0", " ") == "0.131 (24 % → 18 %)"
    assert rows[1][3].startswith("0.117")


def test_the_chart_turns_differences_into_shares_of_the_baseline(findings: Findings) -> None:
    rows = CHARTS["skill"].spec(findings)["data"]["values"]
    assert len(rows) == 8
    force = next(row for row in rows if row["against"] == "boosting")
    assert force["m"] == pytest.approx(-0.014 / 0.117, abs=1e-4)
    assert force["lo"] < force["m"] < force["hi"] < 0


def test_the_page_shows_it(findings: Findings) -> None:
    html = render_html(findings)
    section = html[html.index('id="track"') : html.index('id="basis"')]
    for sentence in track_sentences(sample_track_record()):
        assert sentence in section
    assert 'id="figure-skill"' in section


@pytest.mark.usefixtures("no_record")
def test_without_a_record_the_report_goes_on(findings: Findings) -> None:
    assert shown() is None
    html = render_html(findings)
    assert 'id="track"' not in html
    assert 'id="basis"' in html
    out = StringIO()
    print_summary(findings, Console(file=out))
    told = out.getvalue()
    assert findings.forecast.title in told
    assert "nats better" not in told
