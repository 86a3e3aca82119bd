"""What the tests of identity share: hearings in a row, and two more reviewers."""

import pytest

from drive.web.accounts.models import User
from tests.cast import Cast
from tests.factories.identity import reviewer
from tests.factories.people import Docket


@pytest.fixture
def docket(cast: Cast) -> Docket:
    return Docket(cast)


@pytest.fixture
def second(cast: Cast) -> User:
    """One more reviewer."""
    return reviewer("second-allocator")


@pytest.fixture
def third(cast: Cast) -> User:
    """And one more."""
    return reviewer("third-allocator")
