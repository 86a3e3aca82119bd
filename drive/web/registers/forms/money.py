"""An amount in pounds and pence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.web.design_system.forms import DecimalField
from drive.web.registers.rules.money import Pence

MOST_POUNDS = 10_000


class MoneyField(DecimalField):
    """Pounds and pence; the value is whole pence."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take amounts above nothing, and none that no small payment has."""
        kwargs.setdefault("min_value", Decimal("0.01"))
        kwargs.setdefault("max_value", MOST_POUNDS)
        kwargs.setdefault("decimal_places", 2)
        kwargs.setdefault("width", "5")
        kwargs.setdefault("error_messages", {}).setdefault(
            "invalid", _("Enter an amount such as 12.50")
        )
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Read an amount, with or without the sign of the pound."""
        plain = (
            value.strip().removeprefix("£").replace(",", "") if isinstance(value, str) else value
        )
        return super().to_python(plain)

    def clean(self, value: Any) -> Any:
        """Return whole pence."""
        pounds = super().clean(value)
        return None if pounds is None else Pence(int(pounds * 100))

    def prepare_value(self, value: Any) -> Any:
        """Show kept pence as pounds."""
        return f"{value / 100:.2f}" if isinstance(value, int) else value

    @staticmethod
    def read(kept: int) -> Pence:
        """Return a kept amount as one that reads as pounds."""
        return Pence(kept)
