"""The entries that check would refuse are named by section and index."""

import pytest

from offramp._errors import OfframpError
from offramp.reading.drafts._checked import faults_of
from offramp.record import new_record, parse_record


def data() -> dict[str, object]:
    record = parse_record(new_record("two-rivals"))
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def test_a_sound_record_has_no_faults() -> None:
    assert faults_of(data()) == {}


def test_faults_of_form_and_of_sense_are_found() -> None:
    act = data()["acts"][1]  # type: ignore[index]
    for more in ({"channel": "odd"}, {"date": "soon"}, {"act": "odd"}, {"by": ["nobody"]}):
        spoilt = data()
        spoilt["acts"] = [spoilt["acts"][0], {**act, **more}]  # type: ignore[index]
        assert list(faults_of(spoilt)) == [("acts", 1)], more


def test_a_fault_of_the_whole_is_told() -> None:
    for more in ({"opens": "soon"}, {"sides": {}}, {"sides": {"a": ["x"], "b": ["y"]}}):
        with pytest.raises(OfframpError, match="No record can be made"):
            faults_of({**data(), **more})
