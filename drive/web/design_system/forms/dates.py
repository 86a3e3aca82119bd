"""A date in three boxes, forgiving of how people write dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext

from drive.web.design_system import rules
from drive.web.design_system.forms.component import Component

PARTS = ("day", "month", "year")


class ThreeBoxes(forms.Widget):
    """Reads the three boxes; a whole date sent under the plain name is read too."""

    def value_from_datadict(self, data: Mapping[str, Any], _files: Any, name: str) -> rules.Boxes:
        """Return the boxes as typed."""
        boxes = tuple(str(data.get(f"{name}-{part}") or "") for part in PARTS)
        if not any(boxes) and data.get(name):
            return rules.spread((str(data[name]), "", ""))
        return boxes[0], boxes[1], boxes[2]

    def value_omitted_from_data(self, data: Mapping[str, Any], _files: Any, name: str) -> bool:
        """Say whether no box was sent at all."""
        return not any(f"{name}-{part}" in data for part in PARTS) and name not in data


class DateField(Component, forms.Field):
    """Day, month and year; the value is a date.

    The form's ``today`` decides the century of a two-digit year and what ``may_be_future=False``
    refuses: fields read no clock.
    """

    template = "design_system/fields/date.html"
    widget = ThreeBoxes
    today: date | None = None

    def __init__(self, *args: Any, may_be_future: bool = True, **kwargs: Any) -> None:
        """``may_be_future=False`` needs the form to be given ``today``."""
        self.may_be_future = may_be_future
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> date | None:
        """Read the boxes; say in words which one is wrong."""
        if value is None or isinstance(value, date):
            return value
        try:
            read = rules.read_date(value, today=self.today)
        except rules.UnreadableDate as refusal:
            raise ValidationError(self._sentence(str(refusal)), code=refusal.part) from None
        if read and not self.may_be_future and self.today and read > self.today:
            raise ValidationError(self._sentence("must be today or in the past"), code="year")
        return read

    def _sentence(self, ending: str) -> str:
        return f"{self.label or gettext('The date')} {gettext(ending)}"

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare dates, not how they were typed."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True

    def prepare_value(self, value: Any) -> rules.Boxes:
        """Return what stands in the boxes."""
        if isinstance(value, date):
            return str(value.day), str(value.month), str(value.year)
        return value or ("", "", "")

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the parameters of a date input, the wrong box marked."""
        params = super().component(bound)
        return params | {
            "fieldset": self._fieldset(bound),
            "hint": params.get("hint")
            or {"text": gettext("For example, 12 6 2017 or 12 June 2017")},
            "items": self._boxes(bound),
        }

    def _boxes(self, bound: BoundField) -> list[dict[str, Any]]:
        wrong = _wrong_part(bound)
        labels = (gettext("Day"), gettext("Month"), gettext("Year"))
        return [
            {
                "name": f"{bound.html_name}-{part}",
                "id": f"{bound.auto_id}-{part}",
                "label": label,
                "value": value,
                "inputmode": "text" if part == "month" else "numeric",
                "classes": width + " govuk-input--error" * (wrong in {part, "all"}),
            }
            for part, label, value, width in zip(
                PARTS,
                labels,
                self.prepare_value(bound.value()),
                ("govuk-input--width-2", "govuk-input--width-4", "govuk-input--width-4"),
                strict=True,
            )
        ]

    def error_target(self, bound: BoundField) -> str:
        """Lead to the box that is wrong, else to the day."""
        wrong = _wrong_part(bound)
        return f"{bound.auto_id}-{wrong if wrong in PARTS else 'day'}"


def _wrong_part(bound: BoundField) -> str:
    """Return ``day``, ``month``, ``year``, ``all``, or nothing if there is no error."""
    errors = bound.form.errors.as_data().get(bound.name, [])
    if not errors:
        return ""
    return errors[0].code if errors[0].code in PARTS else "all"
