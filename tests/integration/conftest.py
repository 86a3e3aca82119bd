"""What the tests with a database share: the cast, and a hasher that costs nothing."""

from typing import Any

import pytest

from tests.cast import NOW, Cast, make_cast
from tests.factories.people import Docket
from tests.remembering import again, remembered


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    """Hash passwords cheaply: no test here is about the cost of guessing one."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: Any) -> None:
    """Let the pages live on the day on which the cast was made."""
    settings.DRIVE_TODAY = NOW.date()


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody: made through the actions once, and written as the same rows from then on."""
    return again() or remembered(make_cast)


@pytest.fixture
def docket(cast: Cast) -> Docket:
    """Hearings in a row, about whomever a test names."""
    return Docket(cast)
