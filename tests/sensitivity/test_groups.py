from offramp.model import Parameters
from offramp.sensitivity import groups_of


def test_every_parameter_is_in_one_group(parameters: Parameters) -> None:
    names = [name for group in groups_of(parameters) for name in group.names]
    assert sorted(names) == sorted(parameters.values)


def test_keys_are_unique_and_labels_told(parameters: Parameters) -> None:
    groups = groups_of(parameters)
    assert len({group.key for group in groups}) == len(groups)
    assert all(group.label and group.basis for group in groups)


def test_what_can_be_turned_stands_alone(parameters: Parameters) -> None:
    for group in groups_of(parameters):
        if group.kind == "dial":
            assert group.names == (group.alone,)
        if group.alone is not None:
            assert parameters.values[group.alone].ndim == 1
    (counted,) = (group for group in groups_of(parameters) if group.kind == "counted")
    assert counted.names == ()
