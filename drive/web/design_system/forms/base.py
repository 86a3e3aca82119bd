"""The form that every page uses."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from drive.web.design_system import presenters
from drive.web.design_system.forms.dates import DateField
from drive.web.design_system.forms.hidden import IdempotencyKeyField


class DriveForm(forms.Form):
    """A form that renders itself: ``{{ form }}`` writes all its fields.

    Give it ``today`` if it asks for dates. Errors stand in ``form.error_summary``; the layout
    shows them, keeps what was typed and puts "Error:" before the page's title.
    """

    template_name = "design_system/form.html"
    use_required_attribute = False

    def __init__(self, *args: Any, today: date | None = None, **kwargs: Any) -> None:
        """Keep the day for the date fields."""
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.today = today
        # Set by recording.views where somebody else saved meanwhile: the layouts show it.
        self.clash: dict[str, Any] | None = None
        # Set by recording.views where a draft is taken up: the layouts carry it along.
        self.kept: Any = None

    def full_clean(self) -> None:
        """Tell the date fields which day it is, those added by a subclass too."""
        for field in self.fields.values():
            for one in (field, *getattr(field, "controls", {}).values()):
                if isinstance(one, DateField):
                    one.today = self.today
        super().full_clean()

    @property
    def error_summary(self) -> list[dict[str, str]]:
        """Return the errors for the summary at the top of the page."""
        return presenters.error_list(self) if self.is_bound else []

    @property
    def revealed(self) -> set[str]:
        """Return the names of fields that another field shows under one of its options."""
        return {
            name
            for field in self.fields.values()
            for name in getattr(field, "reveals", {}).values()
        }

    @property
    def shown(self) -> list[BoundField]:
        """Return the fields that stand on their own, in order."""
        return [bound for bound in self if bound.name not in self.revealed]


class KeyForm(DriveForm):
    """A single button."""

    key = IdempotencyKeyField()


class CodesForm(DriveForm):
    """A list narrowed by codes, which may stand in an address."""

    @property
    def chosen(self) -> dict[str, tuple[str, str]]:
        """The code and the label of each filter that is set."""
        chosen = {}
        for name in self.fields:
            code = self.data.get(name, "") if self.is_bound else ""
            labels = dict(self.fields[name].choices)  # type: ignore[attr-defined]
            if code and code in labels:
                chosen[name] = (code, str(labels[code]))
        return chosen
