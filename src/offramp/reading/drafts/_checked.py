"""Find which entries of a record in the making `check` would refuse."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from offramp._errors import OfframpError
from offramp.record import Record, check_content, dump

_WHERE = re.compile(r"(relations|acts|signals|claims|parties|sources)\[(\d+)\]")


def faults_of(data: Mapping[str, Any]) -> dict[tuple[str, int], str]:
    """Check plain values as they would stand in a file.

    Parameters
    ----------
    data : mapping
        The plain values of a crisis.yaml.

    Returns
    -------
    dict
        From section and index of a faulty entry to what is wrong with it; empty where all is
        sound.

    Raises
    ------
    OfframpError
        When a fault lies in no entry.
    """
    try:
        record = Record.model_validate(data)
    except ValidationError as error:
        places = [(detail["loc"], detail["msg"]) for detail in error.errors(include_url=False)]
        found = {(str(at[0]), at[1]): msg for at, msg in places if len(at) > 1}
        kept = {key: msg for key, msg in found.items() if isinstance(key[1], int)}
        if not kept:
            raise OfframpError(f"No record can be made of this draft: {places[0][1]}.") from None
        return {(section, int(index)): msg for (section, index), msg in kept.items()}
    result = check_content(dump(record).encode())
    faults: dict[tuple[str, int], str] = {}
    for problem in result.errors:
        match = _WHERE.match(problem.where)
        if match is None:
            raise OfframpError(f"No record can be made of this draft. {problem}")
        faults[match[1], int(match[2])] = f"{problem.what} {problem.right}".strip()
    return faults
