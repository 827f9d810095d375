import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from offramp import OfframpError, UsageError
from offramp.model import SHARE, TERMS, Parameters, all_priors, shipped_parameters
from offramp.model._parameters import (
    SHIPPED,
    VARIABLE,
    _shipped,
    from_draws,
    load_parameters,
    prior_parameters,
)

LEARNED_PARTS = ("rate", "choice")


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
    assert shipped_parameters(SHIPPED[0]) is shipped_parameters()
    again = _shipped.__wrapped__(SHIPPED[0])
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
        assert (term.part == "dial") == (term.group == "dial")
        assert term.basis
    assert len({term.name for term in TERMS}) == len(TERMS)


def test_what_ships_was_learned_for_all_of_the_rate_and_the_choice(parameters: Parameters) -> None:
    taught = {p.name for t in TERMS if t.part in LEARNED_PARTS for p in t.priors}
    assert taught - parameters.learned == {"pace.luck"}, "a record's own luck is no finding"
    dials = {p.name for t in TERMS if t.part == "dial" for p in t.priors}
    assert not parameters.learned & (dials | {SHARE})
    assert parameters.basis.startswith("Learned from")
    assert parameters.until <= date(2002, 12, 31)


def test_what_was_not_learned_is_drawn_from_its_prior(parameters: Parameters) -> None:
    drawn = prior_parameters(parameters.count)
    assert not drawn.learned
    for name in set(parameters.values) - parameters.learned:
        assert np.array_equal(parameters.values[name], drawn.values[name]), name


def test_more_draws_of_a_prior_are_not_other_draws() -> None:
    few, many = prior_parameters(7), prior_parameters(20)
    assert (few.count, many.count) == (7, 20)
    for name in ("fear.weight", SHARE, "posture.days"):
        assert np.array_equal(few.values[name], many.values[name][:7]), name


def test_an_analysts_own_prior_takes_the_place_of_a_dials(parameters: Parameters) -> None:
    own = parameters.believe("fear.weight", 0.5, 0.1, "my own reading")
    (prior,) = (prior for prior in own.priors if prior.name == "fear.weight")
    assert (prior.basis, float(prior.mean), float(prior.sd)) == ("my own reading", 0.5, 0.1)
    assert own.values["fear.weight"].mean() == pytest.approx(0.5, abs=0.03)
    assert own.values["fear.weight"].std() == pytest.approx(0.1, rel=0.2)
    assert "fear.weight" not in own.learned
    others = {name for name in own.values if name != "fear.weight"}
    assert all(own.values[name] is parameters.values[name] for name in others)


# From draws and from disk.

UNTIL = date(1994, 12, 31)
DRAWS = {"early.ratio": np.array([0.1, 0.2, 0.3], np.float32)}


def written(path: Path, **arrays: object) -> Path:
    manifest = json.dumps({"basis": "made up", "until": UNTIL.isoformat()})
    held = {name: np.asarray(array) for name, array in arrays.items()}
    np.savez_compressed(path, **{"manifest": np.array(manifest), **held})
    return path


def test_learned_draws_stand_beside_draws_from_priors() -> None:
    found = from_draws(DRAWS, "made up", UNTIL)
    assert (found.count, found.basis, found.until) == (3, "made up", UNTIL)
    assert found.learned == {"early.ratio"}
    assert found.values["early.ratio"] is DRAWS["early.ratio"]
    assert set(found.values) == {prior.name for prior in all_priors()}
    assert {len(array) for array in found.values.values()} == {3}


@pytest.mark.parametrize(
    "learned",
    [
        {"early.speed": np.zeros(3)},
        {"early.ratio": np.zeros((3, 2))},
        {"early.ratio": np.float64(1.0)},
    ],
)
def test_draws_of_another_model_are_refused(learned: dict[str, np.ndarray]) -> None:
    with pytest.raises(UsageError, match=f"{next(iter(learned))}.*Learn the parameters anew"):
        from_draws(learned, "made up", UNTIL)


@pytest.mark.parametrize(
    "learned", [{}, {"early.ratio": np.zeros(3), "opener.weight": np.zeros((4, 3))}]
)
def test_draws_must_be_of_one_number(learned: dict[str, np.ndarray]) -> None:
    with pytest.raises(UsageError, match="one and the same number of draws"):
        from_draws(learned, "made up", UNTIL)


def test_parameters_are_read_from_a_file_or_its_folder(tmp_path: Path) -> None:
    file = written(tmp_path / "parameters.npz", **DRAWS)
    for path in (file, tmp_path):
        found = load_parameters(path)
        assert found.values["early.ratio"].tolist() == DRAWS["early.ratio"].tolist()
        assert (found.basis, found.until, found.learned) == ("made up", UNTIL, {"early.ratio"})


def test_a_set_is_chosen_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "parameters.npz", **DRAWS)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert shipped_parameters().basis == "made up"
    assert shipped_parameters(SHIPPED[0]).basis != "made up", "what is asked for by name wins"
    monkeypatch.setenv(VARIABLE, "")
    assert shipped_parameters() is shipped_parameters(SHIPPED[0])


def test_where_there_is_no_file_it_says_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(OfframpError, match=r"There are no parameters at .*none\.npz") as error:
        load_parameters(tmp_path / "none.npz")
    assert all(name in str(error.value) for name in SHIPPED)


@pytest.mark.parametrize(
    "cut",
    [
        lambda raw: b"",
        lambda raw: b"not an archive",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw[:-10],
        lambda raw: raw[:60] + bytes(40) + raw[100:],
    ],
    ids=["empty", "text", "half", "no end", "damaged"],
)  # fmt: skip
def test_a_file_that_is_not_whole_is_refused(tmp_path: Path, cut) -> None:
    file = written(tmp_path / "parameters.npz", **{"early.ratio": np.arange(500, dtype=np.float32)})
    file.write_bytes(cut(file.read_bytes()))
    with pytest.raises(OfframpError, match="holds no parameters that this program can read"):
        load_parameters(file)


@pytest.mark.parametrize(
    "manifest", ["", "{}", "[]", "7", '{"basis": "b", "until": "soon"}', '{"basis": "b"}']
)
def test_a_file_without_a_sound_manifest_is_refused(tmp_path: Path, manifest: str) -> None:
    file = written(tmp_path / "parameters.npz", manifest=manifest, **DRAWS)
    with pytest.raises(OfframpError, match="holds no parameters"):
        load_parameters(file)


def test_arrays_that_would_run_code_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "parameters.npz"
    np.savez(file, manifest=np.array("{}"), odd=np.array([{"a": 1}], dtype=object))
    with pytest.raises(OfframpError, match="holds no parameters"):
        load_parameters(file)
