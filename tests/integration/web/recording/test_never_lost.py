"""Nothing that a page said was saved is ever lost, whatever happens in whatever order.

`tests/long` runs the same machine a thousand times.
"""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from drive.web.casework.models import CaseNote
from tests.cast import Cast
from tests.factories.casework import case_at
from tests.integration.web.recording.browser import Browser, Tab
from tests.integration.web.recording.never_lost import NeverLost

SEQUENCES = 25


@pytest.mark.django_db(transaction=True)
def test_no_word_is_lost(cast: Cast) -> None:
    NeverLost.cast, NeverLost.case = cast, case_at(cast)
    limits = settings(
        max_examples=SEQUENCES,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(NeverLost, settings=limits)


@pytest.mark.django_db(transaction=True)
def test_the_same_words_in_two_pages_are_saved_once_however_they_came_there(cast: Cast) -> None:
    browser = Browser(cast.case_manager)
    address = reverse("casework:add_note", args=[case_at(cast).pk])

    def opened() -> Tab:
        tab = browser.open(address)
        assert tab is not None
        return tab

    first = opened()
    browser.type(first, "word1", 2.0)
    second = opened()
    assert browser.press(second).status_code == 302
    browser.type(first, "word2", 2.0)
    third = opened()
    for tab in (first, third):
        # Its form was sent before with other words, so it asks to be pressed again.
        assert browser.press(tab).status_code == 200
        assert browser.press(tab).status_code == 302
    assert sorted(CaseNote.objects.values_list("text", flat=True)) == ["word1", "word1 word2"]
