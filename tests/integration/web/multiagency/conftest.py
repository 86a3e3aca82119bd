"""A case, the police of its site, and the case manager at a desk."""

from __future__ import annotations

import pytest
from django.test import Client

from drive.web.casework.models import DriveCase
from drive.web.multiagency.models import Request
from drive.web.organisations.models import Agency
from tests.cast import Cast
from tests.factories.agencies import (
    sent,
    staffed,
)
from tests.factories.casework import case_at
from tests.factories.sign_in import signed_in


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    return case_at(cast)


@pytest.fixture
def police(cast: Cast) -> Agency:
    return staffed(cast.essex)


@pytest.fixture
def manager(cast: Cast) -> Client:
    return signed_in(Client(), cast.case_manager)


@pytest.fixture
def request_out(cast: Cast) -> Request:
    return sent(case_at(cast), staffed(cast.essex), cast.case_manager)
