"""What the last action did is said on the next page, whatever kind of message it is."""

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message

from tests.unit.web.design_system.test_macros import write


@pytest.mark.parametrize(
    "level", [constants.SUCCESS, constants.INFO, constants.WARNING, constants.ERROR]
)
def test_a_message_of_each_level_is_written(level: int) -> None:
    shell = {"messages": [Message(level, "The case is closed.")]}
    html = write('{% include "layouts/messages.html" %}', shell=shell)
    assert "The case is closed." in html
    assert ("Done" in html) is (level == constants.SUCCESS)
