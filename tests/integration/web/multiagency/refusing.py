"""Being refused: the words, and the field beside which they stand."""

from typing import Any

import pytest

from drive.web.core.exceptions import Refusal
from tests.cast import NOW


def refused(field: str | None, act: Any, **given: Any) -> str:
    """Carry something out that is refused beside a field; return the words."""
    with pytest.raises(Refusal) as refusal:
        act(**given, now=NOW)
    assert refusal.value.field == field
    return refusal.value.message
