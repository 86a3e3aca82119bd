"""Pounds and pence."""

from __future__ import annotations


class Pence(int):
    """An amount in whole pence, read as pounds."""

    def __str__(self) -> str:
        """Return the amount as it is read, such as £12.50."""
        pounds, pence = divmod(int(self), 100)
        return f"£{pounds:,}.{pence:02}"
