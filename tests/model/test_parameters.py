import numpy as np
import pytest

from offramp.model import TERMS, Parameters, all_priors, shipped_parameters


def test_every_prior_has_a_name_a_label_and_a_basis() -> None:
    priors = all_priors()
    assert len({prior.name for prior in priors}) == len(priors)
    for prior in priors:
        assert "." in prior.name
        assert prior.label and prior.acts_on
        assert len(prior.basis) > 10, f"{prior.name} names no basis"


def test_every_prior_is_drawn(parameters: Parameters) -> None:
    assert set(parameters.values) == {prior.name for prior in parameters.priors}
    for prior in parameters.priors:
        values = parameters.values[prior.name]
        assert values.shape[0] == parameters.count == 200
        assert np.isfinite(values).all()
        assert values.dtype == np.float32


def test_they_are_the_same_at_each_call() -> None:
    assert shipped_parameters() is shipped_parameters()
    again = shipped_parameters.__wrapped__(200)
    for name, values in shipped_parameters().values.items():
        assert np.array_equal(values, again.values[name])


def test_replace_turns_one_parameter_and_no_other(parameters: Parameters) -> None:
    turned = parameters.replace("limit.own", -1.5)
    assert (turned.values["limit.own"] == -1.5).all()
    assert all(turned.values[n] is v for n, v in parameters.values.items() if n != "limit.own")
    assert not (parameters.values["limit.own"] == -1.5).any()
    with pytest.raises(KeyError):
        parameters.replace("limit", 0.0)


@pytest.mark.parametrize(
    ("name", "mean", "sd"),
    [
        ("notice.other", -0.2, 0.3), ("limit.own", -0.35, 0.3), ("limit.other", -0.15, 0.25),
        ("ceasefire.either", -0.45, 0.25), ("withdrawal.either", -0.6, 0.3),
        ("vow.weight", 0.2, 0.3), ("demand.either", 0.2, 0.15), ("mediation.force", -0.1, 0.25),
        ("traits.nuclear", 0.1, 0.3), ("traits.democracy", -0.15, 0.15),
        ("target.non-state", -0.4, 0.3), ("grievance.weight", 0.0, 0.3),
        ("pressure.weight", 0.0, 0.3), ("fear.weight", 0.0, 0.3), ("exhaustion.weight", 0.0, 0.3),
    ],
)  # fmt: skip
def test_dials_stand_where_the_design_puts_them(name: str, mean: float, sd: float) -> None:
    (prior,) = (prior for prior in all_priors() if prior.name == name)
    assert (float(prior.mean), float(prior.sd)) == pytest.approx((mean, sd))
    assert prior.family == "normal"


def test_dials_are_terms_of_their_own_group() -> None:
    for term in TERMS:
        # Posture acts inside the choice, but is judgement until it is learned.
        assert (term.part == "dial" or term.name == "posture") == (term.group == "dial")
        assert term.basis
    assert len({term.name for term in TERMS}) == len(TERMS)
