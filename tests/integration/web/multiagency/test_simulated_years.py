"""Simulated years: every request comes to an end, and no chaser is sent twice or left out."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.db import transaction

from tests.cast import Cast
from tests.factories.casework import case_at
from tests.integration.web.multiagency.faults import faults_of
from tests.integration.web.multiagency.simulated import live

pytestmark = pytest.mark.django_db
YEARS = 5


def simulate(cast: Cast, settings: Any, years: range) -> Counter[str]:
    """Live through some years, each by itself; return what happened in all of them."""
    case, happened = case_at(cast), Counter[str]()
    for seed in years:
        with transaction.atomic():
            year = live(cast, case, seed, settings)
            faults = faults_of(year)
            assert faults == [], f"year {seed}"
            happened += year.acts
            happened["requests"] += len(year.requests)
            happened["kills"] += year.kills
            transaction.set_rollback(True)
    return happened


def test_every_request_ends_and_no_chaser_goes_twice_or_is_left_out(
    cast: Cast, settings: Any
) -> None:
    happened = simulate(cast, settings, range(YEARS))
    print(f"\n{YEARS} years: {dict(happened)}")
    for what in ("requests", "kills", "answered", "refused", "answered_in_part", "next_source"):
        assert happened[what] > 0, what
