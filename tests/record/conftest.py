from pathlib import Path

import pytest

SEEDS = Path(__file__).parent / "seeds"


@pytest.fixture
def small() -> str:
    return (SEEDS / "small.yaml").read_text(encoding="utf-8")


@pytest.fixture
def small_file(tmp_path: Path, small: str) -> Path:
    file = tmp_path / "crisis.yaml"
    file.write_text(small, encoding="utf-8")
    return file
