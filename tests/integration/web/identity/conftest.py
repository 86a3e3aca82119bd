"""What the tests of identity share: hearings in a row, and two more reviewers."""

import pytest

from drive.web.accounts.models import User
from tests.cast import Cast
from tests.factories.identity import reviewer


@pytest.fixture
def second(cast: Cast) -> User:
    """One more reviewer."""
    return cast.second_allocator


@pytest.fixture
def third(cast: Cast) -> User:
    """And one more."""
    return reviewer("third-allocator")
