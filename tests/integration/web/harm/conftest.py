"""The day on which the tests of harm take place."""

from datetime import date
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: Any) -> None:
    """Let the site live on the day on which the cast was made."""
    settings.DRIVE_TODAY = date(2017, 6, 30)
