"""What an act says of a posture is the model's own likelihood of it, and nothing else."""

import numpy as np

from offramp.futures import on_last_axis
from offramp.history import MAIN, History
from offramp.hypotheses import weigh
from offramp.hypotheses._weights import _asked_before_each
from offramp.model import Parameters, Traits, marks_by_posture, read, setting_at


def test_the_chance_of_an_act_is_that_of_its_mark(
    invented_history: History, parameters: Parameters
) -> None:
    """The salvo, from the standing on its eve, by the function that the model itself calls."""
    weights = weigh(invented_history, parameters)
    at = invented_history.acts.index("salvo")
    values = on_last_axis(parameters)
    traits = Traits(invented_history.nuclear, invented_history.democracy)
    events = _asked_before_each(invented_history.events)
    beliefs = read(values, events, invented_history.signals, traits)
    posture = np.asarray(beliefs.posture[2 * at])
    setting = setting_at(
        events.day[2 * at], invented_history.signals, traits, posture, values["pace.era"]
    )
    standing = type(beliefs.standing)(*(part[2 * at] for part in beliefs.standing))
    marks = np.exp(np.asarray(marks_by_posture(values, standing, setting), float))
    own = marks[invented_history.events.mark[at]]
    first = (posture * own).sum(1) / posture.sum(1)
    second = (posture * own).sum(0) / posture.sum(0)
    np.testing.assert_allclose(weights.chance[at], np.stack([first, second]), rtol=2e-3)


def test_asking_in_between_changes_nothing(
    invented_history: History, parameters: Parameters
) -> None:
    values = on_last_axis(parameters)
    traits = Traits(invented_history.nuclear, invented_history.democracy)
    plain = read(values, invented_history.events, invented_history.signals, traits)
    asked = _asked_before_each(invented_history.events)
    again = read(values, asked, invented_history.signals, traits)
    count = len(invented_history.acts)
    for one, other in zip(plain.standing, again.standing, strict=True):
        np.testing.assert_allclose(one[count - 1], other[2 * count - 1], rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(
        plain.posture[count - 1], again.posture[2 * count - 1], rtol=1e-4, atol=1e-6
    )


def test_both_sides_make_an_act_equally_likely_over_all_postures(
    invented_history: History, parameters: Parameters
) -> None:
    weights = weigh(invented_history, parameters)
    whole = (weights.before * weights.chance).sum(2)
    np.testing.assert_allclose(whole[:, 0], whole[:, 1], rtol=1e-4)


def test_only_acts_that_the_model_chooses_say_anything(
    invented_history: History, parameters: Parameters
) -> None:
    weights = weigh(invented_history, parameters)
    events = invented_history.events
    speaks = np.ptp(weights.chance, axis=2).max((1, 2)) > 1e-4
    for at, name in enumerate(invented_history.acts):
        opens = events.renews[at] > 0 or not (events.stream[:at] == MAIN).any()
        assert speaks[at] == (events.stream[at] == MAIN and not opens), name


def test_the_chance_otherwise_is_what_is_left(
    invented_history: History, parameters: Parameters
) -> None:
    weights = weigh(invented_history, parameters)
    whole = (weights.before * weights.chance).sum(2, keepdims=True)
    put_together = weights.before * weights.chance + (1 - weights.before) * weights.chance_otherwise
    np.testing.assert_allclose(put_together, np.broadcast_to(whole, put_together.shape), rtol=1e-6)
