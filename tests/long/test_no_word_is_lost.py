"""A thousand ways of losing a word, and fifty in a real browser: none of them loses one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from playwright.sync_api import BrowserContext

from tests.cast import NOW, make_cast
from tests.factories.casework import case_at
from tests.integration.web.recording.never_lost import NeverLost
from tests.journeys.server import Server
from tests.journeys.test_drafts import loses_no_word

SEQUENCES = 1_000
IN_A_BROWSER = 50

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: Any) -> None:
    settings.DRIVE_TODAY = NOW.date()
    cache.clear()


def test_a_thousand_sequences_lose_no_word() -> None:
    cast = make_cast()
    NeverLost.cast, NeverLost.case = cast, case_at(cast)
    limits = settings(
        max_examples=SEQUENCES,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(NeverLost, settings=limits)


@pytest.mark.parametrize("seed", range(IN_A_BROWSER))
def test_fifty_runs_in_a_browser_lose_no_word(
    seed: int, new_context: Callable[..., BrowserContext]
) -> None:
    server = Server()
    server.start()
    try:
        loses_no_word(seed, make_cast(), server, new_context())
    finally:
        server.kill()
