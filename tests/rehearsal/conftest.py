"""A theatre with its doors open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rehearsal.a_theatre import ATheatre, a_theatre


@pytest.fixture
def theatre(tmp_path: Path) -> Iterator[ATheatre]:
    with a_theatre(tmp_path) as theatre:
        yield theatre
