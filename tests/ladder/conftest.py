from collections.abc import Callable
from pathlib import Path

import pytest

from offramp._errors import Problem, RecordError
from offramp.ladder import load_ladder


@pytest.fixture
def problems_of(tmp_path: Path) -> Callable[[str | bytes], tuple[Problem, ...]]:
    """Return the problems that loading a ladder file with the given content reports."""

    def load(content: str | bytes) -> tuple[Problem, ...]:
        path = tmp_path / "mine.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        with pytest.raises(RecordError) as caught:
            load_ladder(path)
        assert caught.value.problems
        assert all(problem.file == str(path) for problem in caught.value.problems)
        assert all(problem.line and problem.column for problem in caught.value.problems)
        assert all(problem.right for problem in caught.value.problems)
        return caught.value.problems

    return load
