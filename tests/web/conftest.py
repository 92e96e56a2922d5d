"""The example as the tests of the pages use it: a copy that each test file may write to."""

from pathlib import Path

import pytest

from builders import copied


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, example: Path) -> Path:
    """A copy of the example's record."""
    return copied(example, tmp_path_factory.mktemp("web") / "record.db")
