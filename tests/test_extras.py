"""What the main job does without."""

import pytest

from offramp._errors import OfframpError
from offramp._extras import EXTRAS, need, part


def test_a_part_that_is_missing_is_named_by_what_to_install() -> None:
    with pytest.raises(OfframpError, match=r"no_such_package.*pip install 'offramp\[score\]'"):
        part("score", "no_such_package_at_all")


@pytest.mark.parametrize("extra", sorted(EXTRAS))
def test_all_parts_are_here(extra: str) -> None:
    need(extra)
