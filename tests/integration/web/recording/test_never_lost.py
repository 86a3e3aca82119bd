"""Nothing that a page said was saved is ever lost, whatever happens in whatever order.

`tests/long` runs the same machine a thousand times.
"""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.cast import Cast
from tests.factories.casework import case_at
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
