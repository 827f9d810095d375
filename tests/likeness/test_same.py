from likeness._world import crisis, imia
from offramp.likeness._same import are_known, codes_of


def test_states_are_found_by_their_codes() -> None:
    assert set(codes_of(imia())) == {frozenset({350}), frozenset({640})}
    assert are_known(imia())


def test_who_has_no_code_is_not_known() -> None:
    assert codes_of(crisis()) == (frozenset(), frozenset())
    assert not are_known(crisis())
