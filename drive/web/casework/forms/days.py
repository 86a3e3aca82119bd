"""The day that stands in a form before anything is typed."""

from __future__ import annotations

from datetime import date
from typing import Any


def today_first(today: date, **other: Any) -> dict[str, Any]:
    """Return what stands in a form of today's work before anything is typed."""
    return {"happened_on": today, **other}
