"""A list with a row about somebody who is allocated."""

import pytest

from drive.web.cleaning.models import InsightsList
from tests.cast import Cast
from tests.factories.cleaning import copy_of, read, typed
from tests.integration.web.cleaning.heard import allocate, heard


@pytest.fixture
def linked(cast: Cast) -> InsightsList:
    """Two rows that stay and a copy; the first row is about an allocated perpetrator."""
    allocate(cast, heard(cast, 3))
    return read(cast, [typed(3), typed(4), copy_of(typed(3), 5)])
