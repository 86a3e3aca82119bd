"""A thousand simulated years of requests, a hundred at a time."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import Cast, make_cast
from tests.integration.web.multiagency.test_simulated_years import simulate

pytestmark = pytest.mark.django_db
AT_A_TIME = 100


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.mark.parametrize("first", range(0, 1000, AT_A_TIME))
def test_a_thousand_years_in_which_nothing_stalls(cast: Cast, settings: Any, first: int) -> None:
    happened = simulate(cast, settings, range(first, first + AT_A_TIME))
    print(f"\n{AT_A_TIME} years: {dict(happened)}")
    assert happened["kills"] > AT_A_TIME
