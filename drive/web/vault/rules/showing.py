"""How long something of the vault is shown, and what stands in its place before and after."""

from datetime import datetime, timedelta

SHOWN_FOR = timedelta(seconds=60)
"""A look at one row; then the page goes back by itself."""

SHIFT = timedelta(hours=10)
"""Who confirmed within this time who she is, is not asked again for those whom she keeps."""

MASK = "••••••••"
"""The same for every text: neither its length nor its end says anything."""


def shown_until(now: datetime) -> datetime:
    """Return until when a look that begins now lasts."""
    return now + SHOWN_FOR


def still_shown(until: datetime, now: datetime) -> bool:
    """Return whether a look still lasts."""
    return now < until
