from dataclasses import replace

import numpy as np
import pytest

from _invented import act, day, invent
from offramp.learning._dials_left_out import TEACHERS, Case, Gain, left_out, mean_gain
from offramp.learning._from_records import dials_in_marks
from offramp.learning._told import Told, told_by
from offramp.model import shipped_parameters

PARAMETERS = shipped_parameters()
DIALS = len(dials_in_marks(PARAMETERS))
MEANS = np.array([float(prior.mean) for prior in dials_in_marks(PARAMETERS)])
START = dict.fromkeys(TEACHERS, MEANS)


def told(name: str) -> Told:
    acts = (act("a", 0, rung="strike-abroad"), act("b", 2, "southland", "strike-abroad"))
    (one,) = told_by([invent(acts, id=name, closes=day(40))])
    return one


def case(name: str, cluster: str, source: str = "library") -> Case:
    return Case(told(name), source, cluster, 1996, PARAMETERS)


def test_where_nobody_is_left_to_teach_nothing_is_gained() -> None:
    cases = [case("one", "same"), case("two", "same", "icbe")]
    gains = left_out(cases, np.zeros((2, DIALS, DIALS)), START, 8)
    assert len(gains) == 2
    for gain in gains:
        assert gain.by == pytest.approx({"library": 0.0, "icbe": 0.0, "both": 0.0}, abs=1e-5)


def test_a_crisis_of_one_act_is_not_scored() -> None:
    (single,) = told_by([invent((act("a", 0),), id="single", closes=day(40))])
    cases = [replace(case("one", "a"), told=single)]
    assert left_out(cases, np.zeros((1, DIALS, DIALS)), START, 8) == []


def test_a_like_crisis_teaches_and_only_where_it_may() -> None:
    cases = [case("one", "a"), case("two", "b", "icbe")]
    first, second = left_out(cases, np.zeros((2, DIALS, DIALS)), START, 50)
    assert first.by["icbe"] > 0
    assert first.by["icbe"] == first.by["both"]
    assert first.by["library"] == pytest.approx(0.0, abs=1e-5)
    assert second.by["library"] > 0


def gain(cluster: str, value: float) -> Gain:
    return Gain(replace(CASE, cluster=cluster), -1.0, {"both": value})


CASE = Case(told("any"), "icbe", "any", 1999, PARAMETERS)


def test_means_are_over_crises_and_intervals_over_clusters() -> None:
    found = mean_gain([gain("a", 1.0), gain("a", 3.0), gain("b", -1.0), gain("c", 1.0)], "both")
    assert (found.mean, found.better, found.count) == (1.0, 3, 4)
    assert found.drawn[0] < 1.0 < found.drawn[1]
    assert sum(found.student) / 2 == pytest.approx(2 / 3)
    together = mean_gain([gain("a", 1.0), gain("a", 3.0), gain("b", 2.0), gain("b", 2.0)], "both")
    assert together.drawn == pytest.approx((2.0, 2.0))


def test_intervals_narrow_with_more_clusters() -> None:
    few = mean_gain([gain(str(n), float(n % 2)) for n in range(6)], "both")
    many = mean_gain([gain(str(n), float(n % 2)) for n in range(60)], "both")
    assert many.drawn[1] - many.drawn[0] < few.drawn[1] - few.drawn[0]
    assert many.student[1] - many.student[0] < few.student[1] - few.student[0]
