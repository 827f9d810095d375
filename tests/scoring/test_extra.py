"""The extra that scoring needs."""

import pytest

from offramp._errors import OfframpError
from offramp.scoring import _extra


def test_a_part_that_is_missing_is_named_by_what_to_install() -> None:
    with pytest.raises(OfframpError, match=r"pip install 'offramp\[score\]'"):
        _extra.part("no_such_package_at_all")


def test_all_parts_are_here() -> None:
    _extra.need_extra()
