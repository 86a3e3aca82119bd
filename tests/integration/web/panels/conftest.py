"""What the tests of the pages share: hearings that wait, and the browser of the manager."""

import pytest
from django.test import Client

from drive.web.referrals.models import MaracHearing
from tests.cast import Cast
from tests.factories.panels import service_mode
from tests.factories.referrals import hearings
from tests.factories.sign_in import signed_in


@pytest.fixture
def heard(cast: Cast) -> list[MaracHearing]:
    """Four hearings that wait for a panel."""
    service_mode(cast)
    return hearings(cast, range(1, 5))


@pytest.fixture
def manager(cast: Cast) -> Client:
    """The browser of the service manager."""
    return signed_in(Client(), cast.service_manager)
